/* Cross-tables: one pass over the features into cells, then rows, whose totals are sums of cells. */

#include "analyse/summary_measure.h"
#include "base/argument.h"
#include "base/array.h"
#include "base/error.h"
#include "base/textmap.h"
#include "gazetteer/place_rows.h"
#include "layer/layer_end.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("putting a cross-table together");

/* Values of a field in the order in which they come. Keys are owned. */
typedef struct axis {
    int field; /* -1: none, all features are in value 0 */
    char **keys;
    size_t count, room;
    mintu_textmap index;
} axis;

/* What is put together for a row; the last column of cells is the row's total. */
typedef struct tally {
    size_t features, no_data, neighbours;
    double area, neighbour; /* area NaN: not known; neighbour: sum */
} tally;

enum { HAS_NUMBER = 1, HAS_GAP = 2 }; /* a cell may have both */

typedef struct summary {
    mintu_context *context;
    const mintu_layer *layer;
    const mintu_summary_query *query;
    int value; /* field of MINTU_SUMMARY_SUM */
    axis rows, columns;
    size_t *row_of, *column_of; /* of each feature */
    double *cells;              /* rows by columns */
    unsigned char *states;      /* of each cell, HAS_… */
    tally *tallies;
    double *neighbours; /* of each feature; NULL when the layer is not of points */
    size_t places;
    double grand; /* grand total */
} summary;

static void free_axis(axis *a)
{
    for (size_t i = 0; i < a->count; i++)
        free(a->keys[i]);
    free(a->keys);
    mintu_textmap_free(&a->index);
}

static mintu_status add_key(axis *a, const char *text, mintu_error *error, size_t *at)
{
    const char *key = text[0] ? text : "(none)";
    if (mintu_textmap_get(&a->index, key, at))
        return MINTU_STATUS_OK;
    char *copy = mintu_text_copy(key);
    if (!copy || !MINTU_ARRAY_RESERVE(a->keys, a->room, a->count + 1) || !mintu_textmap_set(&a->index, copy, a->count)) {
        free(copy);
        return mintu_fail_memory(error, doing);
    }
    *at = a->count;
    a->keys[a->count++] = copy;
    return MINTU_STATUS_OK;
}

static mintu_status find_field(const mintu_layer *layer, const char *name, const char *what, mintu_error *error, int *out)
{
    *out = name ? mintu_layer_field_find(layer, name) : -1;
    if (*out >= 0)
        return MINTU_STATUS_OK;
    return mintu_fail(error, MINTU_STATUS_USAGE, "%s: %s '%.80s' is not a field of the layer %.80s; expected one of its fields",
                      mintu_message(doing), mintu_message(what), name ? name : "", mintu_layer_name(layer));
}

static mintu_status check(summary *s, mintu_error *error)
{
    const mintu_summary_query *query = s->query;
    mintu_status status = find_field(s->layer, query->rows, "rows", error, &s->rows.field);
    s->columns.field = -1;
    if (status == MINTU_STATUS_OK && query->columns)
        status = find_field(s->layer, query->columns, "columns", error, &s->columns.field);
    if (status == MINTU_STATUS_OK && query->measure == MINTU_SUMMARY_SUM)
        status = find_field(s->layer, query->field, N_("the field to sum"), error, &s->value);
    if (status != MINTU_STATUS_OK)
        return status;
    if (query->measure == MINTU_SUMMARY_SUM && mintu_layer_field_type(s->layer, (size_t)s->value) == MINTU_FIELD_TYPE_TEXT)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: the field %.80s is text; expected a field of numbers",
                          mintu_message(doing), query->field);
    mintu_geometry_type type = mintu_layer_geometry_type(s->layer);
    if (query->measure == MINTU_SUMMARY_KM && type != MINTU_GEOMETRY_TYPE_LINE && type != MINTU_GEOMETRY_TYPE_MIXED)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: the layer %.80s has no lines to measure; expected a layer of lines",
                          mintu_message(doing), mintu_layer_name(s->layer));
    if ((unsigned)query->measure >= MINTU_SUMMARY_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: the measure is not one of its enum", mintu_message(doing));
    return MINTU_STATUS_OK;
}

/* The rows of the areas come first, in their order. */
static mintu_status find_keys(summary *s, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    const mintu_layer *areas = s->query->areas;
    int name = -1;
    size_t at;
    if (areas)
        status = find_field(areas, "name", "areas", error, &name);
    for (size_t i = 0; areas && i < mintu_layer_count(areas) && status == MINTU_STATUS_OK; i++)
        status = add_key(&s->rows, mintu_layer_text(areas, i, (size_t)name), error, &at);
    for (size_t i = 0; i < mintu_layer_count(s->layer) && status == MINTU_STATUS_OK; i++) {
        status = add_key(&s->rows, mintu_layer_text(s->layer, i, (size_t)s->rows.field), error, &s->row_of[i]);
        if (status == MINTU_STATUS_OK && s->columns.field >= 0)
            status = add_key(&s->columns, mintu_layer_text(s->layer, i, (size_t)s->columns.field), error, &s->column_of[i]);
        if (status == MINTU_STATUS_OK && s->columns.count > MINTU_SUMMARY_COLUMNS)
            status = mintu_fail(error, MINTU_STATUS_USAGE,
                                "%s: '%.80s' has more than %d values; use it for the rows, or a field with fewer values",
                                mintu_message(doing), s->query->columns, MINTU_SUMMARY_COLUMNS);
    }
    return status;
}

static mintu_status add_areas(summary *s, mintu_error *error)
{
    const mintu_layer *areas = s->query->areas;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < s->rows.count; i++)
        s->tallies[i].area = (double)NAN;
    for (size_t i = 0; areas && i < mintu_layer_count(areas) && status == MINTU_STATUS_OK; i++) {
        size_t at = 0;
        double km2;
        int name = mintu_layer_field_find(areas, "name");
        status = mintu_summary_area(areas, i, error, &km2);
        if (mintu_textmap_get(&s->rows.index, mintu_layer_text(areas, i, (size_t)name), &at))
            s->tallies[at].area = isnan(s->tallies[at].area) ? km2 : s->tallies[at].area + km2;
    }
    return status;
}

/* The length of all lines of a feature, in whichever of its rows they are. */
static mintu_status add_length(const summary *s, size_t i, mintu_error *error, double *sum)
{
    double length;
    mintu_status status = mintu_summary_length(s->layer, i, error, sum);
    while (status == MINTU_STATUS_OK && mintu_layer_is_further(s->layer, ++i)) {
        status = mintu_summary_length(s->layer, i, error, &length);
        if (isfinite(length))
            *sum = isfinite(*sum) ? *sum + length : length;
    }
    return status;
}

static mintu_status add_feature(summary *s, size_t i, mintu_error *error)
{
    tally *t = &s->tallies[s->row_of[i]];
    double value = 1;
    mintu_status status = MINTU_STATUS_OK;
    if (s->query->measure == MINTU_SUMMARY_SUM)
        value = mintu_layer_number(s->layer, i, (size_t)s->value);
    else if (s->query->measure == MINTU_SUMMARY_KM)
        status = add_length(s, i, error, &value);
    t->features++;
    size_t cell = s->row_of[i] * (s->columns.count + 1) + (s->columns.field >= 0 ? s->column_of[i] : 0);
    t->no_data += isfinite(value) ? 0 : 1;
    s->states[cell] |= isfinite(value) ? HAS_NUMBER : HAS_GAP;
    if (isfinite(value))
        s->cells[cell] += value;
    if (s->neighbours && isfinite(s->neighbours[i])) {
        t->neighbour += s->neighbours[i];
        t->neighbours++;
    }
    return status;
}

static mintu_status put_together(summary *s, mintu_error *error)
{
    size_t count = mintu_layer_count(s->layer);
    s->row_of = calloc(count + 1, sizeof *s->row_of);
    s->column_of = calloc(count + 1, sizeof *s->column_of);
    if (!s->row_of || !s->column_of)
        return mintu_fail_memory(error, doing);
    mintu_status status = find_keys(s, error);
    if (status != MINTU_STATUS_OK)
        return status;
    s->cells = calloc((s->rows.count + 1) * (s->columns.count + 1), sizeof *s->cells);
    s->states = calloc((s->rows.count + 1) * (s->columns.count + 1), sizeof *s->states);
    s->tallies = calloc(s->rows.count + 1, sizeof *s->tallies);
    bool points = mintu_layer_geometry_type(s->layer) == MINTU_GEOMETRY_TYPE_POINT;
    if (points)
        s->neighbours = calloc(count + 1, sizeof *s->neighbours);
    if (!s->cells || !s->states || !s->tallies || (points && !s->neighbours))
        return mintu_fail_memory(error, doing);
    if (s->neighbours)
        status = mintu_summary_neighbours(s->context, s->layer, error, s->neighbours, &s->places);
    if (status == MINTU_STATUS_OK)
        status = add_areas(s, error);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        if (!mintu_layer_is_further(s->layer, i))
            status = add_feature(s, i, error);
    return status;
}

/* Fields after the columns. */
enum { TOTAL, SHARE, FEATURES, NO_DATA, AREA, DENSITY, NEIGHBOUR, FIELDS };
static const char *const names[FIELDS] = {"total", "share", "features", "no_data", "area_km2", "per_1000km2", "neighbour_km"};

static mintu_status add_column(mintu_layer *out, const char *name, mintu_field_type type, mintu_error *error)
{
    char text[256];
    bool taken = mintu_layer_field_find(out, name) >= 0;
    for (int i = 0; i < FIELDS; i++)
        taken = taken || strcmp(names[i], name) == 0;
    snprintf(text, sizeof text, "%.240s%s", name, taken ? "_" : "");
    return mintu_layer_field_add(out, text, type, error);
}

static mintu_status add_fields(const summary *s, mintu_layer *out, mintu_error *error)
{
    bool whole = s->query->measure == MINTU_SUMMARY_COUNT ||
                 (s->query->measure == MINTU_SUMMARY_SUM &&
                  mintu_layer_field_type(s->layer, (size_t)s->value) == MINTU_FIELD_TYPE_INTEGER);
    mintu_field_type type = whole ? MINTU_FIELD_TYPE_INTEGER : MINTU_FIELD_TYPE_REAL;
    mintu_status status = mintu_layer_field_add(out, s->query->rows, MINTU_FIELD_TYPE_TEXT, error);
    for (size_t i = 0; i < s->columns.count && status == MINTU_STATUS_OK; i++)
        status = add_column(out, s->columns.keys[i], type, error);
    for (int i = 0; i < FIELDS && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_field_add(out, names[i],
                                       i == TOTAL                      ? type
                                       : i == FEATURES || i == NO_DATA ? MINTU_FIELD_TYPE_INTEGER
                                                                       : MINTU_FIELD_TYPE_REAL,
                                       error);
    return status;
}

static double total_of(const summary *s, const double *cells)
{
    double total = 0;
    for (size_t i = 0; i <= s->columns.count; i++)
        total += cells[i];
    return total;
}

/* Row @p at; what has features and no number at all is no data, not zero. */
static mintu_status add_row(const summary *s, const char *name, size_t at, const tally *t, mintu_layer *out, mintu_error *error)
{
    const double *cells = &s->cells[at * (s->columns.count + 1)];
    const unsigned char *states = &s->states[at * (s->columns.count + 1)];
    double total = t->features && t->features == t->no_data ? (double)NAN : total_of(s, cells);
    const double values[FIELDS] = {total,
                                   s->grand != 0 ? total / s->grand * 100 : (double)NAN,
                                   (double)t->features,
                                   (double)t->no_data,
                                   t->area,
                                   t->area > 0 ? total / t->area * 1000 : (double)NAN,
                                   t->neighbours ? t->neighbour / (double)t->neighbours : (double)NAN};
    mintu_row row = mintu_row_append(out, error);
    mintu_row_text(&row, name);
    for (size_t i = 0; i < s->columns.count; i++)
        mintu_row_number(&row, states[i] == HAS_GAP || isinf(cells[i]) ? (double)NAN : cells[i]);
    for (size_t i = 0; i < FIELDS; i++)
        mintu_row_number(&row, isinf(values[i]) ? (double)NAN : values[i]);
    return row.status;
}

/* The last row of cells becomes the sum of the others. */
static mintu_status add_rows(summary *s, mintu_layer *out, tally *all, mintu_error *error)
{
    size_t width = s->columns.count + 1;
    double *sum = &s->cells[s->rows.count * width];
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < s->rows.count; row++) {
        const tally *t = &s->tallies[row];
        for (size_t i = 0; i < width; i++) {
            sum[i] += s->cells[row * width + i];
            s->states[s->rows.count * width + i] |= s->states[row * width + i];
        }
        all->features += t->features;
        all->no_data += t->no_data;
        all->area += t->area;
        all->neighbour += t->neighbour;
        all->neighbours += t->neighbours;
    }
    s->grand = total_of(s, sum);
    for (size_t row = 0; row < s->rows.count && status == MINTU_STATUS_OK; row++)
        status = add_row(s, s->rows.keys[row], row, &s->tallies[row], out, error);
    return status == MINTU_STATUS_OK ? add_row(s, "total", s->rows.count, all, out, error) : status;
}

static mintu_status add_notes(const summary *s, const tally *all, mintu_layer *out, mintu_error *error)
{
    static const char *const keys[] = {"stated", "listed", "as-of", "source", "licence", "not-identified", "schematic"};
    const char *const own[] = {"rows", "no-data", "places"};
    const size_t values[] = {all->features, all->no_data, s->places};
    mintu_status status = mintu_layer_notes_copy(out, s->layer, keys, sizeof keys / sizeof *keys, error);
    for (size_t i = 0; i < 3 && status == MINTU_STATUS_OK; i++)
        if (i < 2 || values[i])
            status = mintu_layer_note_count(out, own[i], values[i], error);
    return status;
}

static void free_summary(summary *s)
{
    free_axis(&s->rows);
    free_axis(&s->columns);
    free(s->row_of);
    free(s->column_of);
    free(s->cells);
    free(s->states);
    free(s->tallies);
    free(s->neighbours);
}

mintu_status mintu_summary_make(mintu_context *context, const mintu_layer *layer, const mintu_summary_query *query,
                                mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, layer, query) || MINTU_RESERVED_ZERO_IN(error, query))
        return MINTU_STATUS_USAGE;
    summary s = {.context = context, .layer = layer, .query = query};
    tally all = {0};
    mintu_status status = check(&s, error);
    if (status == MINTU_STATUS_OK)
        status = put_together(&s, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_new(context, "summary", error, out);
    if (status == MINTU_STATUS_OK)
        status = add_fields(&s, *out, error);
    if (status == MINTU_STATUS_OK)
        status = add_rows(&s, *out, &all, error);
    if (status == MINTU_STATUS_OK)
        status = add_notes(&s, &all, *out, error);
    free_summary(&s);
    return mintu_layer_end(status, out);
}
