#include "task/sheet_rows.h"

#include "base/argument.h"
#include "base/message.h"
#include "gazetteer/places_query.h"
#include "layer/layer_end.h"
#include "task/agency_names.h"
#include "task/task_links.h"
#include "task/task_words.h"

#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("making an agency's sheet");

/* Those behind MINTU_TASK_SHEET_SCOPE are heads of progress_words.csv, so that the sheet is read back. */
static const mintu_field fields[2][MINTU_TASK_SHEET_COLUMNS] = {{{"序号", MINTU_WHOLE},
                                                                 {"任务编号", MINTU_WHOLE},
                                                                 {"板块", MINTU_TEXT},
                                                                 {"重点任务", MINTU_TEXT},
                                                                 {"分工", MINTU_TEXT},
                                                                 {"牵头单位", MINTU_TEXT},
                                                                 {"配合单位", MINTU_TEXT},
                                                                 {"责任单位", MINTU_TEXT},
                                                                 {"完成时限", MINTU_TEXT},
                                                                 {"目标", MINTU_TEXT},
                                                                 {"涉及地区", MINTU_TEXT},
                                                                 {"填报单位", MINTU_TEXT},
                                                                 {"进展情况", MINTU_TEXT},
                                                                 {"填报日期", MINTU_TEXT},
                                                                 {"存在问题", MINTU_TEXT},
                                                                 {"下一步", MINTU_TEXT},
                                                                 {"备注", MINTU_TEXT}},
                                                                {{"Row", MINTU_WHOLE},
                                                                 {"Task no.", MINTU_WHOLE},
                                                                 {"Section", MINTU_TEXT},
                                                                 {"What is asked", MINTU_TEXT},
                                                                 {"Role", MINTU_TEXT},
                                                                 {"Lead", MINTU_TEXT},
                                                                 {"Support", MINTU_TEXT},
                                                                 {"Responsible", MINTU_TEXT},
                                                                 {"Deadline", MINTU_TEXT},
                                                                 {"Targets", MINTU_TEXT},
                                                                 {"Places", MINTU_TEXT},
                                                                 {"Reported by", MINTU_TEXT},
                                                                 {"State", MINTU_TEXT},
                                                                 {"Reported on", MINTU_TEXT},
                                                                 {"Problems", MINTU_TEXT},
                                                                 {"Next steps", MINTU_TEXT},
                                                                 {"Remark", MINTU_TEXT}}};

/* The roles in the order of the sheet. */
static const struct {
    const char *role, *names[2];
} roles[] = {{"lead", {"牵头", "lead"}},
             {"responsible", {"负责", "responsible"}},
             {"joint", {"共同负责", "jointly responsible"}},
             {"support", {"配合", "support"}}};
enum { ROLES = sizeof roles / sizeof *roles };

const char *mintu_task_sheet_role(int index, int lang)
{
    return index < ROLES ? roles[index].names[lang] : NULL;
}

static const char *cell(const mintu_layer *table, size_t row, const char *field)
{
    return mintu_layer_field_text(table, row, field);
}

/* The agency's role in the task as an index of roles, the first that it has; ROLES when it has none. */
static int role_in(const mintu_matrix *m, size_t task, const char *agency)
{
    const char *no = cell(m->tasks, task, "no");
    int best = ROLES;
    for (size_t row = 0; row < mintu_layer_count(m->task_agencies); row++) {
        if (strcmp(cell(m->task_agencies, row, "task"), no) != 0 || strcmp(cell(m->task_agencies, row, "agency"), agency) != 0)
            continue;
        for (int i = 0; i < best; i++)
            if (strcmp(roles[i].role, cell(m->task_agencies, row, "role")) == 0)
                best = i;
    }
    return best;
}

/* Where the task holds: classes by what they are, without the count of their members that stands in brackets for them. */
static mintu_status add_row(const mintu_matrix *m, size_t task, const char *const who[2], int lang, mintu_layer *out,
                            mintu_error *error)
{
    static const char *const titles[] = {"title", "title_en"}, *const texts[] = {"summary", "summary_en"};
    static const char *const wanted[3][2] = {{"lead", ""}, {"support", ""}, {"responsible", "joint"}};
    size_t section = mintu_table_find(m->sections, "no", cell(m->tasks, task, "section"));
    mintu_buffer text = {0};
    mintu_row row = mintu_row_append(out, error);
    MINTU_ROW_NUMBERS(&row, (double)mintu_layer_count(out), mintu_table_number(m->tasks, task, "no"));
    mintu_row_text(&row, section < mintu_layer_count(m->sections) ? mintu_words_in(m->sections, section, titles, lang) : "");
    const char *summary = mintu_words_in(m->tasks, task, texts, lang);
    mintu_row_text(&row, summary[0] ? summary : lang ? "(the item's text is lost)" : "（原文佚失）");
    mintu_row_text(&row, who[1]);
    for (int i = 0; i < 3 && !text.failed; i++) {
        mintu_words_agencies(m, task, wanted[i], lang, &text);
        mintu_row_text(&row, text.failed ? "" : text.data);
    }
    mintu_row_text(&row, m->texts[task].all[MINTU_TASK_TEXT_UNTIL].data);
    mintu_words_targets(m, task, lang, &text);
    mintu_row_text(&row, text.failed ? "" : text.data);
    mintu_row_text(&row, m->texts[task].all[MINTU_TASK_TEXT_SCOPE + lang].data);
    mintu_row_text(&row, who[0]);
    if (text.failed && row.status == MINTU_STATUS_OK)
        row.status = mintu_fail_memory(error, DOING);
    mintu_buffer_free(&text);
    return row.status;
}

mintu_status mintu_task_sheet_agency(const mintu_matrix *m, const char *name, mintu_error *error, size_t *out)
{
    const char *agency = NULL;
    mintu_status status = mintu_matrix_agency(m, name, error, &agency);
    if (status != MINTU_STATUS_OK)
        return status;
    *out = mintu_table_find(m->agencies, "name", agency);
    for (size_t task = 0; task < mintu_layer_count(m->tasks); task++)
        if (mintu_matrix_charges(m, task, agency))
            return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = "<argument>"},
                         "%s: no task names %.80s; expected an agency with a part in the notice", mintu_message(DOING), agency);
}

mintu_status mintu_task_sheet_rows(const mintu_matrix *m, size_t agency, int lang, mintu_error *error, mintu_layer **out)
{
    static const char *const names[] = {"name", "name_en"};
    const char *name = cell(m->agencies, agency, "name"), *shown = mintu_words_in(m->agencies, agency, names, lang);
    mintu_status status =
        mintu_rows_new(m->context, lang ? "tasks" : "任务台账", fields[lang], MINTU_TASK_SHEET_COLUMNS, error, out);
    for (int role = 0; role < ROLES; role++)
        for (size_t task = 0; task < mintu_layer_count(m->tasks) && status == MINTU_STATUS_OK; task++)
            if (role_in(m, task, name) == role)
                status = add_row(m, task, (const char *const[]){shown, roles[role].names[lang]}, lang, *out, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_note(m->gazetteer, *out, &(mintu_notes){"tasks of an agency", "tasks", m->date, 0}, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(*out, "agency", shown, error);
    return status == MINTU_STATUS_OK ? mintu_layer_note_count(*out, "tasks", mintu_layer_count(*out), error) : status;
}

static mintu_status make(const mintu_matrix *m, const mintu_task_sheet_query *query, mintu_error *error, mintu_layer **out)
{
    size_t agency;
    mintu_status status = mintu_task_sheet_agency(m, query->agency, error, &agency);
    if (status != MINTU_STATUS_OK)
        return status;
    return mintu_task_sheet_rows(m, agency, query->lang && strcmp(query->lang, "en") == 0, error, out);
}

mintu_status mintu_task_sheet_make(mintu_context *context, const mintu_gazetteer *gazetteer,
                                   const mintu_task_sheet_query *query, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer, query) || MINTU_RESERVED_ZERO(error, query) ||
        MINTU_GIVEN(error, query->agency) || MINTU_DATE_GIVEN(error, query->as_of))
        return MINTU_STATUS_USAGE;
    mintu_matrix matrix;
    mintu_status status = mintu_matrix_open(context, gazetteer, query->as_of, error, &matrix);
    if (status == MINTU_STATUS_OK)
        status = make(&matrix, query, error, out);
    mintu_matrix_close(&matrix);
    return mintu_layer_end(status, out);
}
