/* Where the rows of points go with what was found for them: CSV row by row, or a layer that is written as a whole. */
#ifndef REVERSE_REVERSE_WRITE_H
#define REVERSE_REVERSE_WRITE_H

#include "base/output.h"
#include "format/records.h"

#include <mintu/layer.h>

enum { MINTU_RESULTS = 7 };

typedef struct mintu_sink mintu_sink;

/* Opens the file; its ending is its format unless @p format names one, CSV where neither does. */
mintu_status mintu_sink_open(mintu_context *context, const char *target, const char *format, mintu_error *error,
                             mintu_sink **out);

/* The names of the columns; then a row, its results, and its point (NULL: none). */
mintu_status mintu_sink_header(mintu_sink *sink, const mintu_record *header, mintu_error *error);
mintu_status mintu_sink_row(mintu_sink *sink, const mintu_record *row, const char *const results[MINTU_RESULTS],
                            const double *lonlat, mintu_error *error);

/* Writes what is left, or after a failure nothing. Gives the status back. */
mintu_status mintu_sink_end(mintu_sink *sink, mintu_status status, mintu_error *error);

#endif
