#include "geocode/match.h"

#include <stdlib.h>
#include <string.h>

static const char *const status_texts[MINTU_MATCH_STATUS_END] = {"unmatched", "ambiguous", "matched"};
static const char *const kind_texts[MINTU_MATCH_KIND_END] = {"", "code", "exact", "alias", "short", "latin"};

const char *mintu_match_status_text(mintu_match_status status)
{
    return (unsigned)status < MINTU_MATCH_STATUS_END ? status_texts[status] : "";
}

const char *mintu_match_kind_text(mintu_match_kind kind)
{
    return (unsigned)kind < MINTU_MATCH_KIND_END ? kind_texts[kind] : "";
}

void mintu_geocode_options_init(mintu_geocode_options *options)
{
    *options = (mintu_geocode_options){.level = MINTU_LEVEL_END};
}

mintu_status mintu_geocoder_new(const mintu_gazetteer *gazetteer, const mintu_geocode_options *options, mintu_error *error,
                                mintu_geocoder **out)
{
    *out = NULL;
    mintu_geocoder *geocoder = calloc(1, sizeof *geocoder);
    if (!geocoder || !(geocoder->simplifier = calloc(1, sizeof *geocoder->simplifier))) {
        free(geocoder);
        return mintu_fail_memory(error, "making a geocoder");
    }
    mintu_geocode_options_init(&geocoder->options);
    if (options)
        geocoder->options = *options;
    geocoder->options.as_of = mintu_gazetteer_date(gazetteer, geocoder->options.as_of);
    mintu_status status = mintu_index_build(gazetteer, geocoder->options.as_of, error, &geocoder->index);
    if (status != MINTU_STATUS_OK) {
        mintu_geocoder_free(geocoder);
        return status;
    }
    *out = geocoder;
    return MINTU_STATUS_OK;
}

void mintu_geocoder_free(mintu_geocoder *geocoder)
{
    if (!geocoder)
        return;
    mintu_index_free(&geocoder->index);
    mintu_simplifier_close(geocoder->simplifier);
    free(geocoder->simplifier);
    free(geocoder);
}

/* The place of a code: as it is, or filled up with zeros as in statistics (350524110000, 350524000). */
static const mintu_place *find_code(const mintu_gazetteer *gazetteer, const char *text, size_t size)
{
    char code[16];
    if (size < 6 || size > 12 || strspn(text, "0123456789") != size)
        return NULL;
    memcpy(code, text, size + 1);
    const mintu_place *place = mintu_gazetteer_find(gazetteer, code);
    while (!place && size > 6 && size % 3 == 0 && strcmp(code + size - 3, "000") == 0) {
        size -= 3;
        code[size] = '\0';
        place = mintu_gazetteer_find(gazetteer, code);
    }
    return place;
}

static mintu_status collect(const mintu_geocoder *geocoder, const char *name, mintu_candidates *candidates, mintu_error *error)
{
    char text[MINTU_NAME_SIZE], simplified[MINTU_NAME_SIZE];
    size_t size;
    mintu_status status = mintu_name_normalise(name, error, text, &size);
    if (status != MINTU_STATUS_OK || size == 0)
        return status;
    if (!mintu_parse_name(&geocoder->index, text, size, candidates))
        return mintu_fail_memory(error, "matching a name");
    if (candidates->count || (unsigned char)text[0] < 0x80)
        return MINTU_STATUS_OK;
    status = mintu_name_simplify(geocoder->simplifier, text, error, simplified, &size);
    if (status == MINTU_STATUS_OK && size && !mintu_parse_name(&geocoder->index, simplified, size, candidates))
        status = mintu_fail_memory(error, "matching a name");
    return status;
}

mintu_status mintu_geocoder_match(const mintu_geocoder *geocoder, const char *name, mintu_error *error, mintu_match *out)
{
    *out = (mintu_match){0};
    const mintu_place *place = find_code(geocoder->index.gazetteer, name, strlen(name));
    if (place) {
        mintu_candidate candidate = {mintu_gazetteer_index(geocoder->index.gazetteer, place), MINTU_MATCH_KIND_CODE, false,
                                     true};
        mintu_match_decide(geocoder, &(mintu_candidates){&candidate, 1, 1}, out);
        return MINTU_STATUS_OK;
    }
    mintu_candidates candidates = {0};
    mintu_status status = collect(geocoder, name, &candidates, error);
    if (status == MINTU_STATUS_OK)
        mintu_match_decide(geocoder, &candidates, out);
    free(candidates.items);
    return status;
}
