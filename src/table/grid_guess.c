#include "table/grid_guess.h"

#include <math.h>
#include <stdio.h>

int mintu_grid_code(double x, double y)
{
    static const double WEB_MOST = 20037509; /* half of the equator */
    double east = fmax(x, y), north = fmin(x, y), zone = floor(east / 1e6);
    if (!(north > 1e6 && north < 1e7)) /* metres from the equator, between 9 and 90 degrees */
        return 0;
    if (east > 25e6 && east < 46e6)
        return 4488 + (int)zone;
    if (east > WEB_MOST && east < 24e6)
        return 4478 + (int)zone;
    return east > 7e6 && east <= WEB_MOST ? 3857 : 0;
}

const char *mintu_grid_name(double x, double y, char out[MINTU_GRID_NAME])
{
    int code = mintu_grid_code(x, y), degrees = code > 4500 ? 3 : 6, zone = code - (code > 4500 ? 4488 : 4478);
    if (code == 3857)
        snprintf(out, MINTU_GRID_NAME, "they look like metres of web maps (EPSG:3857)");
    else if (code)
        snprintf(out, MINTU_GRID_NAME, "they look like metres of CGCS2000 in the zone %d of %d degrees (EPSG:%d)", zone,
                 degrees, code);
    else
        snprintf(out, MINTU_GRID_NAME, "are they metres?");
    return out;
}

const char *mintu_grid_remedy(double x, double y, char out[MINTU_GRID_REMEDY])
{
    int code = mintu_grid_code(x, y);
    if (code)
        snprintf(out, MINTU_GRID_REMEDY, "with ogr2ogr -a_srs EPSG:%d -t_srs EPSG:4326, as they look", code);
    else
        snprintf(out, MINTU_GRID_REMEDY, "with ogr2ogr -a_srs EPSG:CODE -t_srs EPSG:4326; " MINTU_GRID_UNKNOWN);
    return out;
}
