/* The rows of an agency's sheet. */
#ifndef TASK_SHEET_ROWS_H
#define TASK_SHEET_ROWS_H

#include "task/task_matrix.h"

#include <mintu/progress.h>

/* The columns of the sheet, in their order; those from MINTU_TASK_SHEET_EMPTY on are to be filled in. */
typedef enum mintu_task_sheet_column {
    MINTU_TASK_SHEET_SERIAL = 0,
    MINTU_TASK_SHEET_NO,
    MINTU_TASK_SHEET_SECTION,
    MINTU_TASK_SHEET_TEXT,
    MINTU_TASK_SHEET_ROLE,
    MINTU_TASK_SHEET_LEAD,
    MINTU_TASK_SHEET_SUPPORT,
    MINTU_TASK_SHEET_RESPONSIBLE,
    MINTU_TASK_SHEET_UNTIL,
    MINTU_TASK_SHEET_TARGETS,
    MINTU_TASK_SHEET_SCOPE,
    MINTU_TASK_SHEET_AGENCY,
    MINTU_TASK_SHEET_EMPTY,
    MINTU_TASK_SHEET_STATE = MINTU_TASK_SHEET_EMPTY,
    MINTU_TASK_SHEET_DATE,
    MINTU_TASK_SHEET_PROBLEMS,
    MINTU_TASK_SHEET_NEXT,
    MINTU_TASK_SHEET_REMARK,
    MINTU_TASK_SHEET_COLUMNS
} mintu_task_sheet_column;

/* What the sheet calls its roles, in its order and in the language (0: Chinese, 1: English); NULL behind the last. */
const char *mintu_task_sheet_role(int index, int lang);

/* The row of the table of agencies; MINTU_STATUS_INPUT for one that no task names. */
mintu_status mintu_task_sheet_agency(const mintu_matrix *matrix, const char *name, mintu_error *error, size_t *out);

mintu_status mintu_task_sheet_rows(const mintu_matrix *matrix, size_t agency, int lang, mintu_error *error, mintu_layer **out);

#endif
