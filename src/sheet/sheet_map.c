#include "sheet/sheet_map.h"

#include "base/earth.h"
#include "base/error.h"
#include "gazetteer/gazetteer_data.h"
#include "layer/shape.h"
#include "task/task_links.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("drawing the sheet's map");

static bool has(const mintu_sheet_map *map, const mintu_place *place)
{
    for (size_t i = 0; i < map->count; i++)
        if (map->places[i].place == place)
            return true;
    return false;
}

mintu_status mintu_sheet_map_make(const mintu_matrix *m, const char *agency, mintu_error *error, mintu_sheet_map *out)
{
    size_t room = 0;
    *out = (mintu_sheet_map){.count = 0};
    for (size_t i = 0; i < m->count; i++) {
        const mintu_link *link = &m->links[i];
        if (!mintu_scope_names(link->class) || link->place->level < MINTU_LEVEL_COUNTY || has(out, link->place) ||
            !mintu_matrix_charges(m, link->task, agency))
            continue;
        if (!MINTU_ARRAY_RESERVE(out->places, room, out->count + 1))
            return mintu_fail_memory(error, DOING);
        out->places[out->count++] = (mintu_member){link->place, link->certainty, link->source};
        out->towns += link->place->level == MINTU_LEVEL_TOWNSHIP;
    }
    return mintu_gazetteer_layer(m->context, m->gazetteer, "counties", m->date, error, &out->counties);
}

void mintu_sheet_map_free(mintu_sheet_map *map)
{
    mintu_layer_free(map->counties);
    free(map->places);
    *map = (mintu_sheet_map){.count = 0};
}

/* From degrees to the page: a parallel of the middle is as long as it is on earth, which is true enough for so small a map. */
typedef struct frame {
    double west, north, x, y, scale, squeeze;
} frame;

static frame fit(const double bounds[4], const mintu_box *box)
{
    frame f = {.west = bounds[0], .north = bounds[3]};
    f.squeeze = cos((bounds[1] + bounds[3]) / 2 * MINTU_DEGREE);
    double width = (bounds[2] - bounds[0]) * f.squeeze, height = bounds[3] - bounds[1];
    f.scale = fmin((box->x1 - box->x0) / fmax(width, 1e-9), (box->y1 - box->y0) / fmax(height, 1e-9));
    f.x = box->x1 - width * f.scale;
    f.y = box->y0;
    return f;
}

static void place(const frame *f, double xy[2])
{
    xy[0] = f->x + (xy[0] - f->west) * f->squeeze * f->scale;
    xy[1] = f->y + (f->north - xy[1]) * f->scale;
}

static void paint_area(mintu_canvas *canvas, const frame *f, mintu_shape *shape, mintu_color fill)
{
    static const double LINE = 0.4;
    static const mintu_color border = {0.65, 0.62, 0.58, 1};
    for (size_t i = 0; i < shape->vertex_count; i++)
        place(f, shape->xy + 2 * i);
    for (size_t part = 0; part < shape->part_count; part++) {
        const mintu_polyline ring = {shape->xy + 2 * shape->starts[part], shape->starts[part + 1] - shape->starts[part], true};
        mintu_canvas_path(canvas, &ring, 0);
    }
    cairo_set_fill_rule(canvas->cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_line_width(canvas->cairo, LINE);
    cairo_set_line_join(canvas->cairo, CAIRO_LINE_JOIN_ROUND);
    mintu_canvas_color(canvas, fill, 1);
    if (mintu_canvas_may_fill(canvas))
        cairo_fill_preserve(canvas->cairo);
    mintu_canvas_color(canvas, border, 1);
    mintu_canvas_stroke(canvas, false);
}

static void paint_point(mintu_canvas *canvas, const frame *f, const mintu_place *town)
{
    static const double RADIUS = 2.2;
    static const mintu_color red = {0.80, 0.11, 0.11, 1}, white = {1, 1, 1, 1};
    double xy[2] = {town->lon, town->lat};
    if (isnan(town->lon))
        return;
    place(f, xy);
    cairo_new_sub_path(canvas->cairo);
    cairo_arc(canvas->cairo, xy[0], xy[1], RADIUS, 0, 2 * MINTU_PI);
    mintu_canvas_color(canvas, red, 1);
    if (mintu_canvas_may_fill(canvas))
        cairo_fill_preserve(canvas->cairo);
    cairo_set_line_width(canvas->cairo, 0.6);
    mintu_canvas_color(canvas, white, 1);
    mintu_canvas_stroke(canvas, false);
}

mintu_status mintu_sheet_map_draw(const mintu_sheet_map *map, const mintu_matrix *m, mintu_canvas *canvas, const mintu_box *box,
                                  mintu_error *error)
{
    static const mintu_color plain = {0.96, 0.95, 0.93, 1}, named = {0.63, 0.81, 0.62, 1};
    double bounds[4];
    bool found;
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_NONE};
    mintu_status status = mintu_layer_bounds(map->counties, bounds, &found, error);
    if (status != MINTU_STATUS_OK || !found)
        return status;
    const frame f = fit(bounds, box);
    for (size_t row = 0; row < mintu_layer_count(map->counties) && status == MINTU_STATUS_OK; row++) {
        const char *code = mintu_layer_field_text(map->counties, row, "code");
        const mintu_place *county = mintu_gazetteer_find(m->gazetteer, code);
        status = mintu_layer_shape(map->counties, row, &shape, error);
        if (status == MINTU_STATUS_OK)
            paint_area(canvas, &f, &shape, county && has(map, county) ? named : plain);
    }
    for (size_t i = 0; i < map->count && status == MINTU_STATUS_OK; i++)
        if (map->places[i].place->level == MINTU_LEVEL_TOWNSHIP)
            paint_point(canvas, &f, map->places[i].place);
    mintu_shape_free(&shape);
    return status;
}
