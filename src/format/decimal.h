/* Coordinates as text, to 7 decimals of a degree: a centimetre, as RFC 7946 advises. */
#ifndef FORMAT_DECIMAL_H
#define FORMAT_DECIMAL_H

#include "base/array.h"

enum { MINTU_DECIMALS = 10000000 }; /* 7 decimals */

/* A number with at most 7 decimals, without trailing zeros and never as -0. */
void mintu_decimal_add(mintu_buffer *buffer, double value);

/* True when two coordinates are the same to 7 decimals. */
bool mintu_decimal_same(double a, double b);

#endif
