/* Layers by name. */
#ifndef CONSOLE_LAYER_GET_H
#define CONSOLE_LAYER_GET_H

#include "console/command.h"

/* Length of the file in FILE or FILE|layername=NAME, which is how QGIS names one of several layers. */
size_t cli_layer_file(const char *name);

/* True for a database, which is no file: PG:… or PG:…|layername=NAME. Its text may hold a password and stands in no message. */
bool cli_layer_is_database(const char *name);

/* Bytes of the first of a list of files with commas between. A connection may have commas of its own, and so it ends with the list, or
 * with the first comma behind the layer that it names. */
size_t cli_list_size(const char *list);

/* The next of such a list, on the heap, NULL when memory ran out; *at is NULL behind the last one. */
char *cli_list_next(const char **at);

/* The list as it may stand in a message: none of it when a database is in it. */
const char *cli_list_shown(const char *list);

/* Writes a layer to a file, or to a database as a table of its name, or of that behind |layername=. */
mintu_status cli_layer_write(mintu_context *context, const mintu_layer *layer, const char *path,
                             const mintu_write_options *options, mintu_error *error);

/* A layer by name, or of a database (PG:…), or of a file, which has a . or / in its name: FILE, or FILE|layername=NAME. */
mintu_status cli_layer_open(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                            mintu_error *error, mintu_layer **out);

/* The layer @p name of the catalogue, as of @p date (0: the package's), for --agency where the command has it. */
mintu_status cli_layer_get(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                           mintu_error *error, mintu_layer **out);

#endif
