/* mintu_reverser_layer(): the first byte says how the rest becomes points. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    size_t count;
    double *points = fuzz_points(data + 1, size - 1, data[0] & 1, &count);
    mintu_layer *layer = NULL;
    mintu_error error;
    FUZZ_CHECK(mintu_reverser_layer(fuzz_context(), fuzz_reverser(), points, count, &error, &layer) == MINTU_STATUS_OK);
    FUZZ_CHECK(mintu_layer_count(layer) == count);
    mintu_layer_free(layer);
    free(points);
    return 0;
}
