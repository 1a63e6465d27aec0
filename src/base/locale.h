/* The locale "C" for this thread while a library works that would follow the host's. */
#ifndef BASE_LOCALE_H
#define BASE_LOCALE_H

typedef void *mintu_locale;

/* Begins it; gives the locale before, to be set again by the end. */
mintu_locale mintu_locale_begin(void);
void mintu_locale_end(mintu_locale before);

#endif
