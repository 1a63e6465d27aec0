/* The rosters that rosters.csv lists, and the other places that the notice names. */
#ifndef GAZETTEER_ROSTERS_H
#define GAZETTEER_ROSTERS_H

#include "gazetteer/gazetteer_data.h"
#include "gazetteer/place_rows.h"

mintu_status mintu_gazetteer_read_rosters(mintu_gazetteer *gazetteer, mintu_error *error);

/* The roster of a bit; NULL for none, or for several. */
const mintu_roster *mintu_rosters_one(const mintu_gazetteer *gazetteer, unsigned bit);

/* Places that the rosters of these bits state ("mintu:stated" of their tables), and list. */
size_t mintu_gazetteer_stated(const mintu_gazetteer *gazetteer, unsigned rosters);
size_t mintu_gazetteer_listed(const mintu_gazetteer *gazetteer, unsigned rosters);

/* Ids of the rosters of these bits, joined by +: small-city+town. Leaves the buffer with a text. */
void mintu_rosters_text(const mintu_gazetteer *gazetteer, unsigned rosters, mintu_buffer *out);

/* The same as the next column of a row. */
void mintu_rosters_column(const mintu_gazetteer *gazetteer, unsigned rosters, mintu_row *row);

/* The bits of all rosters. */
unsigned mintu_rosters_all(const mintu_gazetteer *gazetteer);

/* The bits of those that are not apart, which MINTU_ROSTERS_ANY asks for. */
unsigned mintu_rosters_together(const mintu_gazetteer *gazetteer);

/* True when a place is on one of the rosters. */
bool mintu_rosters_has(const mintu_place *place, unsigned rosters);

/* True where more than one bit is set: a place on several rosters. */
bool mintu_rosters_several(unsigned rosters);

#endif
