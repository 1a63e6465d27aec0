/* Filters held against the specification, those of the form before expressions too. */
#ifndef STYLE_SPEC_FILTER_H
#define STYLE_SPEC_FILTER_H

#include "expression/parser_error.h"

/* Checks the filter at the parser's path. */
bool mintu_spec_check_filter(mintu_parser *parser, const json_t *json);

#endif
