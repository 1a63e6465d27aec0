/* Distance and direction on a ball, in degrees, about a place. For this room only. */
#ifndef GEOMETRY_CAP_H
#define GEOMETRY_CAP_H

/* A place as it is seen from the centre of a cap. */
typedef struct mintu_bearing {
    double distance; /* of a great circle */
    double azimuth;  /* from north, clockwise, -180 to 180 */
} mintu_bearing;

mintu_bearing mintu_bearing_of(const double centre[2], double lon, double lat);

/* Where one comes in a direction. */
void mintu_bearing_reach(const double centre[2], mintu_bearing bearing, double lonlat[2]);

#endif
