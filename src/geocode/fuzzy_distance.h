/* How far two names are from each other. */
#ifndef GEOCODE_FUZZY_DISTANCE_H
#define GEOCODE_FUZZY_DISTANCE_H

#include "geocode/fuzzy_forms.h"

/* A name to compare: its characters, and what each may be read as. */
typedef struct mintu_spelling {
    char32_t characters[MINTU_FUZZY_SYMBOLS];
    mintu_readings readings[MINTU_FUZZY_SYMBOLS];
    size_t count;
    const char *type; /* "" without one */
    bool latin;
} mintu_spelling;

typedef struct mintu_nearness {
    unsigned cost;   /* edits, a type that differs being one; UINT_MAX: too far */
    bool sure;       /* a likely slip: one character of the same sound, another type, or one of three and more before a type */
    double likeness; /* from 0 to 1 */
} mintu_nearness;

/* Compares with form @p i of the forms. */
mintu_nearness mintu_fuzzy_compare(const mintu_forms *forms, size_t i, const mintu_spelling *spelling);

#endif
