/* Values held against the specification, as its own validator does: whether print draws them is another question. */
#ifndef STYLE_SPEC_VALUE_H
#define STYLE_SPEC_VALUE_H

#include "expression/parser_error.h"
#include "style/spec_table.h"

/* Checks the value at the parser's path. False, with MINTU_STATUS_INPUT and a message noted, when it is not valid. */
bool mintu_spec_check(mintu_parser *parser, const mintu_spec *spec, mintu_spec_place place, const json_t *json);

/* Checks every member of an object by its row; @p what names the object in messages. */
bool mintu_spec_check_members(mintu_parser *parser, const mintu_spec *rows, const char *what, const json_t *json);

/* True when the value is the row's default. */
bool mintu_spec_is_usual(const mintu_spec *spec, const json_t *json);

#endif
