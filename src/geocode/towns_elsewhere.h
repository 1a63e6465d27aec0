/* Towns and townships elsewhere that have a name of the package's, or one that ends like it, from its table towns_elsewhere.csv: that
 * 建德市 has a 梅城镇, too, and that 尧龙山镇 is another place than 龙山镇. */
#ifndef GEOCODE_TOWNS_ELSEWHERE_H
#define GEOCODE_TOWNS_ELSEWHERE_H

#include "base/text_store.h"
#include "base/textmap.h"
#include "gazetteer/gazetteer_data.h"

typedef struct mintu_town_elsewhere {
    const char *name;
    size_t size;
    long county; /* code */
    size_t next; /* another of the name, with 1 added; 0: none */
} mintu_town_elsewhere;

/* Zero-initialise. */
typedef struct mintu_towns_elsewhere {
    mintu_town_elsewhere *items;
    size_t count;
    mintu_textmap map; /* by name, the last of it */
    mintu_text_store texts;
} mintu_towns_elsewhere;

/* Reads the table; a package without it knows none. *out must be freed, also after a failure. */
mintu_status mintu_towns_elsewhere_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_towns_elsewhere *out);
void mintu_towns_elsewhere_free(mintu_towns_elsewhere *towns);

/* True when one of this name lies in the county, prefecture or province of the code. */
bool mintu_towns_elsewhere_has(const mintu_towns_elsewhere *towns, long unit, const char *name, size_t size);

/* How many have this name. */
size_t mintu_towns_elsewhere_count(const mintu_towns_elsewhere *towns, const char *name, size_t size);

#endif
