/* Whether GDAL can be loaded and has the drivers of all formats that are read and written. */
#ifndef DOCTOR_DOCTOR_FORMATS_H
#define DOCTOR_DOCTOR_FORMATS_H

#include "doctor/examination.h"

void mintu_doctor_formats(mintu_examination *examination);

#endif
