/* A table becomes a layer, whatever file it is in. */
#ifndef TABLE_TABLE_LAYER_H
#define TABLE_TABLE_LAYER_H

#include "table/head_rows.h"

#include <mintu/layer.h>

typedef struct mintu_table_names {
    const char *path, *layer; /* for messages, and of the layer */
} mintu_table_names;

/* Reads all rows. A row that is damaged is MINTU_STATUS_INPUT; what is left out of others is told to the context. */
mintu_status mintu_table_layer(mintu_context *context, mintu_headed *rows, const mintu_table_names *names, mintu_error *error,
                               mintu_layer **out);

#endif
