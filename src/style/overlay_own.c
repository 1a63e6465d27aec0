#include "style/overlay_own.h"

#include "base/array.h"
#include "style/overlay_layers.h"

#include <string.h>

/* Who loads the layers knows the sources by their names; what they name is no layer of a data package. */
static void add_source(json_t *root, const char *name)
{
    json_t *sources = mintu_overlay_member(root, "sources");
    mintu_buffer data = {0};
    mintu_buffer_format(&data, "mintu:%s", name);
    json_object_set_new(sources, name, json_pack("{s:s, s:s}", "type", "geojson", "data", data.failed ? "" : data.data));
    mintu_buffer_free(&data);
}

/* A braced word in somebody's file name is no key of a legend. */
static json_t *legend_of(const char *name, bool counted)
{
    mintu_buffer zh = {0}, en = {0};
    mintu_buffer_format(&zh, counted ? "%s（{count} 个）" : "%s", name);
    mintu_buffer_format(&en, counted ? "%s ({count})" : "%s", name);
    json_t *legend = json_pack("{s:{s:s, s:s}}", "label", "zh", zh.failed ? "" : zh.data, "en", en.failed ? "" : en.data);
    mintu_buffer_free(&zh);
    mintu_buffer_free(&en);
    return legend;
}

/* Where in the order of drawing the first layer of one of the types stands; behind all when there is none. */
static size_t first_of(const json_t *layers, const char *const *types)
{
    for (size_t i = 0; i < json_array_size(layers); i++) {
        const char *type = json_string_value(json_object_get(json_array_get(layers, i), "type"));
        for (size_t j = 0; type && types[j]; j++)
            if (strcmp(type, types[j]) == 0)
                return i;
    }
    return json_array_size(layers);
}

/* Behind the last fill that stands before any symbol, so that borders and names lie over it. */
static size_t behind_fills(const json_t *layers)
{
    static const char *const SYMBOLS[] = {"circle", "symbol", NULL};
    size_t symbols = first_of(layers, SYMBOLS), at = 0;
    for (size_t i = 0; i < symbols; i++) {
        const char *type = json_string_value(json_object_get(json_array_get(layers, i), "type"));
        if (type && strcmp(type, "line") != 0)
            at = i + 1;
    }
    return at;
}

static void add_points(json_t *root, const mintu_style_changes *changes)
{
    json_t *layers = json_object_get(root, "layers");
    json_t *layer =
        json_pack("{s:s, s:s, s:s, s:{s:s, s:f, s:s, s:f}, s:{s:o}}", "id", "own-points", "type", "circle", "source",
                  "own-points", "paint", "circle-color", "#e66101", "circle-radius", 3.6, "circle-stroke-color", "#ffffff",
                  "circle-stroke-width", 1.0, "metadata", "mintu:legend", legend_of(changes->points, true));
    add_source(root, "own-points");
    json_array_append_new(layers, layer);
    if (changes->points_label)
        json_array_append_new(layers, mintu_overlay_texts(layer, changes->points_label));
}

/* Seen through, so that what lies beneath stays. */
static void add_areas(json_t *root, const mintu_style_changes *changes)
{
    static const char *const SYMBOLS[] = {"circle", "symbol", NULL};
    json_t *layers = json_object_get(root, "layers");
    size_t at = first_of(layers, SYMBOLS);
    json_t *fill =
        json_pack("{s:s, s:s, s:s, s:{s:s, s:f}, s:{s:o}}", "id", "own-areas", "type", "fill", "source", "own-areas", "paint",
                  "fill-color", "#5e3c99", "fill-opacity", 0.3, "metadata", "mintu:legend", legend_of(changes->areas, true));
    json_t *edge = json_pack("{s:s, s:s, s:s, s:{s:s}, s:{s:s, s:f}}", "id", "own-areas-edge", "type", "line", "source",
                             "own-areas", "layout", "line-join", "round", "paint", "line-color", "#5e3c99", "line-width", 1.4);
    add_source(root, "own-areas");
    json_array_insert_new(layers, at, fill);
    json_array_insert_new(layers, at + 1, edge);
    if (changes->areas_label)
        json_array_append_new(layers, mintu_overlay_texts(fill, changes->areas_label));
}

/* A colour for each class, light to dark; grey where there is no value. */
static json_t *steps(const mintu_style_changes *changes)
{
    static const char *const COLOURS[] = {"#ffffd9", "#edf8b1", "#c7e9b4", "#7fcdbb", "#41b6c4",
                                          "#1d91c0", "#225ea8", "#253494", "#081d58"};
    const size_t most = sizeof COLOURS / sizeof *COLOURS - 1;
    size_t classes = changes->limit_count - 1;
    json_t *step = json_pack("[s,[s,s]]", "step", "get", "value");
    for (size_t i = 0; i < classes; i++) {
        if (i > 0)
            json_array_append_new(step, json_real(changes->limits[i]));
        json_array_append_new(step, json_string(COLOURS[classes > 1 ? i * most / (classes - 1) : most / 2]));
    }
    return step;
}

static mintu_status add_values(json_t *root, const mintu_style_changes *changes, mintu_error *error)
{
    json_t *layers = json_object_get(root, "layers");
    if (!changes->limits || changes->limit_count < 2)
        return mintu_fail(error, MINTU_STATUS_USAGE, "own values need the limits of their classes");
    json_t *color = changes->limit_count == 2
                        ? json_pack("[s,[s,[s,s],n],s,s]", "case", "==", "get", "value", "#d9d9d9", "#7fcdbb")
                        : json_pack("[s,[s,[s,s],n],s,o]", "case", "==", "get", "value", "#d9d9d9", steps(changes));
    json_t *legend = json_pack("{s:s, s:s}", "label", changes->values, "derive", "fill-color");
    json_t *fill = json_pack("{s:s, s:s, s:s, s:{s:o}, s:{s:o}}", "id", "own-values", "type", "fill", "source", "own-values",
                             "paint", "fill-color", color, "metadata", "mintu:legend", legend);
    add_source(root, "own-values");
    return json_array_insert_new(layers, behind_fills(layers), fill) == 0 ? MINTU_STATUS_OK
                                                                          : mintu_fail_memory(error, "changing the style");
}

mintu_status mintu_overlay_own(json_t *root, const mintu_style_changes *changes, mintu_error *error)
{
    mintu_status status = changes->values ? add_values(root, changes, error) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK && changes->areas)
        add_areas(root, changes);
    if (status == MINTU_STATUS_OK && changes->points)
        add_points(root, changes);
    return status;
}
