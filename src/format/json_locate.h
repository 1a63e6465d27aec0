/* Where in a JSON text a value stands, for messages. */
#ifndef FORMAT_JSON_LOCATE_H
#define FORMAT_JSON_LOCATE_H

#include "format/json.h"

/* Line and column of the value that the JSON pointer (RFC 6901) names in a text that is valid JSON; 0, 0 when not found. @p source
 * names the text. */
mintu_where mintu_json_locate(const char *source, const char *text, size_t size, const char *pointer);

#endif
