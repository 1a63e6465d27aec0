/* The limits that files are read within, and what is said of a file beyond one. */
#ifndef LAYER_READ_LIMITS_H
#define LAYER_READ_LIMITS_H

#include "base/error.h"
#include "base/limits.h"

extern const mintu_limits mintu_limits_usual;

/* "reading a layer: it has more than LIMIT WHAT; REMEDY" */
mintu_status mintu_fail_limit(mintu_error *error, const char *path, size_t limit, const char *what, const char *remedy);

/* What a layer's row, a text and a part of a geometry take beside the bytes that are in them. */
enum { MINTU_ROW_BYTES = 200, MINTU_TEXT_BYTES = 32, MINTU_PART_BYTES = 100 };

#endif
