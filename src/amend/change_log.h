/* changes.csv of a data package: what was changed, when, from what; and before/N, the files as they were before change N. */
#ifndef AMEND_CHANGE_LOG_H
#define AMEND_CHANGE_LOG_H

#include "base/array.h"
#include "base/error.h"
#include "format/csv.h"

#define MINTU_CHANGES "changes.csv"
#define MINTU_BEFORE  "before"
#define MINTU_SUMS    "after.sha256" /* in before/N: checksums of files as the change left them that the description has none of */

enum {
    MINTU_CHANGE_NO,
    MINTU_CHANGE_WHEN,
    MINTU_CHANGE_COMMAND,
    MINTU_CHANGE_WHAT,
    MINTU_CHANGE_FILE,
    MINTU_CHANGE_DIGEST,
    MINTU_CHANGE_ADDED,
    MINTU_CHANGE_CHANGED,
    MINTU_CHANGE_REMOVED,
    MINTU_CHANGE_FILES,  /* names with | between; + before one that was new */
    MINTU_CHANGE_RESULT, /* SHA-256 of datapackage.json as the change left it, which states that of the others */
    MINTU_CHANGE_END
};

extern const char *const mintu_change_columns[MINTU_CHANGE_END];

/* The log of the package in folder @p dir; *out is NULL when nothing was changed yet. */
mintu_status mintu_change_log_load(const char *dir, mintu_error *error, mintu_table **out);

/* Number of the last change; 0: none. A log whose numbers are none is MINTU_STATUS_INPUT. */
mintu_status mintu_change_log_last(const mintu_table *log, mintu_error *error, size_t *out);

/* The log's text with its first @p rows rows, and @p cells (NULL: none) behind them. */
void mintu_change_log_text(const mintu_table *log, size_t rows, const char *const *cells, mintu_buffer *out);

#endif
