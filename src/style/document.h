/* A style in memory: the types of its layers, the properties that print knows, and the print layout. Others ask it through
 * style_layer.h, style_source.h and property_value.h. */
#ifndef STYLE_DOCUMENT_H
#define STYLE_DOCUMENT_H

#include "expression/color.h"

#include <mintu/layer.h>
#include <mintu/style.h>

typedef enum mintu_layer_type {
    MINTU_LAYER_TYPE_BACKGROUND = 0,
    MINTU_LAYER_TYPE_RASTER,
    MINTU_LAYER_TYPE_HILLSHADE,
    MINTU_LAYER_TYPE_FILL,
    MINTU_LAYER_TYPE_LINE,
    MINTU_LAYER_TYPE_CIRCLE,
    MINTU_LAYER_TYPE_SYMBOL,
    MINTU_LAYER_TYPE_END
} mintu_layer_type;

/* Every property that print supports, in the order of the table in property.c (name, layer type, kind, default). */
typedef enum mintu_property {
    MINTU_PROPERTY_BACKGROUND_COLOR = 0,
    MINTU_PROPERTY_BACKGROUND_OPACITY,
    MINTU_PROPERTY_BACKGROUND_PATTERN,
    MINTU_PROPERTY_RASTER_OPACITY,
    MINTU_PROPERTY_RASTER_HUE_ROTATE,
    MINTU_PROPERTY_RASTER_BRIGHTNESS_MIN,
    MINTU_PROPERTY_RASTER_BRIGHTNESS_MAX,
    MINTU_PROPERTY_RASTER_SATURATION,
    MINTU_PROPERTY_RASTER_CONTRAST,
    MINTU_PROPERTY_RASTER_RESAMPLING,
    MINTU_PROPERTY_RASTER_RESAMPLING_SHORT, /* the same under the name that it has for all layers of pixels */
    MINTU_PROPERTY_HILLSHADE_ILLUMINATION_DIRECTION,
    MINTU_PROPERTY_HILLSHADE_ILLUMINATION_ALTITUDE,
    MINTU_PROPERTY_HILLSHADE_ILLUMINATION_ANCHOR,
    MINTU_PROPERTY_HILLSHADE_EXAGGERATION,
    MINTU_PROPERTY_HILLSHADE_SHADOW_COLOR,
    MINTU_PROPERTY_HILLSHADE_HIGHLIGHT_COLOR,
    MINTU_PROPERTY_HILLSHADE_ACCENT_COLOR,
    MINTU_PROPERTY_HILLSHADE_METHOD,
    MINTU_PROPERTY_HILLSHADE_RESAMPLING,
    MINTU_PROPERTY_FILL_COLOR,
    MINTU_PROPERTY_FILL_OPACITY,
    MINTU_PROPERTY_FILL_LAYER_OPACITY,
    MINTU_PROPERTY_FILL_TRANSLATE,
    MINTU_PROPERTY_FILL_TRANSLATE_ANCHOR,
    MINTU_PROPERTY_FILL_OUTLINE_COLOR,
    MINTU_PROPERTY_FILL_ANTIALIAS,
    MINTU_PROPERTY_FILL_PATTERN, /* built in: see mintu_style_pattern_known() */
    MINTU_PROPERTY_FILL_SORT_KEY,
    MINTU_PROPERTY_LINE_COLOR,
    MINTU_PROPERTY_LINE_OPACITY,
    MINTU_PROPERTY_LINE_LAYER_OPACITY,
    MINTU_PROPERTY_LINE_TRANSLATE,
    MINTU_PROPERTY_LINE_TRANSLATE_ANCHOR,
    MINTU_PROPERTY_LINE_WIDTH,
    MINTU_PROPERTY_LINE_GAP_WIDTH,
    MINTU_PROPERTY_LINE_DASHARRAY,
    MINTU_PROPERTY_LINE_CAP,
    MINTU_PROPERTY_LINE_JOIN,
    MINTU_PROPERTY_LINE_MITER_LIMIT,
    MINTU_PROPERTY_LINE_OFFSET,
    MINTU_PROPERTY_LINE_GRADIENT,
    MINTU_PROPERTY_LINE_PATTERN,
    MINTU_PROPERTY_LINE_SORT_KEY,
    MINTU_PROPERTY_CIRCLE_COLOR,
    MINTU_PROPERTY_CIRCLE_OPACITY,
    MINTU_PROPERTY_CIRCLE_RADIUS,
    MINTU_PROPERTY_CIRCLE_STROKE_COLOR,
    MINTU_PROPERTY_CIRCLE_STROKE_OPACITY,
    MINTU_PROPERTY_CIRCLE_STROKE_WIDTH,
    MINTU_PROPERTY_CIRCLE_BLUR,
    MINTU_PROPERTY_CIRCLE_TRANSLATE,
    MINTU_PROPERTY_CIRCLE_TRANSLATE_ANCHOR,
    MINTU_PROPERTY_CIRCLE_SORT_KEY,
    MINTU_PROPERTY_SYMBOL_SORT_KEY,
    MINTU_PROPERTY_ICON_IMAGE, /* built in: mintu:circle square diamond triangle star; or an SVG file */
    MINTU_PROPERTY_ICON_SIZE,
    MINTU_PROPERTY_ICON_COLOR,
    MINTU_PROPERTY_ICON_HALO_COLOR,
    MINTU_PROPERTY_ICON_HALO_WIDTH,
    MINTU_PROPERTY_ICON_OPACITY,
    MINTU_PROPERTY_ICON_ANCHOR,
    MINTU_PROPERTY_ICON_OFFSET,
    MINTU_PROPERTY_ICON_ROTATE,
    MINTU_PROPERTY_ICON_TEXT_FIT,
    MINTU_PROPERTY_ICON_TEXT_FIT_PADDING,
    MINTU_PROPERTY_ICON_PADDING,
    MINTU_PROPERTY_ICON_KEEP_UPRIGHT,
    MINTU_PROPERTY_ICON_ROTATION_ALIGNMENT,
    MINTU_PROPERTY_ICON_OVERLAP,
    MINTU_PROPERTY_ICON_OPTIONAL,
    MINTU_PROPERTY_TEXT_FIELD,
    MINTU_PROPERTY_TEXT_FONT,
    MINTU_PROPERTY_TEXT_SIZE,
    MINTU_PROPERTY_TEXT_COLOR,
    MINTU_PROPERTY_TEXT_HALO_COLOR,
    MINTU_PROPERTY_TEXT_HALO_WIDTH,
    MINTU_PROPERTY_TEXT_OPACITY,
    MINTU_PROPERTY_TEXT_ANCHOR,
    MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR,
    MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR_OFFSET,
    MINTU_PROPERTY_TEXT_RADIAL_OFFSET,
    MINTU_PROPERTY_TEXT_OFFSET,
    MINTU_PROPERTY_TEXT_LETTER_SPACING,
    MINTU_PROPERTY_TEXT_MAX_WIDTH,
    MINTU_PROPERTY_TEXT_LINE_HEIGHT,
    MINTU_PROPERTY_TEXT_JUSTIFY,
    MINTU_PROPERTY_TEXT_ROTATE,
    MINTU_PROPERTY_TEXT_KEEP_UPRIGHT,
    MINTU_PROPERTY_TEXT_ROTATION_ALIGNMENT,
    MINTU_PROPERTY_TEXT_ALLOW_OVERLAP,
    MINTU_PROPERTY_TEXT_OVERLAP,
    MINTU_PROPERTY_TEXT_IGNORE_PLACEMENT,
    MINTU_PROPERTY_TEXT_OPTIONAL,
    MINTU_PROPERTY_ICON_ALLOW_OVERLAP,
    MINTU_PROPERTY_ICON_IGNORE_PLACEMENT,
    MINTU_PROPERTY_TEXT_PADDING,
    MINTU_PROPERTY_TEXT_TRANSFORM,
    MINTU_PROPERTY_TEXT_MAX_ANGLE,
    MINTU_PROPERTY_TEXT_TRANSLATE,
    MINTU_PROPERTY_TEXT_TRANSLATE_ANCHOR,
    MINTU_PROPERTY_ICON_TRANSLATE,
    MINTU_PROPERTY_ICON_TRANSLATE_ANCHOR,
    MINTU_PROPERTY_TEXT_WRITING_MODE,
    MINTU_PROPERTY_SYMBOL_PLACEMENT,
    MINTU_PROPERTY_SYMBOL_SPACING,
    MINTU_PROPERTY_SYMBOL_AVOID_EDGES,
    MINTU_PROPERTY_SYMBOL_Z_ORDER,
    MINTU_PROPERTY_END
} mintu_property;

typedef struct mintu_style_layer mintu_style_layer;

/* Whom a property is evaluated for. Either a row of a layer, or (for the legend) a JSON object of properties. Texts that an
 * evaluation makes live until the next mintu_style_scope_clear(). Zero-initialise. */
typedef struct mintu_style_scope {
    double zoom;
    double progress; /* along a line, from 0 to 1, of line-gradient */
    const mintu_layer *layer;
    size_t row;
    const char *properties; /* JSON text of an object; used when layer is NULL */
    const char *state;      /* JSON text of an object: values for ["global-state", …] instead of the document's; or NULL */
    mintu_context *context; /* hears of the first evaluation error of each expression; or NULL */
    struct mintu_style_arena *arena;
} mintu_style_scope;

/* One line of the legend, from the layer's metadata `mintu:legend`: {"label": TEXT, "entries": [{"label": TEXT, "properties":
 * {…}}, …]}; without `entries` one line with empty properties. TEXT is a string or {"zh": …, "en": …}. */
typedef struct mintu_legend_entry {
    const char *label;      /* in the language asked for; may hold {count} and {stated} */
    const char *properties; /* JSON object for mintu_style_scope.properties */
} mintu_legend_entry;

/* Where a piece stands: members legend, scale-bar, north-arrow, inset. */
typedef struct mintu_layout_place {
    const char
        *anchor; /* a corner ("top-left"), the middle of an edge ("top"), "none"; of the legend also "below" and "beside" */
    const char *prefer; /* of the legend: corner to take of equals, without an anchor */
    double size_pt;     /* of the legend: its letters, points; 0 as the page has it */
    bool given;         /* position: [x, y] of the piece's upper left corner, millimetres from the page's */
    double x_mm, y_mm;
} mintu_layout_place;

/* What a page may ask for: how many times the type of the style's own page, and points. */
#define MINTU_TYPE_SCALE_LEAST 0.25
#define MINTU_TYPE_SCALE_MOST  10.0
#define MINTU_TYPE_LEAST       3.0
#define MINTU_TYPE_MOST        400.0

/* The document's metadata `mintu:layout`. Zero and "" mean "not given". Texts borrowed from the style. */
typedef struct mintu_layout {
    double width_mm, height_mm; /* page.size ("A4", "A3", "210x297mm") with page.orientation applied */
    double margin_mm;           /* page.margin */
    bool has_margin;            /* which may be 0 */
    double type_scale;          /* page.type-scale: of type, lines and symbols; 0: by the page */
    double extent[4];           /* extent: [west, south, east, north] */
    double scale;               /* scale: N of 1:N */
    const char *crs;            /* crs */
    double title_pt;            /* title-size, points; 0 as the page has it */
    mintu_layout_place legend, scale_bar, north_arrow, inset;
    const char *inset_source; /* inset.source: a source of the style, or NULL */
    bool graticule;           /* graticule */
    bool no_imprint;          /* imprint is false */
} mintu_layout;

#endif
