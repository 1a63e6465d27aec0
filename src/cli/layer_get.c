#include "cli/layer_get.h"

#include "cli/cli.h"
#include "cli/greenway_input.h"
#include "cli/quota_of_year.h"

#include <string.h>

/* Layers that are computed from others, one row each: name, one line for lists, how it is made. Ends with an empty row. */
static const cli_computed_layer computed[] = {
    {"join", "tasks and places, one row per pair", cli_join_layer},
    {"join-places", "places that tasks name or whose roster has them, with the number of tasks", cli_join_places_layer},
    {"join-counties", "county-level units with the number of tasks", cli_join_counties_layer},
    {"greenway-connectors", "connectors, ways on land, from pilots, county seats and named places to each greenway",
     cli_greenway_connectors},
    {"quota", "the land quota of a year, one row per unit", cli_quota_layer},
    {"quota-counties", "county-level units with their land quota in a year, mu", cli_quota_counties_layer},
    {"quota-prefectures", "prefectures with their land quota in a year, mu, and the number of pilots",
     cli_quota_prefectures_layer},
    {"quota-pilots", "pilots with their land quota in a year, mu", cli_quota_pilots_layer},
    {"greenway-network", "shortest network found, with Steiner points, from the same places to the greenways",
     cli_greenway_network},
    {NULL, NULL, NULL},
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
            return layer->compute(arguments, session, date, error, out);
    return mintu_gazetteer_layer(session->context, session->gazetteer, name, date, error, out);
}
