#include "table/table_points.h"

#include "base/error.h"
#include "table/cell_value.h"
#include "table/degrees.h"
#include "table/grid_guess.h"
#include "table/position_fault.h"
#include "table/position_pair.h"
#include "table/row_groups.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char doing[] = N_("reading a layer");

/* A walk over the rows. */
typedef struct points {
    mintu_layer *layer;
    const char *missing; /* words that were said to mean no value */
    const mintu_table_lines *where;
    mintu_position_columns columns;
    size_t found;
    mintu_row_groups faults;
    size_t first[MINTU_ROW_GROUPS]; /* row of each, from 1 */
} points;

static const char *name_of(const void *table, size_t column)
{
    return ((const mintu_layer *)table)->fields[column].name;
}

/* NAN for none; false for a text that says none. */
static bool read_one(const mintu_cell *cell, bool longitude, double *out)
{
    *out = (double)NAN;
    switch (cell->kind) {
    case MINTU_CELL_INTEGER:
        *out = (double)cell->integer;
        return true;
    case MINTU_CELL_REAL:
        *out = cell->real;
        return true;
    case MINTU_CELL_TEXT:
        return mintu_degrees_read(cell->text, longitude, out);
    default:
        return false;
    }
}

/* What a cell says, the word among it that became no value. */
static const char *text_of(const points *p, size_t row, size_t field)
{
    const char *word = mintu_position_word_at(p->layer, row, field);
    return *word ? word : mintu_layer_text(p->layer, row, field);
}

static mintu_position_fault read_row(const points *p, size_t row, double lonlat[2])
{
    const mintu_column *fields = p->layer->fields;
    bool good = read_one(&fields[p->columns.lon].cells[row], true, &lonlat[0]);
    good = read_one(&fields[p->columns.lat].cells[row], false, &lonlat[1]) && good;
    return good ? mintu_position_number_fault(lonlat) : MINTU_FAULT_TEXT;
}

/* x and y may be north and east, as surveyors have them: where that alone makes degrees of all. */
static bool is_turned(points *p)
{
    size_t turned = 0, straight = 0;
    for (size_t row = 0; row < p->layer->count; row++) {
        double lonlat[2];
        mintu_position_fault fault = read_row(p, row, lonlat);
        straight += fault == MINTU_FAULT_NONE;
        turned += fault == MINTU_FAULT_TURNED;
    }
    return turned > 0 && straight == 0;
}

/* mintu_layer_text() has one place for numbers: the first is kept before the second is asked for. */
static void add_fault(points *p, size_t row, mintu_position_fault fault)
{
    char lon[64] = "";
    const char *word = "";
    strncat(lon, text_of(p, row, p->columns.lon), sizeof lon - 1);
    const char *const texts[2] = {lon, text_of(p, row, p->columns.lat)};
    if (fault == MINTU_FAULT_TEXT)
        fault = mintu_position_text_fault(texts, p->missing, &word);
    size_t number = p->where->lines ? (size_t)p->where->lines[row] : row + 1;
    const mintu_row_group *group = mintu_row_groups_add(&p->faults, (int)fault, word, number);
    if (group->count == 1)
        p->first[group - p->faults.items] = row + 1;
}

static mintu_status set_points(points *p, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < p->layer->count && status == MINTU_STATUS_OK; row++) {
        double lonlat[2];
        mintu_position_fault fault = read_row(p, row, lonlat);
        if (fault == MINTU_FAULT_NONE) {
            status = mintu_layer_point_set(p->layer, row, lonlat[0], lonlat[1], error);
            p->found++;
        } else {
            add_fault(p, row, fault);
        }
    }
    return status;
}

/* What the first bad row's numbers look like, and what to do. */
static void guess_system(const mintu_layer *layer, size_t row, const mintu_position_columns *columns, char *out, size_t room)
{
    double x = mintu_layer_number(layer, row, columns->lon), y = mintu_layer_number(layer, row, columns->lat);
    char name[MINTU_GRID_NAME], remedy[MINTU_GRID_REMEDY];
    if (fabs(x) <= 90 && fabs(y) <= 180)
        snprintf(out, room, "they seem to be the other way round: call the columns by what they hold");
    else
        snprintf(out, room, "%s: put the WKT of their system beside the file as .prj, or convert it %s",
                 mintu_grid_name(x, y, name), mintu_grid_remedy(x, y, remedy));
}

static void excerpts(const points *p, size_t row, char lon[64], char lat[64])
{
    char *const out[2] = {lon, lat};
    for (int axis = 0; axis < 2; axis++) {
        const char *text = text_of(p, row, axis ? p->columns.lat : p->columns.lon);
        snprintf(out[axis], 64, "%.*s", mintu_cell_shown(text), text);
    }
}

static mintu_status fail_all(const points *p, size_t row, mintu_error *error)
{
    char lon[64], lat[64], guess[400];
    excerpts(p, row, lon, lat);
    guess_system(p->layer, row, &p->columns, guess, sizeof guess);
    return mintu_fail_at(
        error, MINTU_STATUS_INPUT, (mintu_where){p->where->path, p->where->lines ? p->where->lines[row] : 0, 0},
        "%s: the coordinates in columns %s and %s are no degrees (%s, %s), and the file has no reference system; %s",
        mintu_message(doing), p->layer->fields[p->columns.lon].name, p->layer->fields[p->columns.lat].name, lon, lat, guess);
}

/* Columns that are but x and y may be something else than positions. */
static void tell_plain(mintu_context *context, const points *p, size_t row)
{
    char mark[MINTU_TABLE_MARK], guess[400];
    guess_system(p->layer, row, &p->columns, guess, sizeof guess);
    mintu_context_notice(context, "%s%s: columns %s, %s: they are no degrees, so that the rows have no points; %s",
                         p->where->path, mintu_table_mark(p->where, row + 1, mark), p->layer->fields[p->columns.lon].name,
                         p->layer->fields[p->columns.lat].name, guess);
}

/* What is wrong with the coordinates of a kind, and what to do. */
static const struct {
    const char *what, *remedy;
} said[MINTU_FAULT_END] = {[MINTU_FAULT_EMPTY] = {"both are empty", ""},
                           [MINTU_FAULT_HALF] = {"are but one coordinate", "; give both"},
                           [MINTU_FAULT_WORD] = {"say that there is no value", ""},
                           [MINTU_FAULT_TEXT] = {"are no degrees", "; expected such as 118.05, 118°3′0″ or 东经118度3分"},
                           [MINTU_FAULT_TURNED] = {"are not on Earth, and would be the other way round", "; exchange the two"},
                           [MINTU_FAULT_METRES] = {"are not on Earth", "; "},
                           [MINTU_FAULT_OUTSIDE] = {"are not on Earth", "; longitude is up to 180 degrees, latitude up to 90"}};

/* One kind of reason, with the rows that have no point for it. */
static void tell_group(mintu_context *context, const points *p, size_t index)
{
    const mintu_row_group *group = &p->faults.items[index];
    size_t row = p->first[index] - 1;
    char lon[64], lat[64], values[144] = "", mark[MINTU_TABLE_MARK], list[MINTU_GROUP_LIST], guess[400] = "",
                           grid[MINTU_GRID_NAME];
    excerpts(p, row, lon, lat);
    if (group->kind != MINTU_FAULT_EMPTY)
        snprintf(values, sizeof values, "\"%s\", \"%s\" ", lon, lat);
    if (group->kind == MINTU_FAULT_METRES) /* among degrees: a system for the file would be wrong for these */
        snprintf(guess, sizeof guess, "%s: convert them to degrees",
                 mintu_grid_name(mintu_layer_number(p->layer, row, p->columns.lon),
                                 mintu_layer_number(p->layer, row, p->columns.lat), grid));
    mintu_context_notice(context, "%s%s: columns %s, %s: %s%s; %zu of %zu rows ha%s no point for this%s%s%s", p->where->path,
                         mintu_table_mark(p->where, row + 1, mark), p->layer->fields[p->columns.lon].name,
                         p->layer->fields[p->columns.lat].name, values, said[group->kind].what, group->count, p->layer->count,
                         group->count > 1 ? "ve" : "s", mintu_row_group_list(group, p->where->lines != NULL, list),
                         said[group->kind].remedy, guess);
}

/* Of the groups of numbers that are no degrees the first, or else of texts that are none; how many rows are of each. */
static const mintu_row_group *first_fault(const points *p, size_t *numbers, size_t *texts)
{
    const mintu_row_group *first[2] = {NULL, NULL};
    *numbers = *texts = 0;
    for (size_t i = 0; i < p->faults.count; i++) {
        const mintu_row_group *group = &p->faults.items[i];
        bool number = group->kind >= MINTU_FAULT_TURNED;
        if (!number && group->kind != MINTU_FAULT_TEXT && group->kind != MINTU_FAULT_HALF)
            continue;
        *(number ? numbers : texts) += group->count;
        first[!number] = first[!number] ? first[!number] : group;
    }
    return first[0] ? first[0] : first[1];
}

/* Rows without a point. */
static mintu_status judge(mintu_context *context, const points *p, mintu_error *error)
{
    size_t numbers, texts;
    const mintu_row_group *fault = first_fault(p, &numbers, &texts);
    size_t row = fault ? p->first[fault - p->faults.items] - 1 : 0;
    if (p->found == 0 && p->columns.plain) {
        if (fault)
            tell_plain(context, p, row);
        return MINTU_STATUS_OK;
    }
    if (p->found == 0 && numbers > 0 && numbers >= texts)
        return fail_all(p, row, error);
    for (size_t i = 0; !context->positions_elsewhere && i < p->faults.count; i++)
        tell_group(context, p, i);
    return MINTU_STATUS_OK;
}

mintu_position_columns mintu_table_positions(const mintu_layer *layer)
{
    mintu_position_columns columns = mintu_position_columns_find(layer, layer->field_count, name_of);
    if (columns.lon == MINTU_POSITION_NONE || columns.lat == MINTU_POSITION_NONE)
        columns.lon = columns.lat = MINTU_POSITION_NONE;
    return columns;
}

mintu_status mintu_table_points(mintu_context *context, mintu_layer *layer, const mintu_table_lines *where, mintu_error *error)
{
    points p = {.layer = layer, .missing = context->tables.missing, .where = where};
    p.columns = mintu_table_positions(layer);
    if (p.columns.lon == MINTU_POSITION_NONE) {
        if (p.columns.many)
            mintu_context_notice(context,
                                 "%s: more than one pair of columns is called as coordinates are, so that the rows have "
                                 "no points; call one pair lon and lat",
                                 where->path);
        return p.columns.many ? MINTU_STATUS_OK : mintu_position_pairs(context, layer, where, error);
    }
    if (p.columns.plain && is_turned(&p)) {
        mintu_context_notice(context,
                             "%s: column %s is taken for the latitude and %s for the longitude: the other way round they "
                             "are not on Earth",
                             where->path, layer->fields[p.columns.lon].name, layer->fields[p.columns.lat].name);
        p.columns = (mintu_position_columns){p.columns.lat, p.columns.lon, false, true};
    }
    mintu_status status = set_points(&p, error);
    return status == MINTU_STATUS_OK ? judge(context, &p, error) : status;
}
