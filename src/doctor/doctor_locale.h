/* Whether the environment asks for UTF-8; numbers, dates and sorting do not depend on it. */
#ifndef DOCTOR_DOCTOR_LOCALE_H
#define DOCTOR_DOCTOR_LOCALE_H

#include "doctor/examination.h"

void mintu_doctor_locale(mintu_examination *examination);

#endif
