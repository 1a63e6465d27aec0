/* Days as numbers YYYYMMDD, ISO 8601 in text. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>

/* Reads "YYYY-MM-DD", "YYYY-MM" or "YYYY" (first day) into *date; false when it is no date of the Gregorian calendar. */
bool mintu_date_parse(const char *text, int *date);

/* Writes YYYY-MM-DD. */
void mintu_date_format(int date, char text[11]);

#endif
