#include "geometry/cap.h"

#include "base/earth.h"

#include <math.h>

mintu_bearing mintu_bearing_of(const double centre[2], double lon, double lat)
{
    double apart = (lon - centre[0]) * MINTU_DEGREE, here = lat * MINTU_DEGREE, there = centre[1] * MINTU_DEGREE;
    double east = sin(apart) * cos(here);
    double north = cos(there) * sin(here) - sin(there) * cos(here) * cos(apart);
    double up = sin(there) * sin(here) + cos(there) * cos(here) * cos(apart);
    return (mintu_bearing){atan2(hypot(east, north), up) / MINTU_DEGREE, atan2(east, north) / MINTU_DEGREE};
}

void mintu_bearing_reach(const double centre[2], mintu_bearing bearing, double lonlat[2])
{
    double far = bearing.distance * MINTU_DEGREE, way = bearing.azimuth * MINTU_DEGREE, there = centre[1] * MINTU_DEGREE;
    double up = sin(there) * cos(far) + cos(there) * sin(far) * cos(way);
    double east = sin(way) * sin(far), north = cos(there) * cos(far) - sin(there) * sin(far) * cos(way);
    lonlat[0] = centre[0] + atan2(east, north) / MINTU_DEGREE;
    lonlat[1] = atan2(up, hypot(east, north)) / MINTU_DEGREE;
}
