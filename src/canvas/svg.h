/* An SVG document put together from those that cairo writes, one for each group: with millimetres, a title and a description,
 * named groups, and ids that do not depend on what the process drew before and are those of this map alone: each has a prefix made from
 * the content, so that several maps in one page do not take each other's glyphs, clips and patterns. */
#ifndef CANVAS_SVG_H
#define CANVAS_SVG_H

#include "base/array.h"
#include "base/output.h"
#include "canvas/provenance.h"

/* Zero-initialise. A buffer keeps its failure. */
typedef struct mintu_svg {
    mintu_buffer text;  /* the groups so far */
    mintu_buffer name;  /* attributes of the next one, behind the prefix of its id */
    mintu_buffer ids;   /* of the groups, each ended by a zero */
    mintu_buffer texts; /* elements of text of the group under way, above all else in it */
    mintu_buffer marks; /* where the prefixes of ids stand in the text, a size_t each */
    size_t count;
} mintu_svg;

/* Gives the group that comes next its class, KIND-NAME or KIND, its id, which is the same behind the prefix, and its name. */
void mintu_svg_name(mintu_svg *svg, const char *kind, const char *name);

/* Adds what cairo drew as one group; nothing when it has no svg element, which mintu_svg_write() finds. */
void mintu_svg_add(mintu_svg *svg, const mintu_buffer *document);

/* The page in px, and how many times 1/96 inch a px is. */
typedef struct mintu_svg_page {
    double width, height, type;
} mintu_svg_page;

mintu_status mintu_svg_write(const mintu_svg *svg, const mintu_svg_page *page, const mintu_provenance *provenance,
                             mintu_output *output, mintu_error *error);

void mintu_svg_free(mintu_svg *svg);

#endif
