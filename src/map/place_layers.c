#include "map/place_layers.h"

#include "base/context.h"
#include "base/earth.h"
#include "base/error.h"
#include "canvas/plot_cut.h"
#include "canvas/plot_spot.h"
#include "canvas/plot_thin.h"
#include "canvas/subject.h"
#include "furniture/furniture_arrange.h"
#include "map/map_projection.h"
#include "style/layout.h"
#include "style/style_source.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

/* Degrees of latitude to a px; degrees of longitude are @p narrow of them. The scale is only known once the subject is projected, but
 * near enough from the extent in degrees. */
static double degrees_of_px(const mintu_drawing *drawing, double scale, const double extent[4], double narrow)
{
    const mintu_page *page = &drawing->page;
    double metres = fmax((extent[2] - extent[0]) * narrow / (page->frame.x1 - page->frame.x0),
                         (extent[3] - extent[1]) / (page->frame.y1 - page->frame.y0)) *
                    MINTU_METRES_PER_DEGREE;
    if (scale > 0)
        metres = scale * 0.0254 / 96 * page->type;
    return metres / MINTU_METRES_PER_DEGREE;
}

/* How the layers of a map come to the page. */
typedef struct placing {
    mintu_drawing *drawing;
    mintu_cutter cutter;
    double cell[2]; /* detail that is not seen, degrees */
    double padding; /* px more than usual */
    bool near_only; /* the page is known */
    bool usual;     /* the scale is one that series of maps have */
} placing;

/* The areas of the locator are all shown, and what is in the distance must not be dropped. */
static bool is_located(const mintu_drawing *drawing, const mintu_plot *plot)
{
    const char *name = mintu_style_layout(drawing->style)->inset_source;
    return name && strcmp(mintu_style_source_name(drawing->style, (size_t)(plot - drawing->plots)), name) == 0;
}

static mintu_status project_plot(placing *p, mintu_plot *plot, mintu_error *error)
{
    bool near_only = p->near_only && plot->layer != p->drawing->focus && !is_located(p->drawing, plot);
    if (near_only)
        mintu_plot_drop(plot, &p->cutter);
    if (p->cell[1] > 0 && isfinite(p->cell[1]))
        mintu_plot_thin(plot, p->cell);
    mintu_status status = mintu_plot_cut(plot, &p->cutter, near_only, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_plot_find_spots(plot, p->drawing->context, error);
    return status == MINTU_STATUS_OK ? mintu_plot_project(plot, p->drawing->projection, error) : status;
}

static mintu_status project_plots(placing *p, bool subject, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; status == MINTU_STATUS_OK && i < p->drawing->plot_count; i++)
        if (p->drawing->plots[i].layer && p->drawing->plots[i].subject == subject)
            status = project_plot(p, &p->drawing->plots[i], error);
    return status;
}

/* The earth seen as a disc is one figure: a subject that is half as wide or as high as it would show it cut off somewhere. */
static mintu_status widen_to_disc(const mintu_drawing *drawing, mintu_box *bounds, mintu_error *error)
{
    static const double HORIZON = 91, SHARE = 0.5; /* degrees; the caps of other projections reach round the earth */
    const mintu_validity *validity = &drawing->validity;
    const double whole[] = {validity->middle - 180, -90, validity->middle + 180, 90};
    mintu_box disc;
    if (!validity->capped || validity->radius > HORIZON)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_page_valid_bounds(drawing->projection, validity, whole, &disc, error);
    bool wide = bounds->x1 - bounds->x0 >= SHARE * (disc.x1 - disc.x0),
         high = bounds->y1 - bounds->y0 >= SHARE * (disc.y1 - disc.y0);
    if (status == MINTU_STATUS_OK && (wide || high))
        mintu_box_join(bounds, &disc);
    return status;
}

/* Scale and centre of the page: to the subject, which is projected first, or to an extent. */
static mintu_status fit_page(placing *p, double scale, const double extent[4], bool fitted, mintu_error *error)
{
    mintu_drawing *drawing = p->drawing;
    mintu_page_wish wish = {.scale = scale,
                            .usual = p->usual,
                            .padding = fitted ? 3.5 * MINTU_MM * drawing->page.unit + p->padding : 0,
                            .about = {(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2}};
    mintu_status status = fitted ? project_plots(p, true, error) : MINTU_STATUS_OK;
    bool subject =
        status == MINTU_STATUS_OK && fitted && mintu_subject_bounds(drawing->plots, drawing->plot_count, &wish.bounds);
    if (status == MINTU_STATUS_OK && !subject)
        status = mintu_page_valid_bounds(drawing->projection, &drawing->validity, extent, &wish.bounds, error);
    if (status == MINTU_STATUS_OK && fitted)
        status = widen_to_disc(drawing, &wish.bounds, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_page_fit(&drawing->page, drawing->projection, &wish, error);
    return status;
}

static void place_plots(mintu_drawing *drawing)
{
    for (size_t i = 0; i < drawing->plot_count; i++)
        if (drawing->plots[i].layer) {
            mintu_plot_place(&drawing->plots[i], &drawing->page);
            mintu_plot_find_cut_spots(&drawing->plots[i]);
        }
}

static mintu_status project_focus(placing *p, mintu_error *error)
{
    mintu_drawing *drawing = p->drawing;
    mintu_status status = mintu_plot_cut(&drawing->focus_plot, &p->cutter, false, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_plot_project(&drawing->focus_plot, drawing->projection, error);
    if (status == MINTU_STATUS_OK)
        mintu_plot_place(&drawing->focus_plot, &drawing->page);
    return status;
}

static mintu_status place(placing *p, double scale, const double extent[4], bool fitted, mintu_error *error)
{
    mintu_drawing *drawing = p->drawing;
    bool beyond = false;
    mintu_status status = fit_page(p, scale, extent, fitted, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_cutter_look(drawing, &p->cutter, &beyond, error);
    p->near_only = true;
    if (status == MINTU_STATUS_OK)
        status = project_plots(p, false, error);
    if (status == MINTU_STATUS_OK && !fitted)
        status = project_plots(p, true, error);
    if (status == MINTU_STATUS_OK && drawing->focus)
        status = project_focus(p, error);
    if (status == MINTU_STATUS_OK && beyond)
        status = mintu_map_outline(drawing, &p->cutter, error);
    if (status == MINTU_STATUS_OK)
        place_plots(drawing);
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
    double narrow = fmax(cos((extent[1] + extent[3]) / 2 * MINTU_DEGREE), 0.05);
    double degrees = degrees_of_px(&scene->drawing, scale, extent, narrow);
    placing p = {.drawing = &scene->drawing,
                 .cutter = mintu_map_cutter(&scene->drawing, degrees),
                 .padding = scene->furniture.room.padding,
                 .usual = scene->sheet && scene->sheet->usual};
    scene->fitted = fitted;
    /* All formats are thinned to a quarter of 1/300 inch, 0.02 mm, so that their labels, which keep off lines, stand at the same
     * places. */
    p.cell[1] =
        0.25 * 96 / p.drawing->page.type / fmax(scene->format == MINTU_MAP_FORMAT_PNG ? p.drawing->page.dpi : 0, 300) * degrees;
    p.cell[0] = p.cell[1] / narrow;
    mintu_status status = place(&p, scale, extent, fitted, error);
    mintu_cutter_free(&p.cutter);
    return status;
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
