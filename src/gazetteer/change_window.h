/* Changes whose day is not known, only between which days they happened: on a day in between, what was before and what came after
 * may both have been in force. */
#ifndef GAZETTEER_CHANGE_WINDOW_H
#define GAZETTEER_CHANGE_WINDOW_H

#include "gazetteer/gazetteer_data.h"
#include "gazetteer/place_rows.h"

/* True when the name was, or may have been, a place's on the date. */
bool mintu_name_may_hold(const mintu_name *name, int date);

/* True when the place was in force on the date, or may have been. */
bool mintu_gazetteer_may_be(const mintu_gazetteer *gazetteer, const mintu_place *place, int date);

/* "changed between DAY and DAY: 华兴乡, 华兴镇" when the date lies between them, else "". */
void mintu_gazetteer_remark(const mintu_gazetteer *gazetteer, const mintu_place *place, int date, mintu_buffer *out);

/* The remark as the next column of a row. */
void mintu_gazetteer_remark_column(const mintu_gazetteer *gazetteer, const mintu_place *place, int date, mintu_row *row);

/* The layer's note `coverage` when the units of a level (MINTU_LEVEL_ANY: of counties and townships) are not known from lists on
 * the date. */
mintu_status mintu_gazetteer_note_coverage(const mintu_gazetteer *gazetteer, mintu_level level, int date, mintu_layer *layer,
                                           mintu_error *error);

#endif
