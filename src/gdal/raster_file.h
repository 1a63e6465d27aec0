/* A raster file, pictures and elevations, open through GDAL for as long as it is read. */
#ifndef GDAL_RASTER_FILE_H
#define GDAL_RASTER_FILE_H

#include "base/error.h"

#include <mintu/context.h>
#include <stdbool.h>
#include <stddef.h>

typedef enum mintu_raster_colours {
    MINTU_RASTER_GREY = 0, /* or elevations */
    MINTU_RASTER_PALETTE,
    MINTU_RASTER_RGB,
    MINTU_RASTER_CMYK
} mintu_raster_colours;

enum { MINTU_RASTER_CHANNELS = 5 };

typedef struct mintu_raster_file {
    char *path;
    size_t width, height; /* pixels */
    mintu_raster_colours colours;
    size_t bands;    /* of colours: 1, 3 or 4 */
    size_t channels; /* numbers to a pixel as they are read: the bands', then its opacity if it has one */
    size_t left_out; /* bands of the file that are not drawn */
    bool has_opacity;
    double opaque;       /* the number that is */
    bool premultiplied;  /* with the opacity in the colours */
    bool has_no_data[4]; /* of the bands */
    float no_data[4];
    double black, white;         /* the numbers that are drawn so */
    double metres[2];            /* of elevations: to one of its numbers, and of zero */
    bool stretched;              /* they are the least and the largest of the file */
    unsigned char (*palette)[4]; /* red, green, blue, opacity */
    size_t palette_size;
    struct mintu_raster_handles *handles; /* GDAL's, and PROJ's through it */
} mintu_raster_file;

/* What is asked of the file: where a document may lead, NULL: anywhere; whether its numbers are elevations. */
typedef struct mintu_raster_wish {
    const char *folder;
    bool elevation;
} mintu_raster_wish;

/* Opens a GeoTIFF, PNG, JPEG, WebP, GIF or BMP, for elevations an Arc/Info grid in ASCII or SRTM's HGT too. mintu_raster_close() in
 * any case. */
mintu_status mintu_raster_open(const char *path, const mintu_raster_wish *wish, mintu_error *error, mintu_raster_file **out);
void mintu_raster_close(mintu_raster_file *raster);

/* How many pixels of the file, across and down, one of its coarser copy has that is not coarser than @p wanted pixels of the file to
 * one: 1, 1 when it has none. */
void mintu_raster_level(const mintu_raster_file *raster, const double wanted[2], double step[2]);

/* A part of the file, at the step of one of its copies: columns and rows of the copy. */
typedef struct mintu_raster_part {
    double step[2];
    size_t x, y, width, height;
} mintu_raster_part;

/* Reads the numbers of a part, channels side by side. */
mintu_status mintu_raster_read(const mintu_raster_file *raster, const mintu_raster_part *part, mintu_error *error,
                               float *numbers);

#endif
