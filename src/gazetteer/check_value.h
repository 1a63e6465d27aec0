/* The check of one value of a table. */
#ifndef GAZETTEER_CHECK_VALUE_H
#define GAZETTEER_CHECK_VALUE_H

#include "gazetteer/check_data.h"

/* One value against the constraints and type of its field; problems go to the gate. */
void mintu_check_value(const json_t *field, const char *value, mintu_where where, mintu_gate *gate);

#endif
