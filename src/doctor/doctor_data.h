/* Whether the data package is whole: what its own check says of files, schemas, keys and counts. */
#ifndef DOCTOR_DOCTOR_DATA_H
#define DOCTOR_DOCTOR_DATA_H

#include "doctor/examination.h"

void mintu_doctor_data(mintu_examination *examination);

#endif
