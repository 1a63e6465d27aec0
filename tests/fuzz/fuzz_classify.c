/* mintu_classify(): the first byte is the method, the second the number of classes, the rest are values of any bit pattern. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    size_t pairs;
    double *values = fuzz_points(data + 2, size - 2, false, &pairs);
    mintu_classes classes;
    mintu_error error;
    size_t wanted = data[1] % (MINTU_CLASSES + 2);
    mintu_classify_options options = {.method = (mintu_classify_method)(data[0] % (MINTU_CLASSIFY_END + 1)), .classes = wanted};
    if (mintu_classify(values, 2 * pairs, &options, &error, &classes) == MINTU_STATUS_OK) {
        FUZZ_CHECK(classes.count >= 1 && classes.count <= wanted);
        size_t members = classes.no_data + classes.outside;
        for (size_t i = 0; i < classes.count; i++)
            members += classes.members[i];
        FUZZ_CHECK(members == 2 * pairs);
    }
    free(values);
    return 0;
}
