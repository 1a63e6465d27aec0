/* What a person should look at after a run; each line once. */
#ifndef CANVAS_FINDINGS_H
#define CANVAS_FINDINGS_H

#include "base/array.h"
#include "base/textmap.h"

/* Zero-initialise. A line for which there is no memory is left out. */
typedef struct mintu_findings {
    char **lines;
    size_t count, room;
    mintu_textmap known; /* the lines, to their index */
} mintu_findings;

void mintu_findings_add(mintu_findings *findings, const char *format, ...) MINTU_PRINTF(2, 3);
void mintu_findings_clear(mintu_findings *findings);

#endif
