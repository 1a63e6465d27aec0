/* The inside of a layer, for this room only: a table whose columns are arrays of cells, and a geometry per row. */
#ifndef LAYER_LAYER_DATA_H
#define LAYER_LAYER_DATA_H

#include "base/error.h"
#include "base/text_store.h"

#include <mintu/layer.h>
#include <stdint.h>

typedef struct mintu_note {
    char *key, *value;
} mintu_note;

typedef enum mintu_cell_kind {
    MINTU_CELL_NULL = 0, /* what memory that is set to zero says */
    MINTU_CELL_INTEGER,
    MINTU_CELL_REAL,
    MINTU_CELL_TEXT
} mintu_cell_kind;

typedef struct mintu_cell {
    mintu_cell_kind kind;
    union {
        int64_t integer;
        double real;
        const char *text; /* in the layer's texts */
    };
} mintu_cell;

typedef struct mintu_column {
    char *name;
    mintu_field_type type;
    mintu_cell *cells; /* as many as the layer has room for */
} mintu_column;

struct mintu_layer {
    char *name;
    mintu_column *fields;
    size_t field_count, field_room;
    struct mintu_shape **shapes; /* of the rows, in degrees; NULL: none */
    size_t count, room;
    mintu_text_store texts;
    mintu_note *notes; /* in the order in which they were set */
    size_t note_count, note_room;
    char *scratch; /* text of a number, for mintu_layer_text() */
};

#endif
