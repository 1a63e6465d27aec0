/* mintu_reverser_counties(), which must say the same as mintu_reverser_find(). */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    size_t count;
    double *points = fuzz_points(data + 1, size - 1, data[0] & 1, &count);
    const mintu_place **counties = malloc((count + 1) * sizeof *counties);
    FUZZ_CHECK(counties != NULL);
    mintu_reverser_counties(fuzz_reverser(), points, count, counties);
    for (size_t i = 0; i < count; i++) {
        mintu_location location;
        mintu_reverser_find(fuzz_reverser(), points[2 * i], points[2 * i + 1], &location);
        FUZZ_CHECK(location.county == counties[i]);
    }
    free(counties);
    free(points);
    return 0;
}
