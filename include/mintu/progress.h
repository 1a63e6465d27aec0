/** @file progress.h
 *  What has been reported on a notice's tasks, joined to what was asked; and the sheet on which an agency reports.
 *
 *      mintu_progress_query query = {.file = "june.xlsx", .on = 20160630, .by = MINTU_PROGRESS_BY_AGENCY};
 *      mintu_progress_make(context, gazetteer, &query, &error, &findings, &layer);
 */
#ifndef MINTU_PROGRESS_H
#define MINTU_PROGRESS_H

#include <mintu/join.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a row is. */
typedef enum mintu_progress_by {
    MINTU_PROGRESS_BY_TASK = 0,
    MINTU_PROGRESS_BY_AGENCY,     /**< every agency that a task names */
    MINTU_PROGRESS_BY_PREFECTURE, /**< with its polygon */
    MINTU_PROGRESS_BY_COUNTY,     /**< with its polygon */
    MINTU_PROGRESS_BY_PLACE,      /**< places that a task names or that are on a roster, and those reported; points */
    MINTU_PROGRESS_BY_END         /**< sentinel */
} mintu_progress_by;

/** What is asked. Zero-initialise, then name the file. */
typedef struct mintu_progress_query {
    const char
        *file; /**< table of reports, of any kind that is read; its columns are found by the heads of progress_words.csv */
    const mintu_tasks_query *tasks; /**< which tasks, and as of which day their places are told; NULL: all */
    mintu_progress_by by;
    int on;               /**< day YYYYMMDD that is asked about; 0: today */
    bool plain;           /**< rows of units and places without their geometry */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_progress_query;

/** Joins reports to tasks. A row of the file is about a task, by its number or text, and from an agency, a place or nobody, who speaks for
 *  all; of several the latest day counts. Each task is, on the day, one of `done`, `under-way`, `not-started`, `overdue` (not done and its
 *  last deadline past, or late by its own report), `not-reported` (and without a deadline) and `not-due` (not reported, its deadline still
 *  to come). The lead agencies speak for a task, without one all of its agencies, and where none has reported its places.
 *
 *  By task: no, section, section_title, status, summary, summary_en, lead, support, responsible, joint, targets, until, state, state_zh,
 *  reported (day of the latest report), reports (agencies and places that have), agencies and agencies_done, places and places_done,
 *  waiting (agencies without a report on a task that is not done), remark, source. By agency: agency, name_en, kind, tasks, done,
 *  under_way, not_started, overdue, not_reported, not_due, share (per cent done), reports, overdue_list, open_list (numbers of tasks).
 *  By unit or place: code, name, name_en, level, type, county, prefecture, the same numbers, state, state_zh (the most pressing that
 *  it has), kind, precision; of tasks that name it or a place in it, or whose roster has one, named, named_done, named_share, and own_state,
 *  own_state_zh (the most pressing by the reports of places alone). The numbers of a row sum up to its tasks. Notes: on, on-zh, file, tasks and those numbers for all tasks.
 *
 *  @p findings (may be NULL): kind, row, task, name, text; of each row that was not taken, and of rows of one day for the same. A file
 *  without the columns is MINTU_STATUS_INPUT. MINTU_STATUS_FINDINGS when there is a finding; @p out is whole all the same. */
MINTU_API mintu_status mintu_progress_make(mintu_context *context, const mintu_gazetteer *gazetteer,
                                           const mintu_progress_query *query, mintu_error *error, mintu_layer **findings,
                                           mintu_layer **out);

/** Which sheet to make. Zero-initialise, then name the agency. */
typedef struct mintu_task_sheet_query {
    const char *agency;   /**< name, other name, full or English name. Unknown: MINTU_STATUS_INPUT with those that are near */
    const char *lang;     /**< "zh" or "en": heads and texts; NULL: zh */
    int as_of;            /**< YYYYMMDD; 0: the package's date */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_task_sheet_query;

/** The tasks of an agency as a table to work with, with the heads that offices use and empty columns for the progress, which
 *  mintu_progress_make() reads back: tasks that it leads first, then those it is responsible for alone or with others, then those it
 *  supports. Notes: title, agency, tasks. An agency that no task names is MINTU_STATUS_INPUT. */
MINTU_API mintu_status mintu_task_sheet_make(mintu_context *context, const mintu_gazetteer *gazetteer,
                                             const mintu_task_sheet_query *query, mintu_error *error, mintu_layer **out);

/** The same as pages of A4 across with a small map of the places, as PDF to @p path. MINTU_STATUS_FINDINGS when glyphs are missing. */
MINTU_API mintu_status mintu_task_sheet_print(mintu_context *context, const mintu_gazetteer *gazetteer,
                                              const mintu_task_sheet_query *query, const char *path, mintu_error *error);

#ifdef __cplusplus
}
#endif
#endif
