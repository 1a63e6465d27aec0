/* One's own data on a map: --points, --areas, and --values joined to the units that they are of. */
#ifndef CLI_OWN_DATA_H
#define CLI_OWN_DATA_H

#include "cli/cli.h"

typedef struct cli_own_data {
    mintu_layer *points, *areas, *values; /* NULL: not given */
    mintu_classes classes;                /* of the values */
    size_t findings;                      /* told while reading */
    char names[3][200];                   /* what the legend calls them */
} cli_own_data;

/* Reads what is given. Rows of --values that fit no unit are findings, and @p out says how many. */
mintu_status cli_own_data_read(const cli_arguments *arguments, const cli_session *session, int as_of, mintu_error *error,
                               cli_own_data *out);

/* The layer of a source that mintu_style_changes adds, or NULL. */
mintu_layer *cli_own_data_layer(const cli_own_data *own, const char *source);

void cli_own_data_free(cli_own_data *own);

#endif
