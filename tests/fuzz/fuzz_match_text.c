/* mintu_match_status_text() and mintu_match_kind_text() for numbers of any value. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int32_t number;
    if (size < sizeof number)
        return 0;
    memcpy(&number, data, sizeof number);
    FUZZ_CHECK(strlen(mintu_match_status_text((mintu_match_status)number)) < 16);
    FUZZ_CHECK(strlen(mintu_match_kind_text((mintu_match_kind)number)) < 16);
    return 0;
}
