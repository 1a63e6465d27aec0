#include "gazetteer/schematic.h"

#include "base/context.h"
#include "gazetteer/land_outline.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places.h"
#include "geometry/cells.h"
#include "geometry/clip.h"
#include "geometry/dissolve.h"
#include "geometry/polygon.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

const char mintu_schematic_note[] =
    "示意界线：按乡镇点位划分，非实际界线 / Schematic borders: cells around the towns, not the true course";

/* The points chosen so far: no two at the same place, as their cells would be empty. */
typedef struct seeds {
    mintu_layer *layer;
    double (*points)[2];
    size_t count;
    size_t *per_county; /* of each place */
} seeds;

static mintu_status add_seed(seeds *s, const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_place *county,
                             mintu_error *error)
{
    if (!county || isnan(place->lon) || isnan(place->lat))
        return MINTU_STATUS_OK;
    for (size_t i = 0; i < s->count; i++)
        if (s->points[i][0] == place->lon && s->points[i][1] == place->lat)
            return MINTU_STATUS_OK;
    s->points[s->count][0] = place->lon;
    s->points[s->count++][1] = place->lat;
    s->per_county[mintu_gazetteer_index(gazetteer, county)]++;
    mintu_row row = mintu_row_append(s->layer, error);
    mintu_row_text(&row, county->code);
    mintu_row_point(&row, place->lon, place->lat);
    return row.status;
}

/* A township counts with a point of its own; a county without any such township counts with its seat. */
static mintu_status add_seeds(seeds *s, const mintu_gazetteer *gazetteer, mintu_level level, int date, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < gazetteer->count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = &gazetteer->places[i];
        if (place->level != level || !mintu_period_holds(place->from, place->to, date))
            continue;
        if (level == MINTU_LEVEL_TOWNSHIP ? strcmp(place->precision, "town") != 0 : s->per_county[i] > 0)
            continue;
        status = add_seed(s, gazetteer, place, mintu_gazetteer_within(gazetteer, place, MINTU_LEVEL_COUNTY, date), error);
    }
    return status;
}

/* A county whose only point is its prefecture's, where another unit has its seat, gets no cell. */
static void tell_missing(mintu_context *context, const seeds *s, const mintu_gazetteer *gazetteer, int date)
{
    enum { LISTED = 5 };
    size_t count = 0;
    mintu_buffer names = {0};
    for (size_t i = 0; i < gazetteer->count; i++) {
        const mintu_place *place = &gazetteer->places[i];
        if (place->level != MINTU_LEVEL_COUNTY || !mintu_period_holds(place->from, place->to, date) || s->per_county[i] > 0)
            continue;
        if (count++ < LISTED)
            mintu_buffer_format(&names, "%s%s %s", count > 1 ? ", " : "", place->code,
                                mintu_gazetteer_then(gazetteer, place, date).name);
    }
    if (count && !names.failed)
        mintu_context_notice(context, "the schematic borders leave %zu units out, for which the package has no point: %s%s",
                             count, names.data, count > LISTED ? ", …" : "");
    mintu_buffer_free(&names);
}

static mintu_status make_seeds(mintu_context *context, const mintu_gazetteer *gazetteer, int date, mintu_error *error,
                               mintu_layer **out)
{
    static const mintu_field code[] = {{"code", MINTU_FIELD_TYPE_TEXT}};
    seeds s = {.points = malloc((gazetteer->count + 1) * sizeof *s.points),
               .per_county = calloc(gazetteer->count + 1, sizeof *s.per_county)};
    mintu_status status =
        s.points && s.per_county ? MINTU_STATUS_OK : mintu_fail_memory(error, "choosing the points of schematic borders");
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, "seeds", code, 1, error, &s.layer);
    if (status == MINTU_STATUS_OK)
        status = add_seeds(&s, gazetteer, MINTU_LEVEL_TOWNSHIP, date, error);
    if (status == MINTU_STATUS_OK)
        status = add_seeds(&s, gazetteer, MINTU_LEVEL_COUNTY, date, error);
    if (status == MINTU_STATUS_OK)
        tell_missing(context, &s, gazetteer, date);
    *out = s.layer;
    free(s.points);
    free(s.per_county);
    return status;
}

/* One rectangle around a layer. */
static mintu_status make_frame(mintu_context *context, const mintu_layer *layer, mintu_error *error, mintu_layer **out)
{
    double b[4] = {0};
    bool found;
    mintu_shape frame = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    mintu_status status = mintu_layer_bounds(layer, b, &found, error);
    const double corners[5][2] = {{b[0], b[1]}, {b[2], b[1]}, {b[2], b[3]}, {b[0], b[3]}, {b[0], b[1]}};
    if (status == MINTU_STATUS_OK)
        status = mintu_shape_part(&frame, true, error);
    for (int i = 0; i < 5 && status == MINTU_STATUS_OK; i++)
        status = mintu_shape_vertex(&frame, corners[i][0], corners[i][1], error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_new(context, "frame", error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_append(*out, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_shape_set(*out, 0, &frame, error);
    mintu_shape_free(&frame);
    return status;
}

/* Cells are dissolved before they are cut to the outline: cutting is what takes long, and there are ten cells to a county. */
static mintu_status make_polygons(mintu_context *context, const mintu_layer *points, const mintu_layer *outline,
                                  mintu_error *error, mintu_layer **out)
{
    mintu_layer *frame = NULL, *cells = NULL;
    mintu_status status = make_frame(context, outline, error, &frame);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_cells(context, points, frame, error, &cells);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_dissolve(context, cells, "code", error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_clip(context, *out, outline, error);
    mintu_layer_free(cells);
    mintu_layer_free(frame);
    return status;
}

static mintu_status make_counties(mintu_context *context, const mintu_gazetteer *gazetteer, int date, mintu_error *error,
                                  mintu_layer **out)
{
    mintu_layer *outline = NULL, *points = NULL;
    mintu_status status = mintu_outline_make(context, gazetteer, error, &outline);
    if (status == MINTU_STATUS_OK)
        status = make_seeds(context, gazetteer, date, error, &points);
    if (status == MINTU_STATUS_OK)
        status = make_polygons(context, points, outline, error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(*out, "schematic", mintu_schematic_note, error);
    mintu_layer_free(points);
    mintu_layer_free(outline);
    return status;
}

void mintu_schematic_clear(mintu_schematic *schematic)
{
    for (int level = 0; level < MINTU_LEVEL_TOWNSHIP; level++)
        mintu_layer_free(schematic->levels[level]);
    *schematic = (mintu_schematic){0};
}

mintu_status mintu_schematic_polygons(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_units_query *query,
                                      mintu_error *error, const mintu_layer **out)
{
    mintu_schematic *kept = gazetteer->schematic;
    mintu_layer **counties = &kept->levels[MINTU_LEVEL_COUNTY], **wanted = &kept->levels[query->level];
    mintu_status status = MINTU_STATUS_OK;
    *out = NULL;
    if (kept->date != query->date)
        mintu_schematic_clear(kept);
    if (!*counties)
        status = make_counties(context, gazetteer, query->date, error, counties);
    if (status == MINTU_STATUS_OK && !*wanted)
        status = mintu_units_at(context, gazetteer, *counties, query, error, wanted);
    if (status == MINTU_STATUS_OK && wanted != counties)
        status = mintu_layer_note_set(*wanted, "schematic", mintu_schematic_note, error);
    if (status != MINTU_STATUS_OK) {
        mintu_schematic_clear(kept);
        return status;
    }
    kept->date = query->date;
    *out = *wanted;
    return MINTU_STATUS_OK;
}
