/* JSON documents through jansson, with line and column in every error, also for values that are valid JSON but wrong. */
#ifndef FORMAT_JSON_H
#define FORMAT_JSON_H

#include "base/error.h"

#include <jansson.h>

/* Length of the byte order mark of UTF-8, which some editors write and JSON does not know; 0 when there is none. */
size_t mintu_json_mark(const char *text, size_t size);

/* Parses @p size bytes, with or without a mark; duplicate keys are refused, and what is nested deeper or has more values than
 * JSON_DEPTH_MOST and JSON_VALUES_MOST in json.c. @p source names the text in messages. *out is owned by the caller. */
mintu_status mintu_json_parse(const char *text, size_t size, const char *source, mintu_error *error, json_t **out);

/* What messages call the type of a JSON value: string, number, boolean, object, array, null. */
const char *mintu_json_type_text(const json_t *json);

#endif
