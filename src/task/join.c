#include "base/argument.h"
#include "task/join_rows.h"

#include "gazetteer/names_in_time.h"
#include "gazetteer/places_query.h"
#include "task/rollup.h"
#include "task/task_links.h"

#include <mintu/join.h>
#include <stdio.h>
#include <string.h>

static const mintu_field fields[] = {
    {"id", MINTU_TEXT},          {"task", MINTU_WHOLE},      {"code", MINTU_TEXT},        {"name", MINTU_TEXT},
    {"name_en", MINTU_TEXT},     {"level", MINTU_TEXT},      {"type", MINTU_TEXT},        {"county", MINTU_TEXT},
    {"prefecture", MINTU_TEXT},  {"status", MINTU_TEXT},     {"section", MINTU_WHOLE},    {"section_title", MINTU_TEXT},
    {"summary", MINTU_TEXT},     {"summary_en", MINTU_TEXT}, {"lead", MINTU_TEXT},        {"support", MINTU_TEXT},
    {"responsible", MINTU_TEXT}, {"joint", MINTU_TEXT},      {"open", MINTU_WHOLE},       {"targets", MINTU_TEXT},
    {"until", MINTU_TEXT},       {"class", MINTU_TEXT},      {"rule", MINTU_TEXT},        {"rule_en", MINTU_TEXT},
    {"certainty", MINTU_TEXT},   {"source", MINTU_TEXT},     {"precision", MINTU_TEXT},   {"named", MINTU_WHOLE},
    {"code_then", MINTU_TEXT},   {"name_now", MINTU_TEXT},   {"county_code", MINTU_TEXT}, {"prefecture_code", MINTU_TEXT},
};

static const char *unit_code(const mintu_matrix *m, const mintu_place *place, mintu_level level)
{
    const mintu_place *unit = mintu_gazetteer_within(m->gazetteer, place, level, m->date);
    return unit ? unit->code : "";
}

static void add_task(const mintu_matrix *m, size_t task, mintu_row *row)
{
    const mintu_task_texts *texts = &m->texts[task];
    mintu_row_text(row, mintu_layer_field_text(m->tasks, task, "status"));
    mintu_row_number(row, mintu_table_number(m->tasks, task, "section"));
    MINTU_ROW_TEXTS(row, texts->section_title, mintu_layer_field_text(m->tasks, task, "summary"));
    mintu_row_text(row, mintu_layer_field_text(m->tasks, task, "summary_en"));
    for (int i = 0; i < MINTU_TASK_TEXT_SCOPE; i++) {
        if (i == MINTU_TASK_TEXT_ROLES)
            mintu_row_number(row, mintu_table_number(m->tasks, task, "open"));
        mintu_row_text(row, texts->all[i].data);
    }
}

static mintu_status add_pair(const mintu_matrix *m, size_t first, size_t count, mintu_layer *layer, mintu_error *error)
{
    const mintu_link *link = &m->links[first];
    mintu_buffer id = {0}, rule[2] = {{0}}, source = {0};
    bool named = false;
    mintu_buffer_format(&id, "%s-%s", mintu_layer_field_text(m->tasks, link->task, "no"), link->place->code);
    mintu_matrix_rule(m, first, count, 0, &rule[0]);
    mintu_matrix_rule(m, first, count, 1, &rule[1]);
    mintu_matrix_source(m, first, count, &source);
    for (size_t i = first; i < first + count; i++)
        named = named || mintu_scope_names(m->links[i].class);
    mintu_row row = mintu_row_append(layer, error);
    if (id.failed || rule[0].failed || rule[1].failed || source.failed)
        row.status = mintu_fail_memory(error, "joining tasks to places");
    mintu_row_text(&row, id.data);
    mintu_row_number(&row, mintu_table_number(m->tasks, link->task, "no"));
    mintu_join_place(m->gazetteer, link->place, m->date, &row);
    add_task(m, link->task, &row);
    MINTU_ROW_TEXTS(&row, link->class->name, rule[0].data, rule[1].data, mintu_matrix_certainty(m, first, count), source.data,
                    link->place->precision);
    mintu_row_number(&row, named);
    MINTU_ROW_TEXTS(&row, mintu_gazetteer_then(m->gazetteer, link->place, m->date).code, link->place->name,
                    unit_code(m, link->place, MINTU_LEVEL_COUNTY), unit_code(m, link->place, MINTU_LEVEL_PREFECTURE));
    mintu_row_point(&row, link->place->lon, link->place->lat);
    mintu_buffer_free(&id);
    mintu_buffer_free(&rule[0]);
    mintu_buffer_free(&rule[1]);
    mintu_buffer_free(&source);
    return row.status;
}

static mintu_status list_pairs(const mintu_matrix *m, const mintu_join_choice *choice, mintu_error *error, mintu_layer **out)
{
    mintu_status status = mintu_rows_new(m->context, "join", fields, sizeof fields / sizeof fields[0], error, out);
    for (size_t i = 0; i < m->count && status == MINTU_STATUS_OK;) {
        size_t group = mintu_matrix_group(m, i);
        bool wanted = false;
        for (size_t j = i; j < i + group && !wanted; j++)
            wanted = mintu_join_wants(m, choice, &m->links[j]);
        status = mintu_matrix_step(m, i, error);
        if (wanted && status == MINTU_STATUS_OK)
            status = add_pair(m, i, group, *out, error);
        i += group;
    }
    return status;
}

static mintu_status add_notes(const mintu_matrix *m, const mintu_join_choice *choice, mintu_layer *layer, mintu_error *error)
{
    size_t row = choice->agency ? mintu_table_find(m->agencies, "name", choice->agency) : mintu_layer_count(m->agencies);
    bool one = row < mintu_layer_count(m->agencies);
    mintu_status status =
        mintu_gazetteer_note(m->gazetteer, layer, &(mintu_notes){"tasks and places", "tasks", m->date, 0}, error);
    size_t tasks = 0;
    for (size_t task = 0; task < mintu_layer_count(m->tasks); task++)
        tasks += !choice->agency || mintu_matrix_charges(m, task, choice->agency);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_count(layer, "tasks", tasks, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(layer, "agency", one ? choice->agency : "各部门", error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(layer, "agency-en",
                                      one ? mintu_layer_field_text(m->agencies, row, "name_en") : "all agencies", error);
    return status;
}

static mintu_status make(mintu_matrix *m, const mintu_join_query *query, mintu_error *error, mintu_layer **out)
{
    mintu_join_choice choice = {.named = query->named};
    mintu_status status = query->agency ? mintu_matrix_agency(m, query->agency, error, &choice.agency) : MINTU_STATUS_OK;
    if (status != MINTU_STATUS_OK)
        return status;
    if (query->per == MINTU_JOIN_PER_PAIR)
        status = list_pairs(m, &choice, error, out);
    else if (query->per == MINTU_JOIN_PER_PLACE)
        status = mintu_join_per_place(m, &choice, error, out);
    else if (query->per == MINTU_JOIN_PER_COUNTY)
        status = mintu_join_per_county(m, &choice, error, out);
    else
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "joining tasks to places: per is none of its enum; zero-initialise the query");
    return status == MINTU_STATUS_OK ? add_notes(m, &choice, *out, error) : status;
}

mintu_status mintu_join_make(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_join_query *query,
                             mintu_error *error, mintu_layer **findings, mintu_layer **out)
{
    if (findings)
        *findings = NULL;
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer) || MINTU_RESERVED_ZERO(error, query) ||
        MINTU_DATE_GIVEN(error, query ? query->as_of : 0))
        return MINTU_STATUS_USAGE;
    mintu_matrix matrix;
    unsigned long failures = mintu_memory_failures();
    query = query ? query : &(const mintu_join_query){0};
    mintu_status status = mintu_matrix_open(context, gazetteer, query->as_of, error, &matrix);
    if (status == MINTU_STATUS_OK)
        status = make(&matrix, query, error, out);
    if (status == MINTU_STATUS_OK && mintu_memory_failures() != failures)
        status = mintu_fail_memory(error, "joining tasks and places");
    if (status == MINTU_STATUS_OK && mintu_layer_count(matrix.findings))
        status = MINTU_STATUS_FINDINGS;
    if (status <= MINTU_STATUS_FINDINGS && findings) {
        *findings = matrix.findings;
        matrix.findings = NULL;
    }
    mintu_matrix_close(&matrix);
    if (status <= MINTU_STATUS_FINDINGS)
        return status;
    mintu_layer_free(*out);
    *out = NULL;
    return status;
}
