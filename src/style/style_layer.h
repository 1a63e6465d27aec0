/* What a layer is, whatever the feature. */
#ifndef STYLE_STYLE_LAYER_H
#define STYLE_STYLE_LAYER_H

#include "style/document.h"
#include "style/sprite.h"

size_t mintu_style_layer_count(const mintu_style *style);

const mintu_style_layer *mintu_style_layer_at(const mintu_style *style, size_t index); /* in drawing order */

const char *mintu_style_layer_id(const mintu_style_layer *layer);

mintu_layer_type mintu_style_layer_kind(const mintu_style_layer *layer);

/* The image of the style's sprite that icon-image or a pattern names, or NULL. */
const mintu_sprite_image *mintu_style_sprite_image(const mintu_style_layer *layer, const char *name);

int mintu_style_layer_source(const mintu_style_layer *layer); /* index of its source, -1 for background */

bool mintu_style_layer_visible(const mintu_style_layer *layer,
                               double zoom); /* minzoom, maxzoom, and a visibility that is written outright */

bool mintu_style_layer_required(const mintu_style_layer *layer); /* metadata mintu:required */

/* Whether its texts stand where there is room (metadata mintu:automatic-places, or mintu:required with variable anchors, unless
 * they follow lines, with @p along), rather than at the places that the style says; and whether a feature of many parts has one symbol (metadata
 * mintu:one-per-feature). */
bool mintu_style_layer_automatic(const mintu_style_layer *layer, bool along);
bool mintu_style_layer_single(const mintu_style_layer *layer);

bool mintu_style_is_set(const mintu_style_layer *layer, mintu_property property); /* written in the document */

bool mintu_style_varies(const mintu_style_layer *layer); /* a property depends on the feature */

#endif
