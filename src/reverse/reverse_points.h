/* Where points come from: the rows of a CSV file, or of any layer, as texts. */
#ifndef REVERSE_REVERSE_POINTS_H
#define REVERSE_REVERSE_POINTS_H

#include "format/records.h"

#include <mintu/layer.h>

typedef struct mintu_points mintu_points;

/* Opens a file. A layer with points and without columns lon and lat gets them at the end. */
mintu_status mintu_points_open(mintu_context *context, const char *path, mintu_error *error, mintu_points **out);
void mintu_points_close(mintu_points *points);

/* The next row, the header first. */
mintu_status mintu_points_next(mintu_points *points, mintu_error *error, mintu_record *out, bool *more);

/* The row read last as longitude and latitude, where these two fields were made of its point; NULL: they are but texts. */
const double *mintu_points_position(const mintu_points *points, size_t lon, size_t lat);

/* Column of a field of the row read last, as mintu_records_column(); 0 for a layer. */
int mintu_points_column(const mintu_points *points, size_t field);

#endif
