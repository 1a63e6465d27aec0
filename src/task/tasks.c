#include "task/tasks.h"

#include "base/argument.h"
#include "gazetteer/places_query.h"
#include "layer/layer_end.h"
#include "task/join_rows.h"
#include "task/task_links.h"
#include "task/task_words.h"

#include <mintu/join.h>
#include <stdlib.h>
#include <string.h>

static const mintu_field fields[] = {
    {"no", MINTU_WHOLE},         {"section", MINTU_WHOLE},   {"section_title", MINTU_TEXT}, {"status", MINTU_TEXT},
    {"summary", MINTU_TEXT},     {"summary_en", MINTU_TEXT}, {"lead", MINTU_TEXT},          {"support", MINTU_TEXT},
    {"responsible", MINTU_TEXT}, {"joint", MINTU_TEXT},      {"open", MINTU_WHOLE},         {"targets", MINTU_TEXT},
    {"until", MINTU_TEXT},       {"scope", MINTU_TEXT},      {"scope_en", MINTU_TEXT},      {"places", MINTU_WHOLE},
    {"certainty", MINTU_TEXT},   {"source", MINTU_TEXT},     {"note", MINTU_TEXT},          {"span_start", MINTU_WHOLE},
    {"span_end", MINTU_WHOLE},   {"reach", MINTU_TEXT},      {"via", MINTU_TEXT},           {"rule", MINTU_TEXT},
    {"rule_en", MINTU_TEXT},
};
/* The last four are for a place asked for. */
enum { FIELDS_PLACE = sizeof fields / sizeof fields[0], FIELDS_TASK = FIELDS_PLACE - 4 };

static size_t count_places(const mintu_matrix *m, size_t task)
{
    size_t first, count = mintu_reach_links(m, task, &first), places = 0;
    for (size_t i = first; i < first + count; i += mintu_matrix_group(m, i))
        places++;
    return places;
}

static mintu_status add_task(const mintu_matrix *m, size_t task, const mintu_reason *reason, mintu_layer *out,
                             mintu_error *error)
{
    static const char *const texts[] = {"status", "summary", "summary_en"};
    mintu_row row = mintu_row_append(out, error);
    MINTU_ROW_NUMBERS(&row, mintu_table_number(m->tasks, task, "no"), mintu_table_number(m->tasks, task, "section"));
    mintu_row_text(&row, m->texts[task].section_title);
    for (int i = 0; i < 3; i++)
        mintu_row_text(&row, mintu_layer_field_text(m->tasks, task, texts[i]));
    for (int i = 0; i < MINTU_TASK_TEXT_END; i++) {
        if (i == MINTU_TASK_TEXT_ROLES)
            mintu_row_number(&row, mintu_table_number(m->tasks, task, "open"));
        mintu_row_text(&row, m->texts[task].all[i].data);
    }
    mintu_row_number(&row, (double)count_places(m, task));
    mintu_row_text(&row, reason ? reason->certainty : mintu_layer_field_text(m->tasks, task, "certainty"));
    mintu_row_text(&row, reason ? reason->source.data : mintu_layer_field_text(m->tasks, task, "source"));
    mintu_row_text(&row, mintu_layer_field_text(m->tasks, task, "note"));
    MINTU_ROW_NUMBERS(&row, mintu_table_number(m->tasks, task, "span_start"), mintu_table_number(m->tasks, task, "span_end"));
    if (!reason)
        return row.status;
    MINTU_ROW_TEXTS(&row, mintu_reach_text(reason->reach), reason->via.data, reason->rule[0].data, reason->rule[1].data);
    return row.status;
}

/* A deadline of a task that is no later; a year is as late as its last day. */
static bool due(const mintu_matrix *m, const char *no, const char *until)
{
    size_t size = strlen(until);
    for (size_t row = 0; row < mintu_layer_count(m->task_targets); row++) {
        const char *own = mintu_layer_field_text(m->task_targets, row, "until");
        if (own[0] && strcmp(mintu_layer_field_text(m->task_targets, row, "task"), no) == 0 &&
            (strncmp(own, until, size < strlen(own) ? size : strlen(own)) < 0 ||
             (strncmp(own, until, strlen(own) < size ? strlen(own) : size) == 0 && strlen(own) >= size)))
            return true;
    }
    return false;
}

bool mintu_tasks_wants(const mintu_matrix *m, const mintu_tasks_query *query, const char *agency, size_t task)
{
    const char *no = mintu_layer_field_text(m->tasks, task, "no");
    return (!query->no || strtol(no, NULL, 10) == query->no) &&
           (!query->section || mintu_table_number(m->tasks, task, "section") == query->section) &&
           (!query->status || strcmp(mintu_layer_field_text(m->tasks, task, "status"), query->status) == 0) &&
           (!query->until || due(m, no, query->until)) && (!agency || mintu_matrix_charges(m, task, agency));
}

static mintu_status add_reached(const mintu_matrix *m, size_t task, const mintu_place *place, mintu_layer *out,
                                mintu_error *error)
{
    mintu_reason reason;
    mintu_status status = mintu_reason_find(m, task, place, error, &reason);
    if (status != MINTU_STATUS_OK)
        return status;
    if (reason.reach != MINTU_REACH_NONE)
        status = add_task(m, task, &reason, out, error);
    mintu_reason_free(&reason);
    return status;
}

mintu_status mintu_tasks_rows(const mintu_matrix *m, const mintu_tasks_query *query, mintu_error *error, mintu_layer **out)
{
    const char *agency = NULL;
    const mintu_place *place = NULL;
    mintu_status status = query->agency ? mintu_matrix_agency(m, query->agency, error, &agency) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK && query->place)
        status = mintu_reach_place(m, query->place, error, &place);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(m->context, "tasks", fields, place ? FIELDS_PLACE : FIELDS_TASK, error, out);
    for (size_t task = 0; status == MINTU_STATUS_OK && task < mintu_layer_count(m->tasks); task++) {
        if (!mintu_tasks_wants(m, query, agency, task))
            continue;
        status = place ? add_reached(m, task, place, *out, error) : add_task(m, task, NULL, *out, error);
    }
    if (status != MINTU_STATUS_OK)
        return status;
    return mintu_gazetteer_note(m->gazetteer, *out, &(mintu_notes){"tasks", "tasks", m->date, 0}, error);
}

mintu_status mintu_tasks_list(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_tasks_query *query,
                              mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer) || MINTU_RESERVED_ZERO(error, query) ||
        MINTU_DATE_GIVEN(error, query ? query->as_of : 0))
        return MINTU_STATUS_USAGE;
    mintu_matrix matrix;
    query = query ? query : &(const mintu_tasks_query){0};
    mintu_status status = mintu_matrix_open(context, gazetteer, query->as_of, error, &matrix);
    if (status == MINTU_STATUS_OK && query->lang && strcmp(query->lang, "en") == 0)
        status = mintu_words_english(&matrix, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_tasks_rows(&matrix, query, error, out);
    mintu_matrix_close(&matrix);
    return mintu_layer_end(status, out);
}
