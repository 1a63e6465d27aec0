/* mintu_notice_read(), its tables and JSON: the first byte is the geocoder, the rest the text. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"sections",    "tasks",    "task_agencies", "task_targets",
                                        "task_places", "agencies", "findings"};
    if (size < 1)
        return 0;
    char *text = fuzz_bytes(data + 1, size - 1), *json = NULL;
    mintu_notice *notice = NULL;
    mintu_layer *layer = NULL;
    mintu_error error;
    mintu_status status = mintu_notice_read(fuzz_geocoder(data[0]), text, size - 1, &error, &notice);
    FUZZ_CHECK((status == MINTU_STATUS_OK && mintu_notice_count(notice) > 0) || (status == MINTU_STATUS_INPUT && !notice));
    free(text); /* the notice needs it no longer */
    for (size_t i = 0; notice && i < sizeof names / sizeof *names; i++) {
        FUZZ_CHECK(mintu_notice_layer(fuzz_context(), notice, names[i], &error, &layer) == MINTU_STATUS_OK);
        mintu_layer_free(layer);
    }
    if (notice) {
        FUZZ_CHECK(mintu_notice_json(notice, &error, &json) == MINTU_STATUS_OK);
        size_t sum = 0;
        for (int i = 0; i < MINTU_TASK_STATUS_END; i++)
            sum += mintu_notice_status_count(notice, (mintu_task_status)i);
        FUZZ_CHECK(sum == mintu_notice_count(notice));
        FUZZ_CHECK(mintu_notice_finding_at(notice, mintu_notice_finding_count(notice)) == NULL);
        FUZZ_CHECK(mintu_notice_finding_count(notice) <= mintu_notice_finding_total(notice));
    }
    free(json);
    mintu_notice_free(notice);
    return 0;
}
