/* What a map's file says about itself, as metadata that programs read: RDF as in XMP, the same in PNG, SVG and PDF. */
#ifndef CANVAS_PROVENANCE_H
#define CANVAS_PROVENANCE_H

#include "base/array.h"

/* Texts may be "". Nothing in them may depend on the machine or the hour. */
typedef struct mintu_provenance {
    const char *title, *description; /* the description serves as alternative text */
    const char *source, *licence;    /* of the data */
    const char *record;              /* program, style, data package and day of the data */
    const char *lang;
} mintu_provenance;

/* Adds an rdf:RDF element. */
void mintu_provenance_rdf(const mintu_provenance *provenance, mintu_buffer *out);

/* Adds an XMP packet, for PNG and PDF. */
void mintu_provenance_xmp(const mintu_provenance *provenance, mintu_buffer *out);

/* Adds a text as XML shows it, also within quotes. */
void mintu_xml_text(mintu_buffer *out, const char *text);

#endif
