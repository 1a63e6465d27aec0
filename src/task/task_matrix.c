#include "task/task_matrix.h"

#include "base/context.h"
#include "base/message.h"
#include "gazetteer/gazetteer_date.h"
#include "gazetteer/place_classes.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/plain_tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("joining tasks to places");

double mintu_table_number(const mintu_layer *table, size_t row, const char *field)
{
    int at = mintu_layer_field_find(table, field);
    return mintu_layer_number(table, row, at < 0 ? mintu_layer_field_count(table) : (size_t)at);
}

size_t mintu_table_find(const mintu_layer *table, const char *field, const char *text)
{
    size_t row = 0;
    while (row < mintu_layer_count(table) && strcmp(mintu_layer_field_text(table, row, field), text) != 0)
        row++;
    return row;
}

void mintu_list_add(mintu_buffer *list, const char *separator, const char *name)
{
    size_t size = strlen(name), gap = strlen(separator);
    if (!size)
        return;
    for (const char *at = list->size ? strstr(list->data, name) : NULL; at; at = strstr(at + 1, name)) {
        bool begins = at == list->data || ((size_t)(at - list->data) >= gap && memcmp(at - gap, separator, gap) == 0);
        if (begins && (at[size] == '\0' || strncmp(at + size, separator, gap) == 0))
            return;
    }
    mintu_buffer_text(list, list->size ? separator : "");
    mintu_buffer_text(list, name);
}

void mintu_list_later(mintu_buffer *day, const char *other)
{
    if (!other[0] || (day->size && strcmp(other, day->data) <= 0))
        return;
    mintu_buffer_clear(day);
    mintu_buffer_text(day, other);
}

/* A finding about a task ("" none): its number, a name, what is wrong. */
static mintu_status add_finding(const mintu_matrix *m, const char *kind, const char *const texts[3], mintu_error *error)
{
    mintu_row row = mintu_row_append(m->findings, error);
    mintu_row_text(&row, kind);
    for (int i = 0; i < 3; i++)
        mintu_row_text(&row, i == 2 ? mintu_message(texts[i]) : texts[i]);
    return row.status;
}

/* The same about a row of task_places. */
static mintu_status find_in_row(const mintu_matrix *m, size_t row, const char *kind, const char *text, mintu_error *error)
{
    const char *no = mintu_layer_field_text(m->task_places, row, "task");
    return add_finding(m, kind, (const char *const[]){no, mintu_layer_field_text(m->task_places, row, "name"), text}, error);
}

mintu_status mintu_matrix_step(const mintu_matrix *m, size_t index, mintu_error *error)
{
    return mintu_context_steps(m->context, index, (double)NAN, DOING, error);
}

static mintu_status load_tables(mintu_matrix *m, mintu_error *error)
{
    const struct {
        const char *name;
        mintu_layer **table;
    } wanted[] = {{"tasks", &m->tasks},
                  {"sections", &m->sections},
                  {"agencies", &m->agencies},
                  {"task_agencies", &m->task_agencies},
                  {"task_targets", &m->task_targets},
                  {"task_places", &m->task_places}};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0] && status == MINTU_STATUS_OK; i++) {
        if (!mintu_plain_there(&m->gazetteer->package, wanted[i].name))
            return mintu_fail_at(
                error, MINTU_STATUS_INPUT, mintu_package_where(&m->gazetteer->package, "/resources"),
                "%s: the package has no table %s.csv; expected the tables of a notice's tasks; name a package that has them",
                mintu_message(DOING), wanted[i].name);
        status = mintu_plain_layer(m->context, m->gazetteer, wanted[i].name, error, wanted[i].table);
    }
    return status == MINTU_STATUS_OK ? mintu_scope_apart(m->context, m->gazetteer, error, &m->apart) : status;
}

static int role_of(const char *text)
{
    static const char *const roles[] = {"lead", "support", "responsible", "joint"};
    int role = 0;
    while (role < MINTU_TASK_TEXT_ROLES && strcmp(roles[role], text) != 0)
        role++;
    return role;
}

/* "城市道路改扩建 ≥1000公里/年（至2018）": the same in both languages but for the words. */
static void add_target(const mintu_layer *targets, size_t row, mintu_task_texts *texts)
{
    const char *bound = mintu_layer_field_text(targets, row, "bound"), *per = mintu_layer_field_text(targets, row, "per");
    const char *from = mintu_layer_field_text(targets, row, "from"), *until = mintu_layer_field_text(targets, row, "until");
    mintu_buffer *text = &texts->all[MINTU_TASK_TEXT_TARGETS];
    mintu_buffer_format(text, "%s%s ", text->size ? "；" : "", mintu_layer_field_text(targets, row, "what"));
    mintu_buffer_text(text, strcmp(bound, "at-least") == 0 ? "≥" : strcmp(bound, "at-most") == 0 ? "≤" : "");
    mintu_buffer_text(text, mintu_layer_field_text(targets, row, "value"));
    mintu_buffer_text(text, mintu_layer_field_text(targets, row, "unit"));
    mintu_buffer_format(text, "%s%s", per[0] ? "/" : "", per);
    if (from[0] || until[0])
        mintu_buffer_format(text, "（%s–%s）", from, until);
    mintu_list_later(&texts->all[MINTU_TASK_TEXT_UNTIL], until);
}

static void add_texts(mintu_matrix *m, size_t task)
{
    mintu_task_texts *texts = &m->texts[task];
    const char *no = mintu_layer_field_text(m->tasks, task, "no");
    for (int i = 0; i < MINTU_TASK_TEXT_END; i++)
        mintu_buffer_text(&texts->all[i], "");
    for (size_t row = 0; row < mintu_layer_count(m->task_agencies); row++) {
        int role = role_of(mintu_layer_field_text(m->task_agencies, row, "role"));
        if (role < MINTU_TASK_TEXT_ROLES && strcmp(mintu_layer_field_text(m->task_agencies, row, "task"), no) == 0)
            mintu_list_add(&texts->all[role], "、", mintu_layer_field_text(m->task_agencies, row, "agency"));
    }
    for (size_t row = 0; row < mintu_layer_count(m->task_targets); row++)
        if (strcmp(mintu_layer_field_text(m->task_targets, row, "task"), no) == 0)
            add_target(m->task_targets, row, texts);
    size_t section = mintu_table_find(m->sections, "no", mintu_layer_field_text(m->tasks, task, "section"));
    texts->section_title =
        section < mintu_layer_count(m->sections) ? mintu_layer_field_text(m->sections, section, "title") : "";
}

static mintu_status add_link(mintu_matrix *m, mintu_link link, mintu_error *error)
{
    if (!MINTU_ARRAY_RESERVE(m->links, m->room, m->count + 1))
        return mintu_fail_memory(error, DOING);
    m->links[m->count++] = link;
    return MINTU_STATUS_OK;
}

static mintu_status link_place(mintu_matrix *m, mintu_link link, mintu_error *error)
{
    const char *code = mintu_layer_field_text(m->task_places, link.scope, "code");
    link.place = code[0] ? mintu_gazetteer_find(m->gazetteer, code) : NULL;
    if (link.place)
        return add_link(m, link, error);
    return find_in_row(m, link.scope, "unmatched", N_("the name has no place of the package"), error);
}

/* Numbers that the text or the package states are gates. */
static mintu_status check_scope(mintu_matrix *m, size_t row, const mintu_scope *scope, mintu_error *error)
{
    size_t stated = (size_t)strtoul(mintu_layer_field_text(m->task_places, row, "stated"), NULL, 10);
    mintu_buffer text = {0};
    stated = stated ? stated : scope->stated;
    if (!scope->count)
        mintu_buffer_format(&text, mintu_message("class %s: no member is known"), scope->class->name);
    if (stated && stated != scope->count)
        mintu_buffer_format(&text, mintu_message("%s%zu of %zu are known"), text.size ? "; " : "", scope->count, stated);
    mintu_status status = text.failed ? mintu_fail_memory(error, DOING)
                          : text.size ? find_in_row(m, row, scope->count ? "incomplete" : "no-members", text.data, error)
                                      : MINTU_STATUS_OK;
    mintu_buffer_free(&text);
    return status;
}

static mintu_scope *scope_of(const mintu_matrix *m, const mintu_place_class *class)
{
    return &m->scopes[class - m->gazetteer->classes];
}

const char *mintu_matrix_class_rule(const mintu_matrix *m, const mintu_place_class *class, int lang)
{
    const mintu_scope *scope = scope_of(m, class);
    return scope->class ? scope->rule[lang].data : class->titles[lang];
}

static mintu_status link_class(mintu_matrix *m, mintu_link link, mintu_error *error)
{
    mintu_scope *scope = scope_of(m, link.class);
    mintu_status status = MINTU_STATUS_OK;
    if (!scope->class)
        status = mintu_scope_find(m->gazetteer, m->apart, link.class, m->date, error, scope);
    if (status == MINTU_STATUS_OK)
        status = check_scope(m, link.scope, scope, error);
    for (size_t i = 0; i < scope->count && status == MINTU_STATUS_OK; i++) {
        link.place = scope->members[i].place;
        link.certainty = scope->members[i].certainty;
        link.source = scope->members[i].source;
        status = add_link(m, link, error);
    }
    return status;
}

static mintu_status link_row(mintu_matrix *m, size_t row, mintu_error *error)
{
    size_t task = mintu_table_find(m->tasks, "no", mintu_layer_field_text(m->task_places, row, "task"));
    const mintu_place_class *class = mintu_place_class_find(m->gazetteer, mintu_layer_field_text(m->task_places, row, "class"));
    mintu_link link = {task, row, NULL, class, "", ""};
    if (task == mintu_layer_count(m->tasks) || !class)
        return find_in_row(m, row, "unmatched", class ? N_("no such task") : N_("the class is not known"), error);
    return class->members == MINTU_CLASS_NAMED ? link_place(m, link, error) : link_class(m, link, error);
}

static int compare(const void *a, const void *b)
{
    const mintu_link *one = a, *other = b;
    if (one->task != other->task)
        return one->task < other->task ? -1 : 1;
    if (one->place != other->place)
        return one->place < other->place ? -1 : 1; /* places stand in one array, in the order of places.csv */
    return one->scope < other->scope ? -1 : one->scope > other->scope;
}

/* Tasks that hold nowhere, and agencies that are not in the table, are told. */
static mintu_status check_tasks(mintu_matrix *m, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t task = 0; task < mintu_layer_count(m->tasks) && status == MINTU_STATUS_OK; task++) {
        const char *no = mintu_layer_field_text(m->tasks, task, "no");
        bool missing = strcmp(mintu_layer_field_text(m->tasks, task, "status"), "missing") == 0;
        if (mintu_table_find(m->task_places, "task", no) == mintu_layer_count(m->task_places))
            status = add_finding(
                m, missing ? "missing" : "no-place",
                (const char *const[]){no, "", missing ? N_("the item's text is lost") : N_("the task has no place")}, error);
    }
    for (size_t row = 0; row < mintu_layer_count(m->task_agencies) && status == MINTU_STATUS_OK; row++) {
        const char *agency = mintu_layer_field_text(m->task_agencies, row, "agency");
        const char *no = mintu_layer_field_text(m->task_agencies, row, "task");
        if (mintu_table_find(m->agencies, "name", agency) == mintu_layer_count(m->agencies))
            status =
                add_finding(m, "unmatched", (const char *const[]){no, agency, N_("the agency is not in agencies.csv")}, error);
    }
    return status;
}

static void describe_scopes(mintu_matrix *m)
{
    for (size_t row = 0; row < mintu_layer_count(m->task_places); row++) {
        size_t task = mintu_table_find(m->tasks, "no", mintu_layer_field_text(m->task_places, row, "task"));
        const mintu_place_class *class =
            mintu_place_class_find(m->gazetteer, mintu_layer_field_text(m->task_places, row, "class"));
        if (task == mintu_layer_count(m->tasks) || !class)
            continue;
        bool place = class->members == MINTU_CLASS_NAMED;
        for (int lang = 0; lang < 2; lang++)
            mintu_list_add(&m->texts[task].all[MINTU_TASK_TEXT_SCOPE + lang], lang ? "; " : "；",
                           place ? mintu_layer_field_text(m->task_places, row, "name")
                                 : mintu_matrix_class_rule(m, class, lang));
    }
}

static bool failed(const mintu_matrix *m)
{
    bool bad = false;
    for (size_t task = 0; task < mintu_layer_count(m->tasks); task++)
        for (int i = 0; i < MINTU_TASK_TEXT_END; i++)
            bad = bad || m->texts[task].all[i].failed;
    return bad;
}

static mintu_status fill(mintu_matrix *m, mintu_error *error)
{
    static const mintu_field fields[] = {
        {"kind", MINTU_TEXT}, {"task", MINTU_TEXT}, {"name", MINTU_TEXT}, {"text", MINTU_TEXT}};
    mintu_status status = mintu_rows_new(m->context, "findings", fields, sizeof fields / sizeof fields[0], error, &m->findings);
    if (status == MINTU_STATUS_OK)
        status = load_tables(m, error);
    if (status != MINTU_STATUS_OK)
        return status;
    m->texts = calloc(mintu_layer_count(m->tasks) + 1, sizeof *m->texts);
    m->scopes = calloc(m->gazetteer->class_count + 1, sizeof *m->scopes);
    if (!m->texts || !m->scopes)
        return mintu_fail_memory(error, DOING);
    for (size_t task = 0; task < mintu_layer_count(m->tasks); task++)
        add_texts(m, task);
    for (size_t row = 0; row < mintu_layer_count(m->task_places) && status == MINTU_STATUS_OK; row++)
        if ((status = mintu_matrix_step(m, row, error)) == MINTU_STATUS_OK)
            status = link_row(m, row, error);
    if (status == MINTU_STATUS_OK)
        status = check_tasks(m, error);
    if (status != MINTU_STATUS_OK)
        return status;
    describe_scopes(m);
    if (m->count)
        qsort(m->links, m->count, sizeof *m->links, compare);
    return failed(m) ? mintu_fail_memory(error, DOING) : MINTU_STATUS_OK;
}

mintu_status mintu_matrix_open(mintu_context *context, const mintu_gazetteer *gazetteer, int date, mintu_error *error,
                               mintu_matrix *out)
{
    *out = (mintu_matrix){.context = context, .gazetteer = gazetteer, .date = mintu_gazetteer_date(gazetteer, date)};
    return fill(out, error);
}

void mintu_matrix_close(mintu_matrix *m)
{
    for (size_t task = 0; m->texts && task < mintu_layer_count(m->tasks); task++)
        for (int i = 0; i < MINTU_TASK_TEXT_END; i++)
            mintu_buffer_free(&m->texts[task].all[i]);
    for (size_t i = 0; m->scopes && i < m->gazetteer->class_count; i++)
        mintu_scope_free(&m->scopes[i]);
    mintu_layer *const layers[] = {m->tasks,        m->sections,    m->agencies, m->task_agencies,
                                   m->task_targets, m->task_places, m->apart,    m->findings};
    for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++)
        mintu_layer_free(layers[i]);
    free(m->scopes);
    free(m->texts);
    free(m->links);
    *m = (mintu_matrix){0};
}
