/* mintu_reverser_position_parse(): the first byte is the datum, then longitude and latitude on a line each. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    char *lon = fuzz_text(data + 1, size - 1), *end = strchr(lon, '\n'), *lat = end ? end + 1 : lon + strlen(lon);
    if (end)
        *end = '\0';
    double position[2];
    mintu_error error;
    mintu_datum datum = (mintu_datum)(data[0] % MINTU_DATUM_END);
    mintu_status status = mintu_reverser_position_parse(fuzz_reverser(), lon, lat, datum, &error, position);
    FUZZ_CHECK(status == MINTU_STATUS_OK || status == MINTU_STATUS_INPUT);
    if (status == MINTU_STATUS_OK)
        FUZZ_CHECK(fabs(position[0]) <= 180.1 && fabs(position[1]) <= 90.1);
    else
        FUZZ_CHECK(error.text[0] != '\0');
    free(lon);
    return 0;
}
