/* What the map is about, when it is one feature: the page is fitted to it, and what lies around it is paler. */
#ifndef MAP_FOCUS_H
#define MAP_FOCUS_H

#include "map/scene.h"

/* focus.c: loads the focus, in degrees, and gives the extent that shows it; paints a veil over what lies around it. */
mintu_status mintu_focus_load(mintu_scene *scene, double extent[4], mintu_error *error);

void mintu_focus_paint(mintu_scene *scene);

bool mintu_focus_holds(const mintu_scene *scene, double x,
                       double y); /* what lies elsewhere is context; without a focus nothing is */

#endif
