#define _POSIX_C_SOURCE 200809L /* strndup() */
#include "cli/layer_get.h"

#include "cli/arguments.h"

#include <stdlib.h>
#include <string.h>

mintu_status cli_layer_get(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                           mintu_error *error, mintu_layer **out)
{
    const mintu_catalogue_options options = {.as_of = date, .agency = cli_option_value(arguments, "agency")};
    return mintu_catalogue_layer(session->context, session->gazetteer, name, &options, error, out);
}

/* FILE|layername=NAME, as QGIS writes it, is one of several layers of a file. */
static mintu_status load_file(const cli_session *session, const char *name, mintu_error *error, mintu_layer **out)
{
    static const char mark[] = "|layername=";
    const char *bar = strstr(name, mark);
    if (!bar)
        return mintu_layer_load(session->context, name, NULL, error, out);
    char *file = strndup(name, (size_t)(bar - name));
    mintu_status status = file ? mintu_layer_load(session->context, file, bar + sizeof mark - 1, error, out)
                               : cli_fail_memory(error, "reading a layer");
    free(file);
    return status;
}

mintu_status cli_layer_open(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                            mintu_error *error, mintu_layer **out)
{
    return strpbrk(name, "./") ? load_file(session, name, error, out)
                               : cli_layer_get(arguments, session, name, date, error, out);
}
