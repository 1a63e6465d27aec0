/* What the notice asks of a unit, and how it stands there, as lines to be set on its page. The values are those of `quota`, `places`,
 * `greenway` and `tasks`. */
#ifndef ATLAS_ATLAS_FACTS_H
#define ATLAS_ATLAS_FACTS_H

#include "atlas/atlas_sources.h"
#include "base/array.h"

/* A heading, and lines beneath it; those that begin with MINTU_ATLAS_CAPTION say what the next ones have in common. */
#define MINTU_ATLAS_CAPTION '\1'

typedef struct mintu_atlas_section {
    mintu_buffer heading;
    char **lines;
    size_t count, room, captions;
} mintu_atlas_section;

enum { MINTU_ATLAS_SECTIONS = 5 };

typedef struct mintu_atlas_facts {
    mintu_atlas_section sections[MINTU_ATLAS_SECTIONS];
    size_t count;
} mintu_atlas_facts;

/* The facts of a place; of NULL, a unit that the package does not know, none. mintu_atlas_facts_free() in any case. */
mintu_status mintu_atlas_facts_find(const mintu_atlas_sources *sources, const mintu_place *place, mintu_error *error,
                                    mintu_atlas_facts *out);
void mintu_atlas_facts_free(mintu_atlas_facts *facts);

#endif
