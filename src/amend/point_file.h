/* A file of positions of units, resolved. */
#ifndef AMEND_POINT_FILE_H
#define AMEND_POINT_FILE_H

#include "amend/amend_told.h"
#include "amend/list_heads.h"
#include "geocode/batch_sheet.h"
#include "table/position_names.h"

#include <mintu/amend.h>
#include <mintu/geocode.h>

/* A row whose name is a unit and whose coordinates are numbers. */
typedef struct mintu_point_line {
    const mintu_place *place;
    size_t row;               /* of the file */
    double raw[2], lonlat[2]; /* as it stands there, and in WGS 84 */
    bool taken;
} mintu_point_line;

typedef struct mintu_point_file {
    mintu_sheet sheet;
    mintu_geocoder *geocoder;
    size_t columns[MINTU_LIST_END];
    size_t names[4], name_count; /* columns of the name, the larger unit first */
    mintu_position_columns positions;
    mintu_point_line *lines;
    size_t count, room;
} mintu_point_file;

/* Reads the file; what is wrong with a row is told. Zero-initialised *out must be freed, also after a failure. */
mintu_status mintu_point_file_load(mintu_context *context, const mintu_gazetteer *gazetteer, const char *path,
                                   const mintu_amend_points_options *options, mintu_amend_told *told, mintu_point_file *out);
void mintu_point_file_free(mintu_point_file *file);

mintu_amend_spot mintu_point_file_spot(const mintu_point_file *file, size_t row);

/* What the file says in a column; "" where there is none. Until the next call. */
const char *mintu_point_file_text(const mintu_point_file *file, size_t row, mintu_list_head head);

#endif
