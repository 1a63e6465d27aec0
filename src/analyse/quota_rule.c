/* What the package states about the quota: the member mintu:quota, and the task's rate and classes. */
#include "analyse/quota_rule.h"

#include "analyse/quota.h"
#include "gazetteer/places.h"
#include "gazetteer/rosters.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A table's columns in question; -1 where it has none. The first is always `task`. */
typedef struct task_table {
    mintu_table *table;
    int columns[3];
    char task[16];
} task_table;

static mintu_status open_table(const mintu_gazetteer *gazetteer, const char *stem, const char *const names[3], int task,
                               mintu_error *error, task_table *t)
{
    snprintf(t->task, sizeof t->task, "%d", task);
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
            options->rate = rate > 0 ? rate : rate + MINTU_QUOTA_RATE_NONE; /* below it, it is refused */
            return;
        }
    }
}

mintu_status mintu_quota_rule(const mintu_gazetteer *gazetteer, mintu_quota_options *options, int *task, mintu_error *error)
{
    static const char *const names[3] = {"task", "value", "per"};
    const json_t *rule = json_object_get(gazetteer->package.root, "mintu:quota");
    task_table targets = {0};
    *task = (int)json_integer_value(json_object_get(rule, "task"));
    if (!json_is_object(rule))
        return MINTU_STATUS_OK;
    options->from = (int)json_integer_value(json_object_get(rule, "from"));
    options->to = (int)json_integer_value(json_object_get(rule, "to"));
    mintu_status status = open_table(gazetteer, "task_targets", names, *task, error, &targets);
    if (status == MINTU_STATUS_OK)
        find_rate(&targets, options);
    mintu_table_free(targets.table);
    return status;
}

static void add_kind(mintu_quota *quota, const mintu_place_class *class)
{
    mintu_quota_class *kind = &quota->kinds[quota->kind_count++];
    kind->class = class;
    kind->roster = mintu_rosters_one(quota->gazetteer, class->roster);
}

static mintu_status find_wanted(mintu_quota *quota, mintu_error *error)
{
    static const char *const names[3] = {"task", "class", "source"};
    task_table places = {0};
    bool any = false;
    mintu_status status =
        quota->task ? open_table(quota->gazetteer, "task_places", names, quota->task, error, &places) : MINTU_STATUS_OK;
    for (int kind = 0; kind < quota->kind_count && status == MINTU_STATUS_OK; kind++) {
        mintu_quota_class *own = &quota->kinds[kind];
        for (size_t row = 0; places.table && row < mintu_table_count(places.table); row++)
            own->wanted |=
                strcmp(cell(&places, row, 0), places.task) == 0 && strcmp(cell(&places, row, 1), own->class->name) == 0;
        any |= own->wanted;
    }
    for (int kind = 0; kind < quota->kind_count && !any; kind++)
        quota->kinds[kind].wanted = true;
    mintu_table_free(places.table);
    return status;
}

mintu_status mintu_quota_read_kinds(mintu_quota *quota, mintu_error *error)
{
    const mintu_gazetteer *gazetteer = quota->gazetteer;
    quota->kind_count = 0;
    quota->kinds = calloc(gazetteer->class_count + 1, sizeof *quota->kinds);
    if (!quota->kinds)
        return mintu_fail_memory(error, "counting the land quota");
    for (size_t i = 0; i < gazetteer->class_count; i++)
        if (gazetteer->classes[i].quota[0])
            add_kind(quota, &gazetteer->classes[i]);
    if (quota->kind_count == 0)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = gazetteer->package.path},
                             "counting the land quota: no class of place_classes.csv has a word in the column quota; expected "
                             "one, such as county; name another package");
    return find_wanted(quota, error);
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
mintu_status mintu_quota_check_rosters(const mintu_gazetteer *gazetteer, mintu_error *error)
{
    unsigned *seen = calloc(gazetteer->count + 1, sizeof *seen);
    mintu_status status = seen ? MINTU_STATUS_OK : mintu_fail_memory(error, "counting the land quota");
    size_t next = 0;
    for (size_t i = 0; i < gazetteer->roster_count && status == MINTU_STATUS_OK; i++) {
        const mintu_table *table = gazetteer->roster_tables[i];
        for (size_t row = 0; row < gazetteer->rosters[i].listed && status == MINTU_STATUS_OK; row++) {
            const mintu_entry *entry = &gazetteer->entries[next++];
            if (seen[entry->place] & entry->roster)
                status = mintu_cell_fail(table, row, mintu_table_column_find(table, "code"),
                                         "a place that no other line of the roster has", error);
            seen[entry->place] |= entry->roster;
        }
    }
    free(seen);
    return status;
}
