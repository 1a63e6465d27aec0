/* Where a document is from, and the data that it names. */
#ifndef STYLE_STYLE_SOURCE_H
#define STYLE_STYLE_SOURCE_H

#include "style/inline_data.h"
#include "style/raster_source.h"

#include <mintu/style.h>

/* NULL for a source of features. */
const mintu_raster_source *mintu_style_source_raster(const mintu_style *style, size_t index);

const char *mintu_style_folder(const mintu_style *style);

const char *mintu_style_file(const mintu_style *style); /* the file's name without its folder; "" for standard input */

/* The data that the document itself has for the source, and where; NULL when it has none. */
const mintu_inline_data *mintu_style_source_inside(const mintu_style *style, size_t index);

double mintu_style_bearing(const mintu_style *style); /* degrees from north, clockwise, of what is up */
double mintu_style_pitch(const mintu_style *style);   /* degrees from straight down */

/* A source's attribution as text: its HTML without tags; "" for none. */
const char *mintu_style_source_attribution(const mintu_style *style, size_t index);

#endif
