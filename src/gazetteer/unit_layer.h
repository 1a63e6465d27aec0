/* The polygons of a level's units on a day: from the files that set-up made, else from the schematic partition. */
#ifndef GAZETTEER_UNIT_LAYER_H
#define GAZETTEER_UNIT_LAYER_H

#include "gazetteer/unit_polygons.h"

/* One row per unit, with the notes of what it was made from; @p title is that of the layer. */
mintu_status mintu_unit_layer(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_units_query *query,
                              const char *title, mintu_error *error, mintu_layer **out);

#endif
