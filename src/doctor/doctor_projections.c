#include "doctor/doctor_projections.h"

#include "base/error.h"
#include "geometry/projection.h"

#include <math.h>

static const char REMEDY[] =
    N_("install Debian's proj-data, and take away PROJ_DATA and PROJ_LIB from the environment where they "
       "name another version's folder");

/* 118 E 25 N in the zone of 117 E of CGCS2000, by Krueger's series as in Karney (2011), "Transverse Mercator with an accuracy of a few
 * nanometers", to the fourth order, worked out apart from PROJ. */
static const double KNOWN[2] = {600953.4081, 2766426.5146};

void mintu_doctor_projections(mintu_examination *examination)
{
    static const char system[] = "EPSG:4548";
    mintu_projection *projection = NULL;
    mintu_error problem;
    double point[2] = {118, 25};
    mintu_status status = mintu_projection_new(examination->context, system, &problem, &projection);
    if (status == MINTU_STATUS_OK)
        status = mintu_projection_forward(projection, point, 1, &problem);
    double off = hypot(point[0] - KNOWN[0], point[1] - KNOWN[1]);
    if (status != MINTU_STATUS_OK)
        mintu_examination_fail(examination, status, &problem, REMEDY);
    else if (!(off < 0.001))
        mintu_examination_add(examination, MINTU_HEALTH_BAD, REMEDY, "%s puts 118 E 25 N %.3f m from where it lies", system,
                              off);
    else
        mintu_examination_add(examination, MINTU_HEALTH_GOOD, "",
                              "%s (%s): a known point is right to the millimetre; no grids "
                              "are needed",
                              system, mintu_projection_name(projection));
    mintu_projection_free(projection);
}
