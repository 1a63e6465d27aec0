/* igraph, which is loaded when it is first used. Debian's keeps its error handler and what it must clean up once for the whole process,
 * and so one thread uses it at a time; its own handler would end the program. */
#ifndef ROUTE_IGRAPH_USE_H
#define ROUTE_IGRAPH_USE_H

#include <mintu/status.h>

#include <igraph.h>
#include <loaded_igraph.h>

/* Before anything of igraph but the freeing of what it made; waits until no other thread uses it. May be called again before the end.
 * @p doing begins the message of a failure, after which there is no end to call. */
mintu_status mintu_igraph_begin(const char *doing, mintu_error *error);
void mintu_igraph_end(void);

/* What it says of a failure. */
mintu_status mintu_fail_igraph(igraph_error_t code, const char *doing, mintu_error *error);

#endif
