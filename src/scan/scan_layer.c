#include "base/argument.h"
#include "base/utf8.h"
#include "gazetteer/place_rows.h"
#include "geocode/result.h"
#include "layer/layer_end.h"
#include "scan/scan_parts.h"
#include <mintu/date.h>

#include <math.h>

static const mintu_field mention_fields[] = {
    {"text", MINTU_TEXT},          {"status", MINTU_TEXT},        {"name", MINTU_TEXT},       {"level", MINTU_TEXT},
    {"code", MINTU_TEXT},          {"county", MINTU_TEXT},        {"prefecture", MINTU_TEXT}, {"evidence", MINTU_TEXT},
    {"match", MINTU_TEXT},         {"organisation", MINTU_WHOLE}, {"group", MINTU_WHOLE},     {"group_count", MINTU_WHOLE},
    {"group_stated", MINTU_WHOLE}, {"byte_start", MINTU_WHOLE},   {"byte_end", MINTU_WHOLE},  {"char_start", MINTU_WHOLE},
    {"char_end", MINTU_WHOLE},     {"line", MINTU_WHOLE},         {"column", MINTU_WHOLE},    {"sentence", MINTU_TEXT},
    {"lon", MINTU_REAL},           {"lat", MINTU_REAL},           {"precision", MINTU_TEXT},  {"candidates", MINTU_TEXT}};

static const mintu_field group_fields[] = {{"group", MINTU_WHOLE},    {"status", MINTU_TEXT}, {"count", MINTU_WHOLE},
                                           {"stated", MINTU_WHOLE},   {"open", MINTU_WHOLE},  {"byte_start", MINTU_WHOLE},
                                           {"byte_end", MINTU_WHOLE}, {"line", MINTU_WHOLE},  {"column", MINTU_WHOLE},
                                           {"text", MINTU_TEXT}};

/* A sentence of more bytes is cut: a text without stops would else stand whole in every row. */
enum { SENTENCE = 3000 };

static void add_text(mintu_buffer *out, const char *text, size_t size)
{
    mintu_buffer_clear(out);
    mintu_utf8_repair_bytes(text, size, out);
}

/* The sentence, or as much of it on both sides of the mention as has room. */
static void add_sentence(mintu_buffer *out, const mintu_scan *scan, const mintu_mention *mention)
{
    size_t start = mention->sentence_start, end = mention->sentence_end;
    if (end - start > SENTENCE) {
        size_t middle = mention->byte_start;
        start = middle - start > SENTENCE / 2 ? middle - SENTENCE / 2 : start;
        end = end - start > SENTENCE ? start + SENTENCE : end;
        start = mintu_utf8_cut(scan->text, start);
        end = end < scan->size ? mintu_utf8_cut(scan->text, end) : end;
    }
    add_text(out, scan->text + start, end > start ? end - start : 0);
}

static void add_candidates(mintu_buffer *out, const mintu_geocoder *geocoder, const mintu_match *match)
{
    mintu_buffer_clear(out);
    mintu_buffer_text(out, "");
    for (size_t i = 0; i < match->candidate_count && i < MINTU_MATCH_CANDIDATES; i++)
        mintu_candidate_add(geocoder, match->candidates[i], out);
}

static void add_place(mintu_row *row, const mintu_geocoder *geocoder, const mintu_mention *mention)
{
    const mintu_place *place = mention->match.place;
    MINTU_ROW_TEXTS(row, mintu_match_status_text(mention->match.status), mintu_result_name(geocoder, place),
                    place ? mintu_level_text(place->level) : "", place ? place->code : "",
                    mintu_result_name(geocoder, mintu_result_within(geocoder, place, MINTU_LEVEL_COUNTY)),
                    mintu_result_name(geocoder, mintu_result_within(geocoder, place, MINTU_LEVEL_PREFECTURE)),
                    mintu_evidence_text(mention->evidence), mintu_match_kind_text(mention->match.kind));
    mintu_row_number(row, mention->organisation);
}

static void add_spans(mintu_row *row, const mintu_scan *scan, const mintu_mention *mention)
{
    const mintu_scan_group *group = mention->group ? &scan->groups[mention->group - 1] : NULL;
    MINTU_ROW_NUMBERS(row, group ? (double)group->id : NAN, group ? (double)group->count : NAN,
                      group && group->stated >= 0 ? (double)group->stated : NAN, (double)mention->byte_start,
                      (double)mention->byte_end, (double)mention->char_start, (double)mention->char_end, (double)mention->line,
                      (double)mention->column);
}

/* Fills a column with a text that may have had no memory. */
static void add_buffer(mintu_row *row, const mintu_buffer *text)
{
    if (text->failed && row->status == MINTU_STATUS_OK)
        row->status = mintu_fail_memory(row->error, "listing names of places");
    mintu_row_text(row, text->failed ? "" : text->data);
}

static void add_mention(mintu_row *row, const mintu_geocoder *geocoder, const mintu_scan *scan, const mintu_mention *mention)
{
    const mintu_place *place = mention->match.place;
    mintu_buffer text = {0};
    add_text(&text, scan->text + mention->byte_start, mention->byte_end - mention->byte_start);
    add_buffer(row, &text);
    add_place(row, geocoder, mention);
    add_spans(row, scan, mention);
    add_sentence(&text, scan, mention);
    add_buffer(row, &text);
    MINTU_ROW_NUMBERS(row, place ? place->lon : NAN, place ? place->lat : NAN);
    mintu_row_text(row, place ? place->precision : "");
    add_candidates(&text, geocoder, &mention->match);
    add_buffer(row, &text);
    mintu_row_point(row, place ? place->lon : NAN, place ? place->lat : NAN);
    mintu_buffer_free(&text);
}

static mintu_status note(mintu_layer *layer, const mintu_geocoder *geocoder, mintu_error *error)
{
    char date[11];
    mintu_date_format(geocoder->index.date, date);
    mintu_status status = mintu_layer_note_set(layer, "title", "places named in a text", error);
    return status == MINTU_STATUS_OK ? mintu_layer_note_set(layer, "as-of", date, error) : status;
}

mintu_status mintu_scan_layer(mintu_context *context, const mintu_geocoder *geocoder, const mintu_scan *scan,
                              mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, geocoder, scan))
        return MINTU_STATUS_USAGE;
    mintu_status status =
        mintu_rows_new(context, "mentions", mention_fields, sizeof mention_fields / sizeof *mention_fields, error, out);
    for (size_t i = 0; i < scan->count && status == MINTU_STATUS_OK; i++) {
        mintu_row row = mintu_row_append(*out, error);
        add_mention(&row, geocoder, scan, &scan->mentions[i]);
        status = row.status;
    }
    if (status == MINTU_STATUS_OK)
        status = note(*out, geocoder, error);
    return mintu_layer_end(status, out);
}

static void add_group(mintu_row *row, const mintu_scan *scan, const mintu_scan_group *group)
{
    mintu_buffer text = {0};
    add_text(&text, scan->text + group->byte_start, group->byte_end - group->byte_start);
    mintu_row_number(row, group->id);
    mintu_row_text(row, group->stated >= 0 && group->stated != (long)group->count ? "mismatch" : "ok");
    MINTU_ROW_NUMBERS(row, (double)group->count, group->stated >= 0 ? (double)group->stated : NAN, group->open,
                      (double)group->byte_start, (double)group->byte_end, (double)group->line, (double)group->column);
    add_buffer(row, &text);
    mintu_buffer_free(&text);
}

mintu_status mintu_scan_group_layer(mintu_context *context, const mintu_scan *scan, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, scan))
        return MINTU_STATUS_USAGE;
    mintu_status status =
        mintu_rows_new(context, "groups", group_fields, sizeof group_fields / sizeof *group_fields, error, out);
    for (size_t i = 0; i < scan->group_count && status == MINTU_STATUS_OK; i++) {
        mintu_row row = mintu_row_append(*out, error);
        add_group(&row, scan, &scan->groups[i]);
        status = row.status;
    }
    return mintu_layer_end(status, out);
}
