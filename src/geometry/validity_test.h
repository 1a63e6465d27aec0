/* Where a projection of a kind that is not known is valid, found by trying. For this room only. */
#ifndef GEOMETRY_VALIDITY_TEST_H
#define GEOMETRY_VALIDITY_TEST_H

#include "geometry/projection.h"

/* The radius in degrees of the largest cap about a place in which each tried place comes back from the plane and neighbours stay
 * neighbours; 180 where that holds for the whole earth cut along the meridian opposite the middle. */
mintu_status mintu_validity_test(mintu_projection *projection, double middle, const double about[2], mintu_error *error,
                                 double *radius);

#endif
