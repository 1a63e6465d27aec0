#ifndef GAZETTEER_PLACES_THEN_H
#define GAZETTEER_PLACES_THEN_H

#include "gazetteer/gazetteer_data.h"

/* Unit that a text names as of a date: code, official name then or today, any other name, or a name without its last
 * character when that is a type of unit. Unknown and ambiguous are MINTU_STATUS_INPUT. */
mintu_status mintu_gazetteer_unit(const mintu_gazetteer *gazetteer, const char *text, int date, mintu_error *error,
                                  const mintu_place **out);

#endif
