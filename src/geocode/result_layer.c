#include "base/date.h"
#include "base/utf8.h"
#include "gazetteer/rows.h"
#include "geocode/match.h"

#include <math.h>
#include <string.h>

static const mintu_field fields[] = {
    {"query", MINTU_FIELD_TYPE_TEXT},      {"status", MINTU_FIELD_TYPE_TEXT}, {"name", MINTU_FIELD_TYPE_TEXT},
    {"level", MINTU_FIELD_TYPE_TEXT},      {"code", MINTU_FIELD_TYPE_TEXT},   {"county", MINTU_FIELD_TYPE_TEXT},
    {"prefecture", MINTU_FIELD_TYPE_TEXT}, {"lon", MINTU_FIELD_TYPE_REAL},    {"lat", MINTU_FIELD_TYPE_REAL},
    {"precision", MINTU_FIELD_TYPE_TEXT},  {"match", MINTU_FIELD_TYPE_TEXT},  {"score", MINTU_FIELD_TYPE_REAL},
    {"candidates", MINTU_FIELD_TYPE_TEXT},
};

static const char *name_then(const mintu_geocoder *geocoder, const mintu_place *place)
{
    return place ? mintu_gazetteer_then(geocoder->index.gazetteer, place, geocoder->index.date).name : "";
}

static const mintu_place *within(const mintu_geocoder *geocoder, const mintu_place *place, mintu_level level)
{
    return place ? mintu_gazetteer_within(geocoder->index.gazetteer, place, level, geocoder->index.date) : NULL;
}

/* `name@county`; a county stands with its prefecture, and so on up. */
static void add_candidate(const mintu_geocoder *geocoder, const mintu_place *place, mintu_buffer *text)
{
    const mintu_place *above = place->level ? within(geocoder, place, (mintu_level)(place->level - 1)) : NULL;
    mintu_buffer_format(text, "%s%s", text->size ? "|" : "", name_then(geocoder, place));
    if (above)
        mintu_buffer_format(text, "@%s", name_then(geocoder, above));
}

/* The query as valid UTF-8: each byte that is not becomes U+FFFD, since no format can hold it. */
static void add_query(const char *query, mintu_buffer *text)
{
    size_t size = strlen(query), bad;
    while (!mintu_utf8_valid(query, size, &bad)) {
        mintu_buffer_add(text, query, bad);
        mintu_buffer_text(text, "\xEF\xBF\xBD");
        query += bad + 1;
        size -= bad + 1;
    }
    mintu_buffer_add(text, query, size);
}

static mintu_status add_row(mintu_layer *layer, const mintu_geocoder *geocoder, const char *query, const mintu_match *match,
                            mintu_error *error)
{
    const mintu_place *place = match->place;
    mintu_buffer candidates = {0}, text = {0};
    mintu_buffer_text(&candidates, "");
    add_query(query, &text);
    for (size_t i = 0; i < match->candidate_count && i < MINTU_MATCH_CANDIDATES; i++)
        add_candidate(geocoder, match->candidates[i], &candidates);
    if (candidates.failed || text.failed) {
        mintu_buffer_free(&candidates);
        mintu_buffer_free(&text);
        return mintu_fail_memory(error, "listing matches");
    }
    mintu_row row = mintu_row_append(layer, error);
    mintu_row_text(&row, text.data);
    mintu_row_text(&row, mintu_match_status_text(match->status));
    mintu_row_text(&row, name_then(geocoder, place));
    mintu_row_text(&row, place ? mintu_level_text(place->level) : "");
    mintu_row_text(&row, place ? place->code : "");
    mintu_row_text(&row, name_then(geocoder, within(geocoder, place, MINTU_LEVEL_COUNTY)));
    mintu_row_text(&row, name_then(geocoder, within(geocoder, place, MINTU_LEVEL_PREFECTURE)));
    mintu_row_number(&row, place ? place->lon : NAN);
    mintu_row_number(&row, place ? place->lat : NAN);
    mintu_row_text(&row, place ? place->precision : "");
    mintu_row_text(&row, mintu_match_kind_text(match->kind));
    mintu_row_number(&row, match->score);
    mintu_row_text(&row, candidates.data);
    mintu_row_point(&row, place ? place->lon : NAN, place ? place->lat : NAN);
    mintu_buffer_free(&candidates);
    mintu_buffer_free(&text);
    return row.status;
}

static mintu_status note_date(mintu_layer *layer, const mintu_geocoder *geocoder, mintu_error *error)
{
    char date[11];
    mintu_date_format(geocoder->index.date, date);
    mintu_status status = mintu_layer_note_set(layer, "title", "geocoded names", error);
    return status == MINTU_STATUS_OK ? mintu_layer_note_set(layer, "as-of", date, error) : status;
}

mintu_status mintu_geocoder_layer(mintu_context *context, const mintu_geocoder *geocoder, const char *const *names,
                                  size_t count, mintu_error *error, mintu_layer **out)
{
    *out = NULL;
    mintu_layer *layer = NULL;
    mintu_status status = mintu_rows_new(context, "geocoded", fields, sizeof fields / sizeof fields[0], error, &layer);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        mintu_match match;
        status = mintu_geocoder_match(geocoder, names[i], error, &match);
        if (status == MINTU_STATUS_OK)
            status = add_row(layer, geocoder, names[i], &match, error);
    }
    if (status == MINTU_STATUS_OK)
        status = note_date(layer, geocoder, error);
    if (status != MINTU_STATUS_OK) {
        mintu_layer_free(layer);
        return status;
    }
    *out = layer;
    return MINTU_STATUS_OK;
}
