/* Styles by name: those that come with the program. */
#ifndef CLI_STYLE_FIND_H
#define CLI_STYLE_FIND_H

#include "cli/cli.h"

/* The file of a style, on the heap: @p name itself when there is such a file, or it has a / or a dot; else NAME.json among the styles
 * that come with the program. NULL when memory ran out. */
char *cli_style_find(const char *name);

/* A file of the folder of these styles, on the heap; NULL when there is no such folder, or memory ran out. */
char *cli_style_file(const char *name);

/* Prints the name and title of each of these styles. */
mintu_status cli_style_list(const char *lang, mintu_error *error);

#endif
