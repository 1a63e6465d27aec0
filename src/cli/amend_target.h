/* Where a change of a data package goes. */
#ifndef CLI_AMEND_TARGET_H
#define CLI_AMEND_TARGET_H

#include "cli/cli.h"

/* The folder of -o; NULL where the package of --data is to be changed itself. Without either, and for a package that comes with the program,
 * it is wrong usage (as by cli_usage_first()). */
const char *cli_amend_target(const cli_arguments *arguments, mintu_error *error);

/* Prints what an import tells of single rows, below which stands what came of it. */
mintu_status cli_amend_print(const cli_arguments *arguments, const mintu_layer *findings, mintu_status status,
                             mintu_error *error);

/* Takes the last change of the package back and says which it was; only where it was made by the command @p only (NULL: any). */
mintu_status cli_amend_undo(const cli_arguments *arguments, const char *only, mintu_context *context, mintu_error *error);

#endif
