#include "map/render.h"

#include "base/array.h"
#include "base/context.h"
#include "base/error.h"
#include "base/output.h"
#include "furniture/furniture_arrange.h"
#include "furniture/furniture_paint.h"
#include "furniture/layout_text.h"
#include "furniture/legend_report.h"
#include "label/label_choice.h"
#include "label/label_gather.h"
#include "label/label_report.h"
#include "label/label_symbols.h"
#include "map/map_extent.h"
#include "map/map_file.h"
#include "map/map_projection.h"
#include "map/output_guard.h"
#include "map/page_room.h"
#include "map/paint_layers.h"
#include "map/place_layers.h"
#include "map/undrawn.h"
#include "style/layout.h"
#include "style/property_value.h"
#include "style/state.h"
#include "style/style_source.h"

#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("drawing the map");

static const char *given(const char *a, const char *b)
{
    return a && *a ? a : b && *b ? b : NULL;
}

/* The language asked for is also the state `lang` of the style's expressions; without one the style's own default holds. */
static void choose_language(mintu_drawing *drawing, const char *asked)
{
    drawing->lang = mintu_style_language(drawing->style, asked);
    drawing->state = !asked ? NULL : drawing->lang[0] == 'e' ? "{\"lang\":\"en\"}" : "{\"lang\":\"zh\"}";
}

static void open_scene(mintu_scene *scene, mintu_map *map, const mintu_map_sheet *sheet, mintu_map_format format,
                       mintu_error *error)
{
    mintu_drawing *drawing = &scene->drawing;
    const mintu_style *style = map->style;
    *scene = (mintu_scene){.map = map, .sheet = sheet, .format = format, .failures = mintu_memory_failures()};
    *drawing = (mintu_drawing){.context = map->context,
                               .run = &scene->run,
                               .style = style,
                               .focus = map->focus_count ? map->foci[0].layer : NULL,
                               .foci = map->foci,
                               .focus_count = map->focus_count,
                               .findings = &map->findings,
                               .error = error};
    drawing->icons = (mintu_icon_files){
        .folder = mintu_style_folder(style), .elsewhere = mintu_context_elsewhere(map->context), .error = error};
    drawing->sheets = (mintu_sprite_sheets){.folder = mintu_style_folder(style), .error = error};
    choose_language(drawing, map->options.lang);
    const mintu_layout *layout = mintu_style_layout(style);
    drawing->crs = given(map->options.crs, layout->crs);
    scene->furniture = (mintu_furniture){.drawing = drawing, .labels = &scene->labels, .layout = layout};
    scene->furniture.review = given(map->options.review, mintu_style_layout_text(style, "review", 0, drawing->lang));
}

/* Whether the map is one of the pages of a file. */
static bool in_book(const mintu_scene *scene)
{
    return scene->sheet && scene->sheet->book;
}

/* The canvas of the whole page. A book's is lent to the scene but for its bytes, to which the surface writes where they are. */
static mintu_status open_canvas(mintu_scene *scene, mintu_error *error)
{
    mintu_drawing *drawing = &scene->drawing;
    mintu_page whole = drawing->page;
    if (in_book(scene)) {
        drawing->canvas = *scene->sheet->book;
        drawing->canvas.bytes = (mintu_buffer){0};
        return MINTU_STATUS_OK;
    }
    if (scene->sheet) {
        whole.width += scene->sheet->beside * mintu_page_mm(&whole);
        whole.height += scene->sheet->below * mintu_page_mm(&whole);
    }
    return mintu_canvas_open(&drawing->canvas, &whole, scene->format, error);
}

static void free_canvas(mintu_scene *scene)
{
    mintu_canvas *canvas = &scene->drawing.canvas;
    if (in_book(scene) && canvas->surface) {
        canvas->sheets = NULL;
        canvas->bytes = scene->sheet->book->bytes;
        *scene->sheet->book = *canvas;
        *canvas = (mintu_canvas){0};
    }
    mintu_canvas_free(canvas);
}

static void free_scene(mintu_scene *scene)
{
    mintu_drawing *drawing = &scene->drawing;
    mintu_furniture_free(&scene->furniture);
    mintu_labels_free(&scene->labels);
    free_canvas(scene);
    mintu_text_free(&drawing->text);
    mintu_icon_files_free(&drawing->icons);
    mintu_sprite_sheets_free(&drawing->sheets);
    for (size_t i = 0; i < drawing->plot_count; i++)
        mintu_plot_free(&drawing->plots[i]);
    mintu_plot_free(&drawing->focus_plot);
    mintu_plot_free(&drawing->globe);
    free(drawing->plots);
    mintu_projection_free(drawing->projection);
}

static char *make_title(mintu_scene *scene)
{
    const char *asked = given(scene->map->options.title, NULL);
    return asked ? mintu_layout_expand(&scene->drawing, asked, NULL) : mintu_layout_text(&scene->drawing, "title", 0);
}

/* From the layers to their places on the page. */
static mintu_status prepare(mintu_scene *scene, mintu_error *error)
{
    mintu_drawing *drawing = &scene->drawing;
    double extent[4];
    bool fitted;
    mintu_status status = mintu_context_step(drawing->context, 0, doing, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_text_open(&drawing->text, drawing->findings, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layers_load(drawing, scene->map->sources, error);
    if (status == MINTU_STATUS_OK)
        mintu_undrawn_positions(drawing);
    if (status == MINTU_STATUS_OK)
        scene->furniture.title = make_title(scene);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_extent(drawing, scene->map->options.extent, extent, &fitted, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_choose_projection(drawing, extent, error);
    if (status == MINTU_STATUS_OK)
        mintu_furniture_frame(&scene->furniture);
    if (status == MINTU_STATUS_OK)
        status = mintu_layers_place(scene, extent, fitted, error);
    scene->map->scale = drawing->page.scale;
    if (status == MINTU_STATUS_OK)
        status = open_canvas(scene, error);
    drawing->canvas.real_text = scene->map->options.svg_text && scene->format == MINTU_MAP_FORMAT_SVG;
    drawing->canvas.sheets = &drawing->sheets;
    return status;
}

/* Between the parts of the work, @p done of it. Nobody sees what a part left out that was cancelled. */
static mintu_status go_on(mintu_scene *scene, double done, mintu_error *error)
{
    scene->run.done = done;
    if (scene->run.ended)
        return mintu_fail(error, MINTU_STATUS_CANCELLED, "%s: cancelled", mintu_message(doing));
    return mintu_context_step(scene->drawing.context, done, doing, error);
}

/* Enough that a legend which leaves the map, and then has more lines, finds its room. */
enum { TRIES = 5 };

/* The page as far as it shows whether it is a good one. */
static mintu_status arrange(mintu_scene *scene, mintu_error *error)
{
    mintu_status status = prepare(scene, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_labels_open(&scene->labels, &scene->drawing);
    if (status == MINTU_STATUS_OK)
        mintu_furniture_arrange(&scene->furniture);
    return status;
}

/* Places are chosen before anything is drawn, since symbols of all layers stand in the way of all labels. */
static mintu_status draw(mintu_scene *scene, mintu_error *error)
{
    mintu_drawing *drawing = &scene->drawing;
    mintu_labels *labels = &scene->labels;
    mintu_status status = MINTU_STATUS_OK;
    if (!scene->sheet) /* of many pages some show none of what the style draws */
        mintu_map_check_extent(drawing);
    mintu_undrawn_layers(drawing);
    mintu_page_room_tell(scene);
    mintu_layers_move_names(&scene->furniture);
    mintu_labels_add_symbols(labels);
    mintu_labels_gather(labels);
    if ((status = go_on(scene, 0.3, error)) != MINTU_STATUS_OK)
        return status;
    mintu_labels_choose(labels);
    if ((status = go_on(scene, 0.6, error)) != MINTU_STATUS_OK)
        return status;
    scene->map->report = mintu_labels_report(labels, mintu_legend_report(&scene->furniture));
    mintu_layers_paint(&scene->furniture);
    mintu_furniture_paint(&scene->furniture);
    if (scene->sheet && (status = scene->sheet->paint(scene->sheet->of, &scene->furniture, error)) != MINTU_STATUS_OK)
        return status;
    if ((status = go_on(scene, 0.9, error)) != MINTU_STATUS_OK)
        return status;
    const mintu_status failures[] = {drawing->icons.status, drawing->sheets.status, drawing->status};
    for (int i = 0; i < 3; i++)
        if (failures[i] != MINTU_STATUS_OK)
            return failures[i];
    if (!scene->map->report || mintu_memory_failures() != scene->failures)
        return mintu_fail_memory(error, "drawing the map");
    return mintu_style_run_end(drawing->style, error);
}

static void forget_last_run(mintu_map *map)
{
    mintu_findings_clear(&map->findings);
    free(map->caption);
    free(map->report);
    map->caption = map->report = NULL;
}

static mintu_status size_page(mintu_scene *scene, mintu_error *error)
{
    mintu_page *page = &scene->drawing.page;
    mintu_status status = mintu_page_size(page, &scene->map->options, scene->furniture.layout, error);
    if (status == MINTU_STATUS_OK && scene->format == MINTU_MAP_FORMAT_PNG)
        status = mintu_page_check_pixels(page, error);
    if (scene->sheet) {
        page->width -= scene->sheet->beside * mintu_page_mm(page);
        page->height -= scene->sheet->below * mintu_page_mm(page);
    }
    return status;
}

/* A page that is found wanting is begun again with more room. */
static mintu_status try_pages(mintu_scene *scene, mintu_error *error)
{
    mintu_status status = arrange(scene, error);
    mintu_room room = {0};
    for (int i = 1; i < TRIES && status == MINTU_STATUS_OK && !scene->run.ended && mintu_page_room(scene, &room); i++) {
        mintu_map *map = scene->map;
        mintu_map_format format = scene->format;
        const mintu_map_sheet *sheet = scene->sheet;
        unsigned long failures = scene->failures;
        free_scene(scene);
        mintu_findings_clear(&map->findings);
        open_scene(scene, map, sheet, format, error);
        scene->failures = failures;
        scene->furniture.room = room;
        status = size_page(scene, error);
        if (status == MINTU_STATUS_OK)
            status = arrange(scene, error);
    }
    return status;
}

/* The whole run, until the file's bytes are in the output, which is opened before the work, so that a wrong name is told at once. */
static mintu_status run(mintu_scene *scene, const mintu_target *target, mintu_output **output, mintu_error *error)
{
    mintu_map *map = scene->map;
    mintu_status status = size_page(scene, error);
    if (status == MINTU_STATUS_OK && !in_book(scene))
        status = target->bytes ? mintu_output_open_bytes(target->bytes, error, output)
                               : mintu_output_open(target->path, error, output);
    if (status == MINTU_STATUS_OK)
        status = try_pages(scene, error);
    if (status == MINTU_STATUS_OK)
        status = draw(scene, error);
    if (status == MINTU_STATUS_OK && target->path)
        status = mintu_map_guard(map, &scene->drawing, target->path, error);
    return status == MINTU_STATUS_OK ? mintu_map_file_write(scene, output, error) : status;
}

mintu_status mintu_render(mintu_map *map, const mintu_target *target, mintu_map_format format, mintu_error *error)
{
    mintu_scene scene;
    mintu_output *output = NULL;
    forget_last_run(map);
    mintu_style_run_begin(map->style);
    open_scene(&scene, map, target->sheet, format, error);
    mintu_status status = run(&scene, target, &output, error);
    mintu_output_discard(output);
    free_scene(&scene);
    if (status == MINTU_STATUS_CANCELLED)
        forget_last_run(map);
    return status == MINTU_STATUS_OK && map->findings.count ? MINTU_STATUS_FINDINGS : status;
}
