/* mintu_reverser_find(): the first byte says how the rest becomes points. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    size_t count;
    double *points = fuzz_points(data + 1, size - 1, data[0] & 1, &count);
    for (size_t i = 0; i < count; i++) {
        mintu_location location;
        mintu_reverser_find(fuzz_reverser(), points[2 * i], points[2 * i + 1], &location);
        FUZZ_CHECK(!location.county || location.county->level == MINTU_LEVEL_COUNTY);
        FUZZ_CHECK(location.county || !location.prefecture);
        FUZZ_CHECK(!location.township || location.township->level == MINTU_LEVEL_TOWNSHIP);
        FUZZ_CHECK(location.township ? location.distance_m >= 0 : isnan(location.distance_m));
    }
    free(points);
    return 0;
}
