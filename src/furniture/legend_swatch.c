/* A swatch is the layer drawn for one made-up feature: the looks are the painters' own. */
#include "furniture/legend_swatch.h"

#include "canvas/paint.h"
#include "canvas/paint_circle.h"
#include "canvas/paint_fill.h"
#include "canvas/paint_line.h"
#include "canvas/paint_symbol.h"
#include "furniture/furniture.h"
#include "style/property_value.h"
#include "style/style_layer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const double WIDTH = 26, HEIGHT = 12; /* px on A4, of areas and lines */

mintu_style_scope mintu_swatch_scope(const mintu_scene *scene, const mintu_legend_swatch *swatch)
{
    return (mintu_style_scope){.zoom = scene->page.zoom, .state = scene->state, .properties = swatch->properties};
}

mintu_color mintu_swatch_color(const mintu_scene *scene, const mintu_legend_swatch *swatch, mintu_property property,
                               mintu_style_scope *scope)
{
    const mintu_style_layer *layer = mintu_style_layer_at(scene->style, swatch->layer);
    switch (property) {
    case MINTU_PROPERTY_FILL_COLOR:
        return mintu_fill_look_of(layer, scope).color;
    case MINTU_PROPERTY_LINE_COLOR:
        return mintu_line_look_of(layer, scope).color;
    case MINTU_PROPERTY_CIRCLE_COLOR:
        return mintu_circle_look_of(layer, scope).color;
    case MINTU_PROPERTY_CIRCLE_STROKE_COLOR:
        return mintu_circle_look_of(layer, scope).stroke;
    default:
        return mintu_style_color(layer, property, scope);
    }
}

/* What a label layer looks like: its text for the entry's properties, else a sample word. */
static size_t sample_run(mintu_scene *scene, const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_buffer font = {0};
    mintu_text_style style = mintu_text_style_of(layer, scope, &font);
    char *field = mintu_text_field_of(layer, scope);
    size_t run =
        mintu_text_shape(&scene->text, &style, field && *field ? field : mintu_word_text(MINTU_WORD_SAMPLE, scene->lang));
    scene->failed = scene->failed || run == MINTU_NO_RUN;
    mintu_buffer_free(&font);
    free(field);
    return run;
}

static void measure_symbol(mintu_scene *scene, const mintu_style_layer *layer, mintu_style_scope *scope, double size[2])
{
    mintu_icon_look icon = mintu_icon_look_of(scene, layer, scope);
    if (*icon.image) {
        bool own = icon.file != NULL;
        size[0] = own ? icon.size[0] : icon.size[0] * 1.2 + 2 * icon.halo_width;
        size[1] = own ? icon.size[1] : size[0];
        return;
    }
    size_t run = sample_run(scene, layer, scope);
    if (run != MINTU_NO_RUN) {
        size[0] = mintu_text_run(&scene->text, run)->width;
        size[1] = mintu_text_run(&scene->text, run)->height;
    }
}

void mintu_swatch_measure(mintu_scene *scene, const mintu_legend_swatch *swatch, double size[2])
{
    const mintu_style_layer *layer = mintu_style_layer_at(scene->style, swatch->layer);
    mintu_style_scope scope = mintu_swatch_scope(scene, swatch);
    mintu_layer_type type = mintu_style_layer_kind(layer);
    size[0] = WIDTH * scene->page.unit;
    size[1] = HEIGHT * scene->page.unit;
    if (type == MINTU_LAYER_TYPE_CIRCLE) {
        mintu_circle_look look = mintu_circle_look_of(layer, &scope);
        size[0] = size[1] = 2 * (look.radius + look.stroke_width);
    } else if (type == MINTU_LAYER_TYPE_LINE) {
        size[1] = mintu_line_look_of(layer, &scope).width;
    } else if (type == MINTU_LAYER_TYPE_SYMBOL) {
        measure_symbol(scene, layer, &scope, size);
    }
    mintu_style_scope_free(&scope);
}

/* A light colour would have no end on the white of the legend, and a sparse pattern no shape. */
static void paint_edge(mintu_scene *scene, const mintu_box *box)
{
    mintu_canvas_box(&scene->canvas, box);
    mintu_canvas_color(&scene->canvas, MINTU_INK_SOFT, 0.6);
    cairo_set_line_width(scene->canvas.cairo, 0.4);
    cairo_set_line_join(scene->canvas.cairo, CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(scene->canvas.cairo, NULL, 0, 0);
    cairo_stroke(scene->canvas.cairo);
}

static void paint_area(mintu_scene *scene, const mintu_style_layer *layer, mintu_style_scope *scope, double x, double y)
{
    mintu_box box = mintu_box_about(x, y, WIDTH * scene->page.unit, HEIGHT * scene->page.unit);
    mintu_fill_look look;
    if (mintu_style_layer_kind(layer) == MINTU_LAYER_TYPE_FILL) {
        look = mintu_fill_look_of(layer, scope);
    } else {
        look = (mintu_fill_look){.color = mintu_style_color(layer, MINTU_PROPERTY_BACKGROUND_COLOR, scope)};
        look.color.alpha *= mintu_style_number(layer, MINTU_PROPERTY_BACKGROUND_OPACITY, scope);
        look.has_pattern = mintu_style_is_set(layer, MINTU_PROPERTY_BACKGROUND_PATTERN);
        if (look.has_pattern)
            snprintf(look.pattern, sizeof look.pattern, "%s",
                     mintu_style_string(layer, MINTU_PROPERTY_BACKGROUND_PATTERN, scope));
    }
    mintu_canvas_box(&scene->canvas, &box);
    mintu_fill_look_paint(&scene->canvas, &look);
    if (!look.has_outline)
        paint_edge(scene, &box);
}

static void paint_line(mintu_scene *scene, const mintu_style_layer *layer, mintu_style_scope *scope, double x, double y)
{
    mintu_line_look look = mintu_line_look_of(layer, scope);
    double half = WIDTH * scene->page.unit / 2;
    cairo_move_to(scene->canvas.cairo, x - half, y);
    cairo_line_to(scene->canvas.cairo, x + half, y);
    mintu_line_look_stroke(&scene->canvas, &look);
}

static void paint_symbol(mintu_scene *scene, const mintu_style_layer *layer, mintu_style_scope *scope, double x, double y)
{
    mintu_icon_look icon = mintu_icon_look_of(scene, layer, scope);
    if (*icon.image) {
        mintu_icon_look_draw(scene, &icon, x, y);
        return;
    }
    size_t index = sample_run(scene, layer, scope);
    mintu_text_paint paint = mintu_text_paint_of(layer, scope);
    if (index == MINTU_NO_RUN)
        return;
    const mintu_run *run = mintu_text_run(&scene->text, index);
    mintu_text_draw(&scene->canvas, run, x - run->width / 2, y - run->height / 2, &paint);
}

void mintu_swatch_paint(mintu_scene *scene, const mintu_legend_swatch *swatch, double x, double y)
{
    const mintu_style_layer *layer = mintu_style_layer_at(scene->style, swatch->layer);
    mintu_style_scope scope = mintu_swatch_scope(scene, swatch);
    mintu_circle_look circle;
    cairo_new_path(scene->canvas.cairo);
    switch (mintu_style_layer_kind(layer)) {
    case MINTU_LAYER_TYPE_CIRCLE:
        circle = mintu_circle_look_of(layer, &scope);
        circle.shift[0] = circle.shift[1] = 0;
        mintu_circle_look_draw(&scene->canvas, &circle, x, y);
        break;
    case MINTU_LAYER_TYPE_LINE:
        paint_line(scene, layer, &scope, x, y);
        break;
    case MINTU_LAYER_TYPE_SYMBOL:
        paint_symbol(scene, layer, &scope, x, y);
        break;
    default:
        paint_area(scene, layer, &scope, x, y);
        break;
    }
    mintu_style_scope_free(&scope);
}
