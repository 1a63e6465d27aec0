#include "style/property.h"

#include <float.h>
#include <string.h>

static const char *const CAPS[] = {"butt", "round", "square", NULL};
static const char *const JOINS[] = {"bevel", "round", "miter", NULL};
static const char *const ANCHORS[] = {"center",   "left",      "right",       "top",          "bottom",
                                      "top-left", "top-right", "bottom-left", "bottom-right", NULL};
static const char *const JUSTIFICATIONS[] = {"auto", "left", "center", "right", NULL};
static const char *const TRANSFORMS[] = {"none", "uppercase", "lowercase", NULL};
static const char *const MODES[] = {"horizontal", "vertical", NULL};
static const char *const PLACEMENTS[] = {"point", "line", "line-center", NULL};

#define DATA  MINTU_PROPERTY_DATA
#define MIXED MINTU_PROPERTY_MIXED
#define BLACK                                                                                                                  \
    {                                                                                                                          \
        0, 0, 0, 1                                                                                                             \
    }
#define CLEAR                                                                                                                  \
    {                                                                                                                          \
        0, 0, 0, 0                                                                                                             \
    }
/* name, layer type, whether layout, flags, range, default */
#define NUMBER(name, type, layout, flags, range, number)                                                                       \
    {                                                                                                                          \
        name, MINTU_LAYER_TYPE_##type, layout, MINTU_PROPERTY_KIND_NUMBER, flags, range, number, CLEAR, {NULL}, NULL           \
    }
#define ANY -DBL_MAX, DBL_MAX
/* px: no page is larger, and the graphics libraries fail far above. */
#define LENGTH_MOST 20000
#define POSITIVE    0, LENGTH_MOST
#define OFFSET      -LENGTH_MOST, LENGTH_MOST
#define TEXT        0, 2000
#define SHARE       0, 1
#define BOOLEAN(name, type, layout, number)                                                                                    \
    {                                                                                                                          \
        name, MINTU_LAYER_TYPE_##type, layout, MINTU_PROPERTY_KIND_BOOLEAN, 0, ANY, number, CLEAR, {NULL}, NULL                \
    }
#define COLOR(name, type, flags, ...)                                                                                          \
    {                                                                                                                          \
        name, MINTU_LAYER_TYPE_##type, false, MINTU_PROPERTY_KIND_COLOR, flags, ANY, 0, __VA_ARGS__, {NULL}, NULL              \
    }
#define ENUM(name, type, flags, text, values)                                                                                  \
    {                                                                                                                          \
        name, MINTU_LAYER_TYPE_##type, true, MINTU_PROPERTY_KIND_ENUM, flags, ANY, 0, CLEAR, {text}, values                    \
    }
#define ARRAY(name, type, layout, kind, flags, least)                                                                          \
    {                                                                                                                          \
        name, MINTU_LAYER_TYPE_##type, layout, MINTU_PROPERTY_KIND_##kind, flags, least, LENGTH_MOST, 0, CLEAR, {NULL}, NULL   \
    }

/* Defaults, ranges and what expressions may be made of, after the MapLibre Style Specification. */
static const mintu_property_spec PROPERTIES[MINTU_PROPERTY_END] = {
    [MINTU_PROPERTY_BACKGROUND_COLOR] = COLOR("background-color", BACKGROUND, MIXED, BLACK),
    [MINTU_PROPERTY_BACKGROUND_OPACITY] = NUMBER("background-opacity", BACKGROUND, false, MIXED, SHARE, 1),
    [MINTU_PROPERTY_BACKGROUND_PATTERN] =
        {"background-pattern", MINTU_LAYER_TYPE_BACKGROUND, false, MINTU_PROPERTY_KIND_IMAGE, 0, ANY, 0, CLEAR, {""}, NULL},
    [MINTU_PROPERTY_FILL_PATTERN] =
        {"fill-pattern", MINTU_LAYER_TYPE_FILL, false, MINTU_PROPERTY_KIND_IMAGE, DATA, ANY, 0, CLEAR, {""}, NULL},
    [MINTU_PROPERTY_FILL_COLOR] = COLOR("fill-color", FILL, DATA | MIXED, BLACK),
    [MINTU_PROPERTY_FILL_OPACITY] = NUMBER("fill-opacity", FILL, false, DATA | MIXED, SHARE, 1),
    [MINTU_PROPERTY_FILL_OUTLINE_COLOR] = COLOR("fill-outline-color", FILL, DATA | MIXED, BLACK),
    [MINTU_PROPERTY_FILL_ANTIALIAS] = BOOLEAN("fill-antialias", FILL, false, true),
    [MINTU_PROPERTY_FILL_SORT_KEY] = NUMBER("fill-sort-key", FILL, true, DATA, ANY, 0),
    [MINTU_PROPERTY_LINE_COLOR] = COLOR("line-color", LINE, DATA | MIXED, BLACK),
    [MINTU_PROPERTY_LINE_OPACITY] = NUMBER("line-opacity", LINE, false, DATA | MIXED, SHARE, 1),
    [MINTU_PROPERTY_LINE_WIDTH] = NUMBER("line-width", LINE, false, DATA | MIXED, POSITIVE, 1),
    [MINTU_PROPERTY_LINE_DASHARRAY] = ARRAY("line-dasharray", LINE, false, NUMBERS, DATA, 0),
    [MINTU_PROPERTY_LINE_CAP] = ENUM("line-cap", LINE, 0, "butt", CAPS),
    [MINTU_PROPERTY_LINE_JOIN] = ENUM("line-join", LINE, DATA, "miter", JOINS),
    [MINTU_PROPERTY_LINE_MITER_LIMIT] = NUMBER("line-miter-limit", LINE, true, MIXED, OFFSET, 2),
    [MINTU_PROPERTY_LINE_OFFSET] = NUMBER("line-offset", LINE, false, DATA | MIXED, OFFSET, 0),
    [MINTU_PROPERTY_LINE_SORT_KEY] = NUMBER("line-sort-key", LINE, true, DATA, ANY, 0),
    [MINTU_PROPERTY_CIRCLE_COLOR] = COLOR("circle-color", CIRCLE, DATA | MIXED, BLACK),
    [MINTU_PROPERTY_CIRCLE_OPACITY] = NUMBER("circle-opacity", CIRCLE, false, DATA | MIXED, SHARE, 1),
    [MINTU_PROPERTY_CIRCLE_RADIUS] = NUMBER("circle-radius", CIRCLE, false, DATA | MIXED, POSITIVE, 5),
    [MINTU_PROPERTY_CIRCLE_STROKE_COLOR] = COLOR("circle-stroke-color", CIRCLE, DATA | MIXED, BLACK),
    [MINTU_PROPERTY_CIRCLE_STROKE_OPACITY] = NUMBER("circle-stroke-opacity", CIRCLE, false, DATA | MIXED, SHARE, 1),
    [MINTU_PROPERTY_CIRCLE_STROKE_WIDTH] = NUMBER("circle-stroke-width", CIRCLE, false, DATA | MIXED, POSITIVE, 0),
    [MINTU_PROPERTY_CIRCLE_TRANSLATE] = ARRAY("circle-translate", CIRCLE, false, PAIR, MIXED, -LENGTH_MOST),
    [MINTU_PROPERTY_CIRCLE_SORT_KEY] = NUMBER("circle-sort-key", CIRCLE, true, DATA, ANY, 0),
    [MINTU_PROPERTY_SYMBOL_SORT_KEY] = NUMBER("symbol-sort-key", SYMBOL, true, DATA, ANY, 0),
    [MINTU_PROPERTY_ICON_IMAGE] =
        {"icon-image", MINTU_LAYER_TYPE_SYMBOL, true, MINTU_PROPERTY_KIND_IMAGE, DATA, ANY, 0, CLEAR, {""}, NULL},
    [MINTU_PROPERTY_ICON_SIZE] = NUMBER("icon-size", SYMBOL, true, DATA | MIXED, POSITIVE, 1),
    [MINTU_PROPERTY_ICON_COLOR] = COLOR("icon-color", SYMBOL, DATA | MIXED, BLACK),
    [MINTU_PROPERTY_ICON_HALO_COLOR] = COLOR("icon-halo-color", SYMBOL, DATA | MIXED, CLEAR),
    [MINTU_PROPERTY_ICON_HALO_WIDTH] = NUMBER("icon-halo-width", SYMBOL, false, DATA | MIXED, POSITIVE, 0),
    [MINTU_PROPERTY_ICON_OPACITY] = NUMBER("icon-opacity", SYMBOL, false, DATA | MIXED, SHARE, 1),
    [MINTU_PROPERTY_TEXT_FIELD] =
        {"text-field", MINTU_LAYER_TYPE_SYMBOL, true, MINTU_PROPERTY_KIND_TEXT, DATA, ANY, 0, CLEAR, {""}, NULL},
    [MINTU_PROPERTY_TEXT_FONT] = {"text-font",
                                  MINTU_LAYER_TYPE_SYMBOL,
                                  true,
                                  MINTU_PROPERTY_KIND_STRINGS,
                                  DATA,
                                  ANY,
                                  0,
                                  CLEAR,
                                  {"Open Sans Regular", "Arial Unicode MS Regular"},
                                  NULL},
    [MINTU_PROPERTY_TEXT_SIZE] = NUMBER("text-size", SYMBOL, true, DATA | MIXED, TEXT, 16),
    [MINTU_PROPERTY_TEXT_COLOR] = COLOR("text-color", SYMBOL, DATA | MIXED, BLACK),
    [MINTU_PROPERTY_TEXT_HALO_COLOR] = COLOR("text-halo-color", SYMBOL, DATA | MIXED, CLEAR),
    [MINTU_PROPERTY_TEXT_HALO_WIDTH] = NUMBER("text-halo-width", SYMBOL, false, DATA | MIXED, POSITIVE, 0),
    [MINTU_PROPERTY_TEXT_OPACITY] = NUMBER("text-opacity", SYMBOL, false, DATA | MIXED, SHARE, 1),
    [MINTU_PROPERTY_TEXT_ANCHOR] = ENUM("text-anchor", SYMBOL, DATA, "center", ANCHORS),
    [MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR] =
        {"text-variable-anchor", MINTU_LAYER_TYPE_SYMBOL, true, MINTU_PROPERTY_KIND_STRINGS, 0, ANY, 0, CLEAR, {NULL}, ANCHORS},
    [MINTU_PROPERTY_TEXT_RADIAL_OFFSET] = NUMBER("text-radial-offset", SYMBOL, true, DATA | MIXED, OFFSET, 0),
    [MINTU_PROPERTY_TEXT_OFFSET] = ARRAY("text-offset", SYMBOL, true, PAIR, DATA | MIXED, -LENGTH_MOST),
    [MINTU_PROPERTY_TEXT_LETTER_SPACING] = NUMBER("text-letter-spacing", SYMBOL, true, DATA | MIXED, OFFSET, 0),
    [MINTU_PROPERTY_TEXT_MAX_WIDTH] = NUMBER("text-max-width", SYMBOL, true, DATA | MIXED, POSITIVE, 10),
    [MINTU_PROPERTY_TEXT_LINE_HEIGHT] = NUMBER("text-line-height", SYMBOL, true, MIXED, OFFSET, 1.2),
    [MINTU_PROPERTY_TEXT_JUSTIFY] = ENUM("text-justify", SYMBOL, DATA, "center", JUSTIFICATIONS),
    [MINTU_PROPERTY_TEXT_ROTATE] = NUMBER("text-rotate", SYMBOL, true, DATA | MIXED, OFFSET, 0),
    [MINTU_PROPERTY_TEXT_ALLOW_OVERLAP] = BOOLEAN("text-allow-overlap", SYMBOL, true, false),
    [MINTU_PROPERTY_TEXT_IGNORE_PLACEMENT] = BOOLEAN("text-ignore-placement", SYMBOL, true, false),
    [MINTU_PROPERTY_TEXT_OPTIONAL] = BOOLEAN("text-optional", SYMBOL, true, false),
    [MINTU_PROPERTY_ICON_ALLOW_OVERLAP] = BOOLEAN("icon-allow-overlap", SYMBOL, true, false),
    [MINTU_PROPERTY_ICON_IGNORE_PLACEMENT] = BOOLEAN("icon-ignore-placement", SYMBOL, true, false),
    [MINTU_PROPERTY_TEXT_PADDING] = NUMBER("text-padding", SYMBOL, true, MIXED, POSITIVE, 2),
    [MINTU_PROPERTY_TEXT_TRANSFORM] = ENUM("text-transform", SYMBOL, DATA, "none", TRANSFORMS),
    [MINTU_PROPERTY_TEXT_MAX_ANGLE] = NUMBER("text-max-angle", SYMBOL, true, MIXED, ANY, 45),
    [MINTU_PROPERTY_TEXT_WRITING_MODE] =
        {"text-writing-mode", MINTU_LAYER_TYPE_SYMBOL, true, MINTU_PROPERTY_KIND_STRINGS, 0, ANY, 0, CLEAR, {NULL}, MODES},
    [MINTU_PROPERTY_SYMBOL_PLACEMENT] = ENUM("symbol-placement", SYMBOL, 0, "point", PLACEMENTS),
};

const mintu_property_spec *mintu_property_spec_of(mintu_property property)
{
    return &PROPERTIES[property];
}

mintu_property mintu_property_find(const char *name, mintu_layer_type layer, bool layout)
{
    for (int i = 0; i < MINTU_PROPERTY_END; i++)
        if (PROPERTIES[i].layer == layer && PROPERTIES[i].layout == layout && strcmp(PROPERTIES[i].name, name) == 0)
            return (mintu_property)i;
    return MINTU_PROPERTY_END;
}

const mintu_type *mintu_property_type(const mintu_property_spec *spec)
{
    static const mintu_type *const types[] = {
        [MINTU_PROPERTY_KIND_NUMBER] = &MINTU_TYPE_NUMBER,   [MINTU_PROPERTY_KIND_BOOLEAN] = &MINTU_TYPE_BOOLEAN,
        [MINTU_PROPERTY_KIND_COLOR] = &MINTU_TYPE_COLOR,     [MINTU_PROPERTY_KIND_ENUM] = &MINTU_TYPE_STRING,
        [MINTU_PROPERTY_KIND_TEXT] = &MINTU_TYPE_FORMATTED,  [MINTU_PROPERTY_KIND_IMAGE] = &MINTU_TYPE_IMAGE,
        [MINTU_PROPERTY_KIND_NUMBERS] = &MINTU_TYPE_NUMBERS, [MINTU_PROPERTY_KIND_PAIR] = &MINTU_TYPE_NUMBERS_2,
        [MINTU_PROPERTY_KIND_STRINGS] = &MINTU_TYPE_STRINGS,
    };
    return types[spec->kind];
}

bool mintu_style_icon_known(const char *name)
{
    static const char *const icons[] = {"mintu:circle", "mintu:square", "mintu:diamond", "mintu:triangle", "mintu:star", ""};
    for (size_t i = 0; i < sizeof icons / sizeof *icons; i++)
        if (strcmp(icons[i], name) == 0)
            return true;
    return false;
}

bool mintu_style_icon_is_file(const char *name)
{
    size_t size = strlen(name);
    return size > 4 && (strcmp(name + size - 4, ".svg") == 0 || strcmp(name + size - 4, ".SVG") == 0) && !strstr(name, "://");
}

bool mintu_style_pattern_known(const char *name)
{
    static const char *const patterns[] = {"mintu:hatch-0",   "mintu:hatch-45",   "mintu:hatch-90",
                                           "mintu:hatch-135", "mintu:cross-0",    "mintu:cross-45",
                                           "mintu:dots",      "mintu:dots-dense", ""};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (strcmp(patterns[i], name) == 0)
            return true;
    return false;
}

bool mintu_property_takes(const mintu_property_spec *spec, const char *text)
{
    bool found = spec->values == NULL;
    for (size_t i = 0; !found && spec->values[i]; i++)
        found = strcmp(spec->values[i], text) == 0;
    return found;
}
