/* The inside of a layer, for src/geo only. */
#ifndef LAYER_LAYER_DATA_H
#define LAYER_LAYER_DATA_H

#include "base/error.h"
#include "layer/ogr.h"

#include <mintu/layer.h>

typedef struct mintu_note {
    char *key, *value;
} mintu_note;

enum { MINTU_LAYER_SCRATCH = 40 }; /* bytes that the longest number needs */

struct mintu_layer {
    char *name;
    OGRFeatureDefnH definition;
    OGRFeatureH *rows;
    size_t count, room;
    mintu_note *notes; /* in the order in which they were set */
    size_t note_count, note_room;
    char *scratch; /* text of a number, for mintu_layer_text() */
};

/* A row that must exist, or MINTU_STATUS_USAGE. */
mintu_status mintu_layer_row(const mintu_layer *layer, size_t row, mintu_error *error, OGRFeatureH *out);

/* Adds an empty copy of another layer's fields. */
mintu_status mintu_layer_fields_copy(mintu_layer *layer, const mintu_layer *from, mintu_error *error);

/* Appends a copy of another layer's row, whose fields are the same, without its geometry. */
mintu_status mintu_layer_row_copy(mintu_layer *layer, const mintu_layer *from, size_t row, mintu_error *error);

/* How the row is called in a message: its number from 1 and its name or code, if it has one. */
void mintu_layer_row_title(const mintu_layer *layer, size_t row, char *text, size_t size);

/* Kind of an OGR geometry; MINTU_GEOMETRY_TYPE_END for one that a layer cannot hold. */
mintu_geometry_type mintu_geometry_kind(OGRGeometryH geometry);

/* Shortest decimal text that reads back as the same number, with a point in every locale. */
void mintu_number_text(double value, char text[MINTU_LAYER_SCRATCH]);

#endif
