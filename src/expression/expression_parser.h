/* From JSON to nodes: types inferred and checked, constants folded, after the style specification's rules. */
#ifndef EXPRESSION_EXPRESSION_PARSER_H
#define EXPRESSION_EXPRESSION_PARSER_H

#include "expression/expression_node.h"

/* Way from the root of the document to a value; each step lives on the stack of the function that took it. */
typedef struct mintu_path {
    const struct mintu_path *up;
    const char *key; /* member of an object, or NULL */
    size_t index;    /* item of an array */
} mintu_path;

/* The variables that `let` has bound so far, the innermost first. */
typedef struct mintu_binding {
    const struct mintu_binding *outer;
    const char *name;
    const mintu_node *node;
} mintu_binding;

/* What happens to a value whose type is not known before it is evaluated. */
typedef enum mintu_annotation { MINTU_ANNOTATION_USUAL = 0, MINTU_ANNOTATION_COERCE, MINTU_ANNOTATION_OMIT } mintu_annotation;

typedef struct mintu_parser mintu_parser;
struct mintu_parser {
    mintu_pool *pool; /* where nodes and folded values live */
    const mintu_path *path;
    const mintu_binding *bindings;
    const mintu_type *expected; /* of the expression being parsed; NULL: any */
    int depth;
    bool document;       /* in a style document, where what print cannot draw is refused */
    const json_t *state; /* the document's member `state`, or NULL */
    size_t slots;        /* names of fields given out so far */
    mintu_status status; /* of the first failure, with its text and JSON pointer */
    char text[512], pointer[256];
    /* Hears of a failure at a place after which reading can go on; NULL: the first failure ends it. */
    void (*hear)(mintu_parser *parser);
    void *listener;
};

typedef struct mintu_operator mintu_operator;
typedef mintu_node *mintu_operator_fn(mintu_parser *parser, const json_t *array, const mintu_operator *operator);

/* One operator. With parse NULL, the arguments are checked against the parameters. */
struct mintu_operator {
    const char *name;
    mintu_operator_fn *parse;
    mintu_node_fn *evaluate;
    const mintu_type *type;
    int least, most; /* number of arguments; most -1: any number, all of the type of the first parameter */
    const mintu_type *parameters[4];
    unsigned flags; /* MINTU_NODE_… */
    int code;
};

/* Parses the expression at the parser's path. NULL on failure. */
mintu_node *mintu_parser_expression(mintu_parser *parser, const json_t *json, const mintu_type *expected,
                                    mintu_annotation annotation);

/* The same for item @p index of @p array, and for member @p key of its item @p index. */
mintu_node *mintu_parser_argument(mintu_parser *parser, const json_t *array, size_t index, const mintu_type *expected);
mintu_node *mintu_parser_option(mintu_parser *parser, const json_t *array, size_t index, const char *key,
                                const mintu_type *expected);

/* A node with room for @p count arguments. NULL when memory ran out. */
mintu_node *mintu_parser_node(mintu_parser *parser, mintu_node_fn *evaluate, const mintu_type *type, size_t count);
mintu_node *mintu_parser_literal(mintu_parser *parser, const mintu_type *type, mintu_value value);

/* Memory that lives as long as the nodes; a NULL has set the failure. */
void *mintu_parser_take(mintu_parser *parser, size_t size);

/* False, with the failure noted at item @p index, unless the type fits. */
bool mintu_parser_check(mintu_parser *parser, size_t index, const mintu_type *expected, const mintu_type *type);

/* What a function object's meaning depends on besides itself. */
typedef struct mintu_legacy_property {
    const char *type; /* as the specification names it, arrays "array"; NULL: any */
    const char *item; /* of an array, or NULL */
    long length;      /* of an array; -1: any */
    bool interpolated;
    const json_t *fallback;    /* the property's default, or NULL */
    const char *const *values; /* of an enum; NULL: not known */
} mintu_legacy_property;

/* What messages call the type of a JSON value: string, number, boolean, object, array, null. */
const char *mintu_json_type_text(const json_t *json);

#endif
