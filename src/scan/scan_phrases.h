/* Words that hold the short name of a place and mean none, from the table name_phrases.csv: 东山再起. */
#ifndef SCAN_SCAN_PHRASES_H
#define SCAN_SCAN_PHRASES_H

#include "gazetteer/gazetteer_data.h"

typedef struct mintu_scan_phrase {
    const char *before, *name, *behind;
    size_t next; /* another with the same name, with 1 added; 0: none */
} mintu_scan_phrase;

/* Zero-initialise. The texts belong to the table. */
typedef struct mintu_scan_phrases {
    mintu_scan_phrase *items;
    size_t count;
    mintu_table *table;
} mintu_scan_phrases;

/* A package without the table has none. *out must be freed, also after a failure. */
mintu_status mintu_scan_phrases_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_scan_phrases *out);
void mintu_scan_phrases_free(mintu_scan_phrases *phrases);

/* True when the name from @p start to @p end stands in phrase @p first, or one behind it. */
bool mintu_scan_phrases_hold(const mintu_scan_phrases *phrases, size_t first, const char *text, size_t size, size_t start,
                             size_t end);

#endif
