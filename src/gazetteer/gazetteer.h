#ifndef GAZETTEER_GAZETTEER_H
#define GAZETTEER_GAZETTEER_H

#include "gazetteer/gazetteer_data.h"

/* The date itself, or the package's for 0. */
int mintu_gazetteer_date(const mintu_gazetteer *gazetteer, int date);

#endif
