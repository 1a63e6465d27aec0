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
    MINTU_CELL_UNSET = 0, /* what memory that is set to zero says: the row has no value */
    MINTU_CELL_NULL,      /* the feature says that it is null */
    MINTU_CELL_INTEGER,
    MINTU_CELL_REAL,
    MINTU_CELL_BOOLEAN,
    MINTU_CELL_TEXT,
    MINTU_CELL_JSON /* a list or an object */
} mintu_cell_kind;

typedef struct mintu_cell {
    mintu_cell_kind kind;
    union {
        int64_t integer;
        double real;
        bool boolean;
        const char *text; /* in the layer's texts; of JSON, too */
    };
} mintu_cell;

typedef struct mintu_column {
    char *name;
    mintu_field_type type;
    mintu_cell *cells; /* as many as the layer has room for */
} mintu_column;

/* What a cell said where it has no value now: a word for none. */
typedef struct mintu_layer_word {
    size_t row, field;
    const char *text;
} mintu_layer_word;

/* The reference system of a layer that is about to be written, whose shapes were brought to it. */
typedef struct mintu_layer_system {
    const char *code, *wkt; /* "EPSG:4548"; WKT2 */
    bool geographic;        /* its coordinates are angles */
} mintu_layer_system;

struct mintu_layer {
    char *name;
    mintu_column *fields;
    size_t field_count, field_room;
    struct mintu_shape **shapes;      /* of the rows, in degrees; NULL: none */
    const mintu_layer_system *system; /* what they are in instead, while they are written; NULL: WGS 84 */
    mintu_cell *ids;                  /* of the features, as many as there is room for; NULL: none has one */
    bool *further;                    /* of the rows: of the same feature as the row before; NULL: none is */
    size_t id_field;                  /* from 1: the field that was made of them, and is none of GeoJSON's; 0: none */
    bool open;                        /* a feature need not have every field: what is unset is not written */
    size_t count, room;
    mintu_text_store texts;
    mintu_note *notes; /* in the order in which they were set */
    size_t note_count, note_room;
    char *scratch; /* text of a number, for mintu_layer_text() */
    char *source;  /* the file that it was read from; NULL: none */
    int *lines;    /* of its first rows, in that file; NULL: rows have none */
    size_t line_count;
    mintu_layer_word *words; /* in columns of coordinates, in the order of rows */
    size_t word_count, word_room;
    bool typed; /* its columns have the types that their texts showed when it was read */
};

#endif
