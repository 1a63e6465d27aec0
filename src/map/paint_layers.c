#include "map/paint_layers.h"

#include "canvas/focus.h"
#include "canvas/paint_background.h"
#include "canvas/paint_circle.h"
#include "canvas/paint_fill.h"
#include "canvas/paint_line.h"
#include "furniture/graticule.h"
#include "label/label_paint.h"
#include "raster/paint_hillshade.h"
#include "raster/paint_raster.h"

#include <stdio.h>

/* A group of what is drawn on the map's face. */
static void open_group(mintu_drawing *drawing, const char *kind, const char *name)
{
    mintu_canvas_group(&drawing->canvas, kind, name);
    mintu_canvas_clip(&drawing->canvas, &drawing->page.frame);
}

/* The veil about the focus and the graticule lie over areas and lines and under the first symbols. */
static void paint_between(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    if (drawing->focus) {
        open_group(drawing, "focus", NULL);
        mintu_focus_paint(drawing);
        mintu_canvas_unclip(&drawing->canvas);
    }
    if (drawing->globe.part_count) {
        open_group(drawing, "globe", NULL);
        mintu_graticule_paint_globe(drawing);
        mintu_canvas_unclip(&drawing->canvas);
    }
    if (furniture->layout->graticule) {
        open_group(drawing, "graticule", NULL);
        mintu_graticule_paint(drawing);
        mintu_canvas_unclip(&drawing->canvas);
    }
}

/* Of the types of layers that have no texts. */
static void (*const PAINTERS[])(mintu_drawing *drawing, const mintu_style_layer *layer) = {
    [MINTU_LAYER_TYPE_BACKGROUND] = mintu_paint_background,
    [MINTU_LAYER_TYPE_RASTER] = mintu_paint_raster,
    [MINTU_LAYER_TYPE_HILLSHADE] = mintu_paint_hillshade,
    [MINTU_LAYER_TYPE_FILL] = mintu_paint_fill,
    [MINTU_LAYER_TYPE_LINE] = mintu_paint_line,
    [MINTU_LAYER_TYPE_CIRCLE] = mintu_paint_circle,
};

static void paint_layer(const mintu_labels *labels, const mintu_style_layer *layer, size_t index)
{
    mintu_drawing *drawing = labels->drawing;
    const char *id = mintu_style_layer_id(layer);
    snprintf(drawing->canvas.effort.layer, sizeof drawing->canvas.effort.layer, "%s", id);
    open_group(drawing, "layer", id);
    if (mintu_style_layer_kind(layer) != MINTU_LAYER_TYPE_SYMBOL) {
        PAINTERS[mintu_style_layer_kind(layer)](drawing, layer);
    } else {
        if (mintu_layer_draws_symbols(layer)) {
            mintu_icons_paint(labels, index);
            mintu_canvas_unclip(&drawing->canvas);
            open_group(drawing, "labels", id);
        }
        mintu_labels_paint(labels, index);
    }
    mintu_canvas_unclip(&drawing->canvas);
}

void mintu_layers_paint(const mintu_furniture *furniture)
{
    const mintu_drawing *drawing = furniture->drawing;
    bool between = true;
    for (size_t i = 0; i < mintu_style_layer_count(drawing->style); i++) {
        const mintu_style_layer *layer = mintu_drawing_visible(drawing, i);
        if (layer && between && mintu_style_layer_kind(layer) >= MINTU_LAYER_TYPE_CIRCLE) {
            paint_between(furniture);
            between = false;
        }
        if (layer)
            paint_layer(furniture->labels, layer, i);
    }
    if (between)
        paint_between(furniture);
}
