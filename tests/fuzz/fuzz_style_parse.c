/* mintu_style_parse(): any bytes are a style or an error with a place. */
#include "fuzz.h"

#include <mintu/style.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_bytes(data, size);
    mintu_style *style = NULL;
    mintu_error error = {0};
    mintu_status status = mintu_style_parse(text, size, "fuzz.json", &error, &style);
    FUZZ_CHECK((status == MINTU_STATUS_OK) == (style != NULL));
    FUZZ_CHECK(status == MINTU_STATUS_OK || status == MINTU_STATUS_INPUT || status == MINTU_STATUS_UNSUPPORTED);
    FUZZ_CHECK(status == MINTU_STATUS_OK || error.text[0]);
    for (size_t i = 0; style && i < mintu_style_source_count(style); i++)
        FUZZ_CHECK(mintu_style_source_name(style, i) && mintu_style_source_data(style, i));
    mintu_style_free(style);
    free(text);
    return 0;
}
