/* What the command greenway and its computed layers share. */
#ifndef CLI_GREENWAY_LAYER_H
#define CLI_GREENWAY_LAYER_H

#include "cli/cli.h"

/* What stands for connectors where a network may be asked for: a mintu_network_kind, or MINTU_NETWORK_END for totals of all. */
enum { CLI_CONNECTORS = -1 };

/* Connectors, a network or totals, by --lines, --places, --datum, --max-km where the command has them. */
mintu_status cli_greenway_layer(const cli_arguments *arguments, const cli_session *session, int which, int date,
                                mintu_error *error, mintu_layer **out);

#endif
