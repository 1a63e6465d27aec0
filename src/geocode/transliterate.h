/* ICU's transliterators: one script, or one way to write it, to another. */
#ifndef GEOCODE_TRANSLITERATE_H
#define GEOCODE_TRANSLITERATE_H

#include "geocode/normalise.h"

/* Opening one costs milliseconds, so it waits for the first text. Zero-initialise. */
typedef struct mintu_transliterator {
    void *opened; /* UTransliterator */
} mintu_transliterator;

/* Rewrites a text by ICU's transliterator @p id, always the same one: Traditional-Simplified. *size is 0 when the text stays the same,
 * or what comes out does not fit. */
mintu_status mintu_transliterate(mintu_transliterator *transliterator, const char *id, const char *text, mintu_error *error,
                                 char out[MINTU_NAME_SIZE], size_t *size);
void mintu_transliterator_close(mintu_transliterator *transliterator);

#endif
