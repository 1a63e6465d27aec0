/* Types and values of the expression language. */
#ifndef EXPRESSION_VALUE_H
#define EXPRESSION_VALUE_H

#include "base/array.h"
#include "expression/pool.h"
#include "style/document.h"

typedef enum mintu_kind {
    MINTU_KIND_NULL = 0,
    MINTU_KIND_NUMBER,
    MINTU_KIND_STRING,
    MINTU_KIND_BOOLEAN,
    MINTU_KIND_COLOR,
    MINTU_KIND_OBJECT,
    MINTU_KIND_ARRAY,
    MINTU_KIND_FORMATTED,
    MINTU_KIND_IMAGE, /* resolvedImage */
    MINTU_KIND_COLLATOR,
    MINTU_KIND_VALUE, /* of types only: any of those above but a collator */
    MINTU_KIND_ERROR, /* of types only: the operator `error`, which has no value */
    MINTU_KIND_END
} mintu_kind;

/* Base types are single objects, so that two of them are the same when their addresses are. */
typedef struct mintu_type {
    mintu_kind kind;
    const struct mintu_type *item; /* of an array */
    long length;                   /* of an array; -1: any */
} mintu_type;

extern const mintu_type MINTU_TYPE_NULL, MINTU_TYPE_NUMBER, MINTU_TYPE_STRING, MINTU_TYPE_BOOLEAN, MINTU_TYPE_COLOR,
    MINTU_TYPE_OBJECT, MINTU_TYPE_FORMATTED, MINTU_TYPE_IMAGE, MINTU_TYPE_COLLATOR, MINTU_TYPE_VALUE, MINTU_TYPE_ERROR,
    MINTU_TYPE_ARRAY, MINTU_TYPE_NUMBERS, MINTU_TYPE_STRINGS, MINTU_TYPE_NUMBERS_2, MINTU_TYPE_NUMBERS_4;

enum { MINTU_TYPE_TEXT_SIZE = 96 };

typedef struct mintu_value mintu_value;

/* One part of a formatted text. */
typedef struct mintu_section {
    const char *text;
    const char *image;        /* NULL for text */
    const char *align;        /* vertical-align, or NULL */
    const mintu_value *fonts; /* array of strings, or NULL */
    const mintu_value *color; /* or NULL */
    double scale;             /* NaN when not given */
} mintu_section;

typedef struct mintu_formatted {
    size_t count;
    mintu_section sections[];
} mintu_formatted;

typedef struct mintu_collator {
    bool case_sensitive, diacritic_sensitive;
    const char *locale; /* NULL: none given */
} mintu_collator;

struct mintu_value {
    mintu_kind kind;
    union {
        double number;
        bool boolean;
        const char *text; /* string, image */
        mintu_color color;
        struct {
            const mintu_value *items;
            size_t count;
        } array;
        const json_t *object;
        const mintu_formatted *formatted;
        const mintu_collator *collator;
    };
};

mintu_value mintu_value_number(double number);
mintu_value mintu_value_boolean(bool boolean);
mintu_value mintu_value_text(const char *text);

/* Type of a value; an array's is made in @p pool. NULL when memory ran out. */
const mintu_type *mintu_value_type(mintu_pool *pool, const mintu_value *value);

/* A value from JSON, which it borrows. False when memory ran out. */
bool mintu_value_from_json(mintu_pool *pool, const json_t *json, mintu_value *out);

/* ECMAScript's ===, by which strings, numbers, booleans and null are compared. */
bool mintu_value_equals(const mintu_value *a, const mintu_value *b);

/* The text that to-string and concat make of a value; NULL when memory ran out. */
const char *mintu_value_to_text(mintu_pool *pool, const mintu_value *value);

#endif
