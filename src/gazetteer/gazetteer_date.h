/* The day that is asked about: every question may name one, and the package has its own. */
#ifndef GAZETTEER_GAZETTEER_DATE_H
#define GAZETTEER_GAZETTEER_DATE_H

#include "gazetteer/gazetteer_data.h"

/* The date itself, or the package's for 0. */
int mintu_gazetteer_date(const mintu_gazetteer *gazetteer, int date);

#endif
