/* Properties and filters evaluated for a feature. */
#ifndef STYLE_PROPERTY_VALUE_H
#define STYLE_PROPERTY_VALUE_H

#include "expression/value.h"
#include "style/document.h"

void mintu_style_scope_clear(mintu_style_scope *scope);

void mintu_style_scope_free(mintu_style_scope *scope);

bool mintu_style_layer_accepts(const mintu_style_layer *layer, mintu_style_scope *scope); /* the filter */

bool mintu_style_layer_shown(const mintu_style_layer *layer, mintu_style_scope *scope); /* visibility, minzoom, maxzoom */

/* Values fall back on defaults where an evaluation fails. The run of a map begins with the first, and the second says at its end
 * whether memory failed it, or its expressions took more steps than a map may. */
void mintu_style_run_begin(const mintu_style *style);

mintu_status mintu_style_run_end(const mintu_style *style, mintu_error *error);

/* Values with the specification's defaults; an evaluation error gives the default. Lengths are CSS px, 1/96 inch. */
double mintu_style_number(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope);

bool mintu_style_boolean(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope);

mintu_color mintu_style_color(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope);

const char *mintu_style_string(const mintu_style_layer *layer, mintu_property property,
                               mintu_style_scope *scope); /* enums too */

/* The parts of a formatted text; NULL when there is none. They live as long as the scope is not cleared. */
const mintu_formatted *mintu_style_formatted(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope);

size_t mintu_style_numbers(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, double *out,
                           size_t room); /* arrays of numbers; returns how many there are */

size_t mintu_style_strings(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, const char **out,
                           size_t room); /* arrays of strings: text-font, text-variable-anchor */

/* Four lengths, of top, right, bottom and left: icon-padding, icon-text-fit-padding. */
void mintu_style_sides(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, double sides[4]);

/* What each light has of hillshade's: its angle in degrees, its colour; returns how many were written, at least 1, @p room at most. */
size_t mintu_style_lights(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, double *out,
                          size_t room);
size_t mintu_style_tints(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, mintu_color *out,
                         size_t room);

/* text-variable-anchor-offset: an anchor and its offset, em; returns how many there are, @p room at most. */
typedef struct mintu_anchored {
    const char *anchor;
    double offset[2];
} mintu_anchored;

size_t mintu_style_anchored(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope,
                            mintu_anchored *out, size_t room);

#endif
