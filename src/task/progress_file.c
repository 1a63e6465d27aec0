#include "task/progress_file.h"

#include "base/context.h"
#include "base/error.h"
#include "task/progress_cell.h"
#include "task/progress_date.h"
#include "task/progress_row.h"

#include <math.h>
#include <mintu/date.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("reading a table of progress");

static const char *no_of(const mintu_progress_file *file, size_t task)
{
    return mintu_layer_field_text(file->matrix->tasks, task, "no");
}

/* Columns of one head stand in the order of their words. */
static mintu_status find_columns(mintu_progress_file *file, const char *path, mintu_error *error)
{
    size_t ranks[MINTU_PROGRESS_HEAD_END][MINTU_PROGRESS_COLUMNS];
    for (size_t column = 0; column < file->sheet.columns; column++) {
        size_t rank;
        mintu_progress_head head = mintu_progress_head_of(&file->words, mintu_sheet_name(&file->sheet, column), &rank);
        size_t *count = head < MINTU_PROGRESS_HEAD_END ? &file->column_counts[head] : NULL;
        if (!count || *count == MINTU_PROGRESS_COLUMNS)
            continue;
        size_t at = (*count)++;
        for (; at > 0 && ranks[head][at - 1] > rank; at--) {
            ranks[head][at] = ranks[head][at - 1];
            file->columns[head][at] = file->columns[head][at - 1];
        }
        ranks[head][at] = rank;
        file->columns[head][at] = column;
    }
    bool task = file->column_counts[MINTU_PROGRESS_HEAD_NO] || file->column_counts[MINTU_PROGRESS_HEAD_SERIAL] ||
                file->column_counts[MINTU_PROGRESS_HEAD_TEXT];
    bool state = file->column_counts[MINTU_PROGRESS_HEAD_STATE] || file->column_counts[MINTU_PROGRESS_HEAD_PERCENT];
    if (task && state)
        return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                         "%s: no column is that of %s; expected heads such as 任务编号 (task) and 进展情况 (state); name the "
                         "columns so, or say which row has the heads",
                         mintu_message(DOING), task ? mintu_message("the state") : mintu_message("the task"));
}

/* A day, or a month or year, of which the first day counts; false when the row cannot be taken, which is told. */
static bool read_date(mintu_progress_file *file, size_t row, mintu_progress_report *report)
{
    mintu_buffer cell = {0};
    char first[11], on[11];
    int notice = file->matrix->gazetteer->package.as_of;
    bool good = true;
    report->date = 0;
    if (mintu_progress_text(file, MINTU_PROGRESS_HEAD_DATE, row, &cell))
        good = mintu_progress_date_read(&file->words, cell.data, &report->date);
    const char *const about[] = {no_of(file, report->task), ""};
    mintu_date_format(notice, first);
    mintu_date_format(file->on, on);
    if (!good)
        mintu_progress_tell(&file->told, "date", about, "\"%.40s\" is no day; expected YYYY-MM-DD or 2016年3月5日; not taken",
                            cell.data);
    else if (report->date > file->on)
        mintu_progress_tell(&file->told, "future", about, "the day %.40s lies behind the day asked about, %s; not taken",
                            cell.data, on);
    else if (report->date && report->date < notice)
        mintu_progress_tell(&file->told, "before-notice", about, "the day %.40s lies before that of the notice, %s; not taken",
                            cell.data, first);
    bool taken = good && report->date <= file->on && (!report->date || report->date >= notice);
    mintu_buffer_free(&cell);
    return taken;
}

static const char *state_word(mintu_progress_state state)
{
    static const char *const words[] = {"", "done", "under way", "not started", "overdue", ""};
    return words[state];
}

/* Keeps the later of two; of two of one day, which are told, the one that stands later. */
static mintu_status merge(mintu_progress_file *file, mintu_progress_report *old, const mintu_progress_report *report)
{
    bool same = old->date == report->date;
    if (same)
        mintu_progress_tell(&file->told, "double",
                            (const char *const[]){no_of(file, report->task), report->place    ? report->place->name
                                                                             : report->agency ? report->agency
                                                                                              : ""},
                            "reported before for the same day, %s %zu (%s); this row counts (%s)",
                            file->told.line ? "line" : "row", old->spot, state_word(old->state), state_word(report->state));
    file->superseded += !same;
    if (report->date >= old->date)
        *old = *report;
    return MINTU_STATUS_OK;
}

static mintu_status add_report(mintu_progress_file *file, const mintu_progress_report *report, mintu_error *error)
{
    char key[200];
    size_t index;
    int size = snprintf(key, sizeof key, "%zu|%s|%.120s", report->task, report->place ? report->place->code : "",
                        report->place || !report->agency ? "" : report->agency);
    if (mintu_textmap_get(&file->latest, key, &index))
        return merge(file, &file->reports[index], report);
    const char *kept = mintu_text_store_add(&file->texts, key, (size_t)size);
    if (!kept || !MINTU_ARRAY_RESERVE(file->reports, file->room, file->count + 1) ||
        !mintu_textmap_set(&file->latest, kept, file->count))
        return mintu_fail_memory(error, DOING);
    file->reports[file->count++] = *report;
    return MINTU_STATUS_OK;
}

static const char *keep_remark(mintu_progress_file *file, size_t row)
{
    mintu_buffer cell = {0};
    bool there = mintu_progress_text(file, MINTU_PROGRESS_HEAD_REMARK, row, &cell);
    const char *kept = there && !cell.failed ? mintu_text_store_add(&file->texts, cell.data, cell.size)
                       : cell.failed         ? NULL
                                             : "";
    mintu_buffer_free(&cell);
    return kept;
}

/* The state, in the first column that says one. */
static mintu_progress_state read_state(const mintu_progress_file *file, size_t row, mintu_buffer *cell)
{
    if (mintu_progress_text(file, MINTU_PROGRESS_HEAD_STATE, row, cell))
        return mintu_progress_state_of(&file->words, cell->data, false);
    return mintu_progress_text(file, MINTU_PROGRESS_HEAD_PERCENT, row, cell)
               ? mintu_progress_state_of(&file->words, cell->data, true)
               : MINTU_PROGRESS_STATE_NONE;
}

static mintu_status take_row(mintu_progress_file *file, size_t row, const mintu_buffer *cell, mintu_progress_state state,
                             mintu_error *error)
{
    mintu_progress_who who;
    mintu_progress_report report = {.state = state, .spot = file->told.line ? file->told.line : file->told.number};
    if (!mintu_progress_who_of(file, row, &who))
        return file->told.status;
    report.task = who.task;
    report.place = who.place;
    if (state == MINTU_PROGRESS_STATE_UNCLEAR) {
        mintu_progress_tell(&file->told, "state", (const char *const[]){no_of(file, report.task), ""},
                            "\"%.80s\" is no state that is understood; expected 已完成, 进行中, 未启动, 滞后, a percentage, or "
                            "these in English; not taken",
                            cell->data);
        return file->told.status;
    }
    if (!read_date(file, row, &report))
        return file->told.status;
    report.remark = keep_remark(file, row);
    if (!report.remark)
        return mintu_fail_memory(error, DOING);
    mintu_status status = file->told.status;
    for (size_t i = 0; status == MINTU_STATUS_OK && i < (who.agency_count && !who.place ? who.agency_count : 1); i++) {
        report.agency = who.agency_count ? who.agencies[i] : NULL;
        status = add_report(file, &report, error);
    }
    return status;
}

static mintu_status read_rows(mintu_progress_file *file, mintu_error *error)
{
    mintu_buffer cell = {0};
    mintu_status status = file->told.status;
    for (size_t row = 0; status == MINTU_STATUS_OK && row < file->sheet.count; row++) {
        status = mintu_context_steps(file->matrix->context, row, (double)NAN, DOING, error);
        file->told.line = mintu_sheet_line(&file->sheet, row);
        file->told.number = row + 1;
        file->rows++;
        mintu_progress_state state = read_state(file, row, &cell);
        file->blank += state == MINTU_PROGRESS_STATE_NONE;
        if (status == MINTU_STATUS_OK && state != MINTU_PROGRESS_STATE_NONE)
            status = take_row(file, row, &cell, state, error);
    }
    mintu_buffer_free(&cell);
    return status == MINTU_STATUS_OK && file->told.status != MINTU_STATUS_OK ? file->told.status : status;
}

static int compare(const void *a, const void *b)
{
    const mintu_progress_report *one = a, *other = b;
    if (one->task != other->task)
        return one->task < other->task ? -1 : 1;
    return one->spot < other->spot ? -1 : one->spot > other->spot;
}

/* What the reader found wrong with rows. */
static void tell_problems(mintu_progress_file *file)
{
    for (size_t i = 0; i < file->problems.count; i++) {
        const mintu_batch_problem *problem = &file->problems.items[i];
        file->told.line = problem->line;
        file->told.number = 0;
        mintu_progress_tell(&file->told, "file", (const char *const[]){"", ""}, "%s", problem->text);
    }
}

mintu_status mintu_progress_file_load(const mintu_matrix *m, const char *path, int on, mintu_error *error,
                                      mintu_progress_file *out)
{
    const mintu_geocode_options names = {.as_of = m->date};
    *out = (mintu_progress_file){.matrix = m, .on = on, .above = SIZE_MAX};
    out->told = mintu_progress_told_new(m->context, error);
    mintu_status status = out->told.status;
    if (status == MINTU_STATUS_OK)
        status = mintu_progress_words_load(m->gazetteer, error, &out->words);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_new(m->gazetteer, &names, error, &out->geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_sheet_load(m->context, path, NULL, &out->problems, error, &out->sheet);
    if (status == MINTU_STATUS_OK)
        status = find_columns(out, path, error);
    if (status == MINTU_STATUS_OK && !mintu_progress_keys(out))
        status = mintu_fail_memory(error, DOING);
    if (status != MINTU_STATUS_OK)
        return status;
    tell_problems(out);
    status = read_rows(out, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_progress_told_end(&out->told);
    if (out->count)
        qsort(out->reports, out->count, sizeof *out->reports, compare);
    return status;
}

void mintu_progress_file_free(mintu_progress_file *file)
{
    mintu_textmap *const maps[] = {&file->numbers, &file->summaries, &file->agencies, &file->latest};
    for (size_t i = 0; i < sizeof maps / sizeof maps[0]; i++)
        mintu_textmap_free(maps[i]);
    mintu_geocoder_free(file->geocoder);
    mintu_progress_words_free(&file->words);
    mintu_sheet_free(&file->sheet);
    mintu_problems_free(&file->problems);
    mintu_text_store_free(&file->texts);
    mintu_layer_free(file->told.layer);
    free(file->reports);
    *file = (mintu_progress_file){0};
}

size_t mintu_progress_reports(const mintu_progress_file *file, size_t task, size_t *first)
{
    size_t low = 0, high = file->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (file->reports[middle].task < task)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    while (high < file->count && file->reports[high].task == task)
        high++;
    return high - low;
}
