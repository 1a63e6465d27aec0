/* A style document other than it is written: what a user asks for on top of it. The document is changed before it is read, so that map,
 * legend and all that follows from a style follow from the change as well. */
#ifndef STYLE_OVERLAY_H
#define STYLE_OVERLAY_H

#include "base/error.h"

#include <jansson.h>
#include <mintu/style.h>

mintu_status mintu_overlay(json_t *root, const mintu_style_changes *changes, mintu_error *error);

#endif
