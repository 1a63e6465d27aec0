/* What is inside a context. GEOS and PROJ are geometry's, which makes contexts (geometry/handle.c); base only carries the handles. */
#ifndef BASE_CONTEXT_H
#define BASE_CONTEXT_H

#include "base/limits.h"

#include <mintu/context.h>

#include <stdatomic.h>
#include <stdbool.h>

/* How tables are read: mintu_context_tables_set(). */
typedef struct mintu_table_rules {
    char *missing; /* on the heap, or NULL */
    size_t header_first, header_last;
} mintu_table_rules;

struct mintu_context {
    struct GEOSContextHandle_HS *geos;
    struct pj_ctx *proj;
    char geos_text[256]; /* what GEOS said last, without line feeds; "" when it said nothing */
    char proj_text[256]; /* the same of PROJ */
    mintu_notice_fn *notice;
    void *notice_user;
    mintu_progress_fn *progress;
    void *progress_user;
    atomic_bool cancelled;
    size_t polls_left;   /* of tests: the poll that finds 1 here cancels; 0: none does */
    mintu_limits limits; /* of what is read; tests lower them */
    bool elsewhere;      /* documents may name files outside their folder */
    bool databases;      /* paths that a person typed may be connections to a database */
    bool csv_mark;       /* CSV begins with a byte order mark */
    mintu_table_rules tables;
    bool positions_elsewhere; /* who reads a table looks at its coordinates, and tells of them */
};

/* Tells the context's listener, if there is one. */
void mintu_context_notice(mintu_context *context, const char *format, ...) MINTU_PRINTF(2, 3);

/* True when what runs is to end, whoever runs it: other threads may ask. */
bool mintu_context_cancelled(mintu_context *context);

/* Between the steps of a long work, @p done of it (0 to 1, or NaN): MINTU_STATUS_CANCELLED when it is to end. */
mintu_status mintu_context_step(mintu_context *context, double done, const char *doing, mintu_error *error);

/* The same for the many steps of a loop: whether it is cancelled at each, and the listener at each 4096th @p index. */
mintu_status mintu_context_steps(mintu_context *context, size_t index, double done, const char *doing, mintu_error *error);

/* With what CSV begins that is written: a byte order mark, or nothing. */
const char *mintu_context_csv_begin(const mintu_context *context);

/* True when documents may name files outside their folder. */
bool mintu_context_elsewhere(const mintu_context *context);

#endif
