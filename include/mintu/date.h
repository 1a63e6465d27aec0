/** @file date.h
 *  Days as numbers YYYYMMDD, as every `as_of`, `from` and `to` of the library; ISO 8601 in text. */
#ifndef MINTU_DATE_H
#define MINTU_DATE_H

#include <mintu/status.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/** True when @p date is a day of the Gregorian calendar from 0001-01-01 to 9999-12-31. A function that takes a day refuses what is none
 *  with MINTU_STATUS_USAGE; 0 stands for its default. */
MINTU_API bool mintu_date_valid(int date);

/** Reads "YYYY-MM-DD", "YYYY-MM" or "YYYY" (their first day) into *date; false, and *date as it was, when the text is no day
 *  of the Gregorian calendar, from year 1 to 9999. Any thread may call these functions. */
MINTU_API bool mintu_date_parse(const char *text, int *date);

/** Writes YYYY-MM-DD and NUL; 0000-00-00 for what is no day. */
MINTU_API void mintu_date_format(int date, char text[11]);

#ifdef __cplusplus
}
#endif
#endif
