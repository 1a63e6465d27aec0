/* Objects of a document held against the specification: light, sky, terrain, transitions, sprites, sources. */
#ifndef STYLE_SPEC_OBJECT_H
#define STYLE_SPEC_OBJECT_H

#include "expression/parser_error.h"
#include "style/spec_table.h"

/* Checks every member of an object by its row, and its values by @p check; @p what names the object in messages. */
bool mintu_spec_members(mintu_parser *parser, const mintu_spec *rows, const char *what, const json_t *json,
                        mintu_spec_check_fn *check);

/* The row of the property whose transition a name is ("fill-color-transition"), or NULL. */
const mintu_spec *mintu_spec_transition(const mintu_spec *rows, const char *name);

/* Checks values of the types that are objects, and texts and arrays with rules of their own. */
bool mintu_spec_check_object(mintu_parser *parser, const mintu_spec *spec, const json_t *json, mintu_spec_check_fn *check);

#endif
