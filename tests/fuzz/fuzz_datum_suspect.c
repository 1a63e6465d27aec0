/* mintu_datum_suspect(): the first byte is the datum declared and how the rest becomes points, half given, half reference. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    size_t count;
    double *points = fuzz_points(data + 1, size - 1, data[0] & 0x80, &count);
    mintu_datum declared = (mintu_datum)(data[0] % 16 % MINTU_DATUM_END);
    mintu_datum_check check;
    mintu_error error;
    size_t half = count / 2;
    mintu_status status = mintu_datum_suspect(points, points + 2 * half, half, declared, &error, &check);
    FUZZ_CHECK(status == MINTU_STATUS_OK);
    FUZZ_CHECK(check.declared == declared && check.fits < MINTU_DATUM_END);
    FUZZ_CHECK(check.suspect == (check.fits != declared) && check.pairs <= half && (!check.suspect || check.pairs >= 8));
    free(points);
    return 0;
}
