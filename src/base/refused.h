/* Whether a library below asked for a file that it may not have, in this thread: PROJ, for a grid that a reference system names.
 * What it makes without the file would be wrong without a word, so that whoever called it looks here and refuses. */
#ifndef BASE_REFUSED_H
#define BASE_REFUSED_H

#include <stdbool.h>

/* From here on nothing was refused. */
void mintu_refused_begin(void);

/* A file was asked for and not given. */
void mintu_refused_note(void);

/* True when a file was refused since the beginning. */
bool mintu_refused(void);

#endif
