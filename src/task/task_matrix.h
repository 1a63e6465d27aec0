/* The tables of tasks read together: every task, who does it, and every place where it holds, with the reason. */
#ifndef TASK_TASK_MATRIX_H
#define TASK_TASK_MATRIX_H

#include "gazetteer/place_rows.h"
#include "task/task_scope.h"

#include <mintu/join.h>

/* What other tables say of a task, in the order in which tables of tasks have it. */
typedef enum mintu_task_text {
    MINTU_TASK_TEXT_LEAD = 0, /* names of agencies by their role, joined by 、 */
    MINTU_TASK_TEXT_SUPPORT,
    MINTU_TASK_TEXT_RESPONSIBLE,
    MINTU_TASK_TEXT_JOINT,
    MINTU_TASK_TEXT_ROLES, /* sentinel of the roles */
    MINTU_TASK_TEXT_TARGETS = MINTU_TASK_TEXT_ROLES,
    MINTU_TASK_TEXT_UNTIL,
    MINTU_TASK_TEXT_SCOPE, /* in Chinese, and in English behind it */
    MINTU_TASK_TEXT_SCOPE_EN,
    MINTU_TASK_TEXT_END
} mintu_task_text;

/* Buffers are never without data. */
typedef struct mintu_task_texts {
    mintu_buffer all[MINTU_TASK_TEXT_END];
    const char *section_title;
} mintu_task_texts;

/* A task holds in a place because of a row of task_places. */
typedef struct mintu_link {
    size_t task, scope; /* rows of tasks and of task_places */
    const mintu_place *place;
    const mintu_place_class *class;
    const char *certainty, *source; /* of the roster's entry; "" else */
} mintu_link;

typedef struct mintu_matrix {
    mintu_context *context;
    const mintu_gazetteer *gazetteer;
    int date;
    mintu_layer *tasks, *sections, *agencies, *task_agencies, *task_targets, *task_places, *apart;
    mintu_scope *scopes;     /* by class of the gazetteer; without a class until first asked for */
    mintu_task_texts *texts; /* by row of tasks */
    mintu_link *links;       /* by task, then place, then row of task_places */
    size_t count, room;
    mintu_layer *findings;
} mintu_matrix;

/* Between the steps of a loop over its links or places: MINTU_STATUS_CANCELLED when it is to end. */
mintu_status mintu_matrix_step(const mintu_matrix *m, size_t index, mintu_error *error);

/* Reads the tables as of @p date (0: the package's). Close it also after a failure. */
mintu_status mintu_matrix_open(mintu_context *context, const mintu_gazetteer *gazetteer, int date, mintu_error *error,
                               mintu_matrix *out);
void mintu_matrix_close(mintu_matrix *matrix);

/* What a class is, in Chinese or English (@p lang 1), with the number of its members. */
const char *mintu_matrix_class_rule(const mintu_matrix *matrix, const mintu_place_class *class, int lang);

/* First row whose field holds the text, or the number of rows. */
size_t mintu_table_find(const mintu_layer *table, const char *field, const char *text);

/* Number of a row by the field's name; NaN where the field is not there. */
double mintu_table_number(const mintu_layer *table, size_t row, const char *field);

/* Adds a name to a list unless it is in it; the separator goes before all but the first. */
void mintu_list_add(mintu_buffer *list, const char *separator, const char *name);

/* Keeps the later of two days or years as texts; "" is none. */
void mintu_list_later(mintu_buffer *day, const char *other);

#endif
