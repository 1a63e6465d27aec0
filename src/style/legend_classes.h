/* What a key is made of; shared by legend_key.c, which finds the classes, and legend_words.c, which names them. */
#ifndef STYLE_LEGEND_CLASSES_H
#define STYLE_LEGEND_CLASSES_H

#include "style/decision.h"
#include "style/document_parts.h"

typedef struct mintu_key mintu_key;

typedef enum mintu_key_kind {
    MINTU_KEY_CLASS = 0, /* one look */
    MINTU_KEY_RAMP,      /* colours that go over into each other */
    MINTU_KEY_SIZES      /* a size, width or opacity that follows a number */
} mintu_key_kind;

typedef struct mintu_key_entry {
    mintu_key_kind kind;
    const char *label;      /* what the class is called; may be "" of the one ramp of a key */
    const char *properties; /* JSON object: a feature of the class, for mintu_style_scope.properties */
    size_t count;           /* features on the page */
    bool ordered;           /* a class of numbers */
    const double *values;   /* of a ramp its stops, of sizes what to show, rising */
    const char *const *ticks;
    size_t value_count;
} mintu_key_entry;

enum { MINTU_KEY_STOPS = 16 };

typedef struct mintu_key_class {
    mintu_trace trace;
    mintu_rules rules;
    json_t *properties;                      /* a made-up feature of the class, or that of a row; in the key's pool */
    size_t members, on_page, counted, empty; /* empty: members without a value in any of the fields asked */
    bool none;                               /* of what is left over, those without a value */
    size_t row;                              /* of a member on the page, else of any */
    double least, most;                      /* of the members' numbers in the field that the last range, or the ramp, asks */
    bool whole;                              /* those numbers are whole */
    mintu_key_entry entry;
    const char *ticks[MINTU_KEY_STOPS];
    double values[MINTU_KEY_STOPS];
    double few[MINTU_KEY_STOPS]; /* different numbers on the page, as long as they are few */
    size_t few_count;
    double page_least, page_most;
} mintu_key_class;

struct mintu_key {
    mintu_pool pool, scratch;
    const mintu_style_layer *layer;
    mintu_property property;
    const mintu_node *node;
    double zoom;
    json_t *state;
    mintu_key_class *classes;
    size_t count, room;
    mintu_decider fields; /* all that the expression asks for */
    const mintu_layer *features;
    size_t rows; /* added */
    size_t row;  /* the first of these on the page, else the first */
    bool row_on_page;
    long steps;  /* of the evaluations of made-up features */
    bool failed; /* memory ran out */
};

/* legend_candidates.c: calls @p try for combinations of the values that decide, until it returns false. */
typedef bool mintu_candidate_fn(const json_t *properties, void *user);

#endif
