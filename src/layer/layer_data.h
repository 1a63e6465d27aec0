/* The inside of a layer, for this room only. */
#ifndef LAYER_LAYER_DATA_H
#define LAYER_LAYER_DATA_H

#include "base/error.h"
#include "layer/ogr.h"

#include <mintu/layer.h>

typedef struct mintu_note {
    char *key, *value;
} mintu_note;

struct mintu_layer {
    char *name;
    OGRFeatureDefnH definition;
    OGRFeatureH *rows;
    size_t count, room;
    mintu_note *notes; /* in the order in which they were set */
    size_t note_count, note_room;
    char *scratch; /* text of a number, for mintu_layer_text() */
};

#endif
