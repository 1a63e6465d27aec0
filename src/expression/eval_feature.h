/* What an expression can ask of a feature. */
#ifndef EXPRESSION_EVAL_FEATURE_H
#define EXPRESSION_EVAL_FEATURE_H

#include "expression/expression_node.h"

/* The feature's property @p name; null when there is none. @p slot as in mintu_node. */
bool mintu_feature_property(mintu_evaluation *evaluation, const char *name, size_t slot, mintu_value *out);

bool mintu_feature_has(mintu_evaluation *evaluation, const char *name, size_t slot);

/* The feature's id: a text, a number, or null. */
bool mintu_feature_id(mintu_evaluation *evaluation, mintu_value *out);

/* A cell as JSON; a new reference, or NULL when memory ran out. */
json_t *mintu_field_json(const mintu_layer *layer, size_t row, size_t field);

/* All properties as an object. */
bool mintu_feature_properties(mintu_evaluation *evaluation, mintu_value *out);

const char *mintu_feature_geometry_type(const mintu_feature *feature);

void mintu_fields_free(mintu_fields *fields);

/* True when the image exists, as far as is known. */
bool mintu_feature_has_image(const mintu_feature *feature, const char *name);

#endif
