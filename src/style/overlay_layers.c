#define _POSIX_C_SOURCE 200809L /* strtok_r() */
#include "style/overlay_layers.h"

#include "base/array.h"
#include "expression/color.h"

#include <stdlib.h>
#include <string.h>

json_t *mintu_overlay_member(json_t *object, const char *key)
{
    json_t *found = json_object_get(object, key);
    if (json_is_object(found))
        return found;
    json_object_set_new(object, key, json_object());
    return json_object_get(object, key);
}

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* A layer by its id: who misspells one is told which there are. */
static mintu_status find(const json_t *layers, const char *id, mintu_error *error, size_t *index)
{
    mintu_buffer list = {0};
    for (*index = 0; *index < json_array_size(layers); (*index)++) {
        const char *one = text_of(json_array_get(layers, *index), "id");
        if (strcmp(one, id) == 0) {
            mintu_buffer_free(&list);
            return MINTU_STATUS_OK;
        }
        mintu_buffer_format(&list, "%s%s", *index ? ", " : "", one);
    }
    mintu_status status = mintu_fail(error, MINTU_STATUS_USAGE, "the style has no layer \"%.60s\"; it has %.400s", id,
                                     list.failed || !list.data ? "none" : list.data);
    mintu_buffer_free(&list);
    return status;
}

typedef mintu_status change_fn(json_t *layers, size_t index, const char *value, mintu_error *error);

static mintu_status hide(json_t *layers, size_t index, const char *value, mintu_error *error)
{
    (void)value;
    (void)error;
    json_object_set_new(mintu_overlay_member(json_array_get(layers, index), "layout"), "visibility", json_string("none"));
    return MINTU_STATUS_OK;
}

/* The property that a layer's colour is; NULL for layers of pixels. */
static const char *colour_property(const json_t *layer)
{
    static const char *const PROPERTIES[][2] = {
        {"fill", "fill-color"}, {"line", "line-color"}, {"circle", "circle-color"}, {"background", "background-color"}};
    const char *type = text_of(layer, "type");
    for (size_t i = 0; i < sizeof PROPERTIES / sizeof *PROPERTIES; i++)
        if (strcmp(type, PROPERTIES[i][0]) == 0)
            return PROPERTIES[i][1];
    if (strcmp(type, "symbol") != 0)
        return NULL;
    return json_object_get(json_object_get(layer, "layout"), "icon-image") ? "icon-color" : "text-color";
}

static mintu_status colour(json_t *layers, size_t index, const char *value, mintu_error *error)
{
    json_t *layer = json_array_get(layers, index);
    const char *property = colour_property(layer);
    mintu_color color;
    if (!mintu_color_parse(value, &color))
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "\"%.60s\" is no colour; write one as #2a6cab, steelblue or rgb(42, 108, 171)", value);
    if (!property)
        return mintu_fail(error, MINTU_STATUS_USAGE, "the layer \"%.60s\" is one of pixels and has no colour of its own",
                          text_of(layer, "id"));
    json_object_set_new(mintu_overlay_member(layer, "paint"), property, json_string(value));
    return MINTU_STATUS_OK;
}

json_t *mintu_overlay_texts(const json_t *layer, const char *field)
{
    bool points = strcmp(text_of(layer, "type"), "circle") == 0;
    mintu_buffer id = {0};
    mintu_buffer_format(&id, "%s-names", text_of(layer, "id"));
    json_t *texts = json_pack("{s:s, s:s, s:O?, s:{s:[s,[s,s]], s:[s], s:i, s:s}, s:{s:s, s:s, s:f}, s:{s:b, s:b}}", "id",
                              id.failed ? "" : id.data, "type", "symbol", "source", json_object_get(layer, "source"), "layout",
                              "text-field", "to-string", "get", field, "text-font", "Noto Sans CJK SC Regular", "text-size", 9,
                              "text-anchor", "center", "paint", "text-color", "#3b2a1a", "text-halo-color", "#ffffff",
                              "text-halo-width", 1.1, "metadata", "mintu:automatic-places", 1, "mintu:one-per-feature", 1);
    json_t *layout = json_object_get(texts, "layout"), *filter = json_object_get(layer, "filter");
    if (points)
        json_object_set_new(layout, "text-radial-offset", json_real(0.7));
    if (points)
        json_object_set_new(layout, "text-variable-anchor",
                            json_pack("[s,s,s,s,s,s,s,s]", "left", "right", "top", "bottom", "top-left", "top-right",
                                      "bottom-left", "bottom-right"));
    if (points)
        json_object_del(texts, "metadata");
    if (filter)
        json_object_set(texts, "filter", filter);
    mintu_buffer_free(&id);
    return texts;
}

/* A layer of texts gets another field, any other such texts above it. */
static mintu_status label(json_t *layers, size_t index, const char *value, mintu_error *error)
{
    json_t *layer = json_array_get(layers, index), *layout = json_object_get(layer, "layout");
    if (strcmp(text_of(layer, "type"), "symbol") == 0 && json_is_object(layout)) {
        json_object_set_new(layout, "text-field", json_pack("[s,[s,s]]", "to-string", "get", value));
        return MINTU_STATUS_OK;
    }
    if (!json_object_get(layer, "source"))
        return mintu_fail(error, MINTU_STATUS_USAGE, "the layer \"%.60s\" has no features that could be called by a field",
                          text_of(layer, "id"));
    json_array_append_new(layers, mintu_overlay_texts(layer, value));
    return MINTU_STATUS_OK;
}

/* Each "LAYER" or "LAYER=VALUE" of a list. */
static mintu_status each(json_t *layers, const char *list, const char *separator, change_fn *change, mintu_error *error)
{
    char *copy = mintu_text_copy(list), *rest = NULL;
    mintu_status status = copy ? MINTU_STATUS_OK : mintu_fail_memory(error, "changing the style");
    for (char *one = copy ? strtok_r(copy, separator, &rest) : NULL; one && status == MINTU_STATUS_OK;
         one = strtok_r(NULL, separator, &rest)) {
        size_t index;
        one += strspn(one, " ");
        char *value = change == hide ? NULL : strchr(one, '=');
        if (change != hide && (!value || value == one || !value[1])) {
            status =
                mintu_fail(error, MINTU_STATUS_USAGE, "\"%.60s\" is not LAYER=%s", one, change == colour ? "COLOUR" : "FIELD");
            break;
        }
        if (value)
            *value++ = '\0';
        status = find(layers, one, error, &index);
        if (status == MINTU_STATUS_OK)
            status = change(layers, index, value, error);
    }
    free(copy);
    return status;
}

mintu_status mintu_overlay_layers(json_t *root, const mintu_style_changes *changes, mintu_error *error)
{
    json_t *layers = json_object_get(root, "layers");
    mintu_status status = changes->labels ? each(layers, changes->labels, ";", label, error) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK && changes->colours)
        status = each(layers, changes->colours, ";", colour, error);
    if (status == MINTU_STATUS_OK && changes->hide)
        status = each(layers, changes->hide, ",", hide, error);
    return status;
}
