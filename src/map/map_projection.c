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
    return status == MINTU_STATUS_OK ? mintu_validity_of(drawing->projection, about, error, &drawing->validity) : status;
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

/* A box of the whole earth, cut as any polygon is. */
mintu_status mintu_map_outline(mintu_drawing *drawing, mintu_cutter *cutter, mintu_error *error)
{
    double west = drawing->validity.middle - 180, east = drawing->validity.middle + 180;
    double xy[] = {west, -90, east, -90, east, 90, west, 90, west, -90};
    mintu_plot *globe = &drawing->globe;
    globe->rows = calloc(1, sizeof *globe->rows);
    globe->starts = calloc(2, sizeof *globe->starts);
    globe->outer = malloc(1);
    globe->xy = malloc(sizeof xy);
    if (!globe->rows || !globe->starts || !globe->outer || !globe->xy)
        return mintu_fail_memory(error, "drawing the map");
    globe->row_count = globe->part_count = globe->rows->part_end = globe->outer[0] = 1;
    globe->vertex_count = globe->starts[1] = sizeof xy / sizeof *xy / 2;
    globe->rows->type = MINTU_GEOMETRY_TYPE_POLYGON;
    memcpy(globe->xy, xy, sizeof xy);
    mintu_status status = mintu_plot_cut(globe, cutter, false, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_plot_project(globe, drawing->projection, error);
    if (status == MINTU_STATUS_OK)
        mintu_plot_place(globe, &drawing->page);
    return status;
}
