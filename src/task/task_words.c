#include "task/task_words.h"

#include "base/error.h"

#include <string.h>

static const char *cell(const mintu_layer *table, size_t row, const char *field)
{
    return mintu_layer_field_text(table, row, field);
}

const char *mintu_words_in(const mintu_layer *table, size_t row, const char *const names[2], int lang)
{
    const char *text = cell(table, row, names[lang]);
    return text[0] ? text : cell(table, row, names[0]);
}

static const char *agency_name(const mintu_matrix *m, const char *name, int lang)
{
    static const char *const names[] = {"name", "name_en"};
    size_t row = mintu_table_find(m->agencies, "name", name);
    return row < mintu_layer_count(m->agencies) ? mintu_words_in(m->agencies, row, names, lang) : name;
}

void mintu_words_agencies(const mintu_matrix *m, size_t task, const char *const wanted[2], int lang, mintu_buffer *out)
{
    const char *no = cell(m->tasks, task, "no");
    mintu_buffer_clear(out);
    mintu_buffer_text(out, "");
    for (size_t row = 0; row < mintu_layer_count(m->task_agencies); row++) {
        const char *role = cell(m->task_agencies, row, "role");
        if (strcmp(cell(m->task_agencies, row, "task"), no) == 0 &&
            (strcmp(role, wanted[0]) == 0 || strcmp(role, wanted[1]) == 0))
            mintu_list_add(out, lang ? "; " : "、", agency_name(m, cell(m->task_agencies, row, "agency"), lang));
    }
}

void mintu_words_targets(const mintu_matrix *m, size_t task, int lang, mintu_buffer *out)
{
    static const char *const whats[] = {"what", "what_en"};
    const char *no = cell(m->tasks, task, "no");
    mintu_buffer_clear(out);
    mintu_buffer_text(out, lang ? "" : m->texts[task].all[MINTU_TASK_TEXT_TARGETS].data);
    for (size_t row = 0; lang && row < mintu_layer_count(m->task_targets); row++) {
        if (strcmp(cell(m->task_targets, row, "task"), no) != 0)
            continue;
        const char *bound = cell(m->task_targets, row, "bound");
        const char *unit = cell(m->task_targets, row, "unit");
        mintu_buffer_format(out, "%s%s ", out->size ? "; " : "", mintu_words_in(m->task_targets, row, whats, lang));
        mintu_buffer_text(out, strcmp(bound, "at-least") == 0 ? "≥" : strcmp(bound, "at-most") == 0 ? "≤" : "");
        mintu_buffer_format(out, "%s%s", cell(m->task_targets, row, "value"), (unsigned char)unit[0] < 0x80 ? unit : "");
    }
}

mintu_status mintu_words_english(mintu_matrix *m, mintu_error *error)
{
    static const char *const titles[] = {"title", "title_en"};
    static const char *const roles[MINTU_TASK_TEXT_ROLES][2] = {
        {"lead", ""}, {"support", ""}, {"responsible", ""}, {"joint", ""}};
    bool failed = false;
    for (size_t task = 0; task < mintu_layer_count(m->tasks); task++) {
        mintu_task_texts *texts = &m->texts[task];
        size_t section = mintu_table_find(m->sections, "no", cell(m->tasks, task, "section"));
        if (section < mintu_layer_count(m->sections))
            texts->section_title = mintu_words_in(m->sections, section, titles, 1);
        for (int role = 0; role < MINTU_TASK_TEXT_ROLES; role++) {
            mintu_words_agencies(m, task, roles[role], 1, &texts->all[role]);
            failed = failed || texts->all[role].failed;
        }
        mintu_words_targets(m, task, 1, &texts->all[MINTU_TASK_TEXT_TARGETS]);
        failed = failed || texts->all[MINTU_TASK_TEXT_TARGETS].failed;
    }
    return failed ? mintu_fail_memory(error, "naming tasks in English") : MINTU_STATUS_OK;
}
