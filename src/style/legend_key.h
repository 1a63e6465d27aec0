/* The key to one property of a layer: the classes of features that its expression tells apart, each with its label. Which class
 * a feature is in, and what is drawn for a class, is asked of the expression itself. */
#ifndef STYLE_LEGEND_KEY_H
#define STYLE_LEGEND_KEY_H

#include "style/document.h"

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

/* The properties that the layer's legend is derived from; 0 when its entries are written by hand or it has none. */
size_t mintu_style_legend_derived(const mintu_style_layer *layer, const mintu_property **out);

/* How the layer's legend wants its lines: {"zh": …} around {class}; NULL for {class} alone. */
const char *mintu_style_legend_frame(const mintu_style_layer *layer, const char *lang);

/* The key of a property at the scope's zoom and state. NULL when memory ran out. */
mintu_key *mintu_key_new(const mintu_style_layer *layer, mintu_property property, const mintu_style_scope *scope);
void mintu_key_free(mintu_key *key);

/* Takes note of the row that the scope stands at. Layers with the same fields only. False when memory ran out. */
bool mintu_key_add(mintu_key *key, const mintu_style_scope *scope, bool on_page);

/* Names and orders the classes. Without any row added all classes stay that the expression can lead to, otherwise those that the
 * page shows, or what the layer's "empty" says. False when memory ran out. */
bool mintu_key_finish(mintu_key *key, const char *lang);

size_t mintu_key_count(const mintu_key *key);
const mintu_key_entry *mintu_key_at(const mintu_key *key, size_t index);

/* JSON object: a feature of the class with another number in the field that a ramp or sizes follow. Borrowed. NULL: no memory. */
const char *mintu_key_sample(mintu_key *key, size_t index, double value);

/* All colours that the key of the property shows: of each class, and of each stop of a ramp, at most @p room. For a property that
 * is no colour, of the layer's colour. Returns how many there are. */
size_t mintu_key_colors(const mintu_style_layer *layer, mintu_property property, const mintu_style_scope *scope,
                        mintu_color *out, size_t room);

#endif
