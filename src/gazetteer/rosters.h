/* The rosters of pilots and the other places that the notice names. */
#ifndef GAZETTEER_ROSTERS_H
#define GAZETTEER_ROSTERS_H

#include "gazetteer/gazetteer_data.h"

mintu_status mintu_gazetteer_read_rosters(mintu_gazetteer *gazetteer, mintu_error *error);

/* How many entries the roster has by its own statement ("mintu:stated"); 0 when it says nothing. */
size_t mintu_gazetteer_stated(const mintu_gazetteer *gazetteer, mintu_pilot roster);

size_t mintu_gazetteer_listed(const mintu_gazetteer *gazetteer, mintu_pilot roster);

#endif
