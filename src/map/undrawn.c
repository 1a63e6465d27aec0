#include "map/undrawn.h"

#include "base/context.h"
#include "canvas/drawn_rows.h"
#include "canvas/plot_meets.h"
#include "style/style_layer.h"
#include "style/style_source.h"
#include "table/position_names.h"

#include <mintu/layer.h>
#include <string.h>

static bool has_positions(const mintu_layer *layer)
{
    return mintu_layer_geometry_type(layer) != MINTU_GEOMETRY_TYPE_NONE;
}

static void add_fields(const mintu_layer *layer, mintu_buffer *list)
{
    enum { SHOWN = 200 };
    size_t count = mintu_layer_field_count(layer);
    mintu_buffer_text(list, "");
    for (size_t i = 0; i < count && list->size < SHOWN; i++)
        mintu_buffer_format(list, "%s%s", i ? ", " : "", mintu_layer_field_name(layer, i));
}

void mintu_undrawn_positions(const mintu_drawing *drawing)
{
    for (size_t i = 0; i < drawing->plot_count; i++) {
        const mintu_layer *layer = drawing->plots[i].layer;
        const char *file = mintu_style_source_file(drawing->style, i);
        mintu_buffer fields = {0};
        if (!layer || mintu_layer_count(layer) == 0 || has_positions(layer))
            continue;
        add_fields(layer, &fields);
        if (!fields.failed)
            mintu_context_notice(
                drawing->context,
                "source \"%s\"%s%s: none of its %zu rows has a position, so that nothing of it is drawn; a table needs "
                "two columns of coordinates, called %s; it has %s",
                mintu_style_source_name(drawing->style, i), file ? ", " : "", file ? file : "", mintu_layer_count(layer),
                MINTU_POSITION_NAMES, fields.data);
        mintu_buffer_free(&fields);
    }
}

/* Why a layer leaves all of its source undrawn: the first that is true of a feature, in this order. */
typedef enum reason { DRAWN, OUTSIDE, FILTER, KIND } reason;

/* A layer of the data package may well lie beside a small page; what its user brought is looked for there. Of symbols it is a finding. */
static bool is_looked_for(const mintu_drawing *drawing, const mintu_style_layer *layer)
{
    const char *data = mintu_style_source_data(drawing->style, (size_t)mintu_style_layer_source(layer));
    return !mintu_layer_draws_symbols(layer) && strncmp(data, "mintu:", strlen("mintu:")) != 0;
}

static reason look(const mintu_drawing *drawing, const mintu_style_layer *layer)
{
    const mintu_plot *plot = mintu_drawing_plot(drawing, layer);
    bool anywhere = !is_looked_for(drawing, layer);
    mintu_style_scope scope = mintu_drawing_scope(drawing, plot);
    reason found = KIND;
    for (scope.row = 0; scope.row < plot->row_count && found != DRAWN && mintu_drawing_goes_on(drawing); scope.row++) {
        if (!mintu_row_draws(layer, &plot->rows[scope.row]))
            continue;
        reason here = !mintu_style_layer_accepts(layer, &scope)                                 ? FILTER
                      : anywhere || mintu_plot_row_meets(plot, scope.row, &drawing->page.frame) ? DRAWN
                                                                                                : OUTSIDE;
        found = here < found ? here : found;
        mintu_style_scope_clear(&scope);
    }
    mintu_style_scope_free(&scope);
    return mintu_drawing_goes_on(drawing) ? found : DRAWN;
}

void mintu_undrawn_layers(const mintu_drawing *drawing)
{
    for (size_t i = 0; i < mintu_style_layer_count(drawing->style); i++) {
        const mintu_style_layer *layer = mintu_drawing_visible(drawing, i);
        int source = layer ? mintu_style_layer_source(layer) : -1;
        const mintu_layer *rows = source >= 0 ? drawing->plots[source].layer : NULL;
        if (!rows || mintu_layer_count(rows) == 0 || !has_positions(rows))
            continue;
        reason why = look(drawing, layer);
        const char *name = mintu_style_source_name(drawing->style, (size_t)source);
        if (why == KIND)
            mintu_context_notice(
                drawing->context,
                "layer \"%s\" draws nothing: the features of its source \"%s\" are points, which a circle or symbol "
                "layer draws",
                mintu_style_layer_id(layer), name);
        else if (why == FILTER)
            mintu_context_notice(drawing->context,
                                 "layer \"%s\" draws nothing: its filter keeps none of the %zu features of its source \"%s\"",
                                 mintu_style_layer_id(layer), mintu_layer_count(rows), name);
        else if (why == OUTSIDE)
            mintu_context_notice(
                drawing->context,
                "layer \"%s\" draws nothing: the page shows none of the %zu features of its source \"%s\"; use "
                "another extent",
                mintu_style_layer_id(layer), mintu_layer_count(rows), name);
    }
}
