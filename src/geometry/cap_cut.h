/* A path cut to a cap of the earth. For this room only. */
#ifndef GEOMETRY_CAP_CUT_H
#define GEOMETRY_CAP_CUT_H

#include "geometry/track.h"
#include "geometry/validity.h"

/* Adds the path to @p to. What lies outside the cap is moved onto its edge, in the direction in which it is seen from the centre, so
 * that a ring goes round each place of the cap as often as before; the edges there are seams. The path lies within 180 degrees of the
 * cap's middle meridian, and its edges are short. */
void mintu_cap_cut(const mintu_track *from, const mintu_validity *cap, bool ring, mintu_track *to);

#endif
