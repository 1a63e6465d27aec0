/* The ledger of one year on the map: units with what falls into them, and pilots as points. */
#include "analyse/quota_layers.h"

#include "analyse/quota.h"
#include "analyse/quota_members.h"
#include "base/argument.h"
#include "base/error.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places.h"
#include "gazetteer/rosters.h"
#include "layer/layer_end.h"

#include <math.h>
#include <string.h>

static mintu_status check_year(const mintu_quota *quota, int year, mintu_error *error)
{
    if (year >= quota->options.from && year <= quota->options.to)
        return MINTU_STATUS_OK;
    return mintu_fail(error, MINTU_STATUS_USAGE,
                      "drawing the land quota of %d: the ledger is from %d to %d; ask for a date in one of these years", year,
                      quota->options.from, quota->options.to);
}

mintu_status mintu_quota_note_year(const mintu_quota *quota, int year, mintu_layer *layer, mintu_error *error)
{
    size_t unknown = 0;
    for (int kind = 0; kind < quota->kind_count; kind++)
        unknown += quota->kinds[kind].unknown;
    const struct {
        const char *key;
        int64_t value;
    } notes[] = {{"year", year},
                 {"mu", mintu_quota_mu(quota, year, MINTU_QUOTA_ALL)},
                 {"not-identified", (int64_t)unknown},
                 {"up-to-mu", (int64_t)unknown * quota->options.rate}};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < sizeof notes / sizeof notes[0] && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_note_count(layer, notes[i].key, (size_t)notes[i].value, error);
    return status;
}

/* Sum of one unit. */
typedef struct sum {
    int64_t units, rosters; /* mu of classes of units, and of rosters */
    size_t lines, pilots;   /* pilots: places on a roster, each once however often it counts: in the line of its first roster */
} sum;

static sum sum_unit(const mintu_quota *quota, const char *code, bool prefecture, int year)
{
    sum s = {0};
    for (size_t i = 0; i < quota->count; i++) {
        const mintu_quota_line *line = &quota->lines[i];
        if (line->year != year || strcmp(prefecture ? line->prefecture_code : line->county_code, code) != 0)
            continue;
        bool roster = quota->kinds[line->kind].roster != NULL;
        const mintu_place *pilot = roster ? mintu_gazetteer_find(quota->gazetteer, line->code) : NULL;
        *(roster ? &s.rosters : &s.units) += line->mu;
        s.pilots += roster && !(pilot && mintu_quota_repeats(quota, line->kind, pilot));
        s.lines++;
    }
    return s;
}

static mintu_row add_unit(const mintu_quota *quota, const mintu_place *place, bool prefecture, int year, mintu_layer *out,
                          mintu_error *error)
{
    int day = mintu_quota_day(quota, year);
    mintu_place_then then = mintu_gazetteer_then(quota->gazetteer, place, day);
    const mintu_place *above = mintu_gazetteer_within(quota->gazetteer, place, MINTU_LEVEL_PREFECTURE, day);
    bool apart = quota->apart[mintu_gazetteer_index(quota->gazetteer, place)] != NULL;
    sum s = sum_unit(quota, place->code, prefecture, year);
    mintu_row row = mintu_row_append(out, error);
    MINTU_ROW_TEXTS(&row, place->code, then.name, place->name_en, mintu_gazetteer_type(place, then.name),
                    above ? mintu_gazetteer_then(quota->gazetteer, above, day).name : "");
    MINTU_ROW_NUMBERS(&row, year, apart ? (double)NAN : (double)(s.units + s.rosters), apart ? (double)NAN : (double)s.units,
                      apart ? (double)NAN : (double)s.rosters, (double)s.lines, (double)s.pilots, apart);
    return row;
}

static mintu_status add_units(const mintu_quota *quota, const mintu_layer *from, bool prefecture, int year, mintu_layer *out,
                              mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    int code = mintu_layer_field_find(from, "code");
    for (size_t i = 0; code >= 0 && i < mintu_layer_count(from) && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = mintu_gazetteer_find(quota->gazetteer, mintu_layer_text(from, i, (size_t)code));
        if (!place)
            continue;
        mintu_row row = add_unit(quota, place, prefecture, year, out, error);
        mintu_row_shape(&row, from, i);
        status = row.status;
    }
    return status;
}

mintu_status mintu_quota_units(mintu_context *context, const mintu_quota *quota, mintu_level level, int year,
                               mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, quota))
        return MINTU_STATUS_USAGE;
    static const mintu_field fields[] = {{"code", MINTU_TEXT},   {"name", MINTU_TEXT},       {"name_en", MINTU_TEXT},
                                         {"type", MINTU_TEXT},   {"prefecture", MINTU_TEXT}, {"year", MINTU_WHOLE},
                                         {"mu", MINTU_WHOLE},    {"mu_county", MINTU_WHOLE}, {"mu_pilots", MINTU_WHOLE},
                                         {"lines", MINTU_WHOLE}, {"pilots", MINTU_WHOLE},    {"set_apart", MINTU_WHOLE}};
    static const char *const notes[] = {"credit", "schematic", "as-of", "source", "licence"};
    bool prefecture = level == MINTU_LEVEL_PREFECTURE;
    mintu_layer *from = NULL;
    if (!prefecture && level != MINTU_LEVEL_COUNTY)
        return mintu_fail(error, MINTU_STATUS_USAGE, "drawing the land quota: units are counties or prefectures");
    mintu_status status = check_year(quota, year, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_layer(context, quota->gazetteer, prefecture ? "prefectures" : "counties",
                                       mintu_quota_day(quota, year), error, &from);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, prefecture ? "quota-prefectures" : "quota-counties", fields,
                                sizeof fields / sizeof fields[0], error, out);
    if (status == MINTU_STATUS_OK)
        status = add_units(quota, from, prefecture, year, *out, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_notes_copy(*out, from, notes, sizeof notes / sizeof *notes, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_note_year(quota, year, *out, error);
    mintu_layer_free(from);
    return mintu_layer_end(status, out);
}

/* A place on several rosters that counts on each has one point with all lines' mu. */
static mintu_status add_pilot(const mintu_quota *quota, size_t at, mintu_layer *out, mintu_error *error)
{
    const mintu_quota_line *line = &quota->lines[at];
    const mintu_place *place = mintu_gazetteer_find(quota->gazetteer, line->code);
    size_t code = 0;
    if (!place)
        return MINTU_STATUS_OK;
    for (size_t i = 0; i < mintu_layer_count(out); i++)
        if (strcmp(mintu_layer_text(out, i, code), line->code) == 0) {
            size_t mu = (size_t)mintu_layer_field_find(out, "mu");
            return mintu_layer_number_set(out, i, mu, mintu_layer_number(out, i, mu) + (double)line->mu, error);
        }
    mintu_row row = mintu_row_append(out, error);
    MINTU_ROW_TEXTS(&row, line->code, line->unit, place->name_en, mintu_quota_kind_text(quota, line->kind), line->county,
                    line->prefecture);
    MINTU_ROW_NUMBERS(&row, line->year, (double)line->mu, mintu_rosters_several(place->rosters));
    MINTU_ROW_TEXTS(&row, place->precision, place->certainty);
    mintu_row_point(&row, place->lon, place->lat);
    return row.status;
}

mintu_status mintu_quota_pilots(mintu_context *context, const mintu_quota *quota, int year, mintu_error *error,
                                mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, quota))
        return MINTU_STATUS_USAGE;
    static const mintu_field fields[] = {{"code", MINTU_TEXT},      {"name", MINTU_TEXT},     {"name_en", MINTU_TEXT},
                                         {"kind", MINTU_TEXT},      {"county", MINTU_TEXT},   {"prefecture", MINTU_TEXT},
                                         {"year", MINTU_WHOLE},     {"mu", MINTU_WHOLE},      {"both", MINTU_WHOLE},
                                         {"precision", MINTU_TEXT}, {"certainty", MINTU_TEXT}};
    mintu_status status = check_year(quota, year, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, "quota-pilots", fields, sizeof fields / sizeof fields[0], error, out);
    for (size_t i = 0; i < quota->count && status == MINTU_STATUS_OK; i++)
        if (quota->lines[i].year == year && quota->kinds[quota->lines[i].kind].roster)
            status = add_pilot(quota, i, *out, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_note_year(quota, year, *out, error);
    return mintu_layer_end(status, out);
}
