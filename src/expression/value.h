/* Values of the expression language. */
#ifndef EXPRESSION_VALUE_H
#define EXPRESSION_VALUE_H

#include "expression/color.h"
#include "expression/pool.h"
#include "expression/value_type.h"

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

#endif
