#include "map/map_extent.h"

#include "base/error.h"
#include "canvas/drawn_rows.h"
#include "canvas/focus.h"
#include "canvas/subject.h"
#include "style/layout.h"
#include "style/style_layer.h"

#include <mintu/layer.h>

static bool has_extent(const double extent[4])
{
    return extent[0] != 0 || extent[1] != 0 || extent[2] != 0 || extent[3] != 0;
}

mintu_status mintu_map_extent(mintu_drawing *drawing, const double *asked, double extent[4], bool *fitted, mintu_error *error)
{
    mintu_error ignored;
    double focus[4];
    if (drawing->focus) {
        mintu_status status = mintu_focus_load(drawing, focus, error);
        if (status != MINTU_STATUS_OK)
            return status;
    }
    if (!has_extent(asked))
        asked = drawing->focus ? focus : mintu_style_layout(drawing->style)->extent;
    *fitted = !has_extent(asked);
    mintu_status status = mintu_subject_extent(drawing->plots, drawing->plot_count, extent, *fitted ? error : &ignored);
    if (*fitted)
        return status;
    if (status == MINTU_STATUS_MEMORY)
        return mintu_fail_memory(error, "preparing the map");
    for (int i = 0; i < 4; i++)
        extent[i] = asked[i];
    if (extent[0] > 0 && extent[2] < 0) /* across the antimeridian, as in GeoJSON */
        extent[2] += 360;
    if (!(extent[0] < extent[2] && extent[1] < extent[3] && extent[1] >= -90 && extent[3] <= 90))
        return mintu_fail(error, MINTU_STATUS_USAGE, "the extent %g,%g,%g,%g is not west,south,east,north in degrees",
                          extent[0], extent[1], extent[2], extent[3]);
    return MINTU_STATUS_OK;
}

/* The layer when it draws symbols that are to be seen, else NULL. */
static const mintu_style_layer *symbols_at(const mintu_drawing *drawing, size_t index)
{
    const mintu_style_layer *layer = mintu_drawing_visible(drawing, index);
    return layer && mintu_layer_draws_symbols(layer) ? layer : NULL;
}

/* One whose source has no feature with a position shows none in any extent. */
static void tell_empty(mintu_drawing *drawing, const mintu_style_layer *layer)
{
    const mintu_layer *rows = mintu_drawing_plot(drawing, layer)->layer;
    if (rows && mintu_layer_geometry_type(rows) == MINTU_GEOMETRY_TYPE_NONE)
        mintu_findings_add(drawing->findings, "layer \"%s\" draws nothing: its source \"%s\" has no feature with a position",
                           mintu_style_layer_id(layer),
                           mintu_style_source_name(drawing->style, (size_t)mintu_style_layer_source(layer)));
    else
        mintu_findings_add(drawing->findings, "the extent shows no feature of layer \"%s\"; use another extent",
                           mintu_style_layer_id(layer));
}

void mintu_map_check_extent(mintu_drawing *drawing)
{
    size_t layers = mintu_style_layer_count(drawing->style);
    for (size_t i = 0; i < layers; i++) {
        const mintu_style_layer *layer = symbols_at(drawing, i);
        if (layer && mintu_drawing_count(drawing, layer, MINTU_ALL_ENTRIES) > 0)
            return;
    }
    for (size_t i = 0; i < layers; i++) {
        const mintu_style_layer *layer = symbols_at(drawing, i);
        if (layer)
            tell_empty(drawing, layer);
    }
}
