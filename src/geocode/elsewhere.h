/* Units that the package does not have, from its tables provinces.csv, country_units.csv and towns_elsewhere.csv: what is said to lie in one of them is
 * no place of the package, 浙江省建德市龙门镇. A name may be one of theirs and one of the package's: 鼓楼区. */
#ifndef GEOCODE_ELSEWHERE_H
#define GEOCODE_ELSEWHERE_H

#include "base/text_store.h"
#include "base/textmap.h"
#include "gazetteer/gazetteer_data.h"
#include "geocode/towns_elsewhere.h"

/* A name of one or more units elsewhere. */
typedef struct mintu_elsewhere_name {
    const char *text;
    size_t size;
    unsigned levels; /* bit of each level that has such a unit */
    bool full;       /* with its type */
    size_t code;     /* the last of the codes of such units, with 1 added */
} mintu_elsewhere_name;

typedef struct mintu_elsewhere_code {
    long code;
    size_t next; /* another of the name, with 1 added; 0: none */
} mintu_elsewhere_code;

/* Zero-initialise. */
typedef struct mintu_elsewhere {
    mintu_elsewhere_name *names;
    size_t count, room;
    mintu_textmap map;
    mintu_text_store texts;
    mintu_elsewhere_code *codes;
    size_t code_count, code_room;
    mintu_towns_elsewhere towns;
} mintu_elsewhere;

/* Reads the tables; a package without them knows no unit elsewhere. *out must be freed, also after a failure. */
mintu_status mintu_elsewhere_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_elsewhere *out);
void mintu_elsewhere_free(mintu_elsewhere *elsewhere);

/* The name of exactly @p size bytes, or NULL. */
const mintu_elsewhere_name *mintu_elsewhere_find(const mintu_elsewhere *elsewhere, const char *text, size_t size);

/* Length of the longest name with its type that the text begins with, 0 when there is none. */
size_t mintu_elsewhere_leads(const mintu_elsewhere *elsewhere, const char *text, size_t size);

/* True when a unit of this name has a town or township of that one, among those that have a name of the package's. */
bool mintu_elsewhere_has(const mintu_elsewhere *elsewhere, const mintu_elsewhere_name *unit, const char *town, size_t size);

#endif
