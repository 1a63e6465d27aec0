/* Rows of a CSV file one at a time, in bounded memory. A row that is damaged is told, and the next one is read. */
#ifndef FORMAT_RECORDS_H
#define FORMAT_RECORDS_H

#include "format/text_input.h"

#include <mintu/status.h>
#include <stdbool.h>

enum { MINTU_RECORD_SIZE = 1 << 20 }; /* bytes of the longest row */

/* One row. Its texts live until the next row is read. */
typedef struct mintu_record {
    char *text;           /* the fields, each ended by NUL */
    const size_t *starts; /* of each field in text; starts[count] is where the next one would begin */
    size_t count;
    int line;           /* of the file, from 1 */
    const char *damage; /* what is wrong with the row, then its fields are those before the damage; NULL: nothing */
    bool repaired;      /* a NUL or bytes that are no UTF-8 were replaced by U+FFFD, in field bad for the first time */
    size_t bad;
    size_t passed; /* lines right above that are remarks, for who counts lines (table/head_rows.h) */
} mintu_record;

typedef struct mintu_records mintu_records;

/* Opens a file ("-": standard input). @p doing begins messages and must outlive the records. The delimiter is the comma, semicolon or tab of which its first line with one has most; lines that begin with # have none. */
mintu_status mintu_records_open(const char *path, const char *doing, mintu_error *error, mintu_records **out);
/* The same of a stream, all of which is taken into @p other, *out being NULL, when it begins as no table does (text_input.h). */
mintu_status mintu_records_open_or_take(const char *path, const char *doing, mintu_error *error, mintu_buffer *other,
                                        mintu_records **out);
/* The same of a text in memory, which must outlive the records; @p path is its name in messages. */
mintu_status mintu_records_open_text(const char *path, const mintu_buffer *text, const char *doing, mintu_error *error,
                                     mintu_records **out);
void mintu_records_close(mintu_records *records);

/* What parts its fields. */
char mintu_records_delimiter(const mintu_records *records);

/* What the file is converted from. */
mintu_told mintu_records_told(const mintu_records *records);

/* The next row that is not blank; *more is false after the last one. A row that is too long is damaged, and passed over; nothing is
 * read behind a first one, the header, and a row of which no end comes within 64 MiB is MINTU_STATUS_INPUT. */
mintu_status mintu_records_next(mintu_records *records, mintu_error *error, mintu_record *out, bool *more);

/* Column in bytes, from 1, where a field of the row read last begins on its line; 0 when it stands on a later line. */
int mintu_records_column(const mintu_records *records, size_t field);

#endif
