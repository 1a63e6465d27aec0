/* Names, codes and parents of a place through the years, and who followed it. */
#ifndef GAZETTEER_NAMES_IN_TIME_H
#define GAZETTEER_NAMES_IN_TIME_H

#include "gazetteer/gazetteer_data.h"

mintu_status mintu_gazetteer_read_names(mintu_gazetteer *gazetteer, mintu_error *error);

/* Names of a place: *first and the number of them. */
size_t mintu_gazetteer_names(const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_name **first);

/* Type of a place under a name of another time: 永定县 was a county, though 永定区 is a district. */
const char *mintu_gazetteer_type(const mintu_place *place, const char *name);

/* The unit that took a place's ground over when it was abolished, itself while it is in force; NULL when the package does not
 * say. In a package without the column `into` it is the only unit of the same level and parent that came into force on the day of
 * abolition. */
const mintu_place *mintu_gazetteer_successor(const mintu_gazetteer *gazetteer, const mintu_place *place, int date);

/* True when the place is the unit or lay in it on the date. */
bool mintu_gazetteer_is_within(const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_place *unit, int date);

#endif
