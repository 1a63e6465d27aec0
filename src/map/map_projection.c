#include "map/map_projection.h"

#include "base/earth.h"
#include "base/error.h"
#include "canvas/plot_cut.h"
#include "geometry/projection_choice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

mintu_status mintu_map_choose_projection(mintu_drawing *drawing, const double extent[4], mintu_error *error)
{
    char definition[200];
    const double about[2] = {(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2};
    memcpy(drawing->extent, extent, sizeof drawing->extent);
    mintu_projection_choose(extent, definition, sizeof definition);
    mintu_status status =
        mintu_projection_new(drawing->context, drawing->crs ? drawing->crs : definition, error, &drawing->projection);
    if (status == MINTU_STATUS_OK)
        status = mintu_validity_of(drawing->projection, about, error, &drawing->validity);
    double share = status == MINTU_STATUS_OK ? mintu_validity_share(&drawing->validity, extent) : 1;
    if (share < 0.99)
        mintu_context_notice(drawing->context,
                             "the projection shows %.0f %% of the extent; what else lies there has no place in it",
                             100 * share);
    return status;
}

/* An edge of this length is bent by half a px of @p degrees, where a projection bends it most. */
static double step_for(double degrees)
{
    static const double MOST = 1, BENT = 0.5, SHARE = 1.5 / (8 * MINTU_SEMI_MAJOR);
    return fmin(sqrt(BENT * degrees * MINTU_METRES_PER_DEGREE / SHARE) / MINTU_METRES_PER_DEGREE, MOST);
}

mintu_cutter mintu_map_cutter(const mintu_drawing *drawing, double degrees)
{
    double middle = drawing->validity.middle;
    return (mintu_cutter){
        .validity = &drawing->validity, .near = {middle - 180, -90, middle + 180, 90}, .step = step_for(degrees)};
}

mintu_status mintu_map_cutter_look(const mintu_drawing *drawing, mintu_cutter *cutter, bool *beyond, mintu_error *error)
{
    static const double AROUND = 0.5; /* of the page, to each side */
    mintu_page_view view;
    mintu_status status = mintu_page_look(&drawing->page, drawing->projection, &drawing->validity, 0, error, &view);
    *beyond = view.beyond;
    if (status == MINTU_STATUS_OK)
        status = mintu_page_look(&drawing->page, drawing->projection, &drawing->validity, AROUND, error, &view);
    double *e = view.extent, middle = drawing->validity.middle, wide = (e[2] - e[0]) / 10, high = (e[3] - e[1]) / 10;
    cutter->near[0] = fmax(e[0] - wide, middle - 180), cutter->near[1] = fmax(e[1] - high, -90);
    cutter->near[2] = fmin(e[2] + wide, middle + 180), cutter->near[3] = fmin(e[3] + high, 90);
    return status;
}

/* A plot of one ring, in degrees. */
static mintu_status take_ring(mintu_plot *plot, const double *xy, size_t count, mintu_error *error)
{
    plot->rows = calloc(1, sizeof *plot->rows);
    plot->starts = calloc(2, sizeof *plot->starts);
    plot->outer = malloc(1);
    plot->xy = malloc(2 * count * sizeof *xy);
    if (!plot->rows || !plot->starts || !plot->outer || !plot->xy)
        return mintu_fail_memory(error, "drawing the map");
    plot->row_count = plot->part_count = plot->rows->part_end = plot->outer[0] = 1;
    plot->vertex_count = plot->starts[1] = count;
    plot->rows->type = MINTU_GEOMETRY_TYPE_POLYGON;
    memcpy(plot->xy, xy, 2 * count * sizeof *xy);
    return MINTU_STATUS_OK;
}

/* The edge of the cap, or a box of the whole earth that is cut as any polygon is. */
mintu_status mintu_map_outline(mintu_drawing *drawing, mintu_cutter *cutter, mintu_error *error)
{
    const mintu_validity *validity = &drawing->validity;
    double west = validity->middle - 180, east = validity->middle + 180, edge[2 * MINTU_CAP_EDGE];
    const double box[] = {west, -90, east, -90, east, 90, west, 90, west, -90};
    if (validity->capped)
        mintu_validity_cap_edge(validity, edge);
    mintu_plot *globe = &drawing->globe;
    mintu_status status = validity->capped ? take_ring(globe, edge, MINTU_CAP_EDGE, error) : take_ring(globe, box, 5, error);
    if (status == MINTU_STATUS_OK && !validity->capped)
        status = mintu_plot_cut(globe, cutter, false, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_plot_project(globe, drawing->projection, error);
    if (status == MINTU_STATUS_OK)
        mintu_plot_place(globe, &drawing->page);
    return status;
}
