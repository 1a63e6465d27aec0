/* The reports of a table of progress: the latest of each task and of who reports on it. */
#ifndef TASK_PROGRESS_DATA_H
#define TASK_PROGRESS_DATA_H

#include "geocode/batch_sheet.h"
#include "task/progress_told.h"
#include "task/progress_words.h"
#include "task/task_matrix.h"

#include <mintu/geocode.h>

/* What is said of a task; of no agency and no place when it is of the whole task. */
typedef struct mintu_progress_report {
    size_t task;
    const char *agency; /* as the table of agencies has it, or NULL */
    const mintu_place *place;
    mintu_progress_state state;
    int date;           /* 0: none is given, which is earlier than any */
    const char *remark; /* lives as long as the file */
    size_t spot;        /* line, or number of the row */
} mintu_progress_report;

enum { MINTU_PROGRESS_COLUMNS = 6 }; /* columns of one head that are looked at */

typedef struct mintu_progress_file {
    const mintu_matrix *matrix;
    int on; /* the day that is asked about */
    mintu_progress_words words;
    mintu_geocoder *geocoder;
    mintu_sheet sheet;
    mintu_problems problems;
    size_t columns[MINTU_PROGRESS_HEAD_END][MINTU_PROGRESS_COLUMNS], column_counts[MINTU_PROGRESS_HEAD_END];
    mintu_textmap numbers, summaries, agencies; /* to rows of their tables; keys are compact */
    mintu_text_store texts;
    mintu_progress_report *reports; /* at the end by task */
    size_t count, room;
    mintu_textmap latest; /* of a task and who reports: the report's index */
    mintu_progress_told told;
    size_t above;                   /* task of the row before; SIZE_MAX: none */
    size_t rows, blank, superseded; /* rows read, rows without a state, reports that a later one took the place of */
} mintu_progress_file;

#endif
