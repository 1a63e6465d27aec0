/* Why a row of a table has no position: a kind of its own for each reason, so that none is told for another. */
#ifndef TABLE_POSITION_FAULT_H
#define TABLE_POSITION_FAULT_H

#include "base/context.h"
#include "layer/layer_data.h"
#include "table/position_names.h"

typedef enum mintu_position_fault {
    MINTU_FAULT_NONE = 0,
    MINTU_FAULT_EMPTY,  /* both are */
    MINTU_FAULT_HALF,   /* one is */
    MINTU_FAULT_WORD,   /* a word for no value */
    MINTU_FAULT_TEXT,   /* neither degrees nor such a word */
    MINTU_FAULT_TURNED, /* degrees, if latitude came first */
    MINTU_FAULT_METRES,
    MINTU_FAULT_OUTSIDE, /* not on Earth in another way */
    MINTU_FAULT_END
} mintu_position_fault;

/* True of a word for no value where a coordinate is expected; more of them are known there than among numbers: 待测, 待补. So is one of @p missing, words with commas between them that were said to be (may be NULL). */
bool mintu_position_word(const char *text, const char *missing);

/* What two coordinates as they were typed are that could not be read; *word is the word for no value, "" of the other kinds. */
mintu_position_fault mintu_position_text_fault(const char *const texts[2], const char *missing, const char **word);

/* What two numbers are; longitudes up to 360 degrees are on Earth. */
mintu_position_fault mintu_position_number_fault(const double lonlat[2]);

/* Keeps the words for no value in the columns of positions, before typing makes numbers and nothing else of these. */
mintu_status mintu_position_words_keep(mintu_context *context, mintu_layer *layer, const mintu_position_columns *columns,
                                       mintu_error *error);

/* The word that a cell held, which is without a value now; "" when it held none. */
const char *mintu_position_word_at(const mintu_layer *layer, size_t row, size_t field);

#endif
