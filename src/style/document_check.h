/* Checks that all readers share. */
#ifndef STYLE_DOCUMENT_CHECK_H
#define STYLE_DOCUMENT_CHECK_H

#include "expression/parser_error.h"
#include "style/document_parts.h"

/* After a failure: true when somebody hears of it, and the parser is ready to read what comes next. */
bool mintu_parser_recover(mintu_parser *parser);

/* Refuses a member of @p json that is not in the NULL-terminated list; @p what names the object in the message. */
bool mintu_parser_check_keys(mintu_parser *parser, const json_t *json, const char *const *keys, const char *what);

/* Refuses member @p key unless it is missing or of the type that mintu_json_type_text() calls @p type. */
bool mintu_parser_check_member(mintu_parser *parser, const json_t *json, const char *key, const char *type);

/* A string, or {"zh": string, "en": string}: the value at the parser's path, or member @p key when there is one. */
bool mintu_parser_check_text_value(mintu_parser *parser, const json_t *value);

bool mintu_parser_check_text(mintu_parser *parser, const json_t *json, const char *key);

/* Such a text in a language ("zh" or "en"), or in the other one; NULL when @p json is none. */
const char *mintu_json_text(const json_t *json, const char *lang);

#endif
