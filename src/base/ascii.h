/* Letters of ASCII, whatever the locale: where it is Turkish, the C library does not know I and i for the same letter, and in others bytes
 * beyond ASCII are letters. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

bool mintu_ascii_is_digit(char letter);
bool mintu_ascii_is_alnum(char letter);
bool mintu_ascii_is_space(char letter); /* blank, tab, and the ends of lines and pages */
char mintu_ascii_lower(char letter);

/* As strcasecmp() and strncasecmp() in the locale "C". */
int mintu_ascii_compare(const char *one, const char *other);
int mintu_ascii_compare_n(const char *one, const char *other, size_t size);

#endif
