/* The table of properties that print supports. */
#ifndef STYLE_PROPERTY_H
#define STYLE_PROPERTY_H

#include "expression/value.h"
#include "style/document.h"

typedef enum mintu_property_kind {
    MINTU_PROPERTY_KIND_NUMBER = 0,
    MINTU_PROPERTY_KIND_BOOLEAN,
    MINTU_PROPERTY_KIND_COLOR,
    MINTU_PROPERTY_KIND_ENUM,
    MINTU_PROPERTY_KIND_TEXT, /* formatted text */
    MINTU_PROPERTY_KIND_IMAGE,
    MINTU_PROPERTY_KIND_NUMBERS,
    MINTU_PROPERTY_KIND_PAIR, /* two numbers */
    MINTU_PROPERTY_KIND_STRINGS,
    MINTU_PROPERTY_KIND_SIDES,    /* four numbers: top, right, bottom, left */
    MINTU_PROPERTY_KIND_PADDING,  /* a number, or one to four in the order of CSS */
    MINTU_PROPERTY_KIND_ANCHORED, /* anchors, each followed by its pair of numbers */
    MINTU_PROPERTY_KIND_LIGHTS,   /* a number, or one for each light */
    MINTU_PROPERTY_KIND_TINTS     /* a colour, or one for each light */
} mintu_property_kind;

/* What a property's expressions may be made of. */
enum {
    MINTU_PROPERTY_DATA = 1,    /* depends on the feature */
    MINTU_PROPERTY_MIXED = 2,   /* can be interpolated */
    MINTU_PROPERTY_PROGRESS = 4 /* depends on the place along a line */
};

typedef struct mintu_property_spec {
    const char *name;
    mintu_layer_type layer;
    bool layout; /* else paint */
    mintu_property_kind kind;
    unsigned flags;
    double least, most;        /* of numbers, and of each item of arrays */
    double number;             /* default of numbers and booleans */
    mintu_color color;         /* default of colours */
    const char *texts[3];      /* default of enums, texts and arrays of strings */
    const char *const *values; /* of enums and of the items of string arrays; NULL: any */
} mintu_property_spec;

/* The row of a property; the table is in the order of mintu_property. */
const mintu_property_spec *mintu_property_spec_of(mintu_property property);

/* The property @p name of a layer type's layout or paint; MINTU_PROPERTY_END when there is none. */
mintu_property mintu_property_find(const char *name, mintu_layer_type layer, bool layout);

/* Type that the property's expressions must have. */
const mintu_type *mintu_property_type(const mintu_property_spec *spec);

/* True for a value that a property of kind PADDING takes, and one of kind ANCHORED. */
bool mintu_property_is_padding(const mintu_value *value);
bool mintu_property_is_anchored(const mintu_value *value);

/* True when @p text is one of the property's values. */
bool mintu_property_takes(const mintu_property_spec *spec, const char *text);

/* True for the names of the built-in icons, and for "", which is none. Others are files. */
bool mintu_style_icon_known(const char *name);

/* True when the name of an icon is that of an SVG file, relative to the style's folder. */
bool mintu_style_icon_is_file(const char *name);

/* True for the names of the built-in patterns, and for "": mintu:hatch-0 hatch-45 hatch-90 hatch-135 cross-0 cross-45 dots
 * dots-dense. Their ink is the layer's colour, between it nothing is drawn. */
bool mintu_style_pattern_known(const char *name);

#endif
