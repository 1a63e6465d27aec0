/* mintu_batch_load() with a review file: the first byte is the geocoder, the rest the file. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char table[] = "name\n水头\n龙门\n洋中\n不是地名\n龙门\n\n";
    char path[128];
    if (size < 1)
        return 0;
    snprintf(path, sizeof path, "%s", fuzz_file("input.csv", (const uint8_t *)table, sizeof table - 1));
    mintu_batch_options options = {.review = fuzz_file("review.csv", data + 1, size - 1)};
    mintu_batch *batch = NULL;
    mintu_error error;
    mintu_status status = mintu_batch_load(fuzz_context(), fuzz_geocoder(data[0]), path, &options, &error, &batch);
    FUZZ_CHECK(status == MINTU_STATUS_OK || status == MINTU_STATUS_INPUT);
    for (size_t row = 0; batch && row < mintu_batch_count(batch); row++) {
        mintu_match match;
        mintu_batch_match(batch, row, &match);
        fuzz_check_match(&match);
    }
    if (batch)
        FUZZ_CHECK(mintu_batch_review_write(batch, "/dev/null", &error) == MINTU_STATUS_OK);
    mintu_batch_free(batch);
    return 0;
}
