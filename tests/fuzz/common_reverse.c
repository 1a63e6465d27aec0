#include "fuzz.h"

const mintu_reverser *fuzz_reverser(void)
{
    static mintu_reverser *reverser;
    mintu_error error;
    if (!reverser && mintu_reverser_new(fuzz_context(), fuzz_gazetteer(), 0, &error, &reverser) != MINTU_STATUS_OK)
        fuzz_fail(error.text, __FILE__, __LINE__);
    return reverser;
}
