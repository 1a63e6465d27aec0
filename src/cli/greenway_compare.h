/* What-if questions to the greenways: the command with --add and --drop. */
#ifndef CLI_GREENWAY_COMPARE_H
#define CLI_GREENWAY_COMPARE_H

#include "cli/cli.h"

/* What --add and --drop change: a layer of changes, with --network totals a table that has the counts of --service too. */
bool cli_greenway_changes(const cli_arguments *arguments);

mintu_status cli_greenway_change(const cli_arguments *arguments, const cli_session *session,
                                 const mintu_greenway_options *options, bool totals, mintu_error *error, mintu_layer **out);

mintu_status cli_greenway_change_tell(const cli_arguments *arguments, const mintu_layer *layer);

#endif
