/* How large a layer may grow in memory while it is read. For this room only. */
#ifndef LAYER_ROW_LIMIT_H
#define LAYER_ROW_LIMIT_H

#include "base/error.h"
#include "base/limits.h"

#include <mintu/layer.h>

typedef struct mintu_row_sum {
    const char *path; /* of the file, for the message */
    const mintu_limits *limits;
    size_t rows, bytes; /* that were added so far */
} mintu_row_sum;

/* Adds a row of texts that take so many bytes; MINTU_STATUS_INPUT when all take more than the limit. */
mintu_status mintu_row_count_texts(mintu_row_sum *sum, const mintu_layer *layer, size_t bytes, mintu_error *error);

/* Adds the rows that the layer got since the last call; MINTU_STATUS_INPUT when all take more than the limit. */
mintu_status mintu_row_count(mintu_row_sum *sum, const mintu_layer *layer, mintu_error *error);

#endif
