/* The name of a projection in words, as it stands beneath a map. */
#ifndef GEOMETRY_PROJECTION_WORDS_H
#define GEOMETRY_PROJECTION_WORDS_H

#include "base/array.h"
#include "geometry/projection.h"

/* Adds the kind with its parallels, meridian or centre in a language ("zh" or "en"); @p datum, where it is given, is named, too. A
 * kind that has no words here has those of PROJ, or those of its definition. */
void mintu_projection_words(const mintu_projection *projection, const char *datum, const char *lang, mintu_buffer *out);

#endif
