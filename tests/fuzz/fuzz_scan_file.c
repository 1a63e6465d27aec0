/* mintu_scan_file(): the first byte is the geocoder, the rest the file. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    mintu_scan *scan = NULL;
    mintu_error error;
    const char *path = fuzz_file("input.txt", data + 1, size - 1);
    mintu_status status = mintu_scan_file(fuzz_geocoder(data[0]), path, &error, &scan);
    FUZZ_CHECK(status == MINTU_STATUS_OK || status == MINTU_STATUS_INPUT);
    if (status == MINTU_STATUS_OK) {
        const char *encoding = mintu_scan_encoding(scan);
        fuzz_check_scan(scan);
        FUZZ_CHECK(!encoding || (encoding[0] && mintu_scan_invalid(scan) == 0)); /* what is converted is UTF-8 */
    }
    mintu_scan_free(scan);
    return 0;
}
