/* The one quoting of CSV (RFC 4180). */
#ifndef FORMAT_CSV_FIELD_H
#define FORMAT_CSV_FIELD_H

#include "base/array.h"

/* Adds a text as a field of a CSV line, quoted where it must be. */
void mintu_csv_field(const char *text, mintu_buffer *line);

/* The same for the field @p index of the line, with a comma before each but the first. */
void mintu_csv_cell(size_t index, const char *text, mintu_buffer *line);

#endif
