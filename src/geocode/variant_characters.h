/* Variant characters: other ways to write a character of a name, from the package's table variants.csv. */
#ifndef GEOCODE_VARIANT_CHARACTERS_H
#define GEOCODE_VARIANT_CHARACTERS_H

#include "gazetteer/gazetteer_data.h"
#include "geocode/normalise.h"

#include <uchar.h>

typedef struct mintu_variant {
    char32_t from, to;
} mintu_variant;

/* Sorted by `from`. Zero-initialise. */
typedef struct mintu_variants {
    mintu_variant *items;
    size_t count;
} mintu_variants;

/* Reads the table; a package without one has no variants. *out must be freed, also after a failure. */
mintu_status mintu_variants_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_variants *out);
void mintu_variants_free(mintu_variants *variants);

/* Writes a normal form that ends with NUL in usual characters. *size is 0 when it is the same or does not fit. */
void mintu_variants_replace(const mintu_variants *variants, const char *text, char out[MINTU_NAME_SIZE], size_t *size);

#endif
