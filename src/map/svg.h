/* What cairo's SVG lacks: a title and a description, and ids that do not depend on what the process drew before. */
#ifndef MAP_SVG_H
#define MAP_SVG_H

#include "map/canvas.h"

/* Writes the document that cairo made, completed. */
mintu_status mintu_svg_write(const mintu_buffer *document, const mintu_provenance *provenance, mintu_output *output,
                             mintu_error *error);

#endif
