#include "map/paint_layers.h"

#include "canvas/focus.h"
#include "canvas/paint_background.h"
#include "canvas/paint_circle.h"
#include "canvas/paint_fill.h"
#include "canvas/paint_line.h"
#include "canvas/paint_symbol.h"
#include "furniture/graticule.h"
#include "label/label_paint.h"

#include <stdio.h>

/* A group of what is drawn on the map's face. */
static void open_group(mintu_drawing *drawing, const char *kind, const char *name)
{
    mintu_canvas_group(&drawing->canvas, kind, name);
    mintu_canvas_clip(&drawing->canvas, &drawing->page.frame);
}

/* The veil about the focus and the graticule lie over areas and lines and under the first symbols. */
static void paint_between(mintu_scene *scene)
{
    mintu_drawing *drawing = &scene->drawing;
    if (drawing->focus) {
        open_group(drawing, "focus", NULL);
        mintu_focus_paint(drawing);
        mintu_canvas_unclip(&drawing->canvas);
    }
    if (scene->furniture.layout->graticule) {
        open_group(drawing, "graticule", NULL);
        mintu_graticule_paint(drawing);
        mintu_canvas_unclip(&drawing->canvas);
    }
}

static void paint_layer(mintu_scene *scene, const mintu_style_layer *layer, size_t index)
{
    mintu_drawing *drawing = &scene->drawing;
    const char *id = mintu_style_layer_id(layer);
    snprintf(drawing->canvas.effort.layer, sizeof drawing->canvas.effort.layer, "%s", id);
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
        if (mintu_layer_draws_symbols(layer)) {
            mintu_paint_icons(drawing, layer);
            mintu_canvas_unclip(&drawing->canvas);
            open_group(drawing, "labels", id);
        }
        mintu_labels_paint(&scene->labels, index);
        break;
    case MINTU_LAYER_TYPE_END:
        break;
    }
    mintu_canvas_unclip(&drawing->canvas);
}

void mintu_layers_paint(mintu_scene *scene)
{
    const mintu_drawing *drawing = &scene->drawing;
    bool between = true;
    for (size_t i = 0; i < mintu_style_layer_count(drawing->style); i++) {
        const mintu_style_layer *layer = mintu_style_layer_at(drawing->style, i);
        if (!mintu_style_layer_visible(layer, drawing->page.zoom))
            continue;
        if (between && mintu_style_layer_kind(layer) >= MINTU_LAYER_TYPE_CIRCLE) {
            paint_between(scene);
            between = false;
        }
        paint_layer(scene, layer, i);
    }
    if (between)
        paint_between(scene);
}
