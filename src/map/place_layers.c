#include "map/place_layers.h"

#include "base/context.h"
#include "base/earth.h"
#include "base/error.h"
#include "canvas/plot_spot.h"
#include "canvas/plot_thin.h"
#include "canvas/subject.h"
#include "furniture/furniture_arrange.h"
#include "style/style_source.h"

#include <math.h>
#include <stdlib.h>

mintu_status mintu_layers_load(mintu_drawing *drawing, const mintu_layer *const *sources, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    size_t count = mintu_style_source_count(drawing->style);
    drawing->plots = calloc(count + 1, sizeof *drawing->plots);
    if (!drawing->plots)
        return mintu_fail_memory(error, "preparing the map");
    drawing->plot_count = count;
    for (size_t i = 0; status == MINTU_STATUS_OK && i < mintu_style_layer_count(drawing->style); i++) {
        const mintu_style_layer *layer = mintu_style_layer_at(drawing->style, i);
        int source = mintu_style_layer_source(layer);
        if (source < 0)
            continue;
        drawing->plots[source].symbols = drawing->plots[source].symbols || mintu_layer_draws_symbols(layer);
        drawing->plots[source].pixels = mintu_style_source_raster(drawing->style, (size_t)source) != NULL;
        if (drawing->plots[source].layer)
            continue;
        if (!sources[source])
            status = mintu_fail(error, MINTU_STATUS_USAGE,
                                "drawing the map: layer \"%s\" needs the source \"%s\", which was not given",
                                mintu_style_layer_id(layer), mintu_style_source_name(drawing->style, (size_t)source));
        else
            status = mintu_plot_load(&drawing->plots[source], drawing->context, sources[source], error);
    }
    return status;
}

/* The scale is only known once the subject is projected, but near enough for thinning from the extent in degrees. All formats are
 * thinned to a quarter of 1/300 inch, 0.02 mm, so that their labels, which keep off lines, stand at the same places. */
static void thin_plots(mintu_drawing *drawing, double dpi, double scale, const double extent[4])
{
    const mintu_page *page = &drawing->page;
    double narrow = fmax(cos((extent[1] + extent[3]) / 2 * MINTU_DEGREE), 0.05);
    double metres = fmax((extent[2] - extent[0]) * narrow / (page->frame.x1 - page->frame.x0),
                         (extent[3] - extent[1]) / (page->frame.y1 - page->frame.y0)) *
                    MINTU_METRES_PER_DEGREE; /* per px */
    if (scale > 0)
        metres = scale * 0.0254 / 96;
    double detail = 0.25 * 96 / fmax(dpi, 300) * metres / MINTU_METRES_PER_DEGREE;
    double cell[2] = {detail / narrow, detail};
    for (size_t i = 0; detail > 0 && isfinite(detail) && i < drawing->plot_count; i++)
        if (drawing->plots[i].layer)
            mintu_plot_thin(&drawing->plots[i], cell);
}

static mintu_status place_plots(mintu_drawing *drawing, double scale, const double extent[4], bool fitted, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    mintu_page_wish wish = {.scale = scale, .padding = fitted ? 3.5 * MINTU_MM * drawing->page.unit : 0};
    for (size_t i = 0; status == MINTU_STATUS_OK && i < drawing->plot_count; i++)
        if (drawing->plots[i].layer)
            status = mintu_plot_project(&drawing->plots[i], drawing->projection, error);
    if (status == MINTU_STATUS_OK && drawing->focus)
        status = mintu_plot_project(&drawing->focus_plot, drawing->projection, error);
    if (status == MINTU_STATUS_OK && !(fitted && mintu_subject_bounds(drawing->plots, drawing->plot_count, &wish.bounds)))
        status = mintu_page_bounds(drawing->projection, extent, &wish.bounds, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_page_fit(&drawing->page, drawing->projection, &wish, error);
    if (status == MINTU_STATUS_OK && drawing->focus)
        mintu_plot_place(&drawing->focus_plot, &drawing->page);
    for (size_t i = 0; status == MINTU_STATUS_OK && i < drawing->plot_count; i++)
        if (drawing->plots[i].layer)
            mintu_plot_place(&drawing->plots[i], &drawing->page);
    return status;
}

mintu_status mintu_layers_place(mintu_scene *scene, const double extent[4], bool fitted, mintu_error *error)
{
    double scale = scene->map->options.scale > 0 ? scene->map->options.scale : scene->furniture.layout->scale;
    /* A page on the web that says where to look does not ask the style for its view. */
    const mintu_style *style = scene->drawing.style;
    mintu_page_turn(&scene->drawing.page, !fitted && scale > 0 ? 0 : mintu_style_bearing(style));
    if (mintu_style_pitch(style) != 0)
        mintu_context_notice(scene->drawing.context,
                             "the style's pitch of %g degrees is left out: a map on paper is seen from above",
                             mintu_style_pitch(style));
    thin_plots(&scene->drawing, scene->format == MINTU_MAP_FORMAT_PNG ? scene->drawing.page.dpi : 0, scale, extent);
    return place_plots(&scene->drawing, scale, extent, fitted, error);
}

/* They keep off the furniture by about half a line. */
void mintu_layers_move_names(const mintu_furniture *furniture)
{
    static const double HALF_LINE = 9;
    mintu_drawing *drawing = furniture->drawing;
    mintu_box covers[MINTU_PIECE_END];
    size_t count = mintu_furniture_boxes(furniture, covers);
    for (size_t i = 0; i < count; i++)
        covers[i] = mintu_box_grown(covers[i], HALF_LINE);
    for (size_t i = 0; i < drawing->plot_count; i++)
        if (drawing->plots[i].layer)
            mintu_plot_move_spots(&drawing->plots[i], &drawing->page.frame, covers, count);
}
