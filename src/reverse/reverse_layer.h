/* Points looked up into a layer. */
#ifndef REVERSE_REVERSE_LAYER_H
#define REVERSE_REVERSE_LAYER_H

#include "reverse/reverse.h"

/* Text of a status as in output columns. */
const char *mintu_location_status_text(mintu_location_status status);

#endif
