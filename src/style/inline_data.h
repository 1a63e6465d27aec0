/* The data that sources have in the document itself: GeoJSON, which is no part of the style but a file within it, and read like one. */
#ifndef STYLE_INLINE_DATA_H
#define STYLE_INLINE_DATA_H

#include "base/error.h"
#include "expression/pool.h"

/* The data of one source. */
typedef struct mintu_inline_data {
    const char *name; /* of the source */
    const char *text; /* an object of JSON, as the document has it */
    size_t size;
    mintu_where where; /* it begins in the document */
    struct mintu_inline_data *next;
} mintu_inline_data;

/* A document's text, and what is taken out of it. */
typedef struct mintu_inline_text {
    const char *text, *source;
    size_t size;
} mintu_inline_text;

/* Checks the data of all sources, keeps them in @p pool, and writes to *rest the document in which {} stands for each, with as many
 * characters and lines. A text that is no JSON elsewhere comes out as far as it is; that is for its reader to tell. */
mintu_status mintu_inline_data_take(const mintu_inline_text *document, mintu_pool *pool, mintu_error *error, mintu_buffer *rest,
                                    mintu_inline_data **out);

#endif
