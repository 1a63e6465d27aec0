/* The colours of classes and ramps of a style replaced by those of a palette. */
#ifndef STYLE_OVERLAY_PALETTE_H
#define STYLE_OVERLAY_PALETTE_H

#include "base/error.h"

#include <jansson.h>
#include <mintu/style.h>

mintu_status mintu_overlay_palette(json_t *root, const mintu_style_changes *changes, mintu_error *error);

#endif
