/* What is inside a geocoder. */
#ifndef GEOCODE_GEOCODER_DATA_H
#define GEOCODE_GEOCODER_DATA_H

#include "geocode/elsewhere.h"
#include "geocode/fuzzy.h"
#include "geocode/other_provinces.h"
#include "geocode/transliterate.h"
#include "geocode/variant_characters.h"

/* What is made when it is first needed, on its own as the geocoder is const then. */
typedef struct mintu_late {
    mintu_transliterator simplifier; /* of traditional characters */
    mintu_fuzzy *fuzzy;
    struct mintu_scan_table *table; /* of scans, which free it by the function that they leave */
    void (*free_table)(struct mintu_scan_table *table);
} mintu_late;

struct mintu_geocoder {
    mintu_index index;
    mintu_geocode_options options;
    mintu_variants variants;
    mintu_foreign foreign;
    mintu_elsewhere elsewhere;
    mintu_late *late;
};

#endif
