/* mintu_geocoder_layer(): the first byte is the geocoder, then one name per line. */
#include "fuzz.h"

enum { NAMES = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    char *text = fuzz_text(data + 1, size - 1);
    const char *names[NAMES];
    size_t count = 0;
    for (char *line = text; line && count < NAMES;) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        names[count++] = line;
        line = end ? end + 1 : NULL;
    }
    mintu_layer *layer = NULL;
    mintu_error error;
    FUZZ_CHECK(mintu_geocoder_layer(fuzz_context(), fuzz_geocoder(data[0]), names, count, &error, &layer) == MINTU_STATUS_OK);
    FUZZ_CHECK(mintu_layer_count(layer) == count);
    mintu_layer_free(layer);
    free(text);
    return 0;
}
