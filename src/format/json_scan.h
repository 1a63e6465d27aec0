/* A JSON text (RFC 8259) gone through once, value by value, without a tree: a layer's file has millions of numbers, for each of which
 * jansson's tree takes a hundred bytes, and what is no JSON must be told with its line and column. Nothing but JSON passes. */
#ifndef FORMAT_JSON_SCAN_H
#define FORMAT_JSON_SCAN_H

#include "base/array.h"
#include "base/error.h"

#include <stdint.h>

typedef struct mintu_json_scan {
    const char *source;           /* names the text in messages */
    const char *begin, *at, *end; /* the whole text, which is UTF-8 and has a NUL behind it, and where the scan is */
    const char *doing;            /* begins messages: "reading JSON: ", or "" where what failed is told around it */
    mintu_where base;             /* where the text begins in that which messages tell of; zero: it is all of it */
    int around;                   /* so many levels more than MINTU_JSON_DEPTH may be nested, at most MINTU_JSON_AROUND */
} mintu_json_scan;

typedef struct mintu_json_number {
    bool whole; /* written without point and exponent, and fits in 64 bits */
    bool cut;   /* a whole number that does not fit: only its nearest double is kept */
    int64_t integer;
    double real;
} mintu_json_number;

enum { MINTU_JSON_DEPTH = 512, MINTU_JSON_AROUND = 128 }; /* values nested deeper are refused */

/* The next character that is no space; NUL at the end. */
char mintu_json_peek(mintu_json_scan *scan);

/* Passes over that character, which must be @p wanted. */
mintu_status mintu_json_take(mintu_json_scan *scan, char wanted, mintu_error *error);

/* Before element number @p index (from 0) of the list or object that ends with @p close: passes over the comma and sets *more, or
 * over the end and clears it. */
mintu_status mintu_json_next(mintu_json_scan *scan, char close, size_t index, mintu_error *error, bool *more);

/* Puts a string, decoded, into *out (NULL: it is checked alone). A NUL that it names by \u0000, which no text of C can hold, and half
 * of a surrogate pair become U+FFFD. */
mintu_status mintu_json_take_text(mintu_json_scan *scan, mintu_error *error, mintu_buffer *out);

/* The same for a name of a member, with the colon behind it. */
mintu_status mintu_json_take_name(mintu_json_scan *scan, mintu_error *error, mintu_buffer *out);

mintu_status mintu_json_take_number(mintu_json_scan *scan, mintu_error *error, mintu_json_number *out);

/* Passes over a value of any kind that is JSON. */
mintu_status mintu_json_skip(mintu_json_scan *scan, mintu_error *error);

/* Nothing but space may follow. */
mintu_status mintu_json_end(mintu_json_scan *scan, mintu_error *error);

/* Fails with what is wrong where @p at stands in the text, and what to do. */
mintu_status mintu_json_fail(const mintu_json_scan *scan, const char *at, mintu_error *error, const char *what);

#endif
