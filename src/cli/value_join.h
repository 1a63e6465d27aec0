/* A table's numbers put to the polygons of the units that its rows name. */
#ifndef CLI_VALUE_JOIN_H
#define CLI_VALUE_JOIN_H

#include "cli/cli.h"

typedef struct cli_value_join {
    const cli_arguments *arguments;
    const cli_session *session;
    const mintu_layer *table;
    const char *field; /* of the numbers */
    int as_of;
    size_t *findings; /* counts those that are told */
} cli_value_join;

/* Finds the column of codes or names that fits most counties or prefectures; gives their polygons with a field "value", and classes.
 * Rows that fit none are told as findings; one unit in two rows is MINTU_STATUS_INPUT. */
mintu_status cli_value_join_make(const cli_value_join *join, mintu_classify_method method, mintu_error *error,
                                 mintu_layer **out, mintu_classes *classes);

#endif
