/* mintu_geocoder_match(): the first byte is the geocoder, the rest the name. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    char *name = fuzz_text(data + 1, size - 1);
    mintu_match match;
    mintu_error error;
    FUZZ_CHECK(mintu_geocoder_match(fuzz_geocoder(data[0]), name, &error, &match) == MINTU_STATUS_OK);
    fuzz_check_match(&match);
    free(name);
    return 0;
}
