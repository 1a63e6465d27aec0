/* From WGS 84 degrees to the plane of a map and back, through PROJ. */
#ifndef GEOMETRY_PROJECTION_H
#define GEOMETRY_PROJECTION_H

#include <mintu/context.h>

#include <stdbool.h>

typedef struct mintu_projection mintu_projection;

/* @p definition is anything PROJ takes ("EPSG:4509", a PROJ string, WKT) that gives metres and names no file by its path; axes are
 * easting, northing. */
mintu_status mintu_projection_new(mintu_context *context, const char *definition, mintu_error *error, mintu_projection **out);
void mintu_projection_free(mintu_projection *projection);

/* Fails where mintu_projection_new() would. */
mintu_status mintu_projection_check(const char *definition, mintu_error *error);

/* Projects @p count vertices in place, degrees to metres; a vertex outside the projection's domain becomes infinite. */
mintu_status mintu_projection_forward(mintu_projection *projection, double *xy, size_t count, mintu_error *error);
mintu_status mintu_projection_inverse(mintu_projection *projection, double *xy, size_t count, mintu_error *error);

/* Ratio of a projected length to the true one at a place (mean of both axes; in Web Mercator to that on its ball, on which the zoom of
 * MapLibre rests), and grid convergence in degrees
 * (angle from grid north to true north, clockwise positive). */
mintu_status mintu_projection_factors(mintu_projection *projection, double lon, double lat, double *scale, double *convergence,
                                      mintu_error *error);

/* Name of the reference system ("CGCS2000 / Gauss-Kruger CM 117E"); lives as long as the projection. */
const char *mintu_projection_name(const mintu_projection *projection);

/* The reference system as WKT, for other libraries; lives as long as the projection, NULL when PROJ has no words for it. */
const char *mintu_projection_wkt(const mintu_projection *projection);

/* PROJ's short name of the kind ("tmerc", "aea"); NULL where PROJ has none. Lives as long as the projection. */
const char *mintu_projection_kind(const mintu_projection *projection);

/* A parameter by PROJ's name for it ("lon_0"); @p other where the projection has none. */
double mintu_projection_number(const mintu_projection *projection, const char *name, double other);
bool mintu_projection_has(const mintu_projection *projection, const char *name);

#endif
