/* The tables of tasks read together: every task, who does it, and every place where it holds, with the reason. */
#ifndef NOTICE_TASK_MATRIX_H
#define NOTICE_TASK_MATRIX_H

#include "gazetteer/place_rows.h"
#include "notice/task_scope.h"

#include <mintu/join.h>

typedef enum mintu_role {
    MINTU_ROLE_LEAD = 0,
    MINTU_ROLE_SUPPORT,
    MINTU_ROLE_RESPONSIBLE,
    MINTU_ROLE_JOINT,
    MINTU_ROLE_END
} mintu_role;

/* What other tables say of a task, put together. Buffers are never without data. */
typedef struct mintu_task_texts {
    mintu_buffer roles[MINTU_ROLE_END]; /* names of agencies joined by 、 */
    mintu_buffer targets, until, scope[2];
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

/* Reads the tables as of @p date (0: the package's). Close it also after a failure. */
mintu_status mintu_matrix_open(mintu_context *context, const mintu_gazetteer *gazetteer, int date, mintu_error *error,
                               mintu_matrix *out);
void mintu_matrix_close(mintu_matrix *matrix);

/* What a class is, in Chinese or English (@p lang 1), with the number of its members. */
const char *mintu_matrix_class_rule(const mintu_matrix *matrix, const mintu_place_class *class, int lang);

/* First row whose field holds the text, or the number of rows. */
size_t mintu_table_find(const mintu_layer *table, const char *field, const char *text);

/* Adds a name to a list unless it is in it; the separator goes before all but the first. */
void mintu_list_add(mintu_buffer *list, const char *separator, const char *name);

/* A finding about a task ("" none). */
mintu_status mintu_matrix_finding(mintu_matrix *matrix, const char *kind, const char *const texts[3], mintu_error *error);

#endif
