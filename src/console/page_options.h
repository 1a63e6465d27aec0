/* The page of a map, as the options of commands that draw say it. */
#ifndef CONSOLE_PAGE_OPTIONS_H
#define CONSOLE_PAGE_OPTIONS_H

#include "console/command.h"

/* Size, resolution, scale, orientation, margin, reference system, title, review number and language. */
void cli_page_options(const cli_arguments *arguments, mintu_error *error, mintu_map_options *out);

/* 1:N, or N, of the option @p option. */
double cli_scale_read(const char *option, const char *value, mintu_error *error);

#endif
