/* The writers of layer files, one per format. For src/geo only. */
#ifndef LAYER_LAYER_FORMAT_H
#define LAYER_LAYER_FORMAT_H

#include "base/array.h"
#include "base/output.h"
#include "layer/layer_data.h"
#include "layer/shape.h"

enum { MINTU_DECIMALS = 10000000 }; /* 7 decimals of a degree, a centimetre, as RFC 7946 advises */

/* Id of a row: its field `id`, else its code, with its kind when the layer has one. False when the row has none, or ids are not
 * unique. */
typedef struct mintu_row_ids {
    int id, code, kind; /* fields, -1 when absent */
} mintu_row_ids;

#endif
