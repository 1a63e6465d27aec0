/* A vector file that is open. source_open.h opens one. For this room only. */
#ifndef GDAL_LAYER_SOURCE_H
#define GDAL_LAYER_SOURCE_H

#include "base/error.h"
#include "base/limits.h"
#include "base/temporary.h"
#include "format/decode.h"
#include "gdal/gpkg_steps.h"
#include "gdal/ogr.h"
#include "layer/shape.h"

typedef enum mintu_book { MINTU_BOOK_NONE = 0, MINTU_BOOK_XLSX, MINTU_BOOK_ODS, MINTU_BOOK_KML } mintu_book;

typedef struct mintu_source {
    GDALDatasetH dataset;
    OGRLayerH layer;
    const char *path, *driver; /* driver: GDAL's short name */
    char *opened;              /* the path as GDAL has it */
    mintu_buffer content;      /* of a stream, of a table that GDAL reads: as a file; JSON */
    bool json, table;          /* what it is: JSON, delimited text */
    mintu_buffer others;       /* names of layers that hold something beside the one that is read */
    char **settings;           /* GDAL's settings of the thread before this source */
    bool begun;
    mintu_temporary copied; /* the folder of a copy on the disk */
    const mintu_limits *limits;
    const char *guessed; /* encoding of a Shapefile's texts that no file beside it tells; NULL: none was guessed */
    mintu_book book;     /* a workbook or a KML, which is read without a driver */
    mintu_queries queries;
    int skipped;                   /* field that is the geometry as text, -1 when there is none */
    mintu_decoding decoding;       /* of a text */
    mintu_shape shape;             /* of the feature that is read */
    size_t unread, unread_row;     /* texts of geometries that are none, and the first one's row from 1 */
    size_t repaired, repaired_row; /* texts that were no UTF-8, and the first one's row from 1 */
} mintu_source;

#endif
