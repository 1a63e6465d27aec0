/* The drawing: the page with all that is drawn on it (the layers' plots, the focus) and all that it is drawn with (canvas, texts,
 * icons). Painters, labels and furniture share the one of their run. Where memory runs out they carry on without what they could not
 * make: it is counted (base/array.h), and the run asks for the count at its end. */
#ifndef CANVAS_DRAWING_H
#define CANVAS_DRAWING_H

#include "base/context.h"
#include "canvas/canvas.h"
#include "canvas/findings.h"
#include "canvas/icon_file.h"
#include "canvas/page.h"
#include "canvas/plot.h"
#include "canvas/sprite_sheet.h"
#include "canvas/text.h"
#include "style/document.h"
#include "style/property_value.h"
#include "style/style_layer.h"

/* How far a run has come, and whether it was cancelled: then all loops end, and so does the run. */
typedef struct mintu_drawing_run {
    double done; /* 0 to 1 */
    size_t polls;
    bool ended;
} mintu_drawing_run;

enum { MINTU_FOCI = 32 };

/* A feature that a map is about. */
typedef struct mintu_focus_row {
    const mintu_layer *layer;
    size_t row;
} mintu_focus_row;

typedef struct mintu_drawing {
    mintu_context *context;
    mintu_drawing_run *run; /* NULL: nobody ends it */
    const mintu_style *style;
    const char *lang;
    const char *state;           /* JSON text for mintu_style_scope, or NULL */
    const mintu_layer *focus;    /* what the map is about, or NULL: the layer of the first feature */
    const mintu_focus_row *foci; /* all of them */
    size_t focus_count;
    mintu_plot focus_plot; /* of the foci alone, as one feature */
    const char *crs;       /* PROJ definition as given; NULL for the default */
    mintu_projection *projection;
    double extent[4];        /* for which it was chosen: west, south, east, north in degrees */
    mintu_validity validity; /* of the projection */
    mintu_plot globe;        /* its outline, where the page shows more than it; without parts where it does not */
    mintu_page page;
    mintu_plot *plots; /* one per source of the style */
    size_t plot_count;
    mintu_canvas canvas;
    mintu_text text;
    mintu_icon_files icons;
    mintu_sprite_sheets sheets;
    mintu_findings *findings;
    mintu_status status; /* of the first file of pixels that could not be read to its end; error says why */
    mintu_error *error;
} mintu_drawing;

/* Asked in each loop over features, labels and pieces; false for ever when it was cancelled. What then stays away is missed by nobody. */
static inline bool mintu_drawing_goes_on(const mintu_drawing *drawing)
{
    mintu_drawing_run *run = drawing->run;
    if (run && !run->ended)
        run->ended = mintu_context_steps(drawing->context, run->polls++, run->done, "drawing the map", NULL) != MINTU_STATUS_OK;
    return !run || !run->ended;
}

/* A note of the layer behind a plot; NULL where there is none. */
static inline const char *mintu_drawing_note(const mintu_drawing *drawing, size_t plot, const char *key)
{
    const mintu_layer *layer = drawing->plots[plot].layer;
    return layer ? mintu_layer_note(layer, key) : NULL;
}

/* Plot of a style layer's source, or NULL (background). */
static inline mintu_plot *mintu_drawing_plot(const mintu_drawing *drawing, const mintu_style_layer *layer)
{
    int source = mintu_style_layer_source(layer);
    return source < 0 || (size_t)source >= drawing->plot_count || !drawing->plots[source].layer ? NULL
                                                                                                : &drawing->plots[source];
}

/* Scope for evaluating properties at the page's zoom; mintu_style_scope_free() after use. */
static inline mintu_style_scope mintu_drawing_scope(const mintu_drawing *drawing, const mintu_plot *plot)
{
    return (mintu_style_scope){
        .zoom = drawing->page.zoom, .layer = plot ? plot->layer : NULL, .state = drawing->state, .context = drawing->context};
}

/* A style layer by its number when it is drawn at the page's zoom, else NULL. */
static inline const mintu_style_layer *mintu_drawing_visible(const mintu_drawing *drawing, size_t index)
{
    const mintu_style_layer *layer = mintu_style_layer_at(drawing->style, index);
    mintu_style_scope scope = mintu_drawing_scope(drawing, NULL);
    bool shown = mintu_style_layer_shown(layer, &scope);
    mintu_style_scope_free(&scope);
    return shown ? layer : NULL;
}

/* True for a layer that draws circles or icons: what the map is about, rather than its ground or its names. */
static inline bool mintu_layer_draws_symbols(const mintu_style_layer *layer)
{
    mintu_layer_type type = mintu_style_layer_kind(layer);
    return type == MINTU_LAYER_TYPE_CIRCLE ||
           (type == MINTU_LAYER_TYPE_SYMBOL && mintu_style_is_set(layer, MINTU_PROPERTY_ICON_IMAGE));
}

#endif
