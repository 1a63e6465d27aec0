/* Names of provinces outside the package, from its table provinces.csv: what follows one lies elsewhere, 浙江水头镇. */
#ifndef GEOCODE_OTHER_PROVINCES_H
#define GEOCODE_OTHER_PROVINCES_H

#include "gazetteer/gazetteer_data.h"
#include "geocode/name_words.h"

/* Normal forms, with and without their types. Zero-initialise. */
typedef struct mintu_foreign {
    char **names;
    size_t count;
} mintu_foreign;

/* Reads the table; a package without one knows none. *out must be freed, also after a failure. */
mintu_status mintu_foreign_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_foreign *out);
void mintu_foreign_free(mintu_foreign *foreign);

/* True when the words begin with such a name, in Latin script as whole words. */
bool mintu_foreign_leads(const mintu_foreign *foreign, const mintu_words *words);

/* True when such a name ends just before the byte @p at of a text. */
bool mintu_foreign_before(const mintu_foreign *foreign, const char *text, size_t at);

#endif
