#include "style/overlay_palette.h"

#include "base/message.h"
#include "style/palette.h"

#include <string.h>

typedef struct painting {
    const mintu_palette *palette;
    const char *layer;
    size_t changed;
    mintu_error *error;
} painting;

static bool is_operator(const json_t *json, const char *name)
{
    const char *first = json_string_value(json_array_get(json, 0));
    return first && strcmp(first, name) == 0;
}

/* Whether the number comes from the feature, not from the zoom. */
static bool asks_feature(const json_t *json)
{
    bool found = is_operator(json, "get") || is_operator(json, "feature-state");
    for (size_t i = 0; !found && i < json_array_size(json); i++)
        found = asks_feature(json_array_get(json, i));
    return found;
}

static bool is_colour(const json_t *json)
{
    mintu_color color;
    return json_is_string(json) && mintu_color_parse(json_string_value(json), &color);
}

/* Every other item from @p first to before @p end is a colour: they get the palette's. */
static mintu_status paint_items(painting *p, json_t *array, size_t first, size_t end)
{
    size_t count = 0, index = 0;
    char colour[8];
    for (size_t i = first; i < end; i += 2)
        count += is_colour(json_array_get(array, i));
    if (p->palette->hues && count > p->palette->count)
        return mintu_fail(
            p->error, MINTU_STATUS_USAGE,
            "the palette \"%s\" has %zu colours, and the layer \"%.60s\" needs %zu; use one that has more, or a scale, "
            "as viridis",
            p->palette->name, p->palette->count, p->layer, count);
    for (size_t i = first; i < end; i += 2)
        if (is_colour(json_array_get(array, i))) {
            mintu_palette_colour(p->palette, index++, count, colour);
            json_array_set_new(array, i, json_string(colour));
        }
    p->changed += count;
    return MINTU_STATUS_OK;
}

/* A scale is for numbers, hues are for kinds. Classes may stand inside a case, whose other colours (no data) stay. */
static mintu_status paint(painting *p, json_t *json)
{
    size_t size = json_array_size(json);
    bool hues = p->palette->hues;
    if (is_operator(json, "step") && asks_feature(json_array_get(json, 1)))
        return hues ? MINTU_STATUS_OK : paint_items(p, json, 2, size);
    if (is_operator(json, "interpolate") && asks_feature(json_array_get(json, 2)))
        return hues ? MINTU_STATUS_OK : paint_items(p, json, 4, size);
    if (is_operator(json, "match") && asks_feature(json_array_get(json, 1)))
        return hues && size > 3 ? paint_items(p, json, 3, size - 1) : MINTU_STATUS_OK;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 1; i < size && status == MINTU_STATUS_OK; i++)
        if (json_is_array(json_array_get(json, i)))
            status = paint(p, json_array_get(json, i));
    return status;
}

mintu_status mintu_overlay_palette(json_t *root, const mintu_style_changes *changes, mintu_error *error)
{
    static const char *const PROPERTIES[] = {"fill-color", "line-color", "circle-color", "icon-color"};
    mintu_palette palette;
    mintu_status status = mintu_palette_load(changes->palettes, changes->palette, error, &palette);
    painting p = {.palette = &palette, .error = error};
    json_t *layers = json_object_get(root, "layers");
    for (size_t i = 0; i < json_array_size(layers); i++) {
        json_t *layer = json_array_get(layers, i), *properties = json_object_get(layer, "paint");
        const char *id = json_string_value(json_object_get(layer, "id"));
        p.layer = id ? id : "";
        for (size_t j = 0; j < 4 && status == MINTU_STATUS_OK; j++)
            status = paint(&p, json_object_get(properties, PROPERTIES[j]));
    }
    if (status == MINTU_STATUS_OK && p.changed == 0)
        status = mintu_fail(
            error, MINTU_STATUS_USAGE,
            palette.hues ? "the palette \"%s\" is one of hues for kinds, and no layer of the style has colours by kind; "
                           "use a scale, as viridis"
                         : N_("the palette \"%s\" is a scale for numbers, and no layer of the style has classes or a ramp "
                              "of numbers; use one of hues, as Set2"),
            palette.name);
    return status;
}
