/* Layers made of places: queries, rosters, named places. */
#ifndef GAZETTEER_PLACES_QUERY_H
#define GAZETTEER_PLACES_QUERY_H

#include "gazetteer/gazetteer_data.h"

/* Notes that every bundled layer carries: title, source, licence, as-of, what the package says of its notice (mintu:notice),
 * those of rosters with a note_key, and for layers of rosters `stated` and `listed`. */
typedef struct mintu_notes {
    const char *title, *stem; /* the resource whose sources and licences hold */
    int as_of;
    unsigned rosters; /* bits; 0: the layer is of none */
} mintu_notes;
mintu_status mintu_gazetteer_note(const mintu_gazetteer *gazetteer, mintu_layer *layer, const mintu_notes *notes,
                                  mintu_error *error);

/* mintu_gazetteer_places_layer() with a name for the layer. */
mintu_status mintu_gazetteer_list(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_places_query *query,
                                  const char *name, mintu_error *error, mintu_layer **out);

/* The places that the notice names beside the rosters, one row per naming. */
mintu_status mintu_gazetteer_named(mintu_context *context, const mintu_gazetteer *gazetteer, int date, mintu_error *error,
                                   mintu_layer **out);

#endif
