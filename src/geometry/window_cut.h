/* A path cut to a window of longitude and latitude. For this room only. */
#ifndef GEOMETRY_WINDOW_CUT_H
#define GEOMETRY_WINDOW_CUT_H

#include "geometry/track.h"

/* Adds the path, moved east by @p shift degrees, to @p to. What lies outside the window (west, south, east, north) is moved onto its edge:
 * a ring then goes round each place of the window as often as before, whatever its shape, and the edges on the window's edge are seams. */
void mintu_window_cut(const mintu_track *from, double shift, const double window[4], mintu_track *to);

#endif
