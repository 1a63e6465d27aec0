/* Properties of the other types of layers, after the MapLibre Style Specification, version 8 (maplibre-gl-style-spec 26.6). */
#include "style/spec_row.h"

static const mintu_spec LAYOUT_BACKGROUND[] = {
    {"visibility", ENUM, BY, .usual = "\"visible\"", .values = "visible none"},
    {0},
};

static const mintu_spec PAINT_BACKGROUND[] = {
    {"background-color", COLOR, SCALED | EASED, .usual = "\"#000000\""},
    {"background-pattern", IMAGE, STEPPED | EASED, .usual = NULL},
    {"background-opacity", NUMBER, SCALED | EASED, .usual = "1", BETWEEN(0, 1)},
    {0},
};

static const mintu_spec LAYOUT_FILL[] = {
    {"fill-sort-key", NUMBER, VARIED, .usual = NULL},
    {"visibility", ENUM, BY, .usual = "\"visible\"", .values = "visible none"},
    {0},
};

static const mintu_spec PAINT_FILL[] = {
    {"fill-antialias", BOOLEAN, STEPPED, .usual = "true"},
    {"fill-opacity", NUMBER, CURVED | EASED, .usual = "1", BETWEEN(0, 1)},
    {"fill-layer-opacity", NUMBER, SCALED | EASED, .usual = "1", BETWEEN(0, 1)},
    {"fill-layer-blend", ENUM, 0, .usual = "\"normal\"",
     .values = "normal multiply color luminosity plus-lighter screen overlay"},
    {"fill-color", COLOR, CURVED | EASED, .usual = "\"#000000\""},
    {"fill-outline-color", COLOR, CURVED | EASED, .usual = NULL},
    {"fill-translate", ARRAY, SCALED | EASED, .usual = "[0,0]", .length = 2},
    {"fill-translate-anchor", ENUM, STEPPED, .usual = "\"map\"", .values = "map viewport"},
    {"fill-pattern", IMAGE, VARIED | EASED, .usual = NULL},
    {0},
};

static const mintu_spec LAYOUT_LINE[] = {
    {"line-cap", ENUM, VARIED, .usual = "\"butt\"", .values = "butt round square"},
    {"line-join", ENUM, VARIED, .usual = "\"miter\"", .values = "bevel round miter"},
    {"line-miter-limit", NUMBER, CURVED, .usual = "2"},
    {"line-round-limit", NUMBER, CURVED, .usual = "1.05"},
    {"line-sort-key", NUMBER, VARIED, .usual = NULL},
    {"visibility", ENUM, BY, .usual = "\"visible\"", .values = "visible none"},
    {0},
};

static const mintu_spec PAINT_LINE[] = {
    {"line-opacity", NUMBER, CURVED | EASED, .usual = "1", BETWEEN(0, 1)},
    {"line-layer-opacity", NUMBER, SCALED | EASED, .usual = "1", BETWEEN(0, 1)},
    {"line-layer-blend", ENUM, 0, .usual = "\"normal\"",
     .values = "normal multiply color luminosity plus-lighter screen overlay"},
    {"line-color", COLOR, CURVED | EASED, .usual = "\"#000000\""},
    {"line-translate", ARRAY, SCALED | EASED, .usual = "[0,0]", .length = 2},
    {"line-translate-anchor", ENUM, STEPPED, .usual = "\"map\"", .values = "map viewport"},
    {"line-width", NUMBER, CURVED | EASED, .usual = "1", LEAST(0)},
    {"line-gap-width", NUMBER, CURVED | EASED, .usual = "0", LEAST(0)},
    {"line-offset", NUMBER, CURVED | EASED, .usual = "0"},
    {"line-blur", NUMBER, CURVED | EASED, .usual = "0", LEAST(0)},
    {"line-dasharray", ARRAY, VARIED | EASED, .usual = NULL, LEAST(0)},
    {"line-pattern", IMAGE, VARIED | EASED, .usual = NULL},
    {"line-gradient", COLOR, BY | MIXED, .usual = NULL},
    {0},
};

static const mintu_spec LAYOUT_CIRCLE[] = {
    {"circle-sort-key", NUMBER, VARIED, .usual = NULL},
    {"visibility", ENUM, BY, .usual = "\"visible\"", .values = "visible none"},
    {0},
};

static const mintu_spec PAINT_CIRCLE[] = {
    {"circle-radius", NUMBER, CURVED | EASED, .usual = "5", LEAST(0)},
    {"circle-color", COLOR, CURVED | EASED, .usual = "\"#000000\""},
    {"circle-blur", NUMBER, CURVED | EASED, .usual = "0"},
    {"circle-opacity", NUMBER, CURVED | EASED, .usual = "1", BETWEEN(0, 1)},
    {"circle-translate", ARRAY, SCALED | EASED, .usual = "[0,0]", .length = 2},
    {"circle-translate-anchor", ENUM, STEPPED, .usual = "\"map\"", .values = "map viewport"},
    {"circle-pitch-scale", ENUM, STEPPED | QUIET, .usual = "\"map\"", .values = "map viewport"},
    {"circle-pitch-alignment", ENUM, STEPPED | QUIET, .usual = "\"viewport\"", .values = "map viewport"},
    {"circle-stroke-width", NUMBER, CURVED | EASED, .usual = "0", LEAST(0)},
    {"circle-stroke-color", COLOR, CURVED | EASED, .usual = "\"#000000\""},
    {"circle-stroke-opacity", NUMBER, CURVED | EASED, .usual = "1", BETWEEN(0, 1)},
    {0},
};

static const mintu_spec LAYOUT_HEATMAP[] = {
    {"visibility", ENUM, BY, .usual = "\"visible\"", .values = "visible none"},
    {0},
};

static const mintu_spec PAINT_HEATMAP[] = {
    {"heatmap-radius", NUMBER, CURVED | EASED, .usual = "30", LEAST(1)},
    {"heatmap-weight", NUMBER, CURVED, .usual = "1", LEAST(0)},
    {"heatmap-intensity", NUMBER, SCALED | EASED, .usual = "1", LEAST(0)},
    {"heatmap-color", COLOR, BY | MIXED,
     .usual = "[\"interpolate\",[\"linear\"],[\"heatmap-density\"],0,\"rgba(0, 0, 255, "
              "0)\",0.1,\"royalblue\",0.3,\"cyan\",0.5,\"lime\",0.7,\"yellow\",1,\"red\"]"},
    {"heatmap-opacity", NUMBER, SCALED | EASED, .usual = "1", BETWEEN(0, 1)},
    {0},
};

static const mintu_spec LAYOUT_FILL_EXTRUSION[] = {
    {"visibility", ENUM, BY, .usual = "\"visible\"", .values = "visible none"},
    {"fill-extrusion-rounded-corner-distance", NUMBER, 0, .usual = "0", LEAST(0)},
    {0},
};

static const mintu_spec PAINT_FILL_EXTRUSION[] = {
    {"fill-extrusion-opacity", NUMBER, SCALED | EASED, .usual = "1", BETWEEN(0, 1)},
    {"fill-extrusion-color", COLOR, CURVED | EASED, .usual = "\"#000000\""},
    {"fill-extrusion-translate", ARRAY, SCALED | EASED, .usual = "[0,0]", .length = 2},
    {"fill-extrusion-translate-anchor", ENUM, STEPPED, .usual = "\"map\"", .values = "map viewport"},
    {"fill-extrusion-pattern", IMAGE, VARIED | EASED, .usual = NULL},
    {"fill-extrusion-height", NUMBER, CURVED | EASED, .usual = "0"},
    {"fill-extrusion-base", NUMBER, CURVED | EASED, .usual = "0"},
    {"fill-extrusion-vertical-gradient", BOOLEAN, STEPPED | QUIET, .usual = "true"},
    {0},
};

static const mintu_spec LAYOUT_RASTER[] = {
    {"visibility", ENUM, BY, .usual = "\"visible\"", .values = "visible none"},
    {0},
};

static const mintu_spec PAINT_RASTER[] = {
    {"raster-opacity", NUMBER, SCALED | EASED, .usual = "1", BETWEEN(0, 1)},
    {"raster-layer-blend", ENUM, 0, .usual = "\"normal\"",
     .values = "normal multiply color luminosity plus-lighter screen overlay"},
    {"raster-hue-rotate", NUMBER, SCALED | EASED, .usual = "0"},
    {"raster-brightness-min", NUMBER, SCALED | EASED, .usual = "0", BETWEEN(0, 1)},
    {"raster-brightness-max", NUMBER, SCALED | EASED, .usual = "1", BETWEEN(0, 1)},
    {"raster-saturation", NUMBER, SCALED | EASED, .usual = "0", BETWEEN(-1, 1)},
    {"raster-contrast", NUMBER, SCALED | EASED, .usual = "0", BETWEEN(-1, 1)},
    {"resampling", ENUM, STEPPED, .usual = "\"linear\"", .values = "linear nearest"},
    {"raster-resampling", ENUM, STEPPED, .usual = "\"linear\"", .values = "linear nearest"},
    {"raster-fade-duration", NUMBER, SCALED | QUIET, .usual = "300", LEAST(0)},
    {0},
};

static const mintu_spec LAYOUT_HILLSHADE[] = {
    {"visibility", ENUM, BY, .usual = "\"visible\"", .values = "visible none"},
    {0},
};

static const mintu_spec PAINT_HILLSHADE[] = {
    {"hillshade-illumination-direction", NUMBERS, SCALED, .usual = "335", BETWEEN(0, 359)},
    {"hillshade-illumination-altitude", NUMBERS, SCALED, .usual = "45", BETWEEN(0, 90)},
    {"hillshade-illumination-anchor", ENUM, STEPPED, .usual = "\"viewport\"", .values = "map viewport"},
    {"hillshade-exaggeration", NUMBER, SCALED | EASED, .usual = "0.5", BETWEEN(0, 1)},
    {"hillshade-shadow-color", COLORS, SCALED | EASED, .usual = "\"#000000\""},
    {"hillshade-highlight-color", COLORS, SCALED | EASED, .usual = "\"#FFFFFF\""},
    {"hillshade-accent-color", COLOR, SCALED | EASED, .usual = "\"#000000\""},
    {"hillshade-method", ENUM, STEPPED, .usual = "\"standard\"", .values = "standard basic combined igor multidirectional"},
    {"resampling", ENUM, STEPPED, .usual = "\"linear\"", .values = "linear nearest"},
    {0},
};

static const mintu_spec LAYOUT_COLOR_RELIEF[] = {
    {"visibility", ENUM, BY, .usual = "\"visible\"", .values = "visible none"},
    {0},
};

static const mintu_spec PAINT_COLOR_RELIEF[] = {
    {"color-relief-opacity", NUMBER, SCALED | EASED, .usual = "1", BETWEEN(0, 1)},
    {"color-relief-color", COLOR, BY | MIXED, .usual = NULL},
    {"resampling", ENUM, STEPPED, .usual = "\"linear\"", .values = "linear nearest"},
    {0},
};

const mintu_spec_group MINTU_SPECS_LAYER[] = {
    {"layout_background", LAYOUT_BACKGROUND},
    {"paint_background", PAINT_BACKGROUND},
    {"layout_fill", LAYOUT_FILL},
    {"paint_fill", PAINT_FILL},
    {"layout_line", LAYOUT_LINE},
    {"paint_line", PAINT_LINE},
    {"layout_circle", LAYOUT_CIRCLE},
    {"paint_circle", PAINT_CIRCLE},
    {"layout_heatmap", LAYOUT_HEATMAP},
    {"paint_heatmap", PAINT_HEATMAP},
    {"layout_fill-extrusion", LAYOUT_FILL_EXTRUSION},
    {"paint_fill-extrusion", PAINT_FILL_EXTRUSION},
    {"layout_raster", LAYOUT_RASTER},
    {"paint_raster", PAINT_RASTER},
    {"layout_hillshade", LAYOUT_HILLSHADE},
    {"paint_hillshade", PAINT_HILLSHADE},
    {"layout_color-relief", LAYOUT_COLOR_RELIEF},
    {"paint_color-relief", PAINT_COLOR_RELIEF},
    {0},
};
