/* Numbers for the rest of the library; those of mintu/number.h are here, too. */
#ifndef FORMAT_NUMBER_H
#define FORMAT_NUMBER_H

#include <mintu/number.h>
#include <stdbool.h>
#include <stddef.h>

/* The number with 15 digits, or 17 if it needs them, as C writes it: 1e-07, nan. */
enum { MINTU_NUMBER_TEXT = 40 };
void mintu_number_text(double number, char text[MINTU_NUMBER_TEXT]);

/* Number(text) of ECMAScript, whose rules the style specification borrows: blanks around are skipped, an empty text is 0,
 * hexadecimal is allowed. False where ECMAScript says NaN. */
bool mintu_number_scan(const char *text, double *number);

/* A plain decimal number that is exactly the @p size bytes, with sign, fraction and exponent. */
bool mintu_number_scan_decimal(const char *text, size_t size, double *number);

#endif
