/* mintu_batch_load() and all that a batch answers: the first byte is the geocoder and the kind of file, the rest the file. */
#include "fuzz.h"

enum { LINES = 0x80, FIELD = 0x40, GEOJSON = 0x20 };

static void check_rows(const mintu_batch *batch)
{
    size_t counts = 0, rows = mintu_batch_count(batch);
    for (int status = 0; status < MINTU_MATCH_STATUS_END; status++)
        counts += mintu_batch_status_count(batch, (mintu_match_status)status);
    FUZZ_CHECK(counts <= rows); /* blank lines of a list have none */
    for (size_t row = 0; row <= rows; row++) {
        mintu_match match;
        mintu_batch_match(batch, row, &match);
        fuzz_check_match(&match);
        FUZZ_CHECK(mintu_batch_query(batch, row) != NULL);
    }
    FUZZ_CHECK(mintu_batch_review_count(batch) <= rows);
    FUZZ_CHECK(mintu_batch_problem_count(batch) <= MINTU_BATCH_PROBLEMS);
    FUZZ_CHECK(mintu_batch_problem_count(batch) <= mintu_batch_problem_total(batch));
    for (size_t i = 0; i < mintu_batch_problem_count(batch); i++)
        FUZZ_CHECK(mintu_batch_problem_at(batch, i)->text[0] != '\0');
    FUZZ_CHECK(mintu_batch_problem_at(batch, mintu_batch_problem_count(batch)) == NULL);
}

static void check_outputs(const mintu_batch *batch)
{
    mintu_layer *layer = NULL;
    mintu_error error;
    mintu_status status = mintu_batch_layer(fuzz_context(), batch, &error, &layer);
    FUZZ_CHECK(status == MINTU_STATUS_OK || status == MINTU_STATUS_INPUT);
    FUZZ_CHECK(!layer || mintu_layer_count(layer) == mintu_batch_count(batch));
    mintu_layer_free(layer);
    FUZZ_CHECK(mintu_batch_write(batch, "/dev/null", &error) == MINTU_STATUS_OK);
    FUZZ_CHECK(mintu_batch_review_write(batch, "/dev/null", &error) == MINTU_STATUS_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const char *name = data[0] & GEOJSON ? "input.geojson" : data[0] & LINES ? "input.txt" : "input.csv";
    const char *path = fuzz_file(name, data + 1, size - 1);
    mintu_batch_options options = {.field = data[0] & FIELD ? "a,b" : NULL};
    mintu_batch *batch = NULL;
    mintu_error error;
    mintu_status status = mintu_batch_load(fuzz_context(), fuzz_geocoder(data[0]), path, &options, &error, &batch);
    FUZZ_CHECK(status == MINTU_STATUS_OK || status == MINTU_STATUS_INPUT || status == MINTU_STATUS_USAGE);
    if (status == MINTU_STATUS_OK) {
        check_rows(batch);
        check_outputs(batch);
    }
    mintu_batch_free(batch);
    return 0;
}
