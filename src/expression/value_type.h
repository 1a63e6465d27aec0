/* Types of the expression language: what a value is, and what an expression must come to. */
#ifndef EXPRESSION_VALUE_TYPE_H
#define EXPRESSION_VALUE_TYPE_H

#include "expression/pool.h"

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
    /* Of types only: their values are arrays, once they have been converted. */
    MINTU_KIND_PADDING,    /* four numbers */
    MINTU_KIND_NUMBERS,    /* numberArray */
    MINTU_KIND_COLORS,     /* colorArray */
    MINTU_KIND_ANCHORED,   /* variableAnchorOffsetCollection: anchors, each with its pair of numbers */
    MINTU_KIND_PROJECTION, /* projectionDefinition: a name too */
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

extern const mintu_type MINTU_TYPES[MINTU_KIND_END], MINTU_TYPE_NUMBERS, MINTU_TYPE_STRINGS, MINTU_TYPE_NUMBERS_2,
    MINTU_TYPE_NUMBERS_4;

#define MINTU_TYPE_NULL      MINTU_TYPES[MINTU_KIND_NULL]
#define MINTU_TYPE_NUMBER    MINTU_TYPES[MINTU_KIND_NUMBER]
#define MINTU_TYPE_STRING    MINTU_TYPES[MINTU_KIND_STRING]
#define MINTU_TYPE_BOOLEAN   MINTU_TYPES[MINTU_KIND_BOOLEAN]
#define MINTU_TYPE_COLOR     MINTU_TYPES[MINTU_KIND_COLOR]
#define MINTU_TYPE_OBJECT    MINTU_TYPES[MINTU_KIND_OBJECT]
#define MINTU_TYPE_ARRAY     MINTU_TYPES[MINTU_KIND_ARRAY]
#define MINTU_TYPE_FORMATTED MINTU_TYPES[MINTU_KIND_FORMATTED]
#define MINTU_TYPE_IMAGE     MINTU_TYPES[MINTU_KIND_IMAGE]
#define MINTU_TYPE_PADDING   MINTU_TYPES[MINTU_KIND_PADDING]
#define MINTU_TYPE_ANCHORED  MINTU_TYPES[MINTU_KIND_ANCHORED]
#define MINTU_TYPE_COLLATOR  MINTU_TYPES[MINTU_KIND_COLLATOR]
#define MINTU_TYPE_VALUE     MINTU_TYPES[MINTU_KIND_VALUE]
#define MINTU_TYPE_ERROR     MINTU_TYPES[MINTU_KIND_ERROR]

enum { MINTU_TYPE_TEXT_SIZE = 96 };

/* The type as messages show it: array<number, 2>. */
const char *mintu_type_text(const mintu_type *type, char text[MINTU_TYPE_TEXT_SIZE]);

/* True when every value of @p type is one of @p expected. */
bool mintu_type_accepts(const mintu_type *expected, const mintu_type *type);

/* The base type of a kind (an array of values for MINTU_KIND_ARRAY). */
const mintu_type *mintu_type_of_kind(mintu_kind kind);

/* Reads a type as mintu_type_text() writes it, into @p pool when it is an array's; NULL when it is none. */
const mintu_type *mintu_type_parse(mintu_pool *pool, const char *text);

#endif
