/* Numbers as ECMAScript reads and writes them, whatever the locale: the style specification borrows its rules. */
#ifndef FORMAT_NUMBER_H
#define FORMAT_NUMBER_H

#include <stdbool.h>

/* The shortest text that reads back as the same number: 1, 0.1, 6.02e-23, NaN, Infinity. */
void mintu_number_shortest(double number, char text[48]);

/* The same with at most 17 digits, as C writes it: 1e-07, nan. */
enum { MINTU_NUMBER_TEXT = 40 };
void mintu_number_text(double number, char text[MINTU_NUMBER_TEXT]);

/* Number(text): blanks around are skipped, an empty text is 0, hexadecimal is allowed. False where ECMAScript says NaN. */
bool mintu_number_scan(const char *text, double *number);

/* A plain decimal number that is exactly the @p size bytes, with sign, fraction and exponent. */
bool mintu_number_scan_decimal(const char *text, unsigned long size, double *number);

#endif
