#define _POSIX_C_SOURCE 200809L /* localtime_r() */
#include <mintu/progress.h>

#include "base/argument.h"
#include "gazetteer/places_query.h"
#include "layer/layer_end.h"
#include "task/progress_rows.h"
#include "task/reach.h"
#include "task/task_links.h"
#include "task/tasks.h"

#include <mintu/date.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int today(void)
{
    time_t now = time(NULL);
    struct tm parts;
    return localtime_r(&now, &parts) ? (parts.tm_year + 1900) * 10000 + (parts.tm_mon + 1) * 100 + parts.tm_mday : 20000101;
}

static mintu_status choose(const mintu_matrix *m, const mintu_tasks_query *query, mintu_error *error, bool *wanted)
{
    const char *agency = NULL;
    const mintu_place *place = NULL;
    mintu_status status = query->agency ? mintu_matrix_agency(m, query->agency, error, &agency) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK && query->place)
        status = mintu_reach_place(m, query->place, error, &place);
    for (size_t task = 0; status == MINTU_STATUS_OK && task < mintu_layer_count(m->tasks); task++)
        wanted[task] =
            mintu_tasks_wants(m, query, agency, task) && (!place || mintu_reach_task(m, task, place) != MINTU_REACH_NONE);
    return status;
}

/* What texts of maps say: the day, and the numbers for all tasks that are asked for. */
static mintu_status note(const mintu_progress_file *file, const bool *wanted, mintu_layer *out, mintu_error *error)
{
    static const char *const keys[] = {"done", "under-way", "not-started", "overdue", "not-reported", "not-due"};
    const char *slash = strrchr(file->sheet.source, '/');
    size_t by[MINTU_PROGRESS_STATUS_END] = {0}, tasks = 0;
    char day[11], zh[40];
    for (size_t task = 0; task < mintu_layer_count(file->matrix->tasks); task++)
        if (wanted[task]) {
            by[mintu_progress_task(file, task)]++;
            tasks++;
        }
    mintu_date_format(file->on, day);
    snprintf(zh, sizeof zh, "%d年%d月%d日", file->on / 10000, file->on / 100 % 100, file->on % 100);
    const mintu_notes notes = {"progress of tasks", "tasks", file->matrix->date, 0};
    mintu_status status = mintu_gazetteer_note(file->matrix->gazetteer, out, &notes, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(out, "on", day, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(out, "on-zh", zh, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(out, "file", slash ? slash + 1 : file->sheet.source, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_count(out, "tasks", tasks, error);
    for (int i = 0; i < MINTU_PROGRESS_STATUS_END && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_note_count(out, keys[i], by[i], error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_count(out, "rows", file->rows, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_count(out, "rows-blank", file->blank, error);
    return status == MINTU_STATUS_OK ? mintu_layer_note_count(out, "reports-superseded", file->superseded, error) : status;
}

static mintu_status make(const mintu_matrix *m, const mintu_progress_query *query, mintu_error *error, mintu_layer **findings,
                         mintu_layer **out)
{
    static const mintu_tasks_query all = {0};
    mintu_progress_file file = {.count = 0};
    bool *wanted = calloc(mintu_layer_count(m->tasks) + 1, sizeof *wanted);
    mintu_status status = wanted ? choose(m, query->tasks ? query->tasks : &all, error, wanted)
                                 : mintu_fail_memory(error, "reading a table of progress");
    if (status == MINTU_STATUS_OK)
        status = mintu_progress_file_load(m, query->file, query->on ? query->on : today(), error, &file);
    if (status == MINTU_STATUS_OK)
        status = mintu_progress_rows(&file, &(mintu_progress_choice){wanted, query->by, query->plain}, error, out);
    if (status == MINTU_STATUS_OK)
        status = note(&file, wanted, *out, error);
    if (status == MINTU_STATUS_OK && file.told.total)
        status = MINTU_STATUS_FINDINGS;
    if (status <= MINTU_STATUS_FINDINGS && findings) {
        *findings = file.told.layer;
        file.told.layer = NULL;
    }
    mintu_progress_file_free(&file);
    free(wanted);
    return status;
}

mintu_status mintu_progress_make(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_progress_query *query,
                                 mintu_error *error, mintu_layer **findings, mintu_layer **out)
{
    if (findings)
        *findings = NULL;
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer, query) || MINTU_RESERVED_ZERO(error, query) ||
        MINTU_GIVEN(error, query->file) || MINTU_DATE_GIVEN(error, query->on) || MINTU_RESERVED_ZERO(error, query->tasks) ||
        MINTU_DATE_GIVEN(error, query->tasks ? query->tasks->as_of : 0))
        return MINTU_STATUS_USAGE;
    if ((unsigned)query->by >= MINTU_PROGRESS_BY_END)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "joining reports to tasks: by is none of its enum; zero-initialise the query");
    mintu_matrix matrix;
    mintu_status status = mintu_matrix_open(context, gazetteer, query->tasks ? query->tasks->as_of : 0, error, &matrix);
    if (status == MINTU_STATUS_OK)
        status = make(&matrix, query, error, findings, out);
    mintu_matrix_close(&matrix);
    return status == MINTU_STATUS_FINDINGS ? status : mintu_layer_end(status, out);
}
