/* What the package states about the quota: the member mintu:quota, and the task's rate and classes. */
#include "analyse/quota_rule.h"

#include "analyse/quota.h"
#include "gazetteer/places.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Classes of places as in task_places.csv. */
static const char *const classes[MINTU_QUOTA_KIND_END] = {"cities-and-counties", "small-cities", "pilot-towns"};

/* A table's columns in question; -1 where it has none. The first is always `task`. */
typedef struct task_table {
    mintu_table *table;
    int columns[3];
    char task[16];
} task_table;

static mintu_status open_table(const mintu_gazetteer *gazetteer, const char *stem, const char *const names[3], task_table *t,
                               mintu_error *error)
{
    mintu_status status = mintu_tables_load(&gazetteer->package, stem, false, error, &t->table);
    return status == MINTU_STATUS_OK && t->table ? mintu_tables_columns(t->table, names, 3, error, t->columns) : status;
}

static const char *cell(const task_table *t, size_t row, int column)
{
    return mintu_table_text(t->table, row, (size_t)t->columns[column]);
}

/* The rate is the first target that has a period ("per") and a whole number. */
static void find_rate(const task_table *t, mintu_quota_options *options)
{
    for (size_t row = 0; t->table && row < mintu_table_count(t->table); row++) {
        char *end;
        long rate = strtol(cell(t, row, 1), &end, 10);
        if (strcmp(cell(t, row, 0), t->task) == 0 && cell(t, row, 2)[0] && end != cell(t, row, 1) && *end == '\0') {
            options->rate = rate;
            return;
        }
    }
}

static void find_classes(const task_table *t, mintu_quota *quota)
{
    for (size_t row = 0; t->table && row < mintu_table_count(t->table); row++)
        for (int kind = 0; kind < MINTU_QUOTA_KIND_END && strcmp(cell(t, row, 0), t->task) == 0; kind++)
            quota->wanted[kind] |= strcmp(cell(t, row, 1), classes[kind]) == 0;
}

static mintu_status read_task(const mintu_gazetteer *gazetteer, mintu_quota_options *options, mintu_quota *quota,
                              mintu_error *error)
{
    static const char *const target[3] = {"task", "value", "per"}, *const place[3] = {"task", "class", "source"};
    task_table targets = {0}, places = {0};
    snprintf(targets.task, sizeof targets.task, "%d", quota->task);
    snprintf(places.task, sizeof places.task, "%d", quota->task);
    mintu_status status = open_table(gazetteer, "task_targets", target, &targets, error);
    if (status == MINTU_STATUS_OK)
        status = open_table(gazetteer, "task_places", place, &places, error);
    if (status == MINTU_STATUS_OK) {
        find_rate(&targets, options);
        find_classes(&places, quota);
    }
    mintu_table_free(targets.table);
    mintu_table_free(places.table);
    return status;
}

mintu_status mintu_quota_rule(const mintu_gazetteer *gazetteer, mintu_quota_options *options, mintu_quota *quota,
                              mintu_error *error)
{
    const json_t *rule = json_object_get(gazetteer->package.root, "mintu:quota");
    mintu_status status = MINTU_STATUS_OK;
    bool any = false;
    quota->task = (int)json_integer_value(json_object_get(rule, "task"));
    if (json_is_object(rule)) {
        options->from = (int)json_integer_value(json_object_get(rule, "from"));
        options->to = (int)json_integer_value(json_object_get(rule, "to"));
        status = read_task(gazetteer, options, quota, error);
    }
    for (int kind = 0; kind < MINTU_QUOTA_KIND_END; kind++)
        any |= quota->wanted[kind];
    for (int kind = 0; kind < MINTU_QUOTA_KIND_END && !any; kind++)
        quota->wanted[kind] = true;
    return status;
}

mintu_status mintu_quota_read_apart(mintu_quota *quota, mintu_error *error)
{
    static const char *const names[] = {"code"};
    int code;
    quota->apart = calloc(quota->gazetteer->count + 1, sizeof *quota->apart);
    if (!quota->apart)
        return mintu_fail_memory(error, "counting the land quota");
    mintu_status status = mintu_tables_load(&quota->gazetteer->package, "set_apart", false, error, &quota->apart_table);
    if (status == MINTU_STATUS_OK && quota->apart_table)
        status = mintu_tables_columns(quota->apart_table, names, 1, error, &code);
    if (status != MINTU_STATUS_OK || !quota->apart_table)
        return status;
    int note = mintu_table_column_find(quota->apart_table, "reason_en");
    if (note < 0)
        note = mintu_table_column_find(quota->apart_table, "note");
    for (size_t row = 0; row < mintu_table_count(quota->apart_table); row++) {
        const mintu_place *place =
            mintu_gazetteer_find(quota->gazetteer, mintu_table_text(quota->apart_table, row, (size_t)code));
        if (!place)
            return mintu_cell_fail(quota->apart_table, row, code, "a code of places.csv", error);
        quota->apart[mintu_gazetteer_index(quota->gazetteer, place)] =
            note < 0 ? "" : mintu_table_text(quota->apart_table, row, (size_t)note);
    }
    return MINTU_STATUS_OK;
}

/* Entries stand in the order of the tables, so that an entry's row follows from where its roster begins. */
static mintu_status check_roster(const mintu_gazetteer *gazetteer, mintu_pilot roster, const mintu_table *table,
                                 unsigned char *seen, mintu_error *error)
{
    size_t row = 0;
    for (size_t i = 0; i < gazetteer->entry_count; i++) {
        const mintu_entry *entry = &gazetteer->entries[i];
        if (entry->roster != roster)
            continue;
        if (seen[entry->place] & roster)
            return mintu_cell_fail(table, row, mintu_table_column_find(table, "code"),
                                   "a place that no other line of the roster has", error);
        seen[entry->place] |= (unsigned char)roster;
        row++;
    }
    return MINTU_STATUS_OK;
}

mintu_status mintu_quota_check_rosters(const mintu_gazetteer *gazetteer, mintu_error *error)
{
    unsigned char *seen = calloc(gazetteer->count + 1, 1);
    if (!seen)
        return mintu_fail_memory(error, "counting the land quota");
    mintu_status status = check_roster(gazetteer, MINTU_PILOT_SMALL_CITY, gazetteer->tables[MINTU_TABLE_CITIES], seen, error);
    if (status == MINTU_STATUS_OK)
        status = check_roster(gazetteer, MINTU_PILOT_TOWN, gazetteer->tables[MINTU_TABLE_TOWNS], seen, error);
    free(seen);
    return status;
}
