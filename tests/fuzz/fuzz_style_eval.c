/* mintu_style_eval(): the input is an expression; a feature stands by with properties and a geometry. */
#include "fuzz.h"

#include <mintu/style.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const geometries[] = {
        NULL, "{\"type\":\"Point\",\"coordinates\":[1,2]}", "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4],[5,1]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]}"};
    if (size < 1)
        return 0;
    char *text = fuzz_text(data + 1, size - 1), *value = NULL;
    const mintu_style_eval_options options = {.type = data[0] & 4   ? "number"
                                                      : data[0] & 8 ? "color"
                                                                    : NULL,
                                              .zoom = data[0] & 16 ? 8.5 : 0,
                                              .properties = "{\"a\":1,\"b\":\"text\",\"c\":[1,2,3],\"d\":null,\"e\":true}",
                                              .geometry = geometries[data[0] & 3]};
    mintu_error error = {0};
    mintu_status status = mintu_style_eval(text, &options, &error, &value);
    FUZZ_CHECK((status == MINTU_STATUS_OK) == (value != NULL));
    FUZZ_CHECK(status <= MINTU_STATUS_UNSUPPORTED && status != MINTU_STATUS_USAGE);
    FUZZ_CHECK(status == MINTU_STATUS_OK || error.text[0]);
    free(value);
    free(text);
    return 0;
}
