/* Options of a map that change its style. */
#ifndef CLI_STYLE_CHANGES_H
#define CLI_STYLE_CHANGES_H

#include "cli/own_data.h"

/* What the options ask for; texts are those of the command line, and of @p own. @p palettes: the file of palettes, or NULL. */
mintu_style_changes cli_style_changes(const cli_arguments *arguments, const cli_own_data *own, const char *palettes,
                                      mintu_error *error);

#endif
