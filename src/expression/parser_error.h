/* Failures of the parser, and the checks that need a whole expression. */
#ifndef EXPRESSION_PARSER_ERROR_H
#define EXPRESSION_PARSER_ERROR_H

#include "expression/parser.h"

/* Notes a failure at the parser's path, or at item @p index below it; returns NULL. The first failure stays. */
mintu_node *mintu_parser_fail(mintu_parser *parser, const char *format, ...) MINTU_PRINTF(2, 3);

mintu_node *mintu_parser_fail_at(mintu_parser *parser, size_t index, const char *format, ...) MINTU_PRINTF(3, 4);

/* Notes any failure at member @p key of where the parser is (NULL: there itself); returns false. */
bool mintu_parser_note(mintu_parser *parser, mintu_status status, const char *key, const char *format, ...) MINTU_PRINTF(4, 5);

/* Tells of what is no failure, at member @p key of where the parser is (NULL: there itself), with MINTU_STATUS_FINDINGS; returns
 * true. */
bool mintu_parser_remark(mintu_parser *parser, const char *key, const char *format, ...) MINTU_PRINTF(3, 4);

mintu_node *mintu_parser_fail_memory(mintu_parser *parser);

/* False, with the failure noted, unless there are as many arguments as the operator takes. */
bool mintu_parser_check_number(mintu_parser *parser, const json_t *array, const mintu_operator *operation);

/* False, with the failure noted, unless the operator has at least so many arguments, in an even or odd number. */
bool mintu_parser_check_count(mintu_parser *parser, const json_t *array, size_t least, bool even);

/* False, with the failure noted, unless the operator has one argument. */
bool mintu_parser_check_single(mintu_parser *parser, const json_t *array, const mintu_operator *operation);

/* False, with the failure noted, unless zoom is only the input of one step or interpolate at the top. */
bool mintu_parser_check_zoom(mintu_parser *parser, const mintu_node *node);

#endif
