/* What the command greenway and its computed layers share. */
#ifndef CLI_GREENWAY_INPUT_H
#define CLI_GREENWAY_INPUT_H

#include "cli/cli.h"

/* Connectors (network below 0), a network (a mintu_network_kind), or totals of all (MINTU_NETWORK_END), by --lines, --places,
 * --datum, --max-km where the command has them. */
mintu_status cli_greenway_layer(const cli_arguments *arguments, const cli_session *session, int date, int network,
                                mintu_error *error, mintu_layer **out);

/* The layers greenway-connectors and greenway-network, the latter with Steiner points. */
mintu_status cli_greenway_connectors(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                     mintu_layer **out);
mintu_status cli_greenway_network(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                  mintu_layer **out);

#endif
