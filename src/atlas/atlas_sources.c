#include "atlas/atlas_sources.h"

#include "base/array.h"
#include "gazetteer/gazetteer_data.h"
#include "task/task_words.h"

#include <mintu/catalogue.h>
#include <mintu/progress.h>
#include <mintu/quota.h>
#include <stdlib.h>
#include <string.h>

static const mintu_quota_by BY[] = {
    [MINTU_LEVEL_PREFECTURE] = MINTU_QUOTA_BY_PREFECTURE, [MINTU_LEVEL_COUNTY] = MINTU_QUOTA_BY_COUNTY};
static const mintu_progress_by REPORTED[] = {
    [MINTU_LEVEL_PREFECTURE] = MINTU_PROGRESS_BY_PREFECTURE, [MINTU_LEVEL_COUNTY] = MINTU_PROGRESS_BY_COUNTY};

static bool has(const mintu_atlas_sources *s, const char *table)
{
    return mintu_package_resource(&s->gazetteer->package, table, NULL) != NULL;
}

/* The totals of one year, that of the day or the first of the period. */
static mintu_status open_quota(mintu_atlas_sources *s, mintu_error *error)
{
    mintu_quota_options options;
    mintu_quota *quota = NULL;
    mintu_error stated;
    if (mintu_quota_options_init(s->gazetteer, &stated, &options) != MINTU_STATUS_OK || !options.from || !options.rate)
        return MINTU_STATUS_OK; /* the package states none */
    int year = s->as_of / 10000;
    s->year = options.from = options.to = year >= options.from && year <= options.to ? year : options.from;
    mintu_status status = mintu_quota_new(s->gazetteer, &options, error, &quota);
    for (int level = MINTU_LEVEL_PREFECTURE; level <= MINTU_LEVEL_COUNTY && status == MINTU_STATUS_OK; level++)
        status = mintu_quota_totals(s->context, quota, BY[level], error, &s->quotas[level]);
    mintu_quota_free(quota);
    return status;
}

static mintu_status open_tasks(mintu_atlas_sources *s, const mintu_atlas_options *options, mintu_error *error)
{
    s->matrix_open = true;
    mintu_status status = mintu_matrix_open(s->context, s->gazetteer, options->as_of, error, &s->matrix);
    return status == MINTU_STATUS_OK && s->english ? mintu_words_english(&s->matrix, error) : status;
}

static mintu_status open_progress(mintu_atlas_sources *s, const mintu_atlas_options *options, mintu_error *error)
{
    const mintu_tasks_query tasks = {.as_of = options->as_of};
    mintu_status status = MINTU_STATUS_OK;
    for (int level = MINTU_LEVEL_PREFECTURE; level <= MINTU_LEVEL_COUNTY && status == MINTU_STATUS_OK; level++) {
        const mintu_progress_query query = {
            .file = options->progress, .tasks = &tasks, .by = REPORTED[level], .on = (int)options->on, .plain = true};
        mintu_layer *findings = NULL;
        status = mintu_progress_make(s->context, s->gazetteer, &query, error, &findings, &s->progress[level]);
        s->refused = findings ? mintu_layer_count(findings) : 0;
        mintu_layer_free(findings);
        status = status == MINTU_STATUS_FINDINGS ? MINTU_STATUS_OK : status;
    }
    return status;
}

mintu_status mintu_atlas_sources_open(mintu_atlas_sources *s, const mintu_atlas_options *options, mintu_error *error)
{
    const mintu_places_query pilots = {.rosters = MINTU_ROSTERS_ANY, .as_of = options->as_of};
    const mintu_catalogue_options day = {.as_of = options->as_of};
    s->as_of = options->as_of ? options->as_of : mintu_gazetteer_as_of(s->gazetteer);
    s->tasks = has(s, "tasks");
    mintu_status status = MINTU_STATUS_OK;
    if (mintu_gazetteer_roster_count(s->gazetteer) > 0)
        status = mintu_gazetteer_places_layer(s->context, s->gazetteer, &pilots, error, &s->pilots);
    if (status == MINTU_STATUS_OK && has(s, "greenways"))
        status = mintu_catalogue_layer(s->context, s->gazetteer, "greenway-connectors", &day, error, &s->connectors);
    if (status == MINTU_STATUS_OK && s->tasks)
        status = open_tasks(s, options, error);
    if (status == MINTU_STATUS_OK)
        status = open_quota(s, error);
    if (status == MINTU_STATUS_OK && options->progress)
        status = open_progress(s, options, error);
    return status;
}

void mintu_atlas_sources_close(mintu_atlas_sources *s)
{
    if (s->matrix_open)
        mintu_matrix_close(&s->matrix);
    mintu_layer_free(s->pilots);
    mintu_layer_free(s->connectors);
    for (int level = 0; level <= MINTU_LEVEL_COUNTY; level++) {
        mintu_layer_free(s->quotas[level]);
        mintu_layer_free(s->progress[level]);
    }
    *s = (mintu_atlas_sources){.context = NULL};
}
