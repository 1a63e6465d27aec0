/* How a task reaches a place: by itself, through a unit that it lies in, or through places in it. */
#ifndef TASK_REACH_H
#define TASK_REACH_H

#include "task/task_matrix.h"

typedef enum mintu_reach { MINTU_REACH_OWN = 0, MINTU_REACH_ABOVE, MINTU_REACH_WITHIN, MINTU_REACH_NONE } mintu_reach;

/* How a place's link reaches @p place on the matrix's day. */
mintu_reach mintu_reach_of(const mintu_matrix *matrix, const mintu_place *link, const mintu_place *place);

/* The nearest way in which a task reaches a place. */
mintu_reach mintu_reach_task(const mintu_matrix *matrix, size_t task, const mintu_place *place);

/* Links of a task: *first and the number of them. */
size_t mintu_reach_links(const mintu_matrix *matrix, size_t task, size_t *first);

/* The place that a name or code means on the matrix's day; what is not one place is MINTU_STATUS_INPUT. */
mintu_status mintu_reach_place(const mintu_matrix *matrix, const char *text, mintu_error *error, const mintu_place **out);

/* Rule, source and certainty with which a task reaches a place, and the unit or the places through which it does. */
typedef struct mintu_reason {
    mintu_reach reach;
    mintu_buffer rule[2], source, via;
    const char *certainty;
} mintu_reason;
mintu_status mintu_reason_find(const mintu_matrix *matrix, size_t task, const mintu_place *place, mintu_error *error,
                               mintu_reason *out);
void mintu_reason_free(mintu_reason *reason);

const char *mintu_reach_text(mintu_reach reach);

#endif
