/* The rows of a table below the names of its columns, whatever stands above these and in however many rows they are. */
#ifndef TABLE_HEAD_ROWS_H
#define TABLE_HEAD_ROWS_H

#include "base/context.h"
#include "format/records.h"

/* Where rows come from. @p next is as mintu_records_next(), @p column as mintu_records_column() (NULL: rows have no places). */
typedef struct mintu_row_source {
    mintu_status (*next)(void *from, mintu_error *error, mintu_record *out, bool *more);
    int (*column)(const void *from, size_t field);
    void *from;
    const char *path, *doing; /* for messages */
    bool text;                /* of a text: lines that begin with # are remarks */
    char delimiter;           /* of a text */
} mintu_row_source;

/* The rows of a text file. */
mintu_row_source mintu_records_source(mintu_records *records, const char *path, const char *doing);

typedef struct mintu_headed mintu_headed;

/* Reads as far as it takes to find the names. What was passed over is told to the context. The source must outlive the rows. */
mintu_status mintu_headed_open(mintu_context *context, mintu_row_source source, mintu_error *error, mintu_headed **out);
void mintu_headed_close(mintu_headed *headed);

/* The next row: the names of the columns first, then as mintu_records_next(). */
mintu_status mintu_headed_next(mintu_headed *headed, mintu_error *error, mintu_record *out, bool *more);

/* The names of the columns; none (a count of 0) when there are no rows. */
const mintu_record *mintu_headed_names(const mintu_headed *headed);

/* Names that stand twice are told when they are given out, unless the caller renames them, and says so. */
void mintu_headed_renames(mintu_headed *headed);

/* What parts the fields of a text; 0 where nothing does. */
char mintu_headed_delimiter(const mintu_headed *headed);

/* As mintu_records_column(), of the row read last; 0 where rows have no places. */
int mintu_headed_column(const mintu_headed *headed, size_t field);

#endif
