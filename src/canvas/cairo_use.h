/* cairo and Pango, which are loaded when something is first drawn. */
#ifndef CANVAS_CAIRO_USE_H
#define CANVAS_CAIRO_USE_H

#include <mintu/status.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>

#include <loaded_cairo.h>

/* Before anything of cairo and Pango: a text or a canvas that is opened does it. @p doing begins the message of a failure. */
mintu_status mintu_cairo_begin(const char *doing, mintu_error *error);

#endif
