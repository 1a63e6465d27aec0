#include "base/argument.h"
#include "geocode/context_votes.h"
#include "geocode/geocoder.h"
#include "geocode/result.h"
#include "layer/layer_end.h"

/* When other names count, all are matched twice: first by themselves, which gives the votes, then by the votes. */
static mintu_status add_rows(const mintu_geocoder *geocoder, const char *const *names, size_t count, mintu_error *error,
                             mintu_layer *layer, mintu_buffer *remarks)
{
    bool context = geocoder->options.context;
    mintu_votes votes = {.counts = NULL};
    mintu_status status = context ? mintu_votes_new(geocoder, error, &votes) : MINTU_STATUS_OK;
    for (int last = !context; last < 2; last++) {
        const mintu_evidence_given evidence = {.votes = last && context ? &votes : NULL, .roster = last};
        for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
            mintu_match match;
            status = mintu_match_name(geocoder, names[i], &evidence, error, &match);
            if (status == MINTU_STATUS_OK && !last) {
                mintu_votes_add(geocoder, &match, &votes);
            } else if (status == MINTU_STATUS_OK) {
                mintu_row row = mintu_row_append(layer, error);
                status = mintu_result_fill(geocoder, names[i], &match, &row);
                mintu_result_remark(geocoder, &match, remarks);
            }
        }
    }
    mintu_votes_free(&votes);
    return status;
}

mintu_status mintu_geocoder_layer(mintu_context *context, const mintu_geocoder *geocoder, const char *const *names,
                                  size_t count, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, geocoder) || (count && MINTU_GIVEN(error, names)))
        return MINTU_STATUS_USAGE;
    mintu_status status = mintu_rows_new(context, "geocoded", mintu_result_fields, mintu_result_count(geocoder), error, out);
    mintu_buffer remarks = {0};
    if (status == MINTU_STATUS_OK)
        status = add_rows(geocoder, names, count, error, *out, &remarks);
    if (status == MINTU_STATUS_OK)
        status = mintu_result_note(geocoder, &remarks, *out, error);
    mintu_buffer_free(&remarks);
    return mintu_layer_end(status, out);
}
