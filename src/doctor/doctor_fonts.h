/* Whether the fonts that maps are set in are there, with every character that the data package's names have. */
#ifndef DOCTOR_DOCTOR_FONTS_H
#define DOCTOR_DOCTOR_FONTS_H

#include "doctor/examination.h"

void mintu_doctor_fonts(mintu_examination *examination);

#endif
