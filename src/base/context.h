/* What is inside a context. The GEOS handle and the PROJ context are for src/geo only. */
#ifndef BASE_CONTEXT_H
#define BASE_CONTEXT_H

#include <mintu/context.h>

/* Tells the context's listener, if there is one. */
void mintu_context_notice(mintu_context *context, const char *format, ...) MINTU_PRINTF(2, 3);

/* True when documents may name files outside their folder. */
bool mintu_context_elsewhere(const mintu_context *context);

#endif
