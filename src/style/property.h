/* The table of properties that print supports. */
#ifndef STYLE_PROPERTY_H
#define STYLE_PROPERTY_H

#include "expression/value.h"

typedef enum mintu_property_kind {
    MINTU_PROPERTY_KIND_NUMBER = 0,
    MINTU_PROPERTY_KIND_BOOLEAN,
    MINTU_PROPERTY_KIND_COLOR,
    MINTU_PROPERTY_KIND_ENUM,
    MINTU_PROPERTY_KIND_TEXT, /* formatted text */
    MINTU_PROPERTY_KIND_IMAGE,
    MINTU_PROPERTY_KIND_NUMBERS,
    MINTU_PROPERTY_KIND_PAIR, /* two numbers */
    MINTU_PROPERTY_KIND_STRINGS
} mintu_property_kind;

/* What a property's expressions may be made of. */
enum { MINTU_PROPERTY_DATA = 1, MINTU_PROPERTY_MIXED = 2 }; /* depends on the feature; can be interpolated */

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

/* The property that was probably meant; NULL when none is near. */
const char *mintu_property_near(const char *name, mintu_layer_type layer, bool layout);

/* True for a property that the specification has and print does not draw. */
bool mintu_property_is_undrawn(const char *name);

/* Type that the property's expressions must have. */
const mintu_type *mintu_property_type(const mintu_property_spec *spec);

/* True when @p text is one of the property's values. */
bool mintu_property_takes(const mintu_property_spec *spec, const char *text);

/* Name of a layer type; MINTU_LAYER_TYPE_END for a name that is none. */
const char *mintu_layer_type_text(mintu_layer_type type);
mintu_layer_type mintu_layer_type_find(const char *name);

#endif
