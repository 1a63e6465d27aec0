/* A layer as a CSV table: points as columns lon and lat when asked for, lines and polygons as well-known text. */
#ifndef LAYER_CSV_WRITE_H
#define LAYER_CSV_WRITE_H

#include "base/output.h"
#include "layer/layer_data.h"

mintu_status mintu_csv_write(mintu_context *context, const mintu_layer *layer, const mintu_write_options *options,
                             mintu_output *output, mintu_error *error);

#endif
