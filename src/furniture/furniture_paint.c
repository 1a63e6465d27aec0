#include "furniture/furniture.h"

#include "furniture/frame.h"
#include "furniture/graticule.h"
#include "furniture/inset.h"
#include "furniture/north_arrow.h"
#include "furniture/scale_bar.h"
#include "furniture/source_note.h"
#include "furniture/title.h"
#include "furniture/warning.h"

#include <stdlib.h>

const mintu_color MINTU_INK = {0.11, 0.13, 0.16, 1}, MINTU_INK_SOFT = {0.33, 0.36, 0.40, 1},
                  MINTU_INK_WARNING = {0.72, 0.11, 0.11, 1};

static const char *const FONTS[] = {"Noto Sans CJK SC Regular", "Noto Sans CJK SC Semi-Bold", "Noto Sans CJK SC Bold"};

double mintu_type_title(const mintu_scene *scene)
{
    return 23 * scene->page.unit;
}

double mintu_type_body(const mintu_scene *scene)
{
    return 11 * scene->page.unit;
}

double mintu_type_small(const mintu_scene *scene)
{
    return 8.6 * scene->page.unit;
}

size_t mintu_furniture_text(mintu_scene *scene, const char *string, double size, mintu_weight weight, double width)
{
    mintu_text_style style = {.font = FONTS[weight], .size = size, .width = width, .line_height = 1.4};
    if (!string || !*string)
        return MINTU_NO_RUN;
    size_t run = mintu_text_shape(&scene->text, &style, string);
    scene->failed = scene->failed || run == MINTU_NO_RUN;
    return run;
}

void mintu_furniture_draw(mintu_scene *scene, size_t run, double x, double y, mintu_color color)
{
    mintu_text_paint paint = {.color = color, .opacity = 1};
    if (run != MINTU_NO_RUN)
        mintu_text_draw(&scene->canvas, mintu_text_run(&scene->text, run), x, y, &paint);
}

void mintu_furniture_panel(mintu_scene *scene, const mintu_box *box, mintu_color edge)
{
    cairo_t *cairo = scene->canvas.cairo;
    mintu_canvas_box(&scene->canvas, box);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_fill_preserve(cairo);
    mintu_canvas_color(&scene->canvas, edge, 0.7);
    cairo_set_line_width(cairo, 0.6);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_stroke(cairo);
}

mintu_status mintu_furniture_frame(mintu_scene *scene, mintu_furniture *furniture)
{
    mintu_page *page = &scene->page;
    page->frame = (mintu_box){page->margin, page->margin, page->width - page->margin, page->height - page->margin};
    page->frame.y0 += mintu_title_measure(scene, furniture);
    page->frame.y1 -= mintu_source_note_measure(scene, furniture);
    page->frame = mintu_box_grown(page->frame, -mintu_frame_band(scene));
    return scene->failed ? MINTU_STATUS_MEMORY : MINTU_STATUS_OK;
}

size_t mintu_furniture_boxes(const mintu_furniture *furniture, mintu_box out[MINTU_FURNITURE_BOXES])
{
    const struct {
        bool has;
        const mintu_box *box;
    } pieces[MINTU_FURNITURE_BOXES] = {{furniture->has_legend, &furniture->legend_box},
                                       {furniture->has_bar, &furniture->bar_box},
                                       {furniture->has_warning, &furniture->warning_box},
                                       {furniture->inset != NULL, &furniture->inset_box},
                                       {furniture->has_north, &furniture->north_box}};
    size_t count = 0;
    for (size_t i = 0; i < MINTU_FURNITURE_BOXES; i++)
        if (pieces[i].has)
            out[count++] = *pieces[i].box;
    return count;
}

void mintu_furniture_paint(mintu_scene *scene, const mintu_furniture *furniture)
{
    mintu_canvas *canvas = &scene->canvas;
    if (furniture->has_legend) {
        mintu_canvas_group(canvas, "legend", NULL);
        mintu_legend_paint(scene, &furniture->legend, &furniture->legend_box);
    }
    if (furniture->has_bar) {
        mintu_canvas_group(canvas, "scale-bar", NULL);
        mintu_scale_bar_paint(scene, furniture);
    }
    if (furniture->inset) {
        mintu_canvas_group(canvas, "inset", NULL);
        mintu_inset_paint(scene, furniture);
    }
    if (furniture->has_warning) {
        mintu_canvas_group(canvas, "warning", NULL);
        mintu_warning_paint(scene, furniture);
    }
    if (furniture->has_north) {
        mintu_canvas_group(canvas, "north-arrow", NULL);
        mintu_north_arrow_paint(scene, furniture);
    }
    mintu_canvas_group(canvas, "frame", NULL);
    mintu_frame_paint(scene);
    if (scene->layout->graticule)
        mintu_graticule_paint_numbers(scene);
    mintu_canvas_group(canvas, "title", NULL);
    mintu_title_paint(scene, furniture);
    mintu_canvas_group(canvas, "notes", NULL);
    mintu_source_note_paint(scene, furniture);
}

void mintu_furniture_free(mintu_furniture *furniture)
{
    mintu_legend_free(&furniture->legend);
    *furniture = (mintu_furniture){0};
}
