/* Layers of a style hidden, in another colour, called by another field. */
#ifndef STYLE_OVERLAY_LAYERS_H
#define STYLE_OVERLAY_LAYERS_H

#include "base/error.h"

#include <jansson.h>
#include <mintu/style.h>

mintu_status mintu_overlay_layers(json_t *root, const mintu_style_changes *changes, mintu_error *error);

/* The object that is member @p key, made where there is none. */
json_t *mintu_overlay_member(json_t *object, const char *key);

/* The texts of a layer, FIELD's values, as a layer of their own above it; for layers that draw no texts. */
json_t *mintu_overlay_texts(const json_t *layer, const char *field);

#endif
