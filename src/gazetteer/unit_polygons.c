#include "gazetteer/unit_polygons.h"

#include "base/context.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places.h"
#include "geometry/dissolve.h"
#include "layer/layer_end.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const mintu_field unit_fields[] = {
    {"code", MINTU_FIELD_TYPE_TEXT},       {"code_then", MINTU_FIELD_TYPE_TEXT},
    {"name", MINTU_FIELD_TYPE_TEXT},       {"level", MINTU_FIELD_TYPE_TEXT},
    {"type", MINTU_FIELD_TYPE_TEXT},       {"county", MINTU_FIELD_TYPE_TEXT},
    {"prefecture", MINTU_FIELD_TYPE_TEXT}, {"prefecture_code", MINTU_FIELD_TYPE_TEXT},
};
/* Between the two come the numbers of places on rosters. */
static const mintu_field point_fields[] = {
    {"name_now", MINTU_FIELD_TYPE_TEXT},
    {"name_en", MINTU_FIELD_TYPE_TEXT},
    {"lon", MINTU_FIELD_TYPE_REAL},
    {"lat", MINTU_FIELD_TYPE_REAL},
};

/* The work in hand. */
typedef struct work {
    mintu_context *context;
    const mintu_gazetteer *gazetteer;
    const mintu_units_query *query;
    const mintu_layer *polygons;
    size_t *unit_of; /* of each polygon: index of its unit, SIZE_MAX for none */
    size_t *parts;   /* of each place: number of its polygons */
    size_t *rows;    /* and the row of its polygon, in joined where it has several; SIZE_MAX where nothing is left of it */
    mintu_layer *out, *joined; /* joined: the units of several polygons, dissolved */
} work;

/* The unit of the level that a polygon's own unit belongs to on the date. */
static const mintu_place *find_unit(const work *w, const char *code)
{
    const mintu_place *own = mintu_gazetteer_find(w->gazetteer, code);
    if (!own)
        return NULL;
    if (w->query->date < own->from)
        mintu_context_notice(
            w->context,
            "the polygon of %s %s holds only from %d on; what it was made of cannot be told apart, so it is shown "
            "as it is",
            own->code, own->name, own->from);
    const mintu_place *heir = mintu_gazetteer_successor(w->gazetteer, own, w->query->date);
    return mintu_gazetteer_within(w->gazetteer, heir ? heir : own, w->query->level, w->query->date);
}

static mintu_status sort_polygons(work *w, mintu_error *error)
{
    int code = mintu_layer_field_find(w->polygons, "code");
    if (code < 0) {
        mintu_fail(error, MINTU_STATUS_INPUT,
                   "making the layer %s: the polygons have no field `code`; expected codes of the data package; make them anew "
                   "with `mintu data import-boundaries`",
                   w->query->name);
        return MINTU_STATUS_INPUT;
    }
    size_t count = mintu_layer_count(w->polygons);
    w->unit_of = calloc(count + 1, sizeof *w->unit_of);
    w->parts = calloc(w->gazetteer->count + 1, sizeof *w->parts);
    w->rows = malloc((w->gazetteer->count + 1) * sizeof *w->rows);
    if (!w->unit_of || !w->parts || !w->rows)
        return mintu_fail_memory(error, "making a layer of units");
    for (size_t row = 0; row < count; row++) {
        const mintu_place *unit = find_unit(w, mintu_layer_text(w->polygons, row, (size_t)code));
        w->unit_of[row] = unit ? mintu_gazetteer_index(w->gazetteer, unit) : SIZE_MAX;
        if (unit)
            w->rows[w->unit_of[row]] = w->parts[w->unit_of[row]]++ ? SIZE_MAX : row;
    }
    return MINTU_STATUS_OK;
}

/* Dissolves the polygons of units that have several. */
static mintu_status join(work *w, mintu_error *error)
{
    static const mintu_field code[] = {{"code", MINTU_FIELD_TYPE_TEXT}};
    mintu_layer *parts = NULL;
    mintu_status status = mintu_rows_new(w->context, "parts", code, 1, error, &parts);
    for (size_t row = 0; row < mintu_layer_count(w->polygons) && status == MINTU_STATUS_OK; row++) {
        if (w->unit_of[row] == SIZE_MAX || w->parts[w->unit_of[row]] < 2)
            continue;
        mintu_row added = mintu_row_append(parts, error);
        mintu_row_text(&added, w->gazetteer->places[w->unit_of[row]].code);
        mintu_row_shape(&added, w->polygons, row);
        status = added.status;
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_dissolve(w->context, parts, "code", error, &w->joined);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_layer_count(w->joined); row++) {
        const mintu_place *unit = mintu_gazetteer_find(w->gazetteer, mintu_layer_field_text(w->joined, row, "code"));
        w->rows[mintu_gazetteer_index(w->gazetteer, unit)] = row;
    }
    mintu_layer_free(parts);
    return status;
}

static size_t count_entries(const work *w, const mintu_place *unit, unsigned roster)
{
    size_t count = 0;
    for (size_t i = 0; i < w->gazetteer->entry_count; i++) {
        const mintu_entry *entry = &w->gazetteer->entries[i];
        const mintu_place *place = &w->gazetteer->places[entry->place];
        count += entry->roster == roster && mintu_gazetteer_is_within(w->gazetteer, place, unit, w->query->date);
    }
    return count;
}

static void fill_unit(const work *w, const mintu_place *unit, mintu_row *row)
{
    const mintu_place *county = mintu_gazetteer_within(w->gazetteer, unit, MINTU_LEVEL_COUNTY, w->query->date);
    const mintu_place *prefecture = mintu_gazetteer_within(w->gazetteer, unit, MINTU_LEVEL_PREFECTURE, w->query->date);
    mintu_place_then then = mintu_gazetteer_then(w->gazetteer, unit, w->query->date);
    mintu_row_text(row, unit->code);
    mintu_row_text(row, then.code);
    mintu_row_text(row, then.name);
    mintu_row_text(row, mintu_level_text(unit->level));
    mintu_row_text(row, mintu_gazetteer_type(unit, then.name));
    mintu_row_text(row, county ? then.name : "");
    mintu_row_text(row, prefecture ? mintu_gazetteer_then(w->gazetteer, prefecture, w->query->date).name : "");
    mintu_row_text(row, prefecture ? prefecture->code : "");
    for (size_t i = 0; i < w->gazetteer->roster_count; i++)
        if (w->gazetteer->rosters[i].count_field[0])
            mintu_row_number(row, (double)count_entries(w, unit, 1U << i));
    mintu_row_text(row, unit->name);
    mintu_row_text(row, unit->name_en);
    mintu_row_number(row, unit->lon);
    mintu_row_number(row, unit->lat);
}

static mintu_status new_layer(work *w, mintu_error *error)
{
    enum { UNIT = sizeof unit_fields / sizeof *unit_fields, POINT = sizeof point_fields / sizeof *point_fields };
    mintu_field fields[UNIT + MINTU_ROSTERS_MOST + POINT];
    size_t count = UNIT;
    memcpy(fields, unit_fields, sizeof unit_fields);
    for (size_t i = 0; i < w->gazetteer->roster_count; i++)
        if (w->gazetteer->rosters[i].count_field[0])
            fields[count++] = (mintu_field){w->gazetteer->rosters[i].count_field, MINTU_FIELD_TYPE_INTEGER};
    memcpy(fields + count, point_fields, sizeof point_fields);
    return mintu_rows_new(w->context, w->query->name, fields, count + POINT, error, &w->out);
}

static mintu_status make_units(work *w, mintu_error *error)
{
    mintu_status status = sort_polygons(w, error);
    if (status == MINTU_STATUS_OK)
        status = join(w, error);
    if (status == MINTU_STATUS_OK)
        status = new_layer(w, error);
    for (size_t i = 0; i < w->gazetteer->count && status == MINTU_STATUS_OK; i++) {
        if (w->parts[i] == 0)
            continue;
        mintu_row row = mintu_row_append(w->out, error);
        fill_unit(w, &w->gazetteer->places[i], &row);
        if (w->rows[i] != SIZE_MAX)
            mintu_row_shape(&row, w->parts[i] == 1 ? w->polygons : w->joined, w->rows[i]);
        status = row.status;
    }
    return status;
}

mintu_status mintu_units_at(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_layer *polygons,
                            const mintu_units_query *query, mintu_error *error, mintu_layer **out)
{
    work w = {.context = context, .gazetteer = gazetteer, .query = query, .polygons = polygons};
    mintu_status status = make_units(&w, error);
    free(w.unit_of);
    free(w.parts);
    free(w.rows);
    mintu_layer_free(w.joined);
    *out = w.out;
    return mintu_layer_end(status, out);
}
