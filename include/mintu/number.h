/** @file number.h
 *  Numbers as texts, whatever the locale: a full stop before the fraction, and nothing between the thousands. */
#ifndef MINTU_NUMBER_H
#define MINTU_NUMBER_H

#include <mintu/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The number that @p text begins with, as strtod() reads it where the locale is "C": blanks before it are skipped; hexadecimal
 *  numbers, "inf" and "nan" are numbers; errno is ERANGE for one that no double can hold. *end is behind it, @p text when there is
 *  none; @p end may be NULL. Any thread may call both functions. */
MINTU_API double mintu_number_read(const char *text, const char **end);

/** The shortest text that reads back as the same number, as ECMAScript writes it: 1, 0.1, 6.02e-23, NaN, Infinity. */
MINTU_API void mintu_number_shortest(double number, char text[48]);

#ifdef __cplusplus
}
#endif
#endif
