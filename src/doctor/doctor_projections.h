/* Whether PROJ finds its database, and projects a known point to the millimetre. */
#ifndef DOCTOR_DOCTOR_PROJECTIONS_H
#define DOCTOR_DOCTOR_PROJECTIONS_H

#include "doctor/examination.h"

void mintu_doctor_projections(mintu_examination *examination);

#endif
