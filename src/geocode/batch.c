#include "base/argument.h"
#include "base/message.h"
#include "geocode/batch_data.h"

#include "base/context.h"
#include "gazetteer/places.h"
#include "geocode/batch_queries.h"
#include "geocode/batch_review.h"
#include "geocode/context_votes.h"
#include "geocode/geocoder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("geocoding a file");

static const mintu_decision *decision_of(const mintu_batch *batch, const char *query)
{
    size_t at;
    if (!mintu_textmap_get(&batch->decided, query, &at) || !batch->decisions[at].decided)
        return NULL;
    return &batch->decisions[at];
}

/* What a person has decided, or what the evidence says. */
static mintu_status answer(const mintu_batch *batch, const char *query, const mintu_evidence_given *evidence,
                           mintu_error *error, mintu_match *out)
{
    const mintu_decision *decision = decision_of(batch, query);
    if (!decision)
        return mintu_match_name(batch->geocoder, query, evidence, error, out);
    *out = (mintu_match){.kind = MINTU_MATCH_KIND_REVIEW};
    if (decision->place) {
        out->status = MINTU_MATCH_STATUS_MATCHED;
        out->score = 1;
        out->place = &batch->geocoder->index.gazetteer->places[decision->place - 1];
    }
    return MINTU_STATUS_OK;
}

static bool keep(mintu_batch *batch, size_t row, const mintu_match *match)
{
    const mintu_gazetteer *gazetteer = batch->geocoder->index.gazetteer;
    size_t listed = match->candidate_count < MINTU_MATCH_CANDIDATES ? match->candidate_count : MINTU_MATCH_CANDIDATES;
    if (!MINTU_ARRAY_RESERVE(batch->candidates, batch->candidate_room, batch->candidate_count + listed + 1))
        return false;
    batch->answers[row] = (mintu_answer){
        .place = match->place ? (uint32_t)mintu_gazetteer_index(gazetteer, match->place) + 1 : 0,
        .candidate_count = (uint32_t)match->candidate_count,
        .candidates = batch->candidate_count,
        .score = match->score,
        .status = (uint8_t)match->status,
        .kind = (uint8_t)match->kind,
        .context = match->context,
    };
    for (size_t i = 0; i < listed; i++)
        batch->candidates[batch->candidate_count++] = (uint32_t)mintu_gazetteer_index(gazetteer, match->candidates[i]);
    bool blank = batch->sheet.columns == 1 && !mintu_batch_query(batch, row)[0]; /* of a list, where nobody asked */
    batch->statuses[match->status] += !blank;
    return true;
}

/* When other names count, all are answered twice: first by themselves, which gives the votes, then by the votes. */
static mintu_status answer_all(mintu_batch *batch, mintu_error *error)
{
    bool context = batch->geocoder->options.context;
    mintu_votes votes = {.counts = NULL};
    batch->answers = calloc(batch->sheet.count + 1, sizeof *batch->answers);
    if (!batch->answers)
        return mintu_fail_memory(error, DOING);
    mintu_status status = context ? mintu_votes_new(batch->geocoder, error, &votes) : MINTU_STATUS_OK;
    for (int last = !context; last < 2; last++) {
        const mintu_evidence_given evidence = {.votes = last && context ? &votes : NULL, .roster = last};
        for (size_t row = 0; row < batch->sheet.count && status == MINTU_STATUS_OK; row++) {
            mintu_match match;
            status = mintu_context_steps(batch->context, row, (double)NAN, DOING, error);
            if (status == MINTU_STATUS_OK)
                status = answer(batch, mintu_batch_query(batch, row), &evidence, error, &match);
            if (status == MINTU_STATUS_OK && !last)
                mintu_votes_add(batch->geocoder, &match, &votes);
            else if (status == MINTU_STATUS_OK && !keep(batch, row, &match))
                status = mintu_fail_memory(error, DOING);
        }
    }
    mintu_votes_free(&votes);
    return status;
}

mintu_status mintu_batch_load(mintu_context *context, const mintu_geocoder *geocoder, const char *path,
                              const mintu_batch_options *options, mintu_error *error, mintu_batch **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, geocoder, path) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    mintu_batch_options none = {.field = NULL};
    options = options ? options : &none;
    mintu_batch *batch = *out = calloc(1, sizeof *batch);
    if (!batch)
        return mintu_fail_memory(error, DOING);
    batch->context = context;
    batch->geocoder = geocoder;
    mintu_status status = mintu_sheet_load(context, path, geocoder, &batch->problems, error, &batch->sheet);
    if (status == MINTU_STATUS_OK)
        status = mintu_batch_queries(batch, batch->sheet.source, options->field, error);
    if (status == MINTU_STATUS_OK && options->review)
        status = mintu_batch_decide(context, batch, options->review, error);
    if (status == MINTU_STATUS_OK)
        status = answer_all(batch, error);
    if (status != MINTU_STATUS_OK) {
        mintu_batch_free(batch);
        *out = NULL;
    }
    return status;
}

void mintu_batch_free(mintu_batch *batch)
{
    if (!batch)
        return;
    mintu_sheet_free(&batch->sheet);
    mintu_sheet_free(&batch->review);
    mintu_problems_free(&batch->problems);
    mintu_buffer_free(&batch->queries);
    mintu_textmap_free(&batch->decided);
    mintu_textmap_free(&batch->reviewed);
    free(batch->query_starts);
    free(batch->answers);
    free(batch->candidates);
    for (size_t i = 0; i < batch->decision_count; i++)
        free(batch->decisions[i].query);
    free(batch->decisions);
    free(batch);
}

size_t mintu_batch_count(const mintu_batch *batch)
{
    return batch ? batch->sheet.count : 0;
}

size_t mintu_batch_status_count(const mintu_batch *batch, mintu_match_status status)
{
    return batch && (unsigned)status < MINTU_MATCH_STATUS_END ? batch->statuses[status] : 0;
}

void mintu_batch_match(const mintu_batch *batch, size_t row, mintu_match *out)
{
    if (!out)
        return;
    *out = (mintu_match){.status = MINTU_MATCH_STATUS_UNMATCHED};
    if (!batch || row >= batch->sheet.count)
        return;
    const mintu_answer *answer_kept = &batch->answers[row];
    const mintu_place *places = batch->geocoder->index.gazetteer->places;
    out->status = (mintu_match_status)answer_kept->status;
    out->kind = (mintu_match_kind)answer_kept->kind;
    out->score = answer_kept->score;
    out->context = answer_kept->context;
    out->place = answer_kept->place ? &places[answer_kept->place - 1] : NULL;
    out->candidate_count = answer_kept->candidate_count;
    for (size_t i = 0; i < out->candidate_count && i < MINTU_MATCH_CANDIDATES; i++)
        out->candidates[i] = &places[batch->candidates[answer_kept->candidates + i]];
}

size_t mintu_batch_problem_count(const mintu_batch *batch)
{
    return batch ? batch->problems.count : 0;
}

size_t mintu_batch_problem_total(const mintu_batch *batch)
{
    return batch ? batch->problems.total : 0;
}

const mintu_batch_problem *mintu_batch_problem_at(const mintu_batch *batch, size_t index)
{
    return batch && index < batch->problems.count ? &batch->problems.items[index] : NULL;
}
