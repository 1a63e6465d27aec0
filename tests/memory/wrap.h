/* Allocations that fail on demand: the linker wraps malloc, calloc and realloc of the static library. */
#ifndef MEMORY_WRAP_H
#define MEMORY_WRAP_H

#include <mintu/mintu.h>

typedef mintu_status scenario(mintu_error *error);

/* Fails the first allocation, then the second, … then every 7th once there are many (all from the one that MINTU_EVERY says), until none is left to fail. Each run must
 * say that memory ran out, or end as the run in which none fails, with the same answer. */
void try_all(scenario *run);

/* What a scenario answers. */
void answer_text(const char *text);
void answer_layer(const mintu_layer *layer);
void answer_file(const char *path);

#endif
