/* The key to one property of a layer: the classes of features that its expression tells apart, each with its label. Which class
 * a feature is in, and what is drawn for a class, is asked of the expression itself. */
#ifndef STYLE_LEGEND_KEY_H
#define STYLE_LEGEND_KEY_H

#include "style/document.h"
#include "style/legend_classes.h"

/* The key of a property at the scope's zoom and state. NULL when memory ran out. */
mintu_key *mintu_key_new(const mintu_style_layer *layer, mintu_property property, const mintu_style_scope *scope);
void mintu_key_free(mintu_key *key);

/* Takes note of the row that the scope stands at: whether the page shows it, and whether it counts. Layers with the same fields only. False when memory ran out. */
bool mintu_key_add(mintu_key *key, const mintu_style_scope *scope, bool on_page, bool counted);

/* Names and orders the classes. Without any row added all classes stay that the expression can lead to, otherwise those that the
 * page shows, or what the layer's "empty" says. False when memory ran out. */
bool mintu_key_finish(mintu_key *key, const char *lang);

size_t mintu_key_count(const mintu_key *key);
const mintu_key_entry *mintu_key_at(const mintu_key *key, size_t index);

/* What a ramp interpolates by where its field has the number: ramps are straight in it. */
double mintu_key_measure(const mintu_key *key, size_t index, double value);

/* JSON object: a feature of the class with another number in the field that a ramp or sizes follow. Borrowed. NULL: no memory. */
const char *mintu_key_sample(mintu_key *key, size_t index, double value);

#endif
