#include "cli/layer_get.h"

#include "cli/arguments.h"

#include <string.h>

mintu_status cli_layer_get(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                           mintu_error *error, mintu_layer **out)
{
    const mintu_catalogue_options options = {.as_of = date, .agency = cli_option_value(arguments, "agency")};
    return mintu_catalogue_layer(session->context, session->gazetteer, name, &options, error, out);
}

mintu_status cli_layer_open(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                            mintu_error *error, mintu_layer **out)
{
    return strpbrk(name, "./") ? mintu_layer_load(session->context, name, NULL, error, out)
                               : cli_layer_get(arguments, session, name, date, error, out);
}
