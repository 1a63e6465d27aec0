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
static const char *const OVERLAPS[] = {"never", "always", "cooperative", NULL};
static const char *const FITS[] = {"none", "width", "height", "both", NULL};
static const char *const ICON_ALIGNMENTS[] = {"map", "viewport", "auto", NULL};
static const char *const TEXT_ALIGNMENTS[] = {"map", "viewport", "viewport-glyph", "auto", NULL};
static const char *const ORDERS[] = {"auto", "viewport-y", "source", NULL};
static const char *const TURNS[] = {"map", "viewport", NULL}; /* what a shift turns with */
static const char *const RESAMPLINGS[] = {"linear", "nearest", NULL};
static const char *const METHODS[] = {"standard", "basic", "combined", "igor", "multidirectional", NULL};
static const char *const PLACEMENTS[] = {"point", "line", "line-center", NULL};

#define DATA                                MINTU_PROPERTY_DATA
#define MIXED                               MINTU_PROPERTY_MIXED
#define PROGRESS                            MINTU_PROPERTY_PROGRESS
#define LAYOUT                              true
#define PAINT                               false
#define OF(name, type, layout, kind, flags) name, MINTU_LAYER_TYPE_##type, layout, MINTU_PROPERTY_KIND_##kind, flags
#define BLACK                               .color = {0, 0, 0, 1}
#define WHITE                               .color = {1, 1, 1, 1}
/* px: no page is larger, and the graphics libraries fail far above. */
#define LENGTH_MOST 20000
#define ANY         .least = -DBL_MAX, .most = DBL_MAX
#define POSITIVE    .least = 0, .most = LENGTH_MOST
#define OFFSET      .least = -LENGTH_MOST, .most = LENGTH_MOST
#define TEXT        .least = 0, .most = 2000
#define SHARE       .least = 0, .most = 1
#define CHANGE      .least = -1, .most = 1
#define ANGLE       .least = 0, .most = 359

/* Defaults, ranges and what expressions may be made of, after the MapLibre Style Specification. */
static const mintu_property_spec PROPERTIES[MINTU_PROPERTY_END] = {
    [MINTU_PROPERTY_BACKGROUND_COLOR] = {OF("background-color", BACKGROUND, PAINT, COLOR, MIXED), BLACK},
    [MINTU_PROPERTY_BACKGROUND_OPACITY] = {OF("background-opacity", BACKGROUND, PAINT, NUMBER, MIXED), SHARE, .number = 1},
    [MINTU_PROPERTY_BACKGROUND_PATTERN] = {OF("background-pattern", BACKGROUND, PAINT, IMAGE, 0), .texts = {""}},
    [MINTU_PROPERTY_RASTER_OPACITY] = {OF("raster-opacity", RASTER, PAINT, NUMBER, MIXED), SHARE, .number = 1},
    [MINTU_PROPERTY_RASTER_HUE_ROTATE] = {OF("raster-hue-rotate", RASTER, PAINT, NUMBER, MIXED), ANY},
    [MINTU_PROPERTY_RASTER_BRIGHTNESS_MIN] = {OF("raster-brightness-min", RASTER, PAINT, NUMBER, MIXED), SHARE},
    [MINTU_PROPERTY_RASTER_BRIGHTNESS_MAX] = {OF("raster-brightness-max", RASTER, PAINT, NUMBER, MIXED), SHARE, .number = 1},
    [MINTU_PROPERTY_RASTER_SATURATION] = {OF("raster-saturation", RASTER, PAINT, NUMBER, MIXED), CHANGE},
    [MINTU_PROPERTY_RASTER_CONTRAST] = {OF("raster-contrast", RASTER, PAINT, NUMBER, MIXED), CHANGE},
    [MINTU_PROPERTY_RASTER_RESAMPLING] = {OF("raster-resampling", RASTER, PAINT, ENUM, 0), .texts = {"linear"},
                                          .values = RESAMPLINGS},
    [MINTU_PROPERTY_RASTER_RESAMPLING_SHORT] = {OF("resampling", RASTER, PAINT, ENUM, 0), .texts = {"linear"},
                                                .values = RESAMPLINGS},
    [MINTU_PROPERTY_HILLSHADE_ILLUMINATION_DIRECTION] = {OF("hillshade-illumination-direction", HILLSHADE, PAINT, LIGHTS,
                                                            MIXED),
                                                         ANGLE, .number = 335},
    [MINTU_PROPERTY_HILLSHADE_ILLUMINATION_ALTITUDE] = {OF("hillshade-illumination-altitude", HILLSHADE, PAINT, LIGHTS, MIXED),
                                                        .least = 0, .most = 90, .number = 45},
    [MINTU_PROPERTY_HILLSHADE_ILLUMINATION_ANCHOR] = {OF("hillshade-illumination-anchor", HILLSHADE, PAINT, ENUM, 0),
                                                      .texts = {"viewport"}, .values = TURNS},
    [MINTU_PROPERTY_HILLSHADE_EXAGGERATION] = {OF("hillshade-exaggeration", HILLSHADE, PAINT, NUMBER, MIXED), SHARE,
                                               .number = 0.5},
    [MINTU_PROPERTY_HILLSHADE_SHADOW_COLOR] = {OF("hillshade-shadow-color", HILLSHADE, PAINT, TINTS, MIXED), BLACK},
    [MINTU_PROPERTY_HILLSHADE_HIGHLIGHT_COLOR] = {OF("hillshade-highlight-color", HILLSHADE, PAINT, TINTS, MIXED), WHITE},
    [MINTU_PROPERTY_HILLSHADE_ACCENT_COLOR] = {OF("hillshade-accent-color", HILLSHADE, PAINT, COLOR, MIXED), BLACK},
    [MINTU_PROPERTY_HILLSHADE_METHOD] = {OF("hillshade-method", HILLSHADE, PAINT, ENUM, 0), .texts = {"standard"},
                                         .values = METHODS},
    [MINTU_PROPERTY_HILLSHADE_RESAMPLING] = {OF("resampling", HILLSHADE, PAINT, ENUM, 0), .texts = {"linear"},
                                             .values = RESAMPLINGS},
    [MINTU_PROPERTY_FILL_PATTERN] = {OF("fill-pattern", FILL, PAINT, IMAGE, DATA), .texts = {""}},
    [MINTU_PROPERTY_FILL_COLOR] = {OF("fill-color", FILL, PAINT, COLOR, DATA | MIXED), BLACK},
    [MINTU_PROPERTY_FILL_OPACITY] = {OF("fill-opacity", FILL, PAINT, NUMBER, DATA | MIXED), SHARE, .number = 1},
    [MINTU_PROPERTY_FILL_LAYER_OPACITY] = {OF("fill-layer-opacity", FILL, PAINT, NUMBER, MIXED), SHARE, .number = 1},
    [MINTU_PROPERTY_FILL_TRANSLATE] = {OF("fill-translate", FILL, PAINT, PAIR, MIXED), OFFSET},
    [MINTU_PROPERTY_FILL_TRANSLATE_ANCHOR] = {OF("fill-translate-anchor", FILL, PAINT, ENUM, 0), .texts = {"map"},
                                              .values = TURNS},
    [MINTU_PROPERTY_FILL_OUTLINE_COLOR] = {OF("fill-outline-color", FILL, PAINT, COLOR, DATA | MIXED), BLACK},
    [MINTU_PROPERTY_FILL_ANTIALIAS] = {OF("fill-antialias", FILL, PAINT, BOOLEAN, 0), .number = true},
    [MINTU_PROPERTY_FILL_SORT_KEY] = {OF("fill-sort-key", FILL, LAYOUT, NUMBER, DATA), ANY},
    [MINTU_PROPERTY_LINE_COLOR] = {OF("line-color", LINE, PAINT, COLOR, DATA | MIXED), BLACK},
    [MINTU_PROPERTY_LINE_OPACITY] = {OF("line-opacity", LINE, PAINT, NUMBER, DATA | MIXED), SHARE, .number = 1},
    [MINTU_PROPERTY_LINE_LAYER_OPACITY] = {OF("line-layer-opacity", LINE, PAINT, NUMBER, MIXED), SHARE, .number = 1},
    [MINTU_PROPERTY_LINE_TRANSLATE] = {OF("line-translate", LINE, PAINT, PAIR, MIXED), OFFSET},
    [MINTU_PROPERTY_LINE_TRANSLATE_ANCHOR] = {OF("line-translate-anchor", LINE, PAINT, ENUM, 0), .texts = {"map"},
                                              .values = TURNS},
    [MINTU_PROPERTY_LINE_GAP_WIDTH] = {OF("line-gap-width", LINE, PAINT, NUMBER, DATA | MIXED), POSITIVE},
    [MINTU_PROPERTY_LINE_WIDTH] = {OF("line-width", LINE, PAINT, NUMBER, DATA | MIXED), POSITIVE, .number = 1},
    [MINTU_PROPERTY_LINE_DASHARRAY] = {OF("line-dasharray", LINE, PAINT, NUMBERS, DATA), POSITIVE},
    [MINTU_PROPERTY_LINE_CAP] = {OF("line-cap", LINE, LAYOUT, ENUM, DATA), .texts = {"butt"}, .values = CAPS},
    [MINTU_PROPERTY_LINE_JOIN] = {OF("line-join", LINE, LAYOUT, ENUM, DATA), .texts = {"miter"}, .values = JOINS},
    [MINTU_PROPERTY_LINE_MITER_LIMIT] = {OF("line-miter-limit", LINE, LAYOUT, NUMBER, DATA | MIXED), OFFSET, .number = 2},
    [MINTU_PROPERTY_LINE_OFFSET] = {OF("line-offset", LINE, PAINT, NUMBER, DATA | MIXED), OFFSET},
    [MINTU_PROPERTY_LINE_GRADIENT] = {OF("line-gradient", LINE, PAINT, COLOR, PROGRESS), BLACK},
    [MINTU_PROPERTY_LINE_PATTERN] = {OF("line-pattern", LINE, PAINT, IMAGE, DATA), .texts = {""}},
    [MINTU_PROPERTY_LINE_SORT_KEY] = {OF("line-sort-key", LINE, LAYOUT, NUMBER, DATA), ANY},
    [MINTU_PROPERTY_CIRCLE_COLOR] = {OF("circle-color", CIRCLE, PAINT, COLOR, DATA | MIXED), BLACK},
    [MINTU_PROPERTY_CIRCLE_OPACITY] = {OF("circle-opacity", CIRCLE, PAINT, NUMBER, DATA | MIXED), SHARE, .number = 1},
    [MINTU_PROPERTY_CIRCLE_RADIUS] = {OF("circle-radius", CIRCLE, PAINT, NUMBER, DATA | MIXED), POSITIVE, .number = 5},
    [MINTU_PROPERTY_CIRCLE_STROKE_COLOR] = {OF("circle-stroke-color", CIRCLE, PAINT, COLOR, DATA | MIXED), BLACK},
    [MINTU_PROPERTY_CIRCLE_STROKE_OPACITY] = {OF("circle-stroke-opacity", CIRCLE, PAINT, NUMBER, DATA | MIXED), SHARE,
                                              .number = 1},
    [MINTU_PROPERTY_CIRCLE_STROKE_WIDTH] = {OF("circle-stroke-width", CIRCLE, PAINT, NUMBER, DATA | MIXED), POSITIVE},
    [MINTU_PROPERTY_CIRCLE_BLUR] = {OF("circle-blur", CIRCLE, PAINT, NUMBER, DATA | MIXED), OFFSET},
    [MINTU_PROPERTY_CIRCLE_TRANSLATE_ANCHOR] = {OF("circle-translate-anchor", CIRCLE, PAINT, ENUM, 0), .texts = {"map"},
                                                .values = TURNS},
    [MINTU_PROPERTY_CIRCLE_TRANSLATE] = {OF("circle-translate", CIRCLE, PAINT, PAIR, MIXED), OFFSET},
    [MINTU_PROPERTY_CIRCLE_SORT_KEY] = {OF("circle-sort-key", CIRCLE, LAYOUT, NUMBER, DATA), ANY},
    [MINTU_PROPERTY_SYMBOL_SORT_KEY] = {OF("symbol-sort-key", SYMBOL, LAYOUT, NUMBER, DATA), ANY},
    [MINTU_PROPERTY_ICON_IMAGE] = {OF("icon-image", SYMBOL, LAYOUT, IMAGE, DATA), .texts = {""}},
    [MINTU_PROPERTY_ICON_SIZE] = {OF("icon-size", SYMBOL, LAYOUT, NUMBER, DATA | MIXED), POSITIVE, .number = 1},
    [MINTU_PROPERTY_ICON_COLOR] = {OF("icon-color", SYMBOL, PAINT, COLOR, DATA | MIXED), BLACK},
    [MINTU_PROPERTY_ICON_HALO_COLOR] = {OF("icon-halo-color", SYMBOL, PAINT, COLOR, DATA | MIXED)},
    [MINTU_PROPERTY_ICON_HALO_WIDTH] = {OF("icon-halo-width", SYMBOL, PAINT, NUMBER, DATA | MIXED), POSITIVE},
    [MINTU_PROPERTY_ICON_OPACITY] = {OF("icon-opacity", SYMBOL, PAINT, NUMBER, DATA | MIXED), SHARE, .number = 1},
    [MINTU_PROPERTY_ICON_ANCHOR] = {OF("icon-anchor", SYMBOL, LAYOUT, ENUM, DATA), .texts = {"center"}, .values = ANCHORS},
    [MINTU_PROPERTY_ICON_OFFSET] = {OF("icon-offset", SYMBOL, LAYOUT, PAIR, DATA | MIXED), OFFSET},
    [MINTU_PROPERTY_ICON_ROTATE] = {OF("icon-rotate", SYMBOL, LAYOUT, NUMBER, DATA | MIXED), OFFSET},
    [MINTU_PROPERTY_ICON_TEXT_FIT] = {OF("icon-text-fit", SYMBOL, LAYOUT, ENUM, 0), .texts = {"none"}, .values = FITS},
    [MINTU_PROPERTY_ICON_TEXT_FIT_PADDING] = {OF("icon-text-fit-padding", SYMBOL, LAYOUT, SIDES, MIXED), OFFSET},
    [MINTU_PROPERTY_ICON_PADDING] = {OF("icon-padding", SYMBOL, LAYOUT, PADDING, DATA | MIXED), OFFSET, .number = 2},
    [MINTU_PROPERTY_ICON_KEEP_UPRIGHT] = {OF("icon-keep-upright", SYMBOL, LAYOUT, BOOLEAN, 0)},
    [MINTU_PROPERTY_ICON_ROTATION_ALIGNMENT] = {OF("icon-rotation-alignment", SYMBOL, LAYOUT, ENUM, 0), .texts = {"auto"},
                                                .values = ICON_ALIGNMENTS},
    [MINTU_PROPERTY_ICON_OVERLAP] = {OF("icon-overlap", SYMBOL, LAYOUT, ENUM, 0), .texts = {"never"}, .values = OVERLAPS},
    [MINTU_PROPERTY_ICON_OPTIONAL] = {OF("icon-optional", SYMBOL, LAYOUT, BOOLEAN, 0)},
    [MINTU_PROPERTY_TEXT_FIELD] = {OF("text-field", SYMBOL, LAYOUT, TEXT, DATA), .texts = {""}},
    [MINTU_PROPERTY_TEXT_FONT] = {OF("text-font", SYMBOL, LAYOUT, STRINGS, DATA),
                                  .texts = {"Open Sans Regular", "Arial Unicode MS Regular"}},
    [MINTU_PROPERTY_TEXT_SIZE] = {OF("text-size", SYMBOL, LAYOUT, NUMBER, DATA | MIXED), TEXT, .number = 16},
    [MINTU_PROPERTY_TEXT_COLOR] = {OF("text-color", SYMBOL, PAINT, COLOR, DATA | MIXED), BLACK},
    [MINTU_PROPERTY_TEXT_HALO_COLOR] = {OF("text-halo-color", SYMBOL, PAINT, COLOR, DATA | MIXED)},
    [MINTU_PROPERTY_TEXT_HALO_WIDTH] = {OF("text-halo-width", SYMBOL, PAINT, NUMBER, DATA | MIXED), POSITIVE},
    [MINTU_PROPERTY_TEXT_OPACITY] = {OF("text-opacity", SYMBOL, PAINT, NUMBER, DATA | MIXED), SHARE, .number = 1},
    [MINTU_PROPERTY_TEXT_ANCHOR] = {OF("text-anchor", SYMBOL, LAYOUT, ENUM, DATA), .texts = {"center"}, .values = ANCHORS},
    [MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR] = {OF("text-variable-anchor", SYMBOL, LAYOUT, STRINGS, 0), .values = ANCHORS},
    [MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR_OFFSET] = {OF("text-variable-anchor-offset", SYMBOL, LAYOUT, ANCHORED, DATA | MIXED),
                                                    OFFSET, .values = ANCHORS},
    [MINTU_PROPERTY_TEXT_RADIAL_OFFSET] = {OF("text-radial-offset", SYMBOL, LAYOUT, NUMBER, DATA | MIXED), OFFSET},
    [MINTU_PROPERTY_TEXT_OFFSET] = {OF("text-offset", SYMBOL, LAYOUT, PAIR, DATA | MIXED), OFFSET},
    [MINTU_PROPERTY_TEXT_LETTER_SPACING] = {OF("text-letter-spacing", SYMBOL, LAYOUT, NUMBER, DATA | MIXED), OFFSET},
    [MINTU_PROPERTY_TEXT_MAX_WIDTH] = {OF("text-max-width", SYMBOL, LAYOUT, NUMBER, DATA | MIXED), POSITIVE, .number = 10},
    [MINTU_PROPERTY_TEXT_LINE_HEIGHT] = {OF("text-line-height", SYMBOL, LAYOUT, NUMBER, MIXED), OFFSET, .number = 1.2},
    [MINTU_PROPERTY_TEXT_JUSTIFY] = {OF("text-justify", SYMBOL, LAYOUT, ENUM, DATA), .texts = {"center"},
                                     .values = JUSTIFICATIONS},
    [MINTU_PROPERTY_TEXT_ROTATE] = {OF("text-rotate", SYMBOL, LAYOUT, NUMBER, DATA | MIXED), OFFSET},
    [MINTU_PROPERTY_TEXT_KEEP_UPRIGHT] = {OF("text-keep-upright", SYMBOL, LAYOUT, BOOLEAN, 0), .number = true},
    [MINTU_PROPERTY_TEXT_ROTATION_ALIGNMENT] = {OF("text-rotation-alignment", SYMBOL, LAYOUT, ENUM, 0), .texts = {"auto"},
                                                .values = TEXT_ALIGNMENTS},
    [MINTU_PROPERTY_TEXT_OVERLAP] = {OF("text-overlap", SYMBOL, LAYOUT, ENUM, 0), .texts = {"never"}, .values = OVERLAPS},
    [MINTU_PROPERTY_TEXT_ALLOW_OVERLAP] = {OF("text-allow-overlap", SYMBOL, LAYOUT, BOOLEAN, 0)},
    [MINTU_PROPERTY_TEXT_IGNORE_PLACEMENT] = {OF("text-ignore-placement", SYMBOL, LAYOUT, BOOLEAN, 0)},
    [MINTU_PROPERTY_TEXT_OPTIONAL] = {OF("text-optional", SYMBOL, LAYOUT, BOOLEAN, 0)},
    [MINTU_PROPERTY_ICON_ALLOW_OVERLAP] = {OF("icon-allow-overlap", SYMBOL, LAYOUT, BOOLEAN, 0)},
    [MINTU_PROPERTY_ICON_IGNORE_PLACEMENT] = {OF("icon-ignore-placement", SYMBOL, LAYOUT, BOOLEAN, 0)},
    [MINTU_PROPERTY_TEXT_PADDING] = {OF("text-padding", SYMBOL, LAYOUT, NUMBER, MIXED), POSITIVE, .number = 2},
    [MINTU_PROPERTY_TEXT_TRANSFORM] = {OF("text-transform", SYMBOL, LAYOUT, ENUM, DATA), .texts = {"none"},
                                       .values = TRANSFORMS},
    [MINTU_PROPERTY_TEXT_MAX_ANGLE] = {OF("text-max-angle", SYMBOL, LAYOUT, NUMBER, MIXED), ANY, .number = 45},
    [MINTU_PROPERTY_TEXT_TRANSLATE] = {OF("text-translate", SYMBOL, PAINT, PAIR, MIXED), OFFSET},
    [MINTU_PROPERTY_TEXT_TRANSLATE_ANCHOR] = {OF("text-translate-anchor", SYMBOL, PAINT, ENUM, 0), .texts = {"map"},
                                              .values = TURNS},
    [MINTU_PROPERTY_ICON_TRANSLATE] = {OF("icon-translate", SYMBOL, PAINT, PAIR, MIXED), OFFSET},
    [MINTU_PROPERTY_ICON_TRANSLATE_ANCHOR] = {OF("icon-translate-anchor", SYMBOL, PAINT, ENUM, 0), .texts = {"map"},
                                              .values = TURNS},
    [MINTU_PROPERTY_TEXT_WRITING_MODE] = {OF("text-writing-mode", SYMBOL, LAYOUT, STRINGS, 0), .values = MODES},
    [MINTU_PROPERTY_SYMBOL_PLACEMENT] = {OF("symbol-placement", SYMBOL, LAYOUT, ENUM, 0), .texts = {"point"},
                                         .values = PLACEMENTS},
    [MINTU_PROPERTY_SYMBOL_SPACING] = {OF("symbol-spacing", SYMBOL, LAYOUT, NUMBER, MIXED), .least = 1, .most = LENGTH_MOST,
                                       .number = 250},
    [MINTU_PROPERTY_SYMBOL_AVOID_EDGES] = {OF("symbol-avoid-edges", SYMBOL, LAYOUT, BOOLEAN, 0)},
    [MINTU_PROPERTY_SYMBOL_Z_ORDER] = {OF("symbol-z-order", SYMBOL, LAYOUT, ENUM, 0), .texts = {"auto"}, .values = ORDERS},
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
        [MINTU_PROPERTY_KIND_STRINGS] = &MINTU_TYPE_STRINGS, [MINTU_PROPERTY_KIND_SIDES] = &MINTU_TYPE_NUMBERS_4,
        [MINTU_PROPERTY_KIND_PADDING] = &MINTU_TYPE_PADDING, [MINTU_PROPERTY_KIND_ANCHORED] = &MINTU_TYPE_ANCHORED,
        [MINTU_PROPERTY_KIND_LIGHTS] = &MINTU_TYPE_NUMBER,   [MINTU_PROPERTY_KIND_TINTS] = &MINTU_TYPE_COLOR,
    };
    return types[spec->kind];
}

static bool are_numbers(const mintu_value *value, size_t least, size_t most)
{
    bool good = value->kind == MINTU_KIND_ARRAY && value->array.count >= least && value->array.count <= most;
    for (size_t i = 0; good && i < value->array.count; i++)
        good = value->array.items[i].kind == MINTU_KIND_NUMBER;
    return good;
}

bool mintu_property_is_padding(const mintu_value *value)
{
    return value->kind == MINTU_KIND_NUMBER || are_numbers(value, 1, 4);
}

bool mintu_property_is_anchored(const mintu_value *value)
{
    bool good = value->kind == MINTU_KIND_ARRAY && value->array.count > 0 && value->array.count % 2 == 0;
    for (size_t i = 0; good && i < value->array.count; i++)
        good = i % 2 ? are_numbers(&value->array.items[i], 2, 2) : value->array.items[i].kind == MINTU_KIND_STRING;
    return good;
}

bool mintu_style_icon_known(const char *name)
{
    static const char *const icons[] = {
        "mintu:circle", "mintu:square", "mintu:diamond", "mintu:triangle", "mintu:star", "", NULL};
    return mintu_text_listed(name, icons);
}

bool mintu_style_icon_is_file(const char *name)
{
    size_t size = strlen(name);
    return size > 4 && (strcmp(name + size - 4, ".svg") == 0 || strcmp(name + size - 4, ".SVG") == 0) && !strstr(name, "://");
}

bool mintu_style_pattern_known(const char *name)
{
    static const char *const patterns[] = {"mintu:hatch-0",
                                           "mintu:hatch-45",
                                           "mintu:hatch-90",
                                           "mintu:hatch-135",
                                           "mintu:cross-0",
                                           "mintu:cross-45",
                                           "mintu:dots",
                                           "mintu:dots-dense",
                                           "",
                                           NULL};
    return mintu_text_listed(name, patterns);
}

bool mintu_property_takes(const mintu_property_spec *spec, const char *text)
{
    return !spec->values || mintu_text_listed(text, spec->values);
}
