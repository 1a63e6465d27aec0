/* What is inside a reverser, and what lookups of points and of files share. */
#ifndef REVERSE_REVERSE_H
#define REVERSE_REVERSE_H

#include "reverse/reverse_grid.h"
#include "reverse/reverse_towns.h"

#include <mintu/reverse.h>

struct mintu_reverser {
    const mintu_gazetteer *gazetteer;
    int date;
    mintu_grid grid;
    const mintu_place **counties;    /* by row + 1 of the polygons; the first one is NULL */
    const mintu_place **prefectures; /* likewise */
    mintu_towns towns;
};

typedef enum mintu_location_status {
    MINTU_LOCATION_STATUS_INSIDE = 0,
    MINTU_LOCATION_STATUS_OUTSIDE,
    MINTU_LOCATION_STATUS_INVALID,
    MINTU_LOCATION_STATUS_END /* sentinel */
} mintu_location_status;

/* True for degrees on Earth. */
bool mintu_position_valid(double lon, double lat);

/* Official name on the reverser's date; "" for NULL. */
const char *mintu_reverser_name(const mintu_reverser *reverser, const mintu_place *place);

#endif
