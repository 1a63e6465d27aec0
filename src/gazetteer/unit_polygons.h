/* Polygons of units as of a date, made from polygons that carry a stable code. */
#ifndef GAZETTEER_UNIT_POLYGONS_H
#define GAZETTEER_UNIT_POLYGONS_H

#include "gazetteer/gazetteer_data.h"

/* What is wanted of mintu_units_at(). */
typedef struct mintu_units_query {
    const char *name; /* of the layer to make */
    mintu_level level;
    int date; /* YYYYMMDD, not 0 */
} mintu_units_query;

/* A layer with one row per unit of a level that was in force on the date, from @p polygons whose field `code` names units of
 * this level or below. Polygons of one unit are dissolved: parts of a county, the counties of a prefecture, or units that had
 * merged by the date. Units that the polygons know only after a merger stay merged before it, and a notice says so. */
mintu_status mintu_units_at(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_layer *polygons,
                            const mintu_units_query *query, mintu_error *error, mintu_layer **out);

#endif
