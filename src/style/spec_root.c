/* Members of a document beside its layers, after the MapLibre Style Specification, version 8 (maplibre-gl-style-spec 26.6). */
#include "style/spec_row.h"

static const mintu_spec ROOT[] = {
    {"name", STRING, 0, .usual = NULL},
    {"metadata", ANY, 0, .usual = NULL},
    {"center", ARRAY, 0, .usual = NULL, .length = 2},
    {"centerAltitude", NUMBER, 0, .usual = NULL},
    {"zoom", NUMBER, 0, .usual = NULL},
    {"bearing", NUMBER, 0, .usual = "0"},
    {"pitch", NUMBER, 0, .usual = "0"},
    {"roll", NUMBER, 0, .usual = "0"},
    {"state", STATE, 0, .usual = "{}"},
    {"light", OBJECT, 0, .usual = NULL, .values = "light"},
    {"sky", OBJECT, 0, .usual = NULL, .values = "sky"},
    {"projection", OBJECT, 0, .usual = NULL, .values = "projection"},
    {"terrain", OBJECT, 0, .usual = NULL, .values = "terrain"},
    {"sprite", SPRITE, 0, .usual = NULL},
    {"glyphs", GLYPHS, 0, .usual = NULL},
    {"font-faces", FONTS, 0, .usual = NULL},
    {"transition", OBJECT, 0, .usual = NULL, .values = "transition"},
    {0},
};

static const mintu_spec LIGHT[] = {
    {"anchor", ENUM, STEPPED, .usual = "\"viewport\"", .values = "map viewport"},
    {"position", ARRAY, SCALED | EASED, .usual = "[1.15,210,30]", .length = 3},
    {"color", COLOR, SCALED | EASED, .usual = "\"#ffffff\""},
    {"intensity", NUMBER, SCALED | EASED, .usual = "0.5", BETWEEN(0, 1)},
    {0},
};

static const mintu_spec SKY[] = {
    {"sky-color", COLOR, SCALED | EASED, .usual = "\"#88C6FC\""},
    {"horizon-color", COLOR, SCALED | EASED, .usual = "\"#ffffff\""},
    {"fog-color", COLOR, SCALED | EASED, .usual = "\"#ffffff\""},
    {"fog-ground-blend", NUMBER, SCALED | EASED, .usual = "0.5", BETWEEN(0, 1)},
    {"horizon-fog-blend", NUMBER, SCALED | EASED, .usual = "0.8", BETWEEN(0, 1)},
    {"sky-horizon-blend", NUMBER, SCALED | EASED, .usual = "0.8", BETWEEN(0, 1)},
    {"atmosphere-blend", NUMBER, SCALED | EASED, .usual = "0.8", BETWEEN(0, 1)},
    {0},
};

static const mintu_spec TERRAIN[] = {
    {"source", STRING, 0, .usual = NULL},
    {"exaggeration", NUMBER, 0, .usual = "1", LEAST(0)},
    {0},
};

static const mintu_spec PROJECTION[] = {
    {"type", PROJECTED, SCALED, .usual = "\"mercator\""},
    {0},
};

static const mintu_spec TRANSITION[] = {
    {"duration", NUMBER, 0, .usual = "300", LEAST(0)},
    {"delay", NUMBER, 0, .usual = "0", LEAST(0)},
    {0},
};

static const mintu_spec SOURCE_VECTOR[] = {
    {"type", ANY, 0, .usual = NULL},
    {"url", STRING, 0, .usual = NULL},
    {"tiles", STRINGS, 0, .usual = NULL},
    {"bounds", ARRAY, 0, .usual = "[-180,-85.051129,180,85.051129]", .length = 4},
    {"scheme", ENUM, 0, .usual = "\"xyz\"", .values = "xyz tms"},
    {"emptyResponse", ENUM, 0, .usual = "\"blank\"", .values = "blank missing"},
    {"minzoom", NUMBER, 0, .usual = "0"},
    {"maxzoom", NUMBER, 0, .usual = "22"},
    {"attribution", STRING, 0, .usual = NULL},
    {"promoteId", PROMOTE, 0, .usual = NULL},
    {"volatile", BOOLEAN, 0, .usual = "false"},
    {"encoding", ENUM, 0, .usual = "\"mvt\"", .values = "mvt mlt"},
    {"*", ANY, 0, .usual = NULL},
    {0},
};

static const mintu_spec SOURCE_RASTER[] = {
    {"type", ANY, 0, .usual = NULL},
    {"url", STRING, 0, .usual = NULL},
    {"tiles", STRINGS, 0, .usual = NULL},
    {"bounds", ARRAY, 0, .usual = "[-180,-85.051129,180,85.051129]", .length = 4},
    {"minzoom", NUMBER, 0, .usual = "0"},
    {"maxzoom", NUMBER, 0, .usual = "22"},
    {"tileSize", NUMBER, 0, .usual = "512"},
    {"scheme", ENUM, 0, .usual = "\"xyz\"", .values = "xyz tms"},
    {"emptyResponse", ENUM, 0, .usual = "\"blank\"", .values = "blank missing"},
    {"attribution", STRING, 0, .usual = NULL},
    {"volatile", BOOLEAN, 0, .usual = "false"},
    {"*", ANY, 0, .usual = NULL},
    {0},
};

static const mintu_spec SOURCE_RASTER_DEM[] = {
    {"type", ANY, 0, .usual = NULL},
    {"url", STRING, 0, .usual = NULL},
    {"tiles", STRINGS, 0, .usual = NULL},
    {"bounds", ARRAY, 0, .usual = "[-180,-85.051129,180,85.051129]", .length = 4},
    {"minzoom", NUMBER, 0, .usual = "0"},
    {"maxzoom", NUMBER, 0, .usual = "22"},
    {"tileSize", NUMBER, 0, .usual = "512"},
    {"emptyResponse", ENUM, 0, .usual = "\"blank\"", .values = "blank missing"},
    {"attribution", STRING, 0, .usual = NULL},
    {"encoding", ENUM, 0, .usual = "\"mapbox\"", .values = "terrarium mapbox custom"},
    {"redFactor", NUMBER, 0, .usual = "1"},
    {"blueFactor", NUMBER, 0, .usual = "1"},
    {"greenFactor", NUMBER, 0, .usual = "1"},
    {"baseShift", NUMBER, 0, .usual = "0"},
    {"volatile", BOOLEAN, 0, .usual = "false"},
    {0},
};

static const mintu_spec SOURCE_GEOJSON[] = {
    {"type", ANY, 0, .usual = NULL},
    {"data", ANY, NEEDED, .usual = NULL},
    {"maxzoom", NUMBER, 0, .usual = "18"},
    {"attribution", STRING, 0, .usual = NULL},
    {"buffer", NUMBER, 0, .usual = "128", BETWEEN(0, 512)},
    {"filter", FILTER, 0, .usual = NULL},
    {"tolerance", NUMBER, 0, .usual = "0.375"},
    {"cluster", BOOLEAN, 0, .usual = "false"},
    {"clusterRadius", NUMBER, 0, .usual = "50", LEAST(0)},
    {"clusterMaxZoom", NUMBER, 0, .usual = NULL},
    {"clusterMinPoints", NUMBER, 0, .usual = NULL},
    {"clusterProperties", ANY, 0, .usual = NULL},
    {"lineMetrics", BOOLEAN, 0, .usual = "false"},
    {"generateId", BOOLEAN, 0, .usual = "false"},
    {"promoteId", PROMOTE, 0, .usual = NULL},
    {0},
};

static const mintu_spec SOURCE_IMAGE[] = {
    {"type", ANY, 0, .usual = NULL},
    {"url", STRING, 0, .usual = NULL},
    {"coordinates", COORDINATES, NEEDED, .usual = NULL, .length = 4},
    {0},
};

static const mintu_spec SOURCE_VIDEO[] = {
    {"type", ANY, 0, .usual = NULL},
    {"urls", STRINGS, NEEDED, .usual = NULL},
    {"coordinates", COORDINATES, NEEDED, .usual = NULL, .length = 4},
    {0},
};

const mintu_spec_group MINTU_SPECS_ROOT[] = {
    {"root", ROOT},
    {"light", LIGHT},
    {"sky", SKY},
    {"terrain", TERRAIN},
    {"projection", PROJECTION},
    {"transition", TRANSITION},
    {"source_vector", SOURCE_VECTOR},
    {"source_raster", SOURCE_RASTER},
    {"source_raster_dem", SOURCE_RASTER_DEM},
    {"source_geojson", SOURCE_GEOJSON},
    {"source_image", SOURCE_IMAGE},
    {"source_video", SOURCE_VIDEO},
    {0},
};
