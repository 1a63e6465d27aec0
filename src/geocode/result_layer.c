#include "geocode/context_votes.h"
#include "geocode/geocoder.h"
#include "geocode/result.h"

/* Counts the names that are certain by themselves. */
static mintu_status gather(const mintu_geocoder *geocoder, const char *const *names, size_t count, mintu_error *error,
                           mintu_votes *votes)
{
    mintu_evidence_given nothing = {.roster = false};
    mintu_status status = mintu_votes_new(geocoder, error, votes);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        mintu_match match;
        status = mintu_match_name(geocoder, names[i], &nothing, error, &match);
        if (status == MINTU_STATUS_OK)
            mintu_votes_add(geocoder, &match, votes);
    }
    return status;
}

static mintu_status add_rows(const mintu_geocoder *geocoder, const char *const *names, size_t count, mintu_error *error,
                             mintu_layer *layer)
{
    mintu_votes votes = {.counts = NULL};
    mintu_evidence_given evidence = {.roster = true};
    mintu_status status = MINTU_STATUS_OK;
    if (geocoder->options.context) {
        status = gather(geocoder, names, count, error, &votes);
        evidence.votes = &votes;
    }
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        mintu_match match;
        status = mintu_match_name(geocoder, names[i], &evidence, error, &match);
        if (status != MINTU_STATUS_OK)
            break;
        mintu_row row = mintu_row_append(layer, error);
        status = mintu_result_fill(geocoder, names[i], &match, &row);
    }
    mintu_votes_free(&votes);
    return status;
}

mintu_status mintu_geocoder_layer(mintu_context *context, const mintu_geocoder *geocoder, const char *const *names,
                                  size_t count, mintu_error *error, mintu_layer **out)
{
    *out = NULL;
    mintu_layer *layer = NULL;
    mintu_status status = mintu_rows_new(context, "geocoded", mintu_result_fields, mintu_result_count(geocoder), error, &layer);
    if (status == MINTU_STATUS_OK)
        status = add_rows(geocoder, names, count, error, layer);
    if (status == MINTU_STATUS_OK)
        status = mintu_result_note(geocoder, layer, error);
    if (status != MINTU_STATUS_OK) {
        mintu_layer_free(layer);
        return status;
    }
    *out = layer;
    return MINTU_STATUS_OK;
}
