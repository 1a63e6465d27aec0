#include "geometry/projection_choice.h"

#include "base/earth.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Degrees from its central meridian at which a transverse Mercator is wrong by 0.55 %. */
static const double TRANSVERSE_MOST = 6;

static double lon_within(double lon)
{
    lon = remainder(lon, 360);
    return lon == -180 ? 180 : lon + 0.0;
}

/* How far an extent reaches to each side of its middle meridian, in degrees of a great circle. */
static double half_width(const double extent[4])
{
    double nearest = extent[1] > 0 ? extent[1] : extent[3] < 0 ? extent[3] : 0;
    double half = fmin((extent[2] - extent[0]) / 2, 90);
    return asin(fmin(cos(nearest * MINTU_DEGREE) * sin(half * MINTU_DEGREE), 1)) / MINTU_DEGREE;
}

static int is_country(const double extent[4])
{
    double wide = extent[2] - extent[0], high = extent[3] - extent[1], middle = fabs(extent[1] + extent[3]) / 2;
    int one_side = extent[1] >= -2 || extent[3] <= 2;
    return one_side && middle >= 15 && middle <= 70 && high <= 60 && wide <= (middle >= 40 ? 180 : 120) &&
           fmax(fabs(extent[1]), fabs(extent[3])) < 86;
}

static int is_polar(const double extent[4])
{
    double far = extent[1] + extent[3] > 0 ? extent[1] : -extent[3];
    return fmax(-extent[1], extent[3]) >= 75 && far >= (extent[2] - extent[0] > 180 ? -1 : 50);
}

static void albers(const double extent[4], double middle, char *out, size_t size)
{
    double sixth = (extent[3] - extent[1]) / 6, south = round(extent[1] + sixth), north = round(extent[3] - sixth);
    if (south + north == 0)
        north++;
    snprintf(out, size, "+proj=aea +lat_0=0 +lon_0=%g +lat_1=%g +lat_2=%g +ellps=GRS80 +units=m +type=crs", middle, south,
             north);
}

/* Tenths of a degree, with a point whatever the locale's sign is; the other numbers here are whole. */
static void transverse(double middle, char *out, size_t size)
{
    long tenths = lround(middle * 10);
    snprintf(out, size, "+proj=tmerc +lat_0=0 +lon_0=%s%ld.%ld +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +type=crs",
             tenths < 0 ? "-" : "", labs(tenths) / 10, labs(tenths) % 10);
}

void mintu_projection_choose(const double extent[4], char *out, size_t size)
{
    double wide = extent[2] - extent[0], high = extent[3] - extent[1];
    double middle = lon_within(round((extent[0] + extent[2]) / 2)), latitude = round((extent[1] + extent[3]) / 2);
    double pole = extent[1] + extent[3] > 0 ? 90 : -90;
    if (half_width(extent) <= TRANSVERSE_MOST && wide <= 120 && high <= 100)
        transverse(lon_within(round((extent[0] + extent[2]) / 2 * 10) / 10), out, size);
    else if (is_polar(extent))
        snprintf(out, size, "+proj=laea +lat_0=%g +lon_0=%g +ellps=GRS80 +units=m +type=crs", pole, wide < 359 ? middle : 0);
    else if (is_country(extent))
        albers(extent, middle, out, size);
    else if (wide <= 180 && high <= 170)
        snprintf(out, size, "+proj=laea +lat_0=%g +lon_0=%g +ellps=GRS80 +units=m +type=crs", latitude, middle);
    else
        snprintf(out, size, "+proj=eqearth +lon_0=%g +ellps=GRS80 +units=m +type=crs", middle);
}
