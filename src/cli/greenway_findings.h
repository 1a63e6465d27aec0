/* What is doubtful about lines that a user brings. */
#ifndef CLI_GREENWAY_FINDINGS_H
#define CLI_GREENWAY_FINDINGS_H

#include "cli/greenway_layer.h"

/* Findings about the lines of --lines and --add against the data package's; *out is true when there are any. */
mintu_status cli_greenway_examine(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                  bool *out);

#endif
