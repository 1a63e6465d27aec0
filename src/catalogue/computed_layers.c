#include "catalogue/computed_layers.h"

#include "base/error.h"

#include <mintu/join.h>
#include <mintu/progress.h>
#include <mintu/quota.h>

/* The findings of the layer are those of `mintu join`; a map says n of N in its legend. Its places are those that are named or on a roster:
 * all members of a class would be points all over the map. */
static mintu_status join(mintu_context *context, const mintu_gazetteer *gazetteer, int which,
                         const mintu_catalogue_options *options, mintu_error *error, mintu_layer **out)
{
    const mintu_join_query query = {.as_of = options->as_of,
                                    .per = (mintu_join_per)which,
                                    .named = which == MINTU_JOIN_PER_PLACE,
                                    .agency = options->agency};
    mintu_status status = mintu_join_make(context, gazetteer, &query, error, NULL, out);
    return status == MINTU_STATUS_FINDINGS ? MINTU_STATUS_OK : status;
}

enum { LEDGER, COUNTIES, PREFECTURES, PILOTS };

static mintu_status take_quota(mintu_context *context, const mintu_quota *quota, int which, int year, mintu_error *error,
                               mintu_layer **out)
{
    if (which == LEDGER)
        return mintu_quota_ledger(context, quota, error, out);
    if (which == PILOTS)
        return mintu_quota_pilots(context, quota, year, error, out);
    return mintu_quota_units(context, quota, which == COUNTIES ? MINTU_LEVEL_COUNTY : MINTU_LEVEL_PREFECTURE, year, error, out);
}

/* The year of the day, by default the first of the package's period; the lines themselves are of the year alone. */
static mintu_status quota(mintu_context *context, const mintu_gazetteer *gazetteer, int which,
                          const mintu_catalogue_options *options, mintu_error *error, mintu_layer **out)
{
    mintu_quota_options asked;
    mintu_quota *ledger = NULL;
    mintu_status status = mintu_quota_options_init(gazetteer, error, &asked);
    int year = options->as_of ? options->as_of / 10000 : asked.from;
    if (which == LEDGER)
        asked.from = asked.to = year;
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_new(gazetteer, &asked, error, &ledger);
    if (status == MINTU_STATUS_OK)
        status = take_quota(context, ledger, which, year, error, out);
    mintu_quota_free(ledger);
    return status;
}

enum { CONNECTORS = -1 };

static mintu_status greenway(mintu_context *context, const mintu_gazetteer *gazetteer, int which,
                             const mintu_catalogue_options *options, mintu_error *error, mintu_layer **out)
{
    const mintu_greenway_query query = {.as_of = options->as_of};
    mintu_greenway_input *input;
    mintu_status status = mintu_greenway_input_new(context, gazetteer, &query, error, &input);
    if (status != MINTU_STATUS_OK)
        return status;
    const mintu_greenway_options *ways = mintu_greenway_input_options(input);
    status = which == CONNECTORS ? mintu_greenway_connectors(context, ways, error, out)
                                 : mintu_greenway_network(context, ways, (mintu_network_kind)which, error, out);
    mintu_greenway_input_free(input);
    return status;
}

/* The findings of the layer are those of `mintu tasks --progress`. */
static mintu_status progress(mintu_context *context, const mintu_gazetteer *gazetteer, int which,
                             const mintu_catalogue_options *options, mintu_error *error, mintu_layer **out)
{
    const mintu_tasks_query tasks = {.as_of = options->as_of, .agency = options->agency};
    const mintu_progress_query query = {
        .file = options->progress, .tasks = &tasks, .by = (mintu_progress_by)which, .on = (int)options->on};
    if (!options->progress)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "making a layer of progress: no table of reports is given; name the file that has them");
    mintu_status status = mintu_progress_make(context, gazetteer, &query, error, NULL, out);
    return status == MINTU_STATUS_FINDINGS ? MINTU_STATUS_OK : status;
}

const mintu_computed_layer MINTU_COMPUTED_LAYERS[] = {
    {"join", "tasks and places, one row per pair", join, MINTU_JOIN_PER_PAIR},
    {"join-places", "places that tasks name or whose roster has them, with the number of tasks", join, MINTU_JOIN_PER_PLACE},
    {"join-counties", "county-level units with the number of tasks", join, MINTU_JOIN_PER_COUNTY},
    {"greenway-connectors", "connectors, ways on land, from pilots, county seats and named places to each greenway", greenway,
     CONNECTORS},
    {"quota", "the land quota of a year, one row per unit", quota, LEDGER},
    {"quota-counties", "county-level units with their land quota in a year, mu", quota, COUNTIES},
    {"quota-prefectures", "prefectures with their land quota in a year, mu, and the number of pilots", quota, PREFECTURES},
    {"quota-pilots", "pilots with their land quota in a year, mu", quota, PILOTS},
    {"greenway-network", "shortest network found, with Steiner points, from the same places to the greenways", greenway,
     MINTU_NETWORK_STEINER},
    {"progress-tasks", "tasks with what has been reported on them, from a table of reports", progress, MINTU_PROGRESS_BY_TASK},
    {"progress-agencies", "agencies with how far their tasks are, from a table of reports", progress, MINTU_PROGRESS_BY_AGENCY},
    {"progress-prefectures", "prefectures with how far the tasks are that reach them, from a table of reports", progress,
     MINTU_PROGRESS_BY_PREFECTURE},
    {"progress-counties", "county-level units with how far the tasks are that reach them, from a table of reports", progress,
     MINTU_PROGRESS_BY_COUNTY},
    {"progress-places", "places that tasks name or a roster has, with how far their tasks are, from a table of reports",
     progress, MINTU_PROGRESS_BY_PLACE},
    {0},
};
