/* The columns of an answer, in layers and in CSV. */
#ifndef GEOCODE_RESULT_H
#define GEOCODE_RESULT_H

#include "gazetteer/place_rows.h"
#include "geocode/match.h"

enum { MINTU_RESULTS = 14, MINTU_RESULTS_BOTH = 17 }; /* with name_now, code_then and remark */

extern const mintu_field mintu_result_fields[MINTU_RESULTS_BOTH];

/* How many of them the geocoder's answers have. */
size_t mintu_result_count(const mintu_geocoder *geocoder);

/* Name of a place on the geocoder's day, and the unit of a level that it lay in; "" and NULL for no place. */
const char *mintu_result_name(const mintu_geocoder *geocoder, const mintu_place *place);
const mintu_place *mintu_result_within(const mintu_geocoder *geocoder, const mintu_place *place, mintu_level level);

/* Fills an answer into a row from its current field on, and gives it the point. */
mintu_status mintu_result_fill(const mintu_geocoder *geocoder, const char *query, const mintu_match *match, mintu_row *row);

/* Adds an answer to a line of CSV, each field with a comma before it. */
mintu_status mintu_result_write(const mintu_geocoder *geocoder, const char *query, const mintu_match *match, mintu_error *error,
                                mintu_buffer *line);

/* `name@county` of a place, behind a `|` when the buffer holds something. */
void mintu_candidate_add(const mintu_geocoder *geocoder, const mintu_place *place, mintu_buffer *text);

/* Adds what is to be said of an answer (see change_window.h), behind "; " when the buffer holds something; no more than the first few. */
void mintu_result_remark(const mintu_geocoder *geocoder, const mintu_match *match, mintu_buffer *out);

/* Notes on a layer of answers: title, date, what is said of them, and a day before those that the package covers. */
mintu_status mintu_result_note(const mintu_geocoder *geocoder, const mintu_buffer *remarks, mintu_layer *layer,
                               mintu_error *error);

#endif
