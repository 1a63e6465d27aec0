/* Units that the package does not have, from its tables provinces.csv and country_units.csv: what is said to lie in one of them is
 * no place of the package, 浙江省建德市龙门镇. A name may be one of theirs and one of the package's: 鼓楼区. */
#ifndef GEOCODE_ELSEWHERE_H
#define GEOCODE_ELSEWHERE_H

#include "base/text_store.h"
#include "base/textmap.h"
#include "gazetteer/gazetteer_data.h"

/* A name of one or more units elsewhere. */
typedef struct mintu_elsewhere_name {
    const char *text;
    size_t size;
    unsigned levels; /* bit of each level that has such a unit */
    bool full;       /* with its type */
} mintu_elsewhere_name;

/* Zero-initialise. */
typedef struct mintu_elsewhere {
    mintu_elsewhere_name *names;
    size_t count, room;
    mintu_textmap map;
    mintu_text_store texts;
} mintu_elsewhere;

/* Reads the tables; a package without them knows no unit elsewhere. *out must be freed, also after a failure. */
mintu_status mintu_elsewhere_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_elsewhere *out);
void mintu_elsewhere_free(mintu_elsewhere *elsewhere);

/* The name of exactly @p size bytes, or NULL. */
const mintu_elsewhere_name *mintu_elsewhere_find(const mintu_elsewhere *elsewhere, const char *text, size_t size);

/* Length of the longest name with its type that the text begins with, 0 when there is none. */
size_t mintu_elsewhere_leads(const mintu_elsewhere *elsewhere, const char *text, size_t size);

#endif
