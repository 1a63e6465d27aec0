/* A workbook with the rows on the first sheet and the notes on the second. The driver writes no time of day anywhere, and text as
 * text, so that a code stays one. */
#ifndef GDAL_XLSX_WRITE_H
#define GDAL_XLSX_WRITE_H

#include "base/output.h"
#include "layer/layer_data.h"

mintu_status mintu_xlsx_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error);

#endif
