/* mintu_reverser_new(): a date of any value, then points. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int32_t date;
    if (size < sizeof date)
        return 0;
    memcpy(&date, data, sizeof date);
    mintu_reverser *reverser = NULL;
    mintu_error error;
    mintu_status status = mintu_reverser_new(fuzz_context(), fuzz_gazetteer(), date, &error, &reverser);
    FUZZ_CHECK((status == MINTU_STATUS_OK) == (reverser != NULL));
    size_t count;
    double *points = fuzz_points(data + sizeof date, size - sizeof date, true, &count);
    for (size_t i = 0; reverser && i < count; i++) {
        mintu_location location;
        mintu_reverser_find(reverser, points[2 * i], points[2 * i + 1], &location);
        FUZZ_CHECK(isnan(location.distance_m) == (location.township == NULL));
    }
    free(points);
    mintu_reverser_free(reverser);
    return 0;
}
