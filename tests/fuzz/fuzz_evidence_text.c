/* mintu_evidence_text() for numbers of any value. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int32_t number;
    if (size < sizeof number)
        return 0;
    memcpy(&number, data, sizeof number);
    FUZZ_CHECK(strlen(mintu_evidence_text((mintu_evidence)number)) < 16);
    return 0;
}
