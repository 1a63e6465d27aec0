/* Layers by name: those that commands compute, and those of the data package. */
#ifndef CLI_LAYER_GET_H
#define CLI_LAYER_GET_H

#include "cli/cli.h"

/* All computed layers; ends with an empty name. */
const cli_computed_layer *cli_computed_layers(void);

/* A layer by name, or a file: what has a . or / in it. */
mintu_status cli_layer_open(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                            mintu_error *error, mintu_layer **out);

/* The computed layer @p name, else the data package's, as of @p date (0: the package's). */
mintu_status cli_layer_get(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                           mintu_error *error, mintu_layer **out);

#endif
