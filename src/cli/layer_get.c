#include "cli/layer_get.h"

#include "cli/cli.h"
#include "cli/greenway_input.h"
#include "cli/quota_of_year.h"

#include <string.h>

/* Layers that are computed from others, one row each: name, one line for lists, how it is made. Ends with an empty row. */
static const cli_computed_layer computed[] = {
    {"join", "tasks and places, one row per pair", cli_join_layer, MINTU_JOIN_PER_PAIR},
    {"join-places", "places that tasks name or whose roster has them, with the number of tasks", cli_join_layer,
     MINTU_JOIN_PER_PLACE},
    {"join-counties", "county-level units with the number of tasks", cli_join_layer, MINTU_JOIN_PER_COUNTY},
    {"greenway-connectors", "connectors, ways on land, from pilots, county seats and named places to each greenway",
     cli_greenway_layer, CLI_CONNECTORS},
    {"quota", "the land quota of a year, one row per unit", cli_quota_layer, CLI_QUOTA_LEDGER},
    {"quota-counties", "county-level units with their land quota in a year, mu", cli_quota_layer, CLI_QUOTA_COUNTIES},
    {"quota-prefectures", "prefectures with their land quota in a year, mu, and the number of pilots", cli_quota_layer,
     CLI_QUOTA_PREFECTURES},
    {"quota-pilots", "pilots with their land quota in a year, mu", cli_quota_layer, CLI_QUOTA_PILOTS},
    {"greenway-network", "shortest network found, with Steiner points, from the same places to the greenways",
     cli_greenway_layer, MINTU_NETWORK_STEINER},
    {0},
};

const cli_computed_layer *cli_computed_layers(void)
{
    return computed;
}

mintu_status cli_layer_get(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                           mintu_error *error, mintu_layer **out)
{
    for (const cli_computed_layer *layer = computed; layer->name; layer++)
        if (strcmp(layer->name, name) == 0)
            return layer->compute(arguments, session, layer->which, date, error, out);
    return mintu_gazetteer_layer(session->context, session->gazetteer, name, date, error, out);
}

mintu_status cli_layer_open(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                            mintu_error *error, mintu_layer **out)
{
    return strpbrk(name, "./") ? mintu_layer_load(session->context, name, NULL, error, out)
                               : cli_layer_get(arguments, session, name, date, error, out);
}
