/* mintu_reverser_stream(): the first byte is the options, the rest a file, CSV or GeoJSON. */
#include "fuzz.h"

enum { GEOJSON = 0x80, NAMES = 0x40, FIELDS = 0x20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const char *path = fuzz_file(data[0] & GEOJSON ? "input.geojson" : "input.csv", data + 1, size - 1);
    mintu_reverse_options options = {.target = "/dev/null", .datum = (mintu_datum)(data[0] % 16 % MINTU_DATUM_END)};
    options.name_field = data[0] & NAMES ? "name" : NULL;
    options.lon_field = data[0] & FIELDS ? "a" : NULL;
    options.lat_field = data[0] & FIELDS ? "b" : NULL;
    mintu_reverse_summary summary;
    mintu_error error;
    mintu_status status = mintu_reverser_stream(fuzz_context(), fuzz_reverser(), path, &options, &error, &summary);
    if (status == MINTU_STATUS_OK || status == MINTU_STATUS_FINDINGS)
        FUZZ_CHECK(summary.rows == summary.inside + summary.outside + summary.invalid);
    else
        FUZZ_CHECK(status == MINTU_STATUS_INPUT || status == MINTU_STATUS_USAGE);
    return 0;
}
