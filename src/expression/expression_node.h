/* A parsed expression: a tree of nodes, and what evaluating it needs. */
#ifndef EXPRESSION_EXPRESSION_NODE_H
#define EXPRESSION_EXPRESSION_NODE_H

#include "expression/value.h"

#include <mintu/layer.h>

typedef struct mintu_node mintu_node;

/* The feature and view that an expression is evaluated for. Zero-initialise: no feature at all. */
typedef struct mintu_feature {
    double zoom;
    double progress;          /* along a line, from 0 to 1 */
    const mintu_layer *layer; /* a row of it, or NULL */
    size_t row;
    const json_t *properties;           /* without a layer: object of properties, or NULL */
    const char *geometry_type;          /* without a layer: Point, LineString, …, or NULL */
    const struct mintu_shape *geometry; /* without a layer: in degrees, or NULL */
    bool rounded;                       /* the geometry is rounded to the grid of vector tiles at a zoom level */
    int tile_level;
    const json_t *id;            /* or NULL */
    const char *promoted;        /* with a layer: the property that is the id; NULL: its own */
    const json_t *state;         /* global state, or NULL */
    const json_t *images;        /* array of the names of images that exist; NULL: any may */
    struct mintu_fields *fields; /* remembers where fields stand in the layer; NULL: they are looked up each time */
} mintu_feature;

/* One evaluation under way. An evaluation error is an answer of the language, not a failure of ours: evaluating functions
 * return false and leave the reason in message. */
typedef struct mintu_evaluation {
    const mintu_feature *feature;
    mintu_pool *pool;                                        /* where values that are made live */
    long steps;                                              /* nodes visited so far */
    bool (*has_image)(const void *images, const char *name); /* NULL: any may exist */
    const void *images;                                      /* for has_image() */
    bool memory;                                             /* what failed is ours: memory ran out */
    char message[256];
} mintu_evaluation;

typedef bool mintu_node_fn(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out);

/* Of an operator that decides between its arguments: index of the one that is the answer. */
typedef bool mintu_choose_fn(const mintu_node *node, mintu_evaluation *evaluation, size_t *out);

/* Of an operator that is a function of its arguments' values, null for one that was left out. */
typedef bool mintu_apply_fn(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out);

typedef enum mintu_node_form {
    MINTU_FORM_PLAIN = 0,
    MINTU_FORM_LITERAL,
    MINTU_FORM_LET, /* the last argument is the result */
    MINTU_FORM_COALESCE,
    MINTU_FORM_STEP, /* the first argument is the input */
    MINTU_FORM_INTERPOLATE,
    MINTU_FORM_ZOOM,
    MINTU_FORM_COMPARISON /* of two sides */
} mintu_node_form;

/* What the value of a node depends on; the sum over the node and all below it. */
enum {
    MINTU_NODE_FEATURE = 1,
    MINTU_NODE_ZOOM = 2,
    MINTU_NODE_UNFOLDED = 4,
    MINTU_NODE_PROGRESS = 8,
    MINTU_NODE_STATE = 16, /* what a running map knows of the feature */
};

enum { MINTU_PARAMETERS = 4, MINTU_APPLIED = 6 };

typedef struct mintu_parser mintu_parser;
typedef struct mintu_operator mintu_operator;
typedef mintu_node *mintu_operator_fn(mintu_parser *parser, const json_t *array, const mintu_operator *operation);

/* One operator: how it is read, what its value is, and what it depends on. */
struct mintu_operator {
    const char *name;         /* NULL of the assertions and conversions that the parser adds */
    mintu_operator_fn *parse; /* NULL: the arguments are checked against the parameters */
    /* One of the three has the value. */
    mintu_node_fn *evaluate;
    mintu_apply_fn *apply; /* of at most MINTU_APPLIED arguments */
    mintu_choose_fn *choose;
    const mintu_type *type;
    int least, most;                                /* number of arguments; most -1: any, all of the first parameter's type */
    const mintu_type *parameters[MINTU_PARAMETERS]; /* NULL: of any type */
    mintu_node_form form;
    unsigned flags;             /* MINTU_NODE_… */
    int code;                   /* which of several operators that share a function */
    double (*function)(double); /* of the mathematical ones */
};

struct mintu_node {
    const mintu_operator *operation; /* NULL of a literal */
    const mintu_type *type;
    mintu_node_form form;
    unsigned flags;
    size_t count;
    mintu_node **arguments;
    mintu_value value;  /* of a literal */
    const void *detail; /* of an operator: labels, curve, options */
    size_t slot;        /* of get and has: place of the field in mintu_fields, from 1; 0: none */
};

/* Evaluates a node. */
bool mintu_node_evaluate(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out);

/* The same for argument @p index. */
bool mintu_node_argument(const mintu_node *node, size_t index, mintu_evaluation *evaluation, mintu_value *out);

/* Sets the message and returns false. */
bool mintu_evaluation_fail(mintu_evaluation *evaluation, const char *format, ...) MINTU_PRINTF(2, 3);
bool mintu_evaluation_fail_memory(mintu_evaluation *evaluation);

/* A text that lives in the evaluation's pool, and JSON, as a value; false, with the message set, when memory ran out. NULL in place
 * of a text says that it did. */
bool mintu_evaluation_text(mintu_evaluation *evaluation, const char *pooled, mintu_value *out);
bool mintu_evaluation_json(mintu_evaluation *evaluation, const json_t *json, mintu_value *out);

/* Text of a value, or of its type, for messages; lives as long as the evaluation's values. */
const char *mintu_evaluation_show(mintu_evaluation *evaluation, const mintu_value *value);
const char *mintu_evaluation_show_type(mintu_evaluation *evaluation, const mintu_value *value);

/* Memory of the evaluation; a NULL has left the message already. */
void *mintu_evaluation_take(mintu_evaluation *evaluation, size_t size);

/* Where fields stand in the layer that was evaluated last. Zero-initialise. */
typedef struct mintu_fields {
    const mintu_layer *layer;
    int *indexes; /* by slot; -2: not looked up yet */
    size_t room;
} mintu_fields;

#endif
