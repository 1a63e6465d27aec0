#include "table/table_points.h"

#include "base/error.h"
#include "table/degrees.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char doing[] = N_("reading a layer");

/* What the coordinates of a row are. */
typedef enum coordinates { NONE, POINT, TEXT, OUTSIDE } coordinates;

/* A walk over the rows. */
typedef struct points {
    mintu_layer *layer;
    const mintu_table_lines *where;
    mintu_position_columns columns;
    size_t found, bad, first_bad; /* first_bad: a row from 1 */
    coordinates fault;            /* of the first bad row */
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
        return true;
    }
}

static coordinates read_row(const points *p, size_t row, double lonlat[2])
{
    const mintu_column *fields = p->layer->fields;
    bool good = read_one(&fields[p->columns.lon].cells[row], true, &lonlat[0]);
    good = read_one(&fields[p->columns.lat].cells[row], false, &lonlat[1]) && good;
    if (!good)
        return TEXT;
    if (isnan(lonlat[0]) && isnan(lonlat[1]))
        return NONE;
    if (isnan(lonlat[0]) || isnan(lonlat[1]))
        return TEXT;
    return fabs(lonlat[0]) <= 360 && fabs(lonlat[1]) <= 90.000001 ? POINT : OUTSIDE;
}

/* x and y may be north and east, as surveyors have them: where that alone makes degrees of all. */
static bool is_turned(points *p)
{
    size_t turned = 0, straight = 0;
    for (size_t row = 0; row < p->layer->count; row++) {
        double lonlat[2];
        coordinates kind = read_row(p, row, lonlat);
        straight += kind == POINT;
        turned += kind == OUTSIDE && fabs(lonlat[0]) <= 90 && fabs(lonlat[1]) <= 180;
    }
    return turned > 0 && straight == 0;
}

static mintu_status set_points(points *p, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < p->layer->count && status == MINTU_STATUS_OK; row++) {
        double lonlat[2];
        coordinates kind = read_row(p, row, lonlat);
        if (kind == POINT) {
            status = mintu_layer_point_set(p->layer, row, lonlat[0], lonlat[1], error);
            p->found++;
        } else if (kind != NONE && p->bad++ == 0) {
            p->first_bad = row + 1;
            p->fault = kind;
        }
    }
    return status;
}

/* The first row whose coordinates are none. */
static void tell_bad(mintu_context *context, const points *p)
{
    char lon[64] = "", lat[64] = "", mark[MINTU_TABLE_MARK];
    size_t row = p->first_bad - 1;
    const char *names[] = {p->layer->fields[p->columns.lon].name, p->layer->fields[p->columns.lat].name};
    strncat(lon, mintu_layer_text(p->layer, row, p->columns.lon), 40);
    strncat(lat, mintu_layer_text(p->layer, row, p->columns.lat), 40);
    mintu_context_notice(
        context, "%s%s: columns %s, %s: \"%s\", \"%s\" %s; %zu of %zu rows have no point for such a reason; %s", p->where->path,
        mintu_table_mark(p->where, row + 1, mark), names[0], names[1], lon, lat,
        p->fault == TEXT ? "are no degrees" : "are not on Earth", p->bad, p->layer->count,
        p->fault == TEXT ? "expected such as 118.05, 118°3′0″ or 东经118度3分"
                         : "longitude is up to 180 degrees, latitude up to 90; are they the other way round, or metres?");
}

/* What the first bad row's numbers look like, and what to do. */
static void guess_system(const mintu_layer *layer, size_t row, const mintu_position_columns *columns, char *out, size_t room)
{
    double x = mintu_layer_number(layer, row, columns->lon), y = mintu_layer_number(layer, row, columns->lat);
    double east = fmax(x, y), north = fmin(x, y);
    bool grid = north > 1e6 && north < 1e7; /* metres from the equator, between 9 and 90 degrees */
    if (fabs(x) <= 90 && fabs(y) <= 180)
        snprintf(out, room, "they seem to be the other way round: call the columns by what they hold");
    else if (grid && east > 25e6 && east < 46e6)
        snprintf(out, room,
                 "they look like metres of CGCS2000 in the zone %.0f of 3 degrees (EPSG:%.0f): put its WKT beside the file as "
                 ".prj, or convert it with ogr2ogr -s_srs EPSG:%.0f -t_srs EPSG:4326",
                 floor(east / 1e6), 4488 + floor(east / 1e6), 4488 + floor(east / 1e6));
    else if (grid && east > 7e6 && east <= 20037509)
        snprintf(out, room,
                 "they look like metres of web maps (EPSG:3857): put its WKT beside the file as .prj, or convert it with "
                 "ogr2ogr -s_srs EPSG:3857 -t_srs EPSG:4326");
    else
        snprintf(
            out, room,
            "are they metres? put the WKT of their system beside the file as .prj, or convert it, for example with ogr2ogr "
            "-s_srs EPSG:4548 -t_srs EPSG:4326");
}

static mintu_status fail_all(const points *p, mintu_error *error)
{
    size_t row = p->first_bad - 1;
    char lon[64] = "", lat[64] = "", guess[240];
    strncat(lon, mintu_layer_text(p->layer, row, p->columns.lon), 40);
    strncat(lat, mintu_layer_text(p->layer, row, p->columns.lat), 40);
    guess_system(p->layer, row, &p->columns, guess, sizeof guess);
    return mintu_fail_at(
        error, MINTU_STATUS_INPUT, (mintu_where){p->where->path, p->where->lines ? p->where->lines[row] : 0, 0},
        "%s: the coordinates in columns %s and %s are no degrees (%s, %s), and the file has no reference system; %s",
        mintu_message(doing), p->layer->fields[p->columns.lon].name, p->layer->fields[p->columns.lat].name, lon, lat, guess);
}

/* Columns that are but x and y may be something else than positions. */
static void tell_plain(mintu_context *context, const points *p)
{
    char mark[MINTU_TABLE_MARK], guess[240];
    guess_system(p->layer, p->first_bad - 1, &p->columns, guess, sizeof guess);
    mintu_context_notice(context, "%s%s: columns %s, %s: they are no degrees, so that the rows have no points; %s",
                         p->where->path, mintu_table_mark(p->where, p->first_bad, mark), p->layer->fields[p->columns.lon].name,
                         p->layer->fields[p->columns.lat].name, guess);
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
    points p = {.layer = layer, .where = where};
    p.columns = mintu_table_positions(layer);
    if (p.columns.lon == MINTU_POSITION_NONE) {
        if (p.columns.many)
            mintu_context_notice(context,
                                 "%s: more than one pair of columns is called as coordinates are, so that the rows have "
                                 "no points; call one pair lon and lat",
                                 where->path);
        return MINTU_STATUS_OK;
    }
    if (p.columns.plain && is_turned(&p)) {
        mintu_context_notice(context,
                             "%s: column %s is taken for the latitude and %s for the longitude: the other way round they "
                             "are not on Earth",
                             where->path, layer->fields[p.columns.lon].name, layer->fields[p.columns.lat].name);
        p.columns = (mintu_position_columns){p.columns.lat, p.columns.lon, false, true};
    }
    mintu_status status = set_points(&p, error);
    if (status != MINTU_STATUS_OK || p.bad == 0)
        return status;
    if (p.found == 0 && p.columns.plain)
        tell_plain(context, &p);
    else if (p.found == 0 && p.fault == OUTSIDE)
        return fail_all(&p, error);
    else
        tell_bad(context, &p);
    return MINTU_STATUS_OK;
}
