#include "task/progress_rows.h"

#include "base/message.h"
#include "gazetteer/rosters.h"
#include "task/join_rows.h"
#include "task/reach.h"
#include "task/task_links.h"

#include <math.h>
#include <mintu/date.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("counting what has been reported");

static const mintu_field task_fields[] = {
    {"no", MINTU_WHOLE},         {"section", MINTU_WHOLE},       {"section_title", MINTU_TEXT}, {"status", MINTU_TEXT},
    {"summary", MINTU_TEXT},     {"summary_en", MINTU_TEXT},     {"lead", MINTU_TEXT},          {"support", MINTU_TEXT},
    {"responsible", MINTU_TEXT}, {"joint", MINTU_TEXT},          {"targets", MINTU_TEXT},       {"until", MINTU_TEXT},
    {"state", MINTU_TEXT},       {"state_zh", MINTU_TEXT},       {"reported", MINTU_TEXT},      {"reports", MINTU_WHOLE},
    {"agencies", MINTU_WHOLE},   {"agencies_done", MINTU_WHOLE}, {"places", MINTU_WHOLE},       {"places_done", MINTU_WHOLE},
    {"waiting", MINTU_TEXT},     {"remark", MINTU_TEXT},         {"source", MINTU_TEXT}};

#define COUNTS                                                                                                                 \
    {"tasks", MINTU_WHOLE}, {"done", MINTU_WHOLE}, {"under_way", MINTU_WHOLE}, {"not_started", MINTU_WHOLE},                   \
        {"overdue", MINTU_WHOLE}, {"not_reported", MINTU_WHOLE}, {"not_due", MINTU_WHOLE}, {"share", MINTU_REAL},              \
        {"reports", MINTU_WHOLE}, {"overdue_list", MINTU_TEXT}, {"open_list", MINTU_TEXT}, {"state", MINTU_TEXT},              \
    {                                                                                                                          \
        "state_zh", MINTU_TEXT                                                                                                 \
    }

static const mintu_field agency_fields[] = {{"agency", MINTU_TEXT}, {"name_en", MINTU_TEXT}, {"kind", MINTU_TEXT}, COUNTS};

static const mintu_field unit_fields[] = {
    {"code", MINTU_TEXT},        {"name", MINTU_TEXT},      {"name_en", MINTU_TEXT},     {"level", MINTU_TEXT},
    {"type", MINTU_TEXT},        {"county", MINTU_TEXT},    {"prefecture", MINTU_TEXT},  COUNTS,
    {"kind", MINTU_TEXT},        {"precision", MINTU_TEXT}, {"named", MINTU_WHOLE},      {"named_done", MINTU_WHOLE},
    {"named_share", MINTU_REAL}, {"own_state", MINTU_TEXT}, {"own_state_zh", MINTU_TEXT}};

/* How many tasks are in each state, and which. */
typedef struct counts {
    size_t by[MINTU_PROGRESS_STATUS_END], tasks, reports;
    mintu_buffer overdue, open;
} counts;

static void add(counts *c, mintu_progress_status status, const char *no)
{
    c->by[status]++;
    c->tasks++;
    if (status == MINTU_PROGRESS_OVERDUE)
        mintu_list_add(&c->overdue, " ", no);
    if (status != MINTU_PROGRESS_DONE)
        mintu_list_add(&c->open, " ", no);
}

/* The most pressing state that there is. */
static mintu_progress_status pressing(const counts *c)
{
    static const mintu_progress_status order[] = {MINTU_PROGRESS_OVERDUE, MINTU_PROGRESS_NOT_STARTED, MINTU_PROGRESS_UNDER_WAY,
                                                  MINTU_PROGRESS_NOT_REPORTED, MINTU_PROGRESS_NOT_DUE};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (c->by[order[i]])
            return order[i];
    return MINTU_PROGRESS_DONE;
}

/* Per cent that are done, cut to a decimal so that 100 is all. */
static double share(const counts *c)
{
    return c->tasks ? floor(1000 * (double)c->by[MINTU_PROGRESS_DONE] / (double)c->tasks) / 10 : (double)NAN;
}

static void put_counts(counts *c, mintu_row *row)
{
    mintu_progress_status worst = pressing(c);
    mintu_buffer_text(&c->overdue, "");
    mintu_buffer_text(&c->open, "");
    if ((c->overdue.failed || c->open.failed) && row->status == MINTU_STATUS_OK)
        row->status = mintu_fail_memory(row->error, DOING);
    mintu_row_number(row, (double)c->tasks);
    for (int i = 0; i < MINTU_PROGRESS_STATUS_END; i++)
        mintu_row_number(row, (double)c->by[i]);
    mintu_row_number(row, share(c));
    mintu_row_number(row, (double)c->reports);
    if (row->status == MINTU_STATUS_OK)
        MINTU_ROW_TEXTS(row, c->overdue.data, c->open.data, mintu_progress_status_text(worst), mintu_progress_status_zh(worst));
    mintu_buffer_free(&c->overdue);
    mintu_buffer_free(&c->open);
}

static const char *no_of(const mintu_progress_file *file, size_t task)
{
    return mintu_layer_field_text(file->matrix->tasks, task, "no");
}

/* Agencies of a task: how many, how many are done, and those that a report is awaited of. */
static void look_at_agencies(const mintu_progress_file *file, size_t task, bool done, size_t found[2], mintu_buffer *waiting)
{
    const mintu_layer *table = file->matrix->task_agencies;
    mintu_buffer_text(waiting, "");
    for (size_t row = 0; row < mintu_layer_count(table); row++) {
        if (strcmp(mintu_layer_field_text(table, row, "task"), no_of(file, task)) != 0)
            continue;
        const char *agency = mintu_layer_field_text(table, row, "agency");
        mintu_progress_status status = mintu_progress_agency(file, task, agency);
        found[0]++;
        found[1] += status == MINTU_PROGRESS_DONE;
        if (!done && !mintu_progress_report_of(file, task, agency) && !mintu_progress_report_of(file, task, NULL))
            mintu_list_add(waiting, "、", agency);
    }
}

static void look_at_places(const mintu_progress_file *file, size_t task, size_t found[2])
{
    const mintu_matrix *m = file->matrix;
    size_t first, count = mintu_reach_links(m, task, &first);
    for (size_t i = first; i < first + count; i += mintu_matrix_group(m, i)) {
        found[0]++;
        found[1] += mintu_progress_place(file, task, m->links[i].place) == MINTU_PROGRESS_DONE;
    }
}

static mintu_status add_task(const mintu_progress_file *file, size_t task, mintu_layer *out, mintu_error *error)
{
    static const char *const texts[] = {"status", "summary", "summary_en"};
    const mintu_matrix *m = file->matrix;
    mintu_progress_status status = mintu_progress_task(file, task);
    const mintu_progress_report *latest = mintu_progress_latest(file, task);
    size_t first, agencies[2] = {0}, places[2] = {0};
    mintu_buffer waiting = {0};
    char day[11] = "";
    if (latest && latest->date)
        mintu_date_format(latest->date, day);
    look_at_agencies(file, task, status == MINTU_PROGRESS_DONE, agencies, &waiting);
    look_at_places(file, task, places);
    mintu_row row = mintu_row_append(out, error);
    if (waiting.failed && row.status == MINTU_STATUS_OK)
        row.status = mintu_fail_memory(error, DOING);
    MINTU_ROW_NUMBERS(&row, mintu_table_number(m->tasks, task, "no"), mintu_table_number(m->tasks, task, "section"));
    mintu_row_text(&row, m->texts[task].section_title);
    for (int i = 0; i < 3; i++)
        mintu_row_text(&row, mintu_layer_field_text(m->tasks, task, texts[i]));
    for (int i = 0; i <= MINTU_TASK_TEXT_UNTIL; i++)
        mintu_row_text(&row, m->texts[task].all[i].data);
    MINTU_ROW_TEXTS(&row, mintu_progress_status_text(status), mintu_progress_status_zh(status), day);
    MINTU_ROW_NUMBERS(&row, (double)mintu_progress_reports(file, task, &first), (double)agencies[0], (double)agencies[1],
                      (double)places[0], (double)places[1]);
    MINTU_ROW_TEXTS(&row, waiting.failed ? "" : waiting.data, latest ? latest->remark : "");
    mintu_row_text(&row, mintu_layer_field_text(m->tasks, task, "source"));
    mintu_buffer_free(&waiting);
    return row.status;
}

static mintu_status by_task(const mintu_progress_file *file, const bool *wanted, mintu_error *error, mintu_layer **out)
{
    mintu_status status = mintu_rows_new(file->matrix->context, "progress-tasks", task_fields,
                                         sizeof task_fields / sizeof *task_fields, error, out);
    for (size_t task = 0; task < mintu_layer_count(file->matrix->tasks) && status == MINTU_STATUS_OK; task++)
        if ((status = mintu_matrix_step(file->matrix, task, error)) == MINTU_STATUS_OK && wanted[task])
            status = add_task(file, task, *out, error);
    return status;
}

static mintu_status add_agency(const mintu_progress_file *file, const bool *wanted, size_t agency, mintu_layer *out,
                               mintu_error *error)
{
    const mintu_matrix *m = file->matrix;
    const char *name = mintu_layer_field_text(m->agencies, agency, "name");
    counts c = {.tasks = 0};
    for (size_t task = 0; task < mintu_layer_count(m->tasks); task++) {
        if (!wanted[task] || !mintu_matrix_charges(m, task, name))
            continue;
        add(&c, mintu_progress_agency(file, task, name), no_of(file, task));
        c.reports += mintu_progress_report_of(file, task, name) != NULL;
    }
    if (!c.tasks)
        return MINTU_STATUS_OK;
    mintu_row row = mintu_row_append(out, error);
    mintu_row_text(&row, name);
    mintu_row_text(&row, mintu_layer_field_text(m->agencies, agency, "name_en"));
    mintu_row_text(&row, mintu_layer_field_text(m->agencies, agency, "kind"));
    put_counts(&c, &row);
    return row.status;
}

static mintu_status by_agency(const mintu_progress_file *file, const bool *wanted, mintu_error *error, mintu_layer **out)
{
    mintu_status status = mintu_rows_new(file->matrix->context, "progress-agencies", agency_fields,
                                         sizeof agency_fields / sizeof *agency_fields, error, out);
    for (size_t row = 0; row < mintu_layer_count(file->matrix->agencies) && status == MINTU_STATUS_OK; row++)
        if ((status = mintu_matrix_step(file->matrix, row, error)) == MINTU_STATUS_OK)
            status = add_agency(file, wanted, row, *out, error);
    return status;
}

/* The place's own reports. */
static size_t reports_of(const mintu_progress_file *file, size_t task, const mintu_place *place)
{
    size_t first, count = mintu_progress_reports(file, task, &first), own = 0;
    for (size_t i = first; i < first + count; i++)
        own += file->reports[i].place == place;
    return own;
}

/* True when the task names the place or one in it, or a roster has it. */
static bool names(const mintu_matrix *m, size_t task, const mintu_place *place)
{
    size_t first, count = mintu_reach_links(m, task, &first);
    for (size_t i = first; i < first + count; i++) {
        mintu_reach reach =
            mintu_scope_names(m->links[i].class) ? mintu_reach_of(m, m->links[i].place, place) : MINTU_REACH_NONE;
        if (reach == MINTU_REACH_OWN || reach == MINTU_REACH_WITHIN)
            return true;
    }
    return false;
}

static void put_named(const mintu_progress_file *file, const bool *wanted, const mintu_place *place, mintu_row *row)
{
    counts c = {.tasks = 0}, own = {.tasks = 0};
    for (size_t task = 0; task < mintu_layer_count(file->matrix->tasks); task++)
        if (wanted[task] && names(file->matrix, task, place)) {
            add(&c, mintu_progress_place(file, task, place), "");
            add(&own, mintu_progress_place_itself(file, task, place), "");
        }
    mintu_progress_status worst = own.tasks ? pressing(&own) : MINTU_PROGRESS_NOT_REPORTED;
    MINTU_ROW_NUMBERS(row, (double)c.tasks, (double)c.by[MINTU_PROGRESS_DONE], share(&c));
    MINTU_ROW_TEXTS(row, mintu_progress_status_text(worst), mintu_progress_status_zh(worst));
}

/* A row of what is asked of a place, in any way or of itself alone. */
static mintu_status add_place(const mintu_progress_file *file, const bool *wanted, const mintu_place *place, bool all,
                              mintu_row *row)
{
    const mintu_matrix *m = file->matrix;
    counts c = {.tasks = 0};
    for (size_t task = 0; task < mintu_layer_count(m->tasks); task++) {
        mintu_reach reach = wanted[task] ? mintu_reach_task(m, task, place) : MINTU_REACH_NONE;
        size_t reports = reach == MINTU_REACH_NONE ? 0 : reports_of(file, task, place);
        if (reach == MINTU_REACH_NONE || (!all && reach != MINTU_REACH_OWN && !reports))
            continue;
        add(&c, mintu_progress_place(file, task, place), no_of(file, task));
        c.reports += reports;
    }
    mintu_join_place(m->gazetteer, place, m->date, row);
    put_counts(&c, row);
    mintu_rosters_column(m->gazetteer, place->rosters, row);
    mintu_row_text(row, place->precision);
    put_named(file, wanted, place, row);
    return row->status;
}

static mintu_status by_unit(const mintu_progress_file *file, const mintu_progress_choice *choice, mintu_error *error,
                            mintu_layer **out)
{
    static const char *const credit[] = {"credit", "schematic"};
    const mintu_matrix *m = file->matrix;
    bool counties = choice->by == MINTU_PROGRESS_BY_COUNTY;
    mintu_layer *units = NULL;
    mintu_status status =
        mintu_gazetteer_layer(m->context, m->gazetteer, counties ? "counties" : "prefectures", m->date, error, &units);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(m->context, counties ? "progress-counties" : "progress-prefectures", unit_fields,
                                sizeof unit_fields / sizeof *unit_fields, error, out);
    for (size_t at = 0; status == MINTU_STATUS_OK && at < mintu_layer_count(units); at++) {
        const mintu_place *place = mintu_gazetteer_find(m->gazetteer, mintu_layer_field_text(units, at, "code"));
        status = mintu_matrix_step(m, at, error);
        if (!place || status != MINTU_STATUS_OK)
            continue;
        mintu_row row = mintu_row_append(*out, error);
        add_place(file, choice->wanted, place, true, &row);
        if (!choice->plain)
            mintu_row_shape(&row, units, at);
        status = row.status;
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_notes_copy(*out, units, credit, 2, error);
    mintu_layer_free(units);
    return status;
}

static mintu_status by_place(const mintu_progress_file *file, const mintu_progress_choice *choice, mintu_error *error,
                             mintu_layer **out)
{
    const mintu_matrix *m = file->matrix;
    const bool *wanted = choice->wanted;
    bool *seen = calloc(m->gazetteer->count + 1, sizeof *seen);
    if (!seen)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 0; i < m->count; i++)
        if (wanted[m->links[i].task] && mintu_scope_names(m->links[i].class))
            seen[m->links[i].place - m->gazetteer->places] = true;
    for (size_t i = 0; i < file->count; i++)
        if (file->reports[i].place && wanted[file->reports[i].task])
            seen[file->reports[i].place - m->gazetteer->places] = true;
    mintu_status status =
        mintu_rows_new(m->context, "progress-places", unit_fields, sizeof unit_fields / sizeof *unit_fields, error, out);
    for (size_t i = 0; i < m->gazetteer->count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = &m->gazetteer->places[i];
        if ((status = mintu_matrix_step(m, i, error)) != MINTU_STATUS_OK || !seen[i])
            continue;
        mintu_row row = mintu_row_append(*out, error);
        add_place(file, wanted, place, false, &row);
        if (!choice->plain)
            mintu_row_point(&row, place->lon, place->lat);
        status = row.status;
    }
    free(seen);
    return status;
}

mintu_status mintu_progress_rows(const mintu_progress_file *file, const mintu_progress_choice *choice, mintu_error *error,
                                 mintu_layer **out)
{
    if (choice->by == MINTU_PROGRESS_BY_TASK)
        return by_task(file, choice->wanted, error, out);
    if (choice->by == MINTU_PROGRESS_BY_AGENCY)
        return by_agency(file, choice->wanted, error, out);
    if (choice->by == MINTU_PROGRESS_BY_PLACE)
        return by_place(file, choice, error, out);
    return by_unit(file, choice, error, out);
}
