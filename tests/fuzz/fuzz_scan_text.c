/* mintu_scan_text() and all that a scan answers: the first byte is the geocoder, the rest the text. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    char *text = fuzz_bytes(data + 1, size - 1);
    mintu_scan *scan = NULL;
    mintu_error error;
    size_t kept;
    FUZZ_CHECK(mintu_scan_text(fuzz_geocoder(data[0]), text, size - 1, &error, &scan) == MINTU_STATUS_OK);
    FUZZ_CHECK(mintu_scan_bytes(scan, &kept) == text && kept == size - 1);
    fuzz_check_scan(scan);
    mintu_scan_free(scan);
    free(text);
    return 0;
}
