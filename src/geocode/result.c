#include "geocode/result.h"

#include "base/utf8.h"
#include "format/csv.h"
#include "format/csv_field.h"
#include "format/number.h"
#include "gazetteer/change_window.h"

#include <mintu/date.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

const mintu_field mintu_result_fields[MINTU_RESULTS_BOTH] = {
    {"query", MINTU_FIELD_TYPE_TEXT},      {"status", MINTU_FIELD_TYPE_TEXT}, {"name", MINTU_FIELD_TYPE_TEXT},
    {"level", MINTU_FIELD_TYPE_TEXT},      {"code", MINTU_FIELD_TYPE_TEXT},   {"county", MINTU_FIELD_TYPE_TEXT},
    {"prefecture", MINTU_FIELD_TYPE_TEXT}, {"lon", MINTU_FIELD_TYPE_REAL},    {"lat", MINTU_FIELD_TYPE_REAL},
    {"precision", MINTU_FIELD_TYPE_TEXT},  {"match", MINTU_FIELD_TYPE_TEXT},  {"score", MINTU_FIELD_TYPE_REAL},
    {"candidates", MINTU_FIELD_TYPE_TEXT}, {"rest", MINTU_FIELD_TYPE_TEXT},   {"name_now", MINTU_FIELD_TYPE_TEXT},
    {"code_then", MINTU_FIELD_TYPE_TEXT},  {"remark", MINTU_FIELD_TYPE_TEXT},
};

/* The values of an answer, in the order of the fields. */
typedef struct values {
    const char *texts[MINTU_RESULTS_BOTH]; /* NULL for a number */
    double numbers[MINTU_RESULTS_BOTH];
    mintu_buffer query, candidates, rest, remark;
    char kind[32];
} values;

size_t mintu_result_count(const mintu_geocoder *geocoder)
{
    return geocoder->options.both_names ? MINTU_RESULTS_BOTH : MINTU_RESULTS;
}

const char *mintu_result_name(const mintu_geocoder *geocoder, const mintu_place *place)
{
    return place ? mintu_gazetteer_then(geocoder->index.gazetteer, place, geocoder->index.date).name : "";
}

const mintu_place *mintu_result_within(const mintu_geocoder *geocoder, const mintu_place *place, mintu_level level)
{
    return place ? mintu_gazetteer_within(geocoder->index.gazetteer, place, level, geocoder->index.date) : NULL;
}

/* A county stands with its prefecture, and so on up. */
void mintu_candidate_add(const mintu_geocoder *geocoder, const mintu_place *place, mintu_buffer *text)
{
    const mintu_place *above =
        place->level > MINTU_LEVEL_PROVINCE ? mintu_result_within(geocoder, place, (mintu_level)(place->level - 1)) : NULL;
    mintu_buffer_format(text, "%s%s", text->size ? "|" : "", mintu_result_name(geocoder, place));
    if (above)
        mintu_buffer_format(text, "@%s", mintu_result_name(geocoder, above));
}

/* False when memory ran out. */
static bool set_values(const mintu_geocoder *geocoder, const char *query, const mintu_match *match, values *out)
{
    const mintu_place *place = match->place;
    *out = (values){.texts = {NULL}};
    mintu_utf8_repair_bytes(query, strlen(query), &out->query); /* no format can hold what is no UTF-8 */
    mintu_buffer_text(&out->candidates, "");
    mintu_buffer_text(&out->rest, "");
    if (match->rest > 0 && match->rest < strlen(query))
        mintu_utf8_repair_bytes(query + match->rest, strlen(query + match->rest), &out->rest);
    for (size_t i = 0; i < match->candidate_count && i < MINTU_MATCH_CANDIDATES; i++)
        mintu_candidate_add(geocoder, match->candidates[i], &out->candidates);
    mintu_buffer_text(&out->remark, "");
    if (place)
        mintu_gazetteer_remark(geocoder->index.gazetteer, place, geocoder->index.date, &out->remark);
    snprintf(out->kind, sizeof out->kind, "%s%s", mintu_match_kind_text(match->kind), match->context ? "+context" : "");
    const char *texts[MINTU_RESULTS_BOTH] = {
        out->query.data,
        mintu_match_status_text(match->status),
        mintu_result_name(geocoder, place),
        place ? mintu_level_text(place->level) : "",
        place ? place->code : "",
        mintu_result_name(geocoder, mintu_result_within(geocoder, place, MINTU_LEVEL_COUNTY)),
        mintu_result_name(geocoder, mintu_result_within(geocoder, place, MINTU_LEVEL_PREFECTURE)),
        NULL,
        NULL,
        place ? place->precision : "",
        out->kind,
        NULL,
        out->candidates.data,
        out->rest.data,
        place ? place->name : "",
        place ? mintu_gazetteer_then(geocoder->index.gazetteer, place, geocoder->index.date).code : "",
        out->remark.data,
    };
    memcpy(out->texts, texts, sizeof texts);
    out->numbers[7] = place ? place->lon : (double)NAN;
    out->numbers[8] = place ? place->lat : (double)NAN;
    out->numbers[11] = match->score;
    return !out->query.failed && !out->candidates.failed && !out->rest.failed && !out->remark.failed;
}

static void free_values(values *v)
{
    mintu_buffer_free(&v->query);
    mintu_buffer_free(&v->candidates);
    mintu_buffer_free(&v->remark);
    mintu_buffer_free(&v->rest);
}

mintu_status mintu_result_fill(const mintu_geocoder *geocoder, const char *query, const mintu_match *match, mintu_row *row)
{
    values v;
    if (!set_values(geocoder, query, match, &v))
        row->status = mintu_fail_memory(row->error, "listing matches");
    for (size_t i = 0; i < mintu_result_count(geocoder); i++)
        if (v.texts[i])
            mintu_row_text(row, v.texts[i]);
        else
            mintu_row_number(row, v.numbers[i]);
    mintu_row_point(row, v.numbers[7], v.numbers[8]);
    free_values(&v);
    return row->status;
}

mintu_status mintu_result_write(const mintu_geocoder *geocoder, const char *query, const mintu_match *match, mintu_error *error,
                                mintu_buffer *line)
{
    values v;
    bool good = set_values(geocoder, query, match, &v);
    for (size_t i = 0; i < mintu_result_count(geocoder) && good; i++) {
        char number[48] = "";
        if (!v.texts[i] && !isnan(v.numbers[i]))
            mintu_number_shortest(round(v.numbers[i] * 1e7) / 1e7, number);
        mintu_csv_cell(i + 1, v.texts[i] ? v.texts[i] : number, line); /* behind those of the list */
    }
    free_values(&v);
    return good && !line->failed ? MINTU_STATUS_OK : mintu_fail_memory(error, "listing matches");
}

void mintu_result_remark(const mintu_geocoder *geocoder, const mintu_match *match, mintu_buffer *out)
{
    enum { MOST = 400 };
    mintu_buffer remark = {0};
    if (!match->place || out->size > MOST)
        return;
    mintu_gazetteer_remark(geocoder->index.gazetteer, match->place, geocoder->index.date, &remark);
    if (remark.failed)
        out->failed = true;
    else if (remark.size)
        mintu_buffer_format(out, "%s%s %s", out->size ? "; " : "", match->place->code, remark.data);
    mintu_buffer_free(&remark);
}

mintu_status mintu_result_note(const mintu_geocoder *geocoder, const mintu_buffer *remarks, mintu_layer *layer,
                               mintu_error *error)
{
    char date[11];
    mintu_date_format(geocoder->index.date, date);
    mintu_status status = remarks->failed ? mintu_fail_memory(error, "listing matches")
                                          : mintu_layer_note_set(layer, "title", "geocoded names", error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(layer, "as-of", date, error);
    if (status == MINTU_STATUS_OK && remarks->size)
        status = mintu_layer_note_set(layer, "remark", remarks->data, error);
    int given = geocoder->options.as_of;
    return status == MINTU_STATUS_OK
               ? mintu_gazetteer_note_coverage(geocoder->index.gazetteer, geocoder->options.level, given, layer, error)
               : status;
}
