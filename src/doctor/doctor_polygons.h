/* Whether the counties have true polygons, or are drawn schematically. */
#ifndef DOCTOR_DOCTOR_POLYGONS_H
#define DOCTOR_DOCTOR_POLYGONS_H

#include "doctor/examination.h"

void mintu_doctor_polygons(mintu_examination *examination);

#endif
