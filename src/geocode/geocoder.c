#include "geocode/geocoder.h"

#include "base/argument.h"
#include "gazetteer/gazetteer_date.h"
#include "geocode/candidates.h"
#include "geocode/match.h"

#include <stdlib.h>

static const char *const status_texts[MINTU_MATCH_STATUS_END] = {"unmatched", "ambiguous", "matched"};
static const char *const kind_texts[MINTU_MATCH_KIND_END] = {"", "code", "exact", "alias", "short", "latin", "fuzzy", "review"};

const char *mintu_match_status_text(mintu_match_status status)
{
    return (unsigned)status < MINTU_MATCH_STATUS_END ? status_texts[status] : "";
}

const char *mintu_match_kind_text(mintu_match_kind kind)
{
    return (unsigned)kind < MINTU_MATCH_KIND_END ? kind_texts[kind] : "";
}

mintu_status mintu_geocoder_new(const mintu_gazetteer *gazetteer, const mintu_geocode_options *options, mintu_error *error,
                                mintu_geocoder **out)
{
    if (MINTU_GIVEN_OUT(error, out, gazetteer) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options ? options->as_of : 0))
        return MINTU_STATUS_USAGE;
    if (options && (unsigned)options->level >= MINTU_LEVEL_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "making a geocoder: %d is no level; expected one of mintu_level",
                          (int)options->level);
    mintu_geocoder *geocoder = *out = calloc(1, sizeof *geocoder);
    if (!geocoder || !(geocoder->late = calloc(1, sizeof *geocoder->late))) {
        free(geocoder);
        *out = NULL;
        return mintu_fail_memory(error, "making a geocoder");
    }
    if (options)
        geocoder->options = *options;
    geocoder->options.as_of = mintu_gazetteer_date(gazetteer, geocoder->options.as_of);
    mintu_status status = mintu_index_build(gazetteer, geocoder->options.as_of, error, &geocoder->index);
    if (status == MINTU_STATUS_OK)
        status = mintu_variants_load(gazetteer, error, &geocoder->variants);
    if (status == MINTU_STATUS_OK)
        status = mintu_foreign_load(gazetteer, error, &geocoder->foreign);
    if (status == MINTU_STATUS_OK)
        status = mintu_elsewhere_load(gazetteer, error, &geocoder->elsewhere);
    if (status != MINTU_STATUS_OK) {
        mintu_geocoder_free(geocoder);
        *out = NULL;
    }
    return status;
}

void mintu_geocoder_free(mintu_geocoder *geocoder)
{
    if (!geocoder)
        return;
    mintu_index_free(&geocoder->index);
    mintu_variants_free(&geocoder->variants);
    mintu_foreign_free(&geocoder->foreign);
    mintu_elsewhere_free(&geocoder->elsewhere);
    mintu_transliterator_close(&geocoder->late->simplifier);
    mintu_fuzzy_free(geocoder->late->fuzzy);
    if (geocoder->late->table)
        geocoder->late->free_table(geocoder->late->table);
    free(geocoder->late);
    free(geocoder);
}

mintu_status mintu_match_name(const mintu_geocoder *geocoder, const char *name, const mintu_evidence_given *evidence,
                              mintu_error *error, mintu_match *out)
{
    *out = (mintu_match){0};
    mintu_candidates candidates = {0};
    mintu_status status = mintu_collect(geocoder, name, error, &candidates);
    if (status == MINTU_STATUS_OK)
        mintu_match_decide_by(geocoder, evidence, &candidates, out);
    out->rest = out->status == MINTU_MATCH_STATUS_UNMATCHED ? 0 : candidates.rest;
    free(candidates.items);
    return status;
}

mintu_status mintu_geocoder_match(const mintu_geocoder *geocoder, const char *name, mintu_error *error, mintu_match *out)
{
    if (MINTU_GIVEN(error, geocoder, name, out))
        return MINTU_STATUS_USAGE;
    return mintu_match_name(geocoder, name, &(mintu_evidence_given){.roster = true}, error, out);
}
