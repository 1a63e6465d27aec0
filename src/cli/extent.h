/* What --extent says. */
#ifndef CLI_EXTENT_H
#define CLI_EXTENT_H

#include "cli/cli.h"

typedef struct cli_extent {
    double bounds[4];   /* west, south, east, north in degrees; all 0: not given so */
    mintu_layer *layer; /* with the polygon of the place named in row; to be freed; or NULL */
    size_t row;
} cli_extent;

/* Reads --extent; without it everything is 0. */
mintu_status cli_extent_read(const cli_arguments *arguments, const cli_session *session, int as_of, mintu_error *error,
                             cli_extent *out);

#endif
