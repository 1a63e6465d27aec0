/* GeoJSON that an expression or an option writes down, read as files of it are. */
#ifndef EXPRESSION_OUTLINE_READ_H
#define EXPRESSION_OUTLINE_READ_H

#include "base/error.h"
#include "expression/pool.h"
#include "layer/shape.h"

#include <mintu/context.h>

/* The geometries of features, in degrees; their arrays live in a pool. */
typedef struct mintu_outlines {
    mintu_shape *items;
    size_t count;
} mintu_outlines;

/* A text (UTF-8), and who hears what was done to it (rings that were open are closed); NULL: nobody. */
typedef struct mintu_outline_text {
    const char *text, *name; /* name: of the text in messages */
    mintu_notice_fn *notice;
    void *user;
} mintu_outline_text;

/* What is no GeoJSON, and a geometry that is none, is MINTU_STATUS_INPUT with its place. Features without a geometry, and empty ones, are
 * left out; one of several kinds has an outline of each. */
mintu_status mintu_outlines_read(mintu_pool *pool, const mintu_outline_text *given, mintu_error *error, mintu_outlines *out);

#endif
