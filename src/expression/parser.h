/* A parser under way: JSON becomes nodes, types are inferred and checked, constants folded, after
 * the style specification's rules. */
#ifndef EXPRESSION_PARSER_H
#define EXPRESSION_PARSER_H

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

struct mintu_parser {
    mintu_pool *pool; /* where nodes and folded values live */
    const mintu_path *path;
    const mintu_binding *bindings;
    const mintu_type *expected; /* of the expression being parsed; NULL: any */
    int depth;
    bool document;                     /* in a style document, where what print cannot draw is refused */
    bool validity;                     /* only what the specification refuses is refused, and nothing is remarked */
    const json_t *state;               /* the document's member `state`, or NULL */
    const struct mintu_sprite *sprite; /* images of the document's own, or NULL */
    size_t slots;                      /* names of fields given out so far */
    mintu_status status;               /* of the first failure, with its text and JSON pointer */
    char text[512], pointer[256];
    /* Hears of a failure at a place after which reading can go on; NULL: the first failure ends it. */
    void (*hear)(mintu_parser *parser);
    /* Hears of what print leaves out and no map misses; status, text and pointer are set for the call. NULL: nobody. */
    void (*remark)(mintu_parser *parser);
    void *listener;
};

#endif
