/* A layer to a table on the terminal, or to a file of any format. */
#ifndef CONSOLE_PRINT_LAYER_H
#define CONSOLE_PRINT_LAYER_H

#include "console/command.h"

/* Writes a layer to -o or standard output in --format (default: table on standard output, else by the file's ending). */
mintu_status cli_layer_print(mintu_context *context, const cli_arguments *arguments, const mintu_layer *layer,
                             mintu_error *error);

/* The same for the answer of a call that ended with @p status: nothing when it failed. What comes back is the failure of printing, else
 * that status. */
mintu_status cli_layer_answer(mintu_context *context, const cli_arguments *arguments, const mintu_layer *layer,
                              mintu_status status, mintu_error *error);

/* Prints the command's columns of a layer as a table on standard output; nothing when it has no rows. */
mintu_status cli_table_print(const cli_command *command, const mintu_layer *layer, mintu_error *error);

#endif
