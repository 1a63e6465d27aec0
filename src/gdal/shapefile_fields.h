/* A layer in the words of a Shapefile: names of at most 10 bytes, texts of at most 254, no booleans, lists or times. For this room
 * only. */
#ifndef GDAL_SHAPEFILE_FIELDS_H
#define GDAL_SHAPEFILE_FIELDS_H

#include "layer/layer_data.h"

typedef struct mintu_dbf_field {
    int width, decimals;
} mintu_dbf_field;

typedef struct mintu_shapefile_layer {
    mintu_layer layer;      /* shares all else with the one that it is made of */
    mintu_dbf_field *sizes; /* of its fields */
    mintu_text_store texts; /* of its names and cells */
    size_t cut, rounded;    /* texts that were cut; numbers that are not the same any more */
    size_t first_cut;       /* the row of the first one, from 1 */
} mintu_shapefile_layer;

/* Fills @p out, which is freed in any case. */
mintu_status mintu_shapefile_layer_make(const mintu_layer *layer, mintu_error *error, mintu_shapefile_layer *out);
void mintu_shapefile_layer_free(mintu_shapefile_layer *layer);

#endif
