#include <mintu/join.h>

#include "base/argument.h"
#include "gazetteer/place_classes.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places_query.h"
#include "gazetteer/rosters.h"
#include "layer/layer_end.h"
#include "task/reach.h"

#include <mintu/date.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Rows are added one value at a time; item and position are those of the task in hand. */
typedef struct explainer {
    mintu_matrix matrix;
    mintu_layer *out;
    mintu_error *error;
    mintu_status status;
    char item[32], position[96];
} explainer;

typedef struct value {
    const char *field, *value, *rule, *source, *certainty;
} value;

static void tell(explainer *e, value v)
{
    if (e->status != MINTU_STATUS_OK || !v.value || !v.value[0])
        return;
    mintu_row row = mintu_row_append(e->out, e->error);
    const char *const texts[] = {v.field, v.value, e->item, e->position, v.rule, v.source, v.certainty};
    for (int i = 0; i < 7; i++)
        mintu_row_text(&row, texts[i] ? texts[i] : "");
    e->status = row.status;
}

static void set_item(explainer *e, size_t task)
{
    const mintu_layer *tasks = e->matrix.tasks;
    char start[24];
    e->position[0] = '\0';
    snprintf(e->item, sizeof e->item, "%s", mintu_layer_field_text(tasks, task, "no"));
    snprintf(start, sizeof start, "%s", mintu_layer_field_text(tasks, task, "span_start"));
    if (!start[0])
        return;
    const char *line = mintu_layer_field_text(tasks, task, "line");
    snprintf(e->position, sizeof e->position, "%s%.12s%sbytes %s-%.24s", line[0] ? "line " : "", line, line[0] ? ", " : "",
             start, mintu_layer_field_text(tasks, task, "span_end"));
}

static void tell_targets(explainer *e)
{
    const mintu_layer *table = e->matrix.task_targets;
    for (size_t row = 0; row < mintu_layer_count(table); row++) {
        if (strcmp(mintu_layer_field_text(table, row, "task"), e->item) != 0)
            continue;
        mintu_buffer text = {0};
        mintu_buffer_format(&text, "%s %s ", mintu_layer_field_text(table, row, "what"),
                            mintu_layer_field_text(table, row, "bound"));
        mintu_buffer_text(&text, mintu_layer_field_text(table, row, "value"));
        mintu_buffer_text(&text, mintu_layer_field_text(table, row, "unit"));
        const char *per = mintu_layer_field_text(table, row, "per"), *until = mintu_layer_field_text(table, row, "until");
        mintu_buffer_format(&text, "%s%s%s%s", per[0] ? " / " : "", per, until[0] ? " until " : "", until);
        tell(e, (value){"target", text.failed ? "?" : text.data, "", mintu_layer_field_text(table, row, "source"),
                        mintu_layer_field_text(table, row, "certainty")});
        mintu_buffer_free(&text);
    }
}

static void tell_agencies(explainer *e)
{
    const mintu_layer *table = e->matrix.task_agencies;
    for (size_t row = 0; row < mintu_layer_count(table); row++)
        if (strcmp(mintu_layer_field_text(table, row, "task"), e->item) == 0)
            tell(e, (value){mintu_layer_field_text(table, row, "role"), mintu_layer_field_text(table, row, "agency"),
                            "clause of responsibility", mintu_layer_field_text(table, row, "source"),
                            mintu_layer_field_text(table, row, "certainty")});
}

static void tell_scopes(explainer *e)
{
    const mintu_layer *table = e->matrix.task_places;
    for (size_t row = 0; row < mintu_layer_count(table); row++) {
        if (strcmp(mintu_layer_field_text(table, row, "task"), e->item) != 0)
            continue;
        const mintu_place_class *class =
            mintu_place_class_find(e->matrix.gazetteer, mintu_layer_field_text(table, row, "class"));
        const char *rule = class ? mintu_matrix_class_rule(&e->matrix, class, 0) : "the class is not known";
        const char *code = mintu_layer_field_text(table, row, "code");
        const mintu_place *place = code[0] ? mintu_gazetteer_find(e->matrix.gazetteer, code) : NULL;
        mintu_buffer text = {0};
        mintu_buffer_format(&text, "%s%s%s", mintu_layer_field_text(table, row, "name"), place ? " → " : "",
                            place ? mintu_gazetteer_then(e->matrix.gazetteer, place, e->matrix.date).name : "");
        tell(e, (value){"scope", text.failed ? "?" : text.data, rule, mintu_layer_field_text(table, row, "source"),
                        mintu_layer_field_text(table, row, "certainty")});
        mintu_buffer_free(&text);
    }
}

static void tell_task(explainer *e, size_t task)
{
    static const char *const fields[] = {"status", "summary", "note"};
    const mintu_layer *tasks = e->matrix.tasks;
    const char *source = mintu_layer_field_text(tasks, task, "source"),
               *certainty = mintu_layer_field_text(tasks, task, "certainty");
    set_item(e, task);
    size_t section = mintu_table_find(e->matrix.sections, "no", mintu_layer_field_text(tasks, task, "section"));
    for (int i = 0; i < 3; i++)
        tell(e, (value){fields[i], mintu_layer_field_text(tasks, task, fields[i]), i == 1 ? "in our own words" : "", source,
                        certainty});
    if (section < mintu_layer_count(e->matrix.sections)) {
        mintu_buffer text = {0};
        mintu_buffer_format(&text, "%s ", mintu_layer_field_text(e->matrix.sections, section, "no"));
        mintu_buffer_text(&text, mintu_layer_field_text(e->matrix.sections, section, "title"));
        tell(e, (value){"section", text.failed ? "?" : text.data, "",
                        mintu_layer_field_text(e->matrix.sections, section, "source"),
                        strcmp(certainty, "indirect") == 0 ? certainty
                                                           : mintu_layer_field_text(e->matrix.sections, section, "certainty")});
        mintu_buffer_free(&text);
    }
    tell_agencies(e);
    tell_targets(e);
    tell_scopes(e);
}

static void tell_names(explainer *e, const mintu_place *place)
{
    const mintu_gazetteer *gazetteer = e->matrix.gazetteer;
    mintu_place_then then = mintu_gazetteer_then(gazetteer, place, e->matrix.date);
    char day[11], rule[64], point[64];
    mintu_date_format(e->matrix.date, day);
    snprintf(rule, sizeof rule, "as of %s", day);
    snprintf(point, sizeof point, "%.5f %.5f (%s)", place->lon, place->lat, place->precision);
    bool changed = strcmp(then.name, place->name) != 0;
    tell(e, (value){"code", place->code, "stable code", "places.csv", "attested"});
    tell(e, (value){"name", then.name, rule, changed ? "place_names.csv" : "places.csv", "attested"});
    tell(e, (value){"name_now", changed ? place->name : "", "today", "places.csv", "attested"});
    const mintu_place *parent = mintu_gazetteer_find(gazetteer, then.parent);
    tell(e, (value){"parent", parent ? mintu_gazetteer_then(gazetteer, parent, e->matrix.date).name : "", rule,
                    changed ? "place_names.csv" : "places.csv", "attested"});
    tell(e, (value){"point", point, "", place->source, place->certainty});
    for (size_t i = 0; i < gazetteer->entry_count; i++) {
        const mintu_entry *entry = &gazetteer->entries[i];
        if (&gazetteer->places[entry->place] != place || !entry->roster)
            continue;
        mintu_buffer id = {0};
        mintu_rosters_text(gazetteer, entry->roster, &id);
        tell(e, (value){"roster", id.failed ? "?" : id.data, entry->note, entry->source[0] ? entry->source : entry->note,
                        entry->certainty});
        mintu_buffer_free(&id);
    }
}

static void tell_reason(explainer *e, size_t task, const mintu_place *place, const char *field)
{
    mintu_reason reason;
    mintu_buffer text = {0};
    if (e->status == MINTU_STATUS_OK)
        e->status = mintu_reason_find(&e->matrix, task, place, e->error, &reason);
    if (e->status != MINTU_STATUS_OK)
        return;
    if (reason.reach != MINTU_REACH_NONE) {
        set_item(e, task);
        mintu_buffer_format(&text, "%s%s%s", mintu_reach_text(reason.reach), reason.via.size ? ": " : "", reason.via.data);
        tell(e, (value){field, text.failed ? "?" : text.data, reason.rule[0].data, reason.source.data, reason.certainty});
    }
    mintu_buffer_free(&text);
    mintu_reason_free(&reason);
}

/* TASK-CODE, or no row of tasks. */
static size_t read_pair(const explainer *e, const char *what, const mintu_place **place)
{
    const char *dash = strchr(what, '-');
    char no[32] = "";
    if (!dash || (size_t)(dash - what) >= sizeof no)
        return mintu_layer_count(e->matrix.tasks);
    strncat(no, what, (size_t)(dash - what));
    *place = mintu_gazetteer_find(e->matrix.gazetteer, dash + 1);
    return *place ? mintu_table_find(e->matrix.tasks, "no", no) : mintu_layer_count(e->matrix.tasks);
}

static mintu_status explain(explainer *e, const char *what)
{
    size_t tasks = mintu_layer_count(e->matrix.tasks);
    const mintu_place *place = NULL;
    size_t task = mintu_table_find(e->matrix.tasks, "no", what);
    size_t pair = read_pair(e, what, &place);
    if (task < tasks && what[0]) {
        tell_task(e, task);
    } else if (place && pair < tasks && mintu_reach_task(&e->matrix, pair, place) == MINTU_REACH_OWN) {
        tell_reason(e, pair, place, "reach");
        tell_task(e, pair);
        e->item[0] = e->position[0] = '\0';
        tell_names(e, place);
    } else {
        mintu_status status = mintu_reach_place(&e->matrix, what, e->error, &place);
        if (status != MINTU_STATUS_OK || !place)
            return status;
        tell_names(e, place);
        for (task = 0; task < tasks; task++)
            tell_reason(e, task, place, "task");
    }
    return e->status;
}

mintu_status mintu_explain(mintu_context *context, const mintu_gazetteer *gazetteer, const char *what, int date,
                           mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer, what) || MINTU_DATE_GIVEN(error, date))
        return MINTU_STATUS_USAGE;
    static const char *const names[] = {"field", "value", "item", "position", "rule", "source", "certainty"};
    mintu_field fields[7];
    explainer e = {.error = error};
    unsigned long failures = mintu_memory_failures();
    for (int i = 0; i < 7; i++)
        fields[i] = (mintu_field){names[i], MINTU_FIELD_TYPE_TEXT};
    mintu_status status = mintu_matrix_open(context, gazetteer, date, error, &e.matrix);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, "explain", fields, 7, error, &e.out);
    if (status == MINTU_STATUS_OK)
        status = explain(&e, what);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_note(gazetteer, e.out, &(mintu_notes){what, "tasks", date, 0}, error);
    mintu_matrix_close(&e.matrix);
    if (status == MINTU_STATUS_OK && mintu_memory_failures() != failures)
        status = mintu_fail_memory(error, "explaining");
    *out = e.out;
    return mintu_layer_end(status, out);
}
