/* A cairo image as a PNG file: libpng writes the head, libdeflate the pixels. */
#ifndef CANVAS_PNG_H
#define CANVAS_PNG_H

#include "base/output.h"
#include "canvas/cairo_use.h"
#include "canvas/provenance.h"

/* Writes an RGB24 surface as RGB, 8 bits. The surface's pixels are used as room for the file's rows and are lost. */
mintu_status mintu_png_write(cairo_surface_t *surface, double dpi, const mintu_provenance *provenance, mintu_output *output,
                             mintu_error *error);

#endif
