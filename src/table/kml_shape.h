/* The geometry of a placemark, from the elements around its coordinates and their texts. */
#ifndef TABLE_KML_SHAPE_H
#define TABLE_KML_SHAPE_H

#include "layer/shape.h"

#include <stdbool.h>

enum { MINTU_KML_KINDS = MINTU_GEOMETRY_TYPE_MIXED };

/* Zero-initialise; free with mintu_kml_shapes_free(). */
typedef struct mintu_kml_shapes {
    mintu_shape of[MINTU_KML_KINDS]; /* of one placemark, by their type */
    mintu_geometry_type type;        /* of the geometry that is read */
    bool polygon, hole;
    size_t rings;       /* outer ones of the polygon that is read */
    size_t tracks, bad; /* of all: lines with times; rings and lines of too few corners, which are left out */
} mintu_kml_shapes;

/* An element begins or ends; its name without a prefix. */
mintu_status mintu_kml_shape_start(mintu_kml_shapes *shapes, const char *local, mintu_error *error);
void mintu_kml_shape_end(mintu_kml_shapes *shapes, const char *local);

/* The text of coordinates, or of a position of a track. */
mintu_status mintu_kml_shape_text(mintu_kml_shapes *shapes, const char *local, const char *text, mintu_error *error);

void mintu_kml_shapes_clear(mintu_kml_shapes *shapes);
void mintu_kml_shapes_free(mintu_kml_shapes *shapes);

#endif
