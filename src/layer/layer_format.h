/* The writers of layer files, one per format. For src/geo only. */
#ifndef LAYER_LAYER_FORMAT_H
#define LAYER_LAYER_FORMAT_H

#include "base/array.h"
#include "base/output.h"
#include "layer/layer_data.h"
#include "layer/shape.h"

mintu_status mintu_geojson_write(const mintu_layer *layer, mintu_output *output, mintu_error *error);
/* Attributes alone, as an array of objects. */
mintu_status mintu_json_write(const mintu_layer *layer, mintu_output *output, mintu_error *error);
mintu_status mintu_csv_write(const mintu_layer *layer, const mintu_write_options *options, mintu_output *output,
                             mintu_error *error);
/* @p target names the file in messages. */
mintu_status mintu_gpkg_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error);
mintu_status mintu_xlsx_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error);
mintu_status mintu_fgb_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error);

enum { MINTU_DECIMALS = 10000000 }; /* 7 decimals of a degree, a centimetre, as RFC 7946 advises */

/* A number with at most 7 decimals, without trailing zeros and never as -0. */
void mintu_decimal_add(mintu_buffer *buffer, double value);

/* True when two coordinates are the same to 7 decimals. */
bool mintu_decimal_same(double a, double b);

/* Hands the buffer's text to the output and empties it, when it is large or @p last is true. */
mintu_status mintu_buffer_flush(mintu_buffer *buffer, mintu_output *output, bool last, mintu_error *error);

/* Id of a row: its field `id`, else its code, with its kind when the layer has one. False when the row has none, or ids are not
 * unique. */
typedef struct mintu_row_ids {
    int id, code, kind; /* fields, -1 when absent */
} mintu_row_ids;
mintu_status mintu_row_ids_find(const mintu_layer *layer, mintu_error *error, mintu_row_ids *out);
bool mintu_row_id(const mintu_layer *layer, const mintu_row_ids *ids, size_t row, mintu_buffer *out);

#endif
