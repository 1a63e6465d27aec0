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

static const char MARK[] = "|layername=";

size_t cli_layer_file(const char *name)
{
    const char *bar = strstr(name, MARK);
    return bar ? (size_t)(bar - name) : strlen(name);
}

static mintu_status load_file(const cli_session *session, const char *name, mintu_error *error, mintu_layer **out)
{
    size_t length = cli_layer_file(name);
    char *file = strndup(name, length);
    const char *layer = name[length] ? name + length + sizeof MARK - 1 : NULL;
    mintu_status status =
        file ? mintu_layer_load(session->context, file, layer, error, out) : cli_fail_memory(error, "reading a layer");
    free(file);
    return status;
}

mintu_status cli_layer_open(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                            mintu_error *error, mintu_layer **out)
{
    return strpbrk(name, "./") ? load_file(session, name, error, out)
                               : cli_layer_get(arguments, session, name, date, error, out);
}
