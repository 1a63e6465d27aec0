/* Which columns of an input are what. */
#ifndef REVERSE_REVERSE_COLUMNS_H
#define REVERSE_REVERSE_COLUMNS_H

#include "base/array.h"
#include "format/records.h"

#include <mintu/reverse.h>

#define MINTU_COLUMN_NONE ((size_t)-1)

typedef struct mintu_columns {
    size_t count, lon, lat, name; /* name: MINTU_COLUMN_NONE without one */
} mintu_columns;

/* Finds the columns by the options or by the names in use. A missing one is MINTU_STATUS_INPUT with those that there are. */
mintu_status mintu_columns_find(const mintu_record *header, const char *path, const mintu_reverse_options *options,
                                mintu_error *error, mintu_columns *out);

#endif
