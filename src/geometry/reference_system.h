/* From WGS 84 degrees to any horizontal reference system that PROJ knows by code. Maps have projection.h. */
#ifndef GEOMETRY_REFERENCE_SYSTEM_H
#define GEOMETRY_REFERENCE_SYSTEM_H

#include <mintu/context.h>
#include <stdbool.h>

typedef struct mintu_reference_system mintu_reference_system;

/* @p code is an authority and its code, such as EPSG:4548. Systems that are not horizontal are refused, and, unless @p force is set,
 * those that no known transformation leads to. */
mintu_status mintu_reference_system_new(mintu_context *context, const char *code, bool force, mintu_error *error,
                                        mintu_reference_system **out);
void mintu_reference_system_free(mintu_reference_system *system);

/* Transforms @p count positions in place, x before y whatever the order of the system's axes; infinite where it cannot. What is not in
 * degrees is rounded to a millimetre. */
mintu_status mintu_reference_system_forward(mintu_reference_system *system, double *xy, size_t count, mintu_error *error);

/* Its coordinates are angles. */
bool mintu_reference_system_geographic(const mintu_reference_system *system);

/* True when longitude, latitude lies where the system is meant to be used, or nobody says where that is. */
bool mintu_reference_system_covers(const mintu_reference_system *system, double lon, double lat);

/* Where that is, as west, south, east, north. */
const double *mintu_reference_system_area(const mintu_reference_system *system);

/* Its name, and its definition as WKT; they live as long as the system. */
const char *mintu_reference_system_name(const mintu_reference_system *system);
const char *mintu_reference_system_wkt(const mintu_reference_system *system);

#endif
