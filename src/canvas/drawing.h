/* Everything one run of the renderer knows: the style, the page, the layers on it, the canvas, and what was found. */
#ifndef MAP_SCENE_H
#define MAP_SCENE_H

#include "canvas/canvas.h"
#include "canvas/findings.h"
#include "canvas/icon_file.h"
#include "canvas/page.h"
#include "canvas/plot.h"
#include "canvas/text.h"
#include "style/document.h"
#include "style/style_layer.h"

typedef struct mintu_labels mintu_labels;

typedef struct mintu_scene {
    mintu_context *context;
    const mintu_style *style;
    const mintu_layout *layout;
    const char *lang;
    const char *state;        /* JSON text for mintu_style_scope, or NULL */
    char *title;              /* on the heap, or NULL */
    const char *review;       /* number as given; NULL or "" for none */
    const mintu_layer *focus; /* what the map is about, or NULL */
    size_t focus_row;
    mintu_plot focus_plot; /* of the focus alone */
    const char *crs;       /* PROJ definition as given; NULL for the default */
    mintu_projection *projection;
    mintu_page page;
    mintu_plot *plots; /* one per source of the style */
    size_t plot_count;
    mintu_canvas canvas;
    mintu_text text;
    mintu_icon_files icons;
    mintu_labels *labels;
    char *caption; /* title, description and sources, a line each; NULL until the map is drawn */
    char *report;  /* of the labels, JSON text; NULL until they are placed */
    mintu_findings *findings;
    mintu_error *error;
    bool failed;            /* memory ran out; asked once at the end */
    unsigned long failures; /* mintu_memory_failures() at the beginning */
} mintu_scene;

/* Plot of a style layer's source, or NULL (background). */
static inline mintu_plot *mintu_scene_plot(const mintu_scene *scene, const mintu_style_layer *layer)
{
    int source = mintu_style_layer_source(layer);
    return source < 0 || (size_t)source >= scene->plot_count || !scene->plots[source].layer ? NULL : &scene->plots[source];
}

/* Scope for evaluating properties at the page's zoom; mintu_style_scope_free() after use. */
static inline mintu_style_scope mintu_scene_scope(const mintu_scene *scene, const mintu_plot *plot)
{
    return (mintu_style_scope){
        .zoom = scene->page.zoom, .layer = plot ? plot->layer : NULL, .state = scene->state, .context = scene->context};
}

/* Rows of a layer in drawing order: those that the filter accepts and that touch the frame (grown by @p reach px), by sort key.
 * The array is on the heap; NULL and *count 0 when there is none or memory ran out. */
size_t *mintu_scene_rows(mintu_scene *scene, const mintu_style_layer *layer, mintu_property sort_key, double reach,
                         size_t *count);

/* How many features of the layer lie in the map frame and are accepted by its filter; of these, those that legend entry
 * @p entry stands for, or all with MINTU_ALL_ENTRIES. */
#define MINTU_ALL_ENTRIES ((size_t)-1)

#endif
