/* How far a long call has come, on standard error: a line that is written over on a terminal, plain lines where continuous integration
 * reads along ($CI), nothing with --quiet or elsewhere. */
#ifndef CONSOLE_PROGRESS_LINE_H
#define CONSOLE_PROGRESS_LINE_H

#include "console/command.h"

#include <stddef.h>

/* From here on what runs with @p context is told, once it has taken longer than a second. */
void cli_progress_begin(const cli_arguments *arguments, mintu_context *context);

/* A step that is done: on a terminal the line, elsewhere one of its own; nothing with --quiet. */
void cli_progress_step(const cli_arguments *arguments, const char *text);

/* Takes the line away, so that something else can be written. */
void cli_progress_clear(void);

/* What is told: "drawing: 45 %, 9 %/s, 6 s left" after @p seconds of it; without a known end (NaN, or nothing done) the seconds. */
void cli_progress_describe(const char *doing, double done, double seconds, char *out, size_t size);

#endif
