#include "furniture/legend_swatch.h"

#include "canvas/paint.h"
#include "canvas/paint_background.h"
#include "canvas/paint_circle.h"
#include "canvas/paint_fill.h"
#include "canvas/paint_line.h"
#include "canvas/paint_symbol.h"
#include "canvas/pattern.h"
#include "canvas/pen.h"
#include "furniture/furniture_look.h"
#include "furniture/furniture_words.h"
#include "raster/paint_hillshade.h"
#include "raster/paint_raster.h"
#include "style/property_value.h"

#include <math.h>
#include <stdlib.h>

static const double WIDTH = 26, HEIGHT = 12; /* px on A4, of areas and lines */

mintu_style_scope mintu_swatch_scope(const mintu_drawing *drawing, const mintu_legend_swatch *swatch)
{
    return (mintu_style_scope){.zoom = drawing->page.zoom, .state = drawing->state, .properties = swatch->properties};
}

static mintu_color faded(mintu_color color, const mintu_style_layer *layer, mintu_property opacity, mintu_style_scope *scope)
{
    return mintu_color_faded(color, mintu_style_number(layer, opacity, scope));
}

mintu_color mintu_swatch_color(const mintu_drawing *drawing, const mintu_legend_swatch *swatch, mintu_property property,
                               mintu_style_scope *scope)
{
    const mintu_style_layer *layer = mintu_style_layer_at(drawing->style, swatch->layer);
    switch (property) {
    case MINTU_PROPERTY_FILL_COLOR:
        return faded(mintu_fill_look_of(layer, scope).color, layer, MINTU_PROPERTY_FILL_LAYER_OPACITY, scope);
    case MINTU_PROPERTY_LINE_COLOR:
        return faded(mintu_line_look_of(layer, scope).color, layer, MINTU_PROPERTY_LINE_LAYER_OPACITY, scope);
    case MINTU_PROPERTY_CIRCLE_COLOR:
        return mintu_circle_look_of(layer, scope).color;
    case MINTU_PROPERTY_CIRCLE_STROKE_COLOR:
        return mintu_circle_look_of(layer, scope).stroke;
    default:
        return mintu_style_color(layer, property, scope);
    }
}

/* What a label layer looks like: its text for the entry's properties, else a sample word; nothing where only data name its icons. */
static size_t sample_run(mintu_drawing *drawing, const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_buffer font = {0};
    if (!mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_FIELD))
        return MINTU_NO_RUN;
    mintu_text_style style = mintu_text_style_of(layer, scope, &font);
    char *field = mintu_text_field_of(layer, scope);
    size_t run = mintu_text_shape(&drawing->text, &style,
                                  field && *field ? field : mintu_furniture_word_text(MINTU_WORD_SAMPLE, drawing->lang));
    mintu_buffer_free(&font);
    free(field);
    return run;
}

static void measure_symbol(mintu_drawing *drawing, const mintu_style_layer *layer, mintu_style_scope *scope, double size[2])
{
    mintu_icon_look icon = mintu_icon_look_of(drawing, layer, scope);
    if (*icon.image) {
        bool own = icon.file || icon.sprite;
        size[0] = own ? icon.size[0] : icon.size[0] * 1.2 + 2 * icon.halo_width;
        size[1] = own ? icon.size[1] : size[0];
        return;
    }
    size_t run = sample_run(drawing, layer, scope);
    if (run != MINTU_NO_RUN) {
        size[0] = mintu_text_run(&drawing->text, run)->width;
        size[1] = mintu_text_run(&drawing->text, run)->height;
    }
}

void mintu_swatch_measure(mintu_drawing *drawing, const mintu_legend_swatch *swatch, double size[2])
{
    const mintu_style_layer *layer = mintu_style_layer_at(drawing->style, swatch->layer);
    mintu_style_scope scope = mintu_swatch_scope(drawing, swatch);
    mintu_layer_type type = mintu_style_layer_kind(layer);
    size[0] = WIDTH * drawing->page.unit;
    size[1] = HEIGHT * drawing->page.unit;
    if (type == MINTU_LAYER_TYPE_CIRCLE) {
        mintu_circle_look look = mintu_circle_look_of(layer, &scope);
        size[0] = size[1] = 2 * (look.radius + look.stroke_width);
    } else if (type == MINTU_LAYER_TYPE_LINE) {
        mintu_line_look look = mintu_line_look_of(layer, &scope);
        size[1] = look.gap > 0 ? look.gap + 2 * look.width : look.width;
    } else if (type == MINTU_LAYER_TYPE_SYMBOL) {
        measure_symbol(drawing, layer, &scope, size);
    }
    mintu_style_scope_free(&scope);
}

/* A light colour would have no end on the white of the legend, and a sparse pattern no shape. */
static void paint_edge(mintu_drawing *drawing, const mintu_box *box)
{
    mintu_canvas_box(&drawing->canvas, box);
    mintu_canvas_outline(&drawing->canvas, &(mintu_pen){MINTU_INK_SOFT, 0.6, 0.4, false});
}

static void paint_area(mintu_drawing *drawing, const mintu_style_layer *layer, mintu_style_scope *scope, const double at[2])
{
    mintu_box box = mintu_box_about(at[0], at[1], WIDTH * drawing->page.unit, HEIGHT * drawing->page.unit);
    mintu_fill_look look = mintu_style_layer_kind(layer) == MINTU_LAYER_TYPE_FILL ? mintu_fill_look_of(layer, scope)
                                                                                  : mintu_background_look_of(layer, scope);
    mintu_canvas_box(&drawing->canvas, &box);
    mintu_fill_look_paint(&drawing->canvas, &look);
    if (!look.has_outline)
        paint_edge(drawing, &box);
}

static void paint_line(mintu_drawing *drawing, const mintu_style_layer *layer, mintu_style_scope *scope, const double at[2])
{
    mintu_line_look look = mintu_line_look_of(layer, scope);
    double half = WIDTH * drawing->page.unit / 2, ends[4] = {at[0] - half, at[1], at[0] + half, at[1]};
    if (look.has_pattern) {
        mintu_canvas_color(&drawing->canvas, look.color, look.layer_opacity);
        mintu_pattern_line(&drawing->canvas, &(mintu_polyline){ends, 2, false}, &look);
        return;
    }
    for (int side = -1; side <= 1; side += 2) {
        double y = at[1] + side * (look.gap > 0 ? (look.gap + look.width) / 2 : 0);
        mintu_canvas_segment(&drawing->canvas, (const double[]){at[0] - half, y}, (const double[]){at[0] + half, y});
        if (look.gap <= 0)
            break;
    }
    mintu_line_look_stroke(&drawing->canvas, &look, look.layer_opacity);
}

static void paint_symbol(mintu_drawing *drawing, const mintu_style_layer *layer, mintu_style_scope *scope, const double at[2])
{
    mintu_icon_look icon = mintu_icon_look_of(drawing, layer, scope);
    if (*icon.image) {
        mintu_icon_look_draw(drawing, &icon, at);
        return;
    }
    size_t index = sample_run(drawing, layer, scope);
    mintu_text_paint paint = mintu_text_paint_of(layer, scope);
    if (index == MINTU_NO_RUN)
        return;
    const mintu_run *run = mintu_text_run(&drawing->text, index);
    mintu_text_draw(&drawing->canvas, run, (const double[]){at[0] - run->width / 2, at[1] - run->height / 2}, &paint);
}

/* A piece of what the map shows. */
static void paint_pixels(mintu_drawing *drawing, const mintu_style_layer *layer, const double at[2])
{
    double half = WIDTH * drawing->page.unit / 2, high = HEIGHT * drawing->page.unit / 2;
    const mintu_pixel_swatch swatch = {.box = {at[0] - half, at[1] - high, at[0] + half, at[1] + high}};
    bool raster = mintu_style_layer_kind(layer) == MINTU_LAYER_TYPE_RASTER;
    (raster ? mintu_paint_raster_swatch : mintu_paint_hillshade_swatch)(drawing, layer, &swatch);
}

void mintu_swatch_paint(mintu_drawing *drawing, const mintu_legend_swatch *swatch, const double at[2])
{
    const mintu_style_layer *layer = mintu_style_layer_at(drawing->style, swatch->layer);
    mintu_style_scope scope = mintu_swatch_scope(drawing, swatch);
    mintu_layer_type type = mintu_style_layer_kind(layer);
    mintu_canvas_forget(&drawing->canvas);
    if (type == MINTU_LAYER_TYPE_CIRCLE) {
        mintu_circle_look circle = mintu_circle_look_of(layer, &scope);
        circle.shift[0] = circle.shift[1] = 0;
        mintu_circle_look_draw(&drawing->canvas, &circle, at);
    } else if (type == MINTU_LAYER_TYPE_LINE) {
        paint_line(drawing, layer, &scope, at);
    } else if (type == MINTU_LAYER_TYPE_SYMBOL) {
        paint_symbol(drawing, layer, &scope, at);
    } else if (type == MINTU_LAYER_TYPE_RASTER || type == MINTU_LAYER_TYPE_HILLSHADE) {
        paint_pixels(drawing, layer, at);
    } else {
        paint_area(drawing, layer, &scope, at);
    }
    mintu_style_scope_free(&scope);
}
