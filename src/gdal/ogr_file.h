/* Files that an OGR driver makes. GDAL does not tell all failures of writing (a workbook is written when it is closed, to a disk that
 * may be full), so the driver works in memory; what it made is opened again there, and its bytes go out as those of our own
 * formats do. For this room only. */
#ifndef GDAL_OGR_FILE_H
#define GDAL_OGR_FILE_H

#include "base/output.h"
#include "gdal/ogr.h"
#include "layer/layer_data.h"

typedef struct mintu_ogr_format {
    const char *driver, *ending; /* GDAL goes by the ending of some */
    const char *doing;           /* begins messages: "writing a GeoPackage" */
    bool (*fill)(GDALDatasetH dataset, const mintu_layer *layer);
    /* Changes the file that the driver has closed; NULL: it stays as it is. */
    bool (*finish)(const char *path, const mintu_layer *layer);
    /* Rows of the layer in the file that was made, read back; NULL: counted with the driver, one by one. */
    size_t (*count)(const char *path);
    const mintu_setting *settings; /* of its own, on top of those that all have */
    size_t setting_count;
    const char *const *parts; /* endings of the files that the driver makes, NULL at the end; NULL: one, with its ending */
    /* Entities that the file is to have; NULL: as many as the layer has rows. */
    size_t (*expected)(const mintu_layer *layer);
} mintu_ogr_format;

/* Where the files of a format of several parts go. */
typedef struct mintu_ogr_parts {
    mintu_status (*add)(void *to, const char *ending, const void *bytes, size_t size, mintu_error *error);
    void *to;
} mintu_ogr_parts;

/* Writes the layer; @p target names the file in messages. */
mintu_status mintu_ogr_file_write(const mintu_ogr_format *format, const mintu_layer *layer, const char *target,
                                  mintu_output *output, mintu_error *error);

/* The same for a format of several parts. */
mintu_status mintu_ogr_files_write(const mintu_ogr_format *format, const mintu_layer *layer, const char *target,
                                   const mintu_ogr_parts *parts, mintu_error *error);

#endif
