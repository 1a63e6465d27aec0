/* Whether files can be written in the current folder and the temporary one, and whether there is room. */
#ifndef DOCTOR_DOCTOR_WRITING_H
#define DOCTOR_DOCTOR_WRITING_H

#include "doctor/examination.h"

void mintu_doctor_writing(mintu_examination *examination);

#endif
