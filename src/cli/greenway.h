/* What the command greenway and its computed layers share. */
#ifndef CLI_GREENWAY_H
#define CLI_GREENWAY_H

#include "cli/cli.h"

/* Connectors of the layer greenway-connectors: --lines, --places, --datum, --max-km where the command has them. */
mintu_status cli_greenway_connectors(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                     mintu_layer **out);

#endif
