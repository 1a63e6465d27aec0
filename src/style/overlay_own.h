/* One's own points, areas and values of areas as sources and layers of a style, each with a line in the legend. */
#ifndef STYLE_OVERLAY_OWN_H
#define STYLE_OVERLAY_OWN_H

#include "base/error.h"

#include <jansson.h>
#include <mintu/style.h>

mintu_status mintu_overlay_own(json_t *root, const mintu_style_changes *changes, mintu_error *error);

#endif
