/* One run of examinations, and the rows that come of it. */
#ifndef DOCTOR_EXAMINATION_H
#define DOCTOR_EXAMINATION_H

#include "base/array.h"

#include <mintu/layer.h>

typedef enum mintu_health {
    MINTU_HEALTH_GOOD = 0,
    MINTU_HEALTH_ADVICE, /* it works, and could be better */
    MINTU_HEALTH_BAD
} mintu_health;

/* Keeps its first failure, after which it takes no more rows. */
typedef struct mintu_examination {
    mintu_context *context;
    const char *dir;   /* of the data package */
    const char *check; /* the name of what is examined now */
    mintu_layer *layer;
    size_t bad;
    mintu_status status;
    mintu_error *error; /* may be NULL */
} mintu_examination;

/* Adds a row: what was found is what @p format says, and what to do about it @p remedy ("" when good). */
void mintu_examination_add(mintu_examination *examination, mintu_health health, const char *remedy, const char *format, ...)
    MINTU_PRINTF(4, 5);

/* Adds a bad row for a failure of something else, unless memory ran out or it was cancelled, which ends the examination. */
void mintu_examination_fail(mintu_examination *examination, mintu_status status, const mintu_error *problem,
                            const char *remedy);

#endif
