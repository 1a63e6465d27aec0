/* A layer as it goes into a file: its coordinates in the reference system that was asked for. For this room only. */
#ifndef GDAL_LAYER_TARGET_H
#define GDAL_LAYER_TARGET_H

#include "geometry/reference_system.h"
#include "layer/layer_data.h"

/* How a format holds coordinates. */
typedef enum mintu_target_form {
    MINTU_TARGET_GEOMETRY, /* and says what they are in */
    MINTU_TARGET_COLUMNS,  /* of points alone, as columns */
    MINTU_TARGET_TABLE     /* the same, and other geometry as text */
} mintu_target_form;

typedef struct mintu_layer_target {
    mintu_target_form form;   /* set by the caller */
    const mintu_layer *layer; /* to be written: the one that was given, or view */
    mintu_layer view;         /* shares everything with it but shapes, and the array of fields */
    size_t given;             /* fields that are the layer's own */
    mintu_layer_system system;
    mintu_reference_system *transformation;
    char code[64];
} mintu_layer_target;

/* Brings @p layer to options->crs, where there is one, with columns that say so where out->form has no other place; @p path names the file
 * in what is told. Closed in any case. */
mintu_status mintu_layer_target_open(mintu_context *context, const mintu_layer *layer, const char *path,
                                     const mintu_write_options *options, mintu_error *error, mintu_layer_target *out);

void mintu_layer_target_close(mintu_layer_target *target);

#endif
