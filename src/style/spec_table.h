/* Every property and member that the MapLibre Style Specification, version 8, has, whether print draws it or not: by this table a
 * value is valid or not. What print draws stands in property.c. */
#ifndef STYLE_SPEC_TABLE_H
#define STYLE_SPEC_TABLE_H

#include "expression/parser.h"

typedef enum mintu_spec_type {
    MINTU_SPEC_ANY = 0,
    MINTU_SPEC_NUMBER,
    MINTU_SPEC_BOOLEAN,
    MINTU_SPEC_STRING,
    MINTU_SPEC_COLOR,
    MINTU_SPEC_ENUM,
    MINTU_SPEC_FORMATTED,
    MINTU_SPEC_IMAGE,
    MINTU_SPEC_ARRAY,   /* of numbers */
    MINTU_SPEC_STRINGS, /* array of strings */
    MINTU_SPEC_ENUMS,   /* array of values */
    MINTU_SPEC_PADDING, /* a number, or one to four as in CSS */
    MINTU_SPEC_NUMBERS, /* a number, or an array of some */
    MINTU_SPEC_COLORS,  /* a colour, or an array of some */
    MINTU_SPEC_ANCHORS, /* anchors, each with an offset behind it */
    MINTU_SPEC_PROJECTION,
    MINTU_SPEC_COORDINATES, /* array of positions */
    MINTU_SPEC_FILTER,
    MINTU_SPEC_GLYPHS,
    MINTU_SPEC_SPRITE,
    MINTU_SPEC_FONTS,
    MINTU_SPEC_PROMOTE,
    MINTU_SPEC_STATE,
    MINTU_SPEC_OBJECT /* whose members are the group named in `values` */
} mintu_spec_type;

enum {
    MINTU_SPEC_BY = 1,      /* may be an expression or a function */
    MINTU_SPEC_ZOOM = 2,    /* … that depends on the zoom */
    MINTU_SPEC_DATA = 4,    /* … on the feature */
    MINTU_SPEC_MIXED = 8,   /* can be interpolated */
    MINTU_SPEC_EASED = 16,  /* has a transition */
    MINTU_SPEC_TOKENS = 32, /* may hold {tokens} */
    MINTU_SPEC_NEEDED = 64,
    MINTU_SPEC_QUIET = 128 /* nothing on paper looks different for it */
};

typedef struct mintu_spec {
    const char *name;
    mintu_spec_type type;
    unsigned flags;
    const char *usual;  /* the default as JSON; NULL: none */
    const char *values; /* of enums, with spaces between */
    double least, most; /* of numbers; both 0: any */
    size_t length;      /* of arrays; 0: any */
} mintu_spec;

/* Where a value stands decides what its expressions may depend on. */
typedef enum mintu_spec_place { MINTU_SPEC_MEMBER = 0, MINTU_SPEC_LAYOUT, MINTU_SPEC_PAINT } mintu_spec_place;

/* Checks the value at the parser's path. False, with MINTU_STATUS_INPUT and a message noted, when it is not valid. What holds other
 * values gets the function for these. */
typedef bool mintu_spec_check_fn(mintu_parser *parser, const mintu_spec *spec, mintu_spec_place place, const json_t *json);

/* The rows of a block, whose last has no name. */
typedef struct mintu_spec_group {
    const char *name;
    const mintu_spec *rows;
} mintu_spec_group;

extern const mintu_spec_group MINTU_SPECS_LAYER[], MINTU_SPECS_SYMBOL[], MINTU_SPECS_ROOT[];

/* The rows of a group as the specification's reference names it (layout_fill, source_geojson, light, …); NULL when it is none. */
const mintu_spec *mintu_spec_rows(const char *group);

/* The row of a group's rows with a name; the last where it is "*", which stands for any name; or NULL. */
const mintu_spec *mintu_spec_find(const mintu_spec *rows, const char *name);

/* True when @p text is one of the words. */
bool mintu_spec_lists(const char *words, const char *text);

#endif
