#include "map/render.h"

#include "base/context.h"
#include "base/error.h"
#include "canvas/paint.h"
#include "canvas/paint_background.h"
#include "canvas/paint_circle.h"
#include "canvas/paint_fill.h"
#include "canvas/paint_label.h"
#include "canvas/paint_line.h"
#include "canvas/paint_symbol.h"
#include "canvas/pdf.h"
#include "canvas/plot_spot.h"
#include "canvas/plot_thin.h"
#include "expression/eval_scope.h"
#include "furniture/arrange.h"
#include "furniture/furniture.h"
#include "furniture/graticule.h"
#include "furniture/legend_report.h"
#include "furniture/source_note.h"
#include "label/label.h"
#include "label/label_choice.h"
#include "label/label_gather.h"
#include "label/label_report.h"
#include "label/label_symbols.h"
#include "map/caption.h"
#include "canvas/focus.h"
#include "map/output_guard.h"
#include "canvas/drawn_rows.h"
#include "furniture/layout_text.h"
#include "canvas/text_clean.h"
#include "style/layout.h"
#include "style/state.h"
#include "style/style_layer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool has_extent(const double extent[4])
{
    return extent[0] != 0 || extent[1] != 0 || extent[2] != 0 || extent[3] != 0;
}

static bool draws_symbols(const mintu_style_layer *layer)
{
    mintu_layer_type type = mintu_style_layer_kind(layer);
    return type == MINTU_LAYER_TYPE_CIRCLE ||
           (type == MINTU_LAYER_TYPE_SYMBOL && mintu_style_is_set(layer, MINTU_PROPERTY_ICON_IMAGE));
}

static mintu_status load_plots(mintu_drawing *drawing, const mintu_render_input *input, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    size_t count = mintu_style_source_count(input->style);
    drawing->plots = calloc(count + 1, sizeof *drawing->plots);
    if (!drawing->plots)
        return mintu_fail_memory(error, "preparing the map");
    drawing->plot_count = count;
    for (size_t i = 0; status == MINTU_STATUS_OK && i < mintu_style_layer_count(input->style); i++) {
        const mintu_style_layer *layer = mintu_style_layer_at(input->style, i);
        int source = mintu_style_layer_source(layer);
        if (source < 0)
            continue;
        drawing->plots[source].symbols = drawing->plots[source].symbols || draws_symbols(layer);
        if (drawing->plots[source].layer)
            continue;
        if (!input->sources[source])
            status = mintu_fail(error, MINTU_STATUS_USAGE,
                                "drawing the map: layer \"%s\" needs the source \"%s\", which was not given",
                                mintu_style_layer_id(layer), mintu_style_source_name(input->style, (size_t)source));
        else
            status = mintu_plot_load(&drawing->plots[source], drawing->context, input->sources[source], error);
    }
    return status;
}

/* The extent asked for, or that of the subject; *fitted says which. */
static mintu_status find_extent(mintu_drawing *drawing, const mintu_map_options *options, double extent[4], bool *fitted,
                                mintu_error *error)
{
    mintu_error ignored;
    double focus[4];
    if (drawing->focus) {
        mintu_status status = mintu_focus_load(drawing, focus, error);
        if (status != MINTU_STATUS_OK)
            return status;
    }
    const double *asked = has_extent(options->extent) ? options->extent : drawing->focus ? focus : drawing->layout->extent;
    *fitted = !has_extent(asked);
    mintu_status status = mintu_page_extent(drawing->plots, drawing->plot_count, extent, *fitted ? error : &ignored);
    if (*fitted)
        return status;
    if (status == MINTU_STATUS_MEMORY)
        return mintu_fail_memory(error, "preparing the map");
    for (int i = 0; i < 4; i++)
        extent[i] = asked[i];
    if (!(extent[0] < extent[2] && extent[1] < extent[3] && extent[1] >= -90 && extent[3] <= 90))
        return mintu_fail(error, MINTU_STATUS_USAGE, "the extent %g,%g,%g,%g is not west,south,east,north in degrees",
                          extent[0], extent[1], extent[2], extent[3]);
    return MINTU_STATUS_OK;
}

/* The default is a transverse Mercator on CGCS2000's ellipsoid about the middle of the extent. */
static mintu_status make_projection(mintu_drawing *drawing, const double extent[4], mintu_error *error)
{
    char definition[160];
    drawing->page.meridian = round((extent[0] + extent[2]) / 2 * 10) / 10;
    snprintf(definition, sizeof definition,
             "+proj=tmerc +lat_0=0 +lon_0=%.1f +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +type=crs", drawing->page.meridian);
    return mintu_projection_new(drawing->context, drawing->crs ? drawing->crs : definition, error, &drawing->projection);
}

static bool subject_bounds(const mintu_drawing *drawing, mintu_box *out)
{
    mintu_box box;
    *out = (mintu_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < drawing->plot_count; i++)
        if (drawing->plots[i].subject && mintu_plot_bounds(&drawing->plots[i], &box)) {
            mintu_box_add(out, box.x0, box.y0);
            mintu_box_add(out, box.x1, box.y1);
        }
    return out->x0 <= out->x1;
}

/* The scale is only known once the subject is projected, but near enough for thinning from the extent in degrees. All formats are
 * thinned to a quarter of 1/300 inch, 0.02 mm, so that their labels, which keep off lines, stand at the same places. */
static void thin_plots(mintu_drawing *drawing, double scale, const double extent[4], mintu_map_format format)
{
    static const double METRES_PER_DEGREE = 111320;
    const mintu_page *page = &drawing->page;
    double narrow = fmax(cos((extent[1] + extent[3]) / 2 * 3.14159265358979323846 / 180), 0.05);
    double metres = fmax((extent[2] - extent[0]) * narrow / (page->frame.x1 - page->frame.x0),
                         (extent[3] - extent[1]) / (page->frame.y1 - page->frame.y0)) *
                    METRES_PER_DEGREE; /* per px */
    if (scale > 0)
        metres = scale * 0.0254 / 96;
    double detail = 0.25 * 96 / fmax(format == MINTU_MAP_FORMAT_PNG ? page->dpi : 0, 300) * metres / METRES_PER_DEGREE;
    double cell[2] = {detail / narrow, detail};
    for (size_t i = 0; detail > 0 && isfinite(detail) && i < drawing->plot_count; i++)
        if (drawing->plots[i].layer)
            mintu_plot_thin(&drawing->plots[i], cell);
}

static mintu_status place_plots(mintu_drawing *drawing, double scale, const double extent[4], bool fitted, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    mintu_box bounds;
    for (size_t i = 0; status == MINTU_STATUS_OK && i < drawing->plot_count; i++)
        if (drawing->plots[i].layer)
            status = mintu_plot_project(&drawing->plots[i], drawing->projection, error);
    if (status == MINTU_STATUS_OK && drawing->focus)
        status = mintu_plot_project(&drawing->focus_plot, drawing->projection, error);
    if (status == MINTU_STATUS_OK && !(fitted && subject_bounds(drawing, &bounds)))
        status = mintu_page_bounds(drawing->projection, extent, &bounds, error);
    double padding = fitted ? 3.5 * MINTU_MM * drawing->page.unit : 0;
    if (status == MINTU_STATUS_OK)
        status = mintu_page_fit(&drawing->page, drawing->projection, &bounds, scale, padding, error);
    if (status == MINTU_STATUS_OK && drawing->focus)
        mintu_plot_place(&drawing->focus_plot, &drawing->page);
    for (size_t i = 0; status == MINTU_STATUS_OK && i < drawing->plot_count; i++)
        if (drawing->plots[i].layer)
            mintu_plot_place(&drawing->plots[i], &drawing->page);
    return status;
}

/* Names of areas keep off the furniture by about half a line. */
static void move_spots(mintu_drawing *drawing, const mintu_furniture *furniture)
{
    mintu_box covers[MINTU_FURNITURE_BOXES];
    size_t count = mintu_furniture_boxes(furniture, covers);
    for (size_t i = 0; i < count; i++)
        covers[i] = mintu_box_grown(covers[i], 9);
    for (size_t i = 0; i < drawing->plot_count; i++)
        if (drawing->plots[i].layer)
            mintu_plot_move_spots(&drawing->plots[i], &drawing->page.frame, covers, count);
}

/* A group of what is drawn on the map's face. */
static void open_group(mintu_drawing *drawing, const char *kind, const char *name)
{
    mintu_canvas_group(&drawing->canvas, kind, name);
    mintu_canvas_clip(&drawing->canvas, &drawing->page.frame);
}

/* The veil about the focus and the graticule lie over areas and lines and under the first symbols. */
static void paint_between(mintu_drawing *drawing)
{
    if (drawing->focus) {
        open_group(drawing, "focus", NULL);
        mintu_focus_paint(drawing);
        mintu_canvas_unclip(&drawing->canvas);
    }
    if (drawing->layout->graticule) {
        open_group(drawing, "graticule", NULL);
        mintu_graticule_paint(drawing);
        mintu_canvas_unclip(&drawing->canvas);
    }
}

static void paint_layer(mintu_drawing *drawing, const mintu_style_layer *layer, size_t index)
{
    const char *id = mintu_style_layer_id(layer);
    open_group(drawing, "layer", id);
    switch (mintu_style_layer_kind(layer)) {
    case MINTU_LAYER_TYPE_BACKGROUND:
        mintu_paint_background(drawing, layer);
        break;
    case MINTU_LAYER_TYPE_FILL:
        mintu_paint_fill(drawing, layer);
        break;
    case MINTU_LAYER_TYPE_LINE:
        mintu_paint_line(drawing, layer);
        break;
    case MINTU_LAYER_TYPE_CIRCLE:
        mintu_paint_circle(drawing, layer);
        break;
    case MINTU_LAYER_TYPE_SYMBOL:
        if (draws_symbols(layer)) {
            mintu_paint_icons(drawing, layer);
            mintu_canvas_unclip(&drawing->canvas);
            open_group(drawing, "labels", id);
        }
        mintu_paint_labels(drawing, index);
        break;
    case MINTU_LAYER_TYPE_END:
        break;
    }
    mintu_canvas_unclip(&drawing->canvas);
}

static void paint_layers(mintu_drawing *drawing)
{
    bool between = true;
    for (size_t i = 0; i < mintu_style_layer_count(drawing->style); i++) {
        const mintu_style_layer *layer = mintu_style_layer_at(drawing->style, i);
        if (!mintu_style_layer_visible(layer, drawing->page.zoom))
            continue;
        if (between && mintu_style_layer_kind(layer) >= MINTU_LAYER_TYPE_CIRCLE) {
            paint_between(drawing);
            between = false;
        }
        paint_layer(drawing, layer, i);
    }
    if (between)
        paint_between(drawing);
}

/* Places are chosen before anything is drawn, since symbols of all layers stand in the way of all labels. */
static mintu_status draw(mintu_drawing *drawing, mintu_furniture *furniture, mintu_error *error)
{
    mintu_status status = mintu_labels_open(drawing);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_scene_check_extent(drawing);
    mintu_furniture_arrange(drawing, furniture);
    move_spots(drawing, furniture);
    mintu_labels_add_symbols(drawing);
    mintu_labels_gather(drawing);
    mintu_labels_choose(drawing);
    if (!drawing->failed)
        drawing->report = mintu_labels_report(drawing, mintu_legend_report(drawing, furniture));
    drawing->failed = drawing->failed || !drawing->report;
    paint_layers(drawing);
    mintu_furniture_paint(drawing, furniture);
    mintu_pdf_bookmarks(drawing);
    if (drawing->icons.status != MINTU_STATUS_OK)
        return drawing->icons.status;
    if (drawing->failed || drawing->findings->failed || mintu_memory_failures() != drawing->failures)
        return mintu_fail_memory(error, "drawing the map");
    return mintu_style_run_end(drawing->style, error);
}

static mintu_status write_file(mintu_drawing *drawing, const mintu_provenance *provenance, mintu_output *output, mintu_error *error)
{
    mintu_pdf_describe(drawing, provenance);
    mintu_status status = mintu_canvas_finish(&drawing->canvas, error);
    if (status == MINTU_STATUS_OK && drawing->canvas.format == MINTU_MAP_FORMAT_PDF)
        status = mintu_pdf_place(drawing, provenance, error);
    if (status == MINTU_STATUS_OK && mintu_memory_failures() != drawing->failures)
        status = mintu_fail_memory(error, "writing the map");
    return status == MINTU_STATUS_OK ? mintu_canvas_write(&drawing->canvas, provenance, output, error) : status;
}

static mintu_status write_described(mintu_drawing *drawing, const char *const *texts, mintu_output **output, mintu_error *error)
{
    const mintu_provenance provenance = {drawing->title ? drawing->title : "", texts[0], texts[1], texts[2], texts[3], drawing->lang};
    drawing->caption = mintu_caption_text(&provenance);
    mintu_status status =
        drawing->caption ? write_file(drawing, &provenance, *output, error) : mintu_fail_memory(error, "writing the map");
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_output *taken = *output;
    *output = NULL;
    return mintu_output_commit(taken, error);
}

/* What layers and file names bring to the descriptions is not clean yet. */
static mintu_status finish(mintu_drawing *drawing, const mintu_furniture *furniture, mintu_output **output, mintu_error *error)
{
    enum { TEXTS = 4 };
    mintu_buffer texts[TEXTS] = {0};
    char *clean[TEXTS] = {0};
    texts[1].data = mintu_source_note_sources(drawing);
    mintu_caption_describe(drawing, furniture, &texts[0]);
    mintu_caption_licences(drawing, &texts[2]);
    mintu_caption_record(drawing, &texts[3]);
    bool good = !drawing->failed;
    for (size_t i = 0; i < TEXTS; i++) {
        clean[i] = texts[i].failed || !texts[i].data ? NULL : mintu_text_clean(drawing->findings, texts[i].data);
        good = good && clean[i];
    }
    mintu_status status =
        good ? write_described(drawing, (const char *const *)clean, output, error) : mintu_fail_memory(error, "writing the map");
    for (size_t i = 0; i < TEXTS; i++) {
        mintu_buffer_free(&texts[i]);
        free(clean[i]);
    }
    return status;
}

static const char *given(const char *a, const char *b)
{
    return a && *a ? a : b && *b ? b : NULL;
}

static mintu_status prepare(mintu_drawing *drawing, const mintu_render_input *input, mintu_map_format format,
                            mintu_furniture *furniture, mintu_error *error)
{
    double extent[4], scale = input->options.scale > 0 ? input->options.scale : drawing->layout->scale;
    bool fitted;
    mintu_status status = mintu_text_open(&drawing->text, drawing->findings, error);
    if (status == MINTU_STATUS_OK)
        status = load_plots(drawing, input, error);
    if (status == MINTU_STATUS_OK)
        drawing->title = given(input->options.title, NULL) ? mintu_layout_expand(drawing, input->options.title)
                                                         : mintu_layout_text(drawing, "title", 0);
    if (status == MINTU_STATUS_OK)
        status = find_extent(drawing, &input->options, extent, &fitted, error);
    if (status == MINTU_STATUS_OK)
        status = make_projection(drawing, extent, error);
    if (status == MINTU_STATUS_OK && mintu_furniture_frame(drawing, furniture) != MINTU_STATUS_OK)
        status = mintu_fail_memory(error, "preparing the map");
    if (status == MINTU_STATUS_OK)
        thin_plots(drawing, scale, extent, format);
    if (status == MINTU_STATUS_OK)
        status = place_plots(drawing, scale, extent, fitted, error);
    *input->scale = drawing->page.scale;
    return status;
}

static void free_scene(mintu_drawing *drawing)
{
    mintu_labels_free(drawing->labels);
    mintu_canvas_free(&drawing->canvas);
    mintu_text_free(&drawing->text);
    mintu_icon_files_free(&drawing->icons);
    for (size_t i = 0; i < drawing->plot_count; i++)
        mintu_plot_free(&drawing->plots[i]);
    mintu_plot_free(&drawing->focus_plot);
    free(drawing->plots);
    free(drawing->title);
    free(drawing->report);
    free(drawing->caption);
    mintu_projection_free(drawing->projection);
}

/* The language asked for is also the state `lang` of the style's expressions; without one the style's own default holds. */
static void choose_language(mintu_drawing *drawing, const char *asked)
{
    const char *own = mintu_style_state_text(drawing->style, "lang");
    bool english = strcmp(asked ? asked : own ? own : "", "en") == 0;
    drawing->lang = english ? "en" : "zh";
    drawing->state = !asked ? NULL : english ? "{\"lang\":\"en\"}" : "{\"lang\":\"zh\"}";
}

mintu_status mintu_render(const mintu_render_input *input, mintu_map_format format, mintu_error *error)
{
    const mintu_map_options *options = &input->options;
    mintu_drawing drawing = {.context = input->context, .style = input->style, .findings = input->findings, .error = error};
    mintu_furniture furniture = {0};
    mintu_output *output = NULL;
    drawing.failures = mintu_memory_failures();
    drawing.layout = mintu_style_layout(input->style);
    drawing.icons = (mintu_icon_files){
        .folder = mintu_style_folder(input->style), .elsewhere = mintu_context_elsewhere(input->context), .error = error};
    choose_language(&drawing, options->lang);
    mintu_style_run_begin(input->style);
    drawing.focus = input->focus;
    drawing.focus_row = input->focus_row;
    drawing.review = given(options->review, mintu_style_layout_text(input->style, "review", 0, drawing.lang));
    drawing.crs = given(options->crs, drawing.layout->crs);
    mintu_status status = mintu_page_size(&drawing.page, options, drawing.layout, error);
    if (status == MINTU_STATUS_OK && format == MINTU_MAP_FORMAT_PNG)
        status = mintu_page_check_pixels(&drawing.page, error);
    if (status == MINTU_STATUS_OK) /* before the work, so that a wrong name is told at once */
        status = mintu_output_open(input->outputs[0], error, &output);
    if (status == MINTU_STATUS_OK)
        status = prepare(&drawing, input, format, &furniture, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_canvas_open(&drawing.canvas, &drawing.page, format, error);
    if (status == MINTU_STATUS_OK)
        status = draw(&drawing, &furniture, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_guard(&drawing.icons, input->outputs, input->output_count, error);
    if (status == MINTU_STATUS_OK)
        status = finish(&drawing, &furniture, &output, error);
    mintu_output_discard(output);
    mintu_furniture_free(&furniture);
    free(*input->report);
    free(*input->caption);
    *input->report = drawing.report;
    *input->caption = drawing.caption;
    drawing.report = drawing.caption = NULL;
    free_scene(&drawing);
    return status == MINTU_STATUS_OK && input->findings->count ? MINTU_STATUS_FINDINGS : status;
}
