/* Layers by name. */
#ifndef CLI_LAYER_GET_H
#define CLI_LAYER_GET_H

#include "cli/cli.h"

/* Length of the file in FILE or FILE|layername=NAME, which is how QGIS names one of several layers. */
size_t cli_layer_file(const char *name);

/* A layer by name, or a file, which has a . or / in its name: FILE, or FILE|layername=NAME. */
mintu_status cli_layer_open(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                            mintu_error *error, mintu_layer **out);

/* The layer @p name of the catalogue, as of @p date (0: the package's), for --agency where the command has it. */
mintu_status cli_layer_get(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                           mintu_error *error, mintu_layer **out);

#endif
