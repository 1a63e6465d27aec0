/* The places themselves: places.csv, and finding one by its code. */
#ifndef GAZETTEER_PLACES_H
#define GAZETTEER_PLACES_H

#include "gazetteer/gazetteer_data.h"

/* Readers of the tables, in the order in which mintu_gazetteer_open() calls them. */
mintu_status mintu_gazetteer_read_places(mintu_gazetteer *gazetteer, mintu_error *error);

/* Index of a place that belongs to the gazetteer. */
size_t mintu_gazetteer_index(const mintu_gazetteer *gazetteer, const mintu_place *place);

/* Units of a level that are in force on the date. */
size_t mintu_gazetteer_count_level(const mintu_gazetteer *gazetteer, mintu_level level, int date);

/* True when the period holds the date. */
bool mintu_period_holds(int from, int to, int date);

#endif
