/* mintu_scan_layer() and mintu_scan_group_layer(): the first byte is the geocoder, the rest the text. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    char *text = fuzz_bytes(data + 1, size - 1);
    const mintu_geocoder *geocoder = fuzz_geocoder(data[0]);
    mintu_scan *scan = NULL;
    mintu_layer *mentions = NULL, *groups = NULL;
    mintu_error error;
    FUZZ_CHECK(mintu_scan_text(geocoder, text, size - 1, &error, &scan) == MINTU_STATUS_OK);
    FUZZ_CHECK(mintu_scan_layer(fuzz_context(), geocoder, scan, &error, &mentions) == MINTU_STATUS_OK);
    FUZZ_CHECK(mintu_scan_group_layer(fuzz_context(), scan, &error, &groups) == MINTU_STATUS_OK);
    FUZZ_CHECK(mintu_layer_count(mentions) == mintu_scan_count(scan));
    FUZZ_CHECK(mintu_layer_count(groups) == mintu_scan_group_count(scan));
    mintu_layer_free(groups);
    mintu_layer_free(mentions);
    mintu_scan_free(scan);
    free(text);
    return 0;
}
