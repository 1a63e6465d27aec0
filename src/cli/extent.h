/* What --extent says. */
#ifndef CLI_EXTENT_H
#define CLI_EXTENT_H

#include "cli/cli.h"

enum { CLI_EXTENT_PLACES = 16 };

typedef struct cli_extent {
    double bounds[4];                                   /* west, south, east, north in degrees; all 0: those of the places */
    mintu_layer *layers[MINTU_LEVEL_END];               /* that were needed, by level */
    const mintu_place *places[CLI_EXTENT_PLACES];       /* named, none within another */
    const mintu_layer *place_layers[CLI_EXTENT_PLACES]; /* where each place's geometry is */
    size_t rows[CLI_EXTENT_PLACES], place_count;
} cli_extent;

/* Reads --extent; without it everything is 0. */
mintu_status cli_extent_read(const cli_arguments *arguments, const cli_session *session, int as_of, mintu_error *error,
                             cli_extent *out);

/* Makes the places what the map is about. */
mintu_status cli_extent_focus(const cli_extent *extent, mintu_map *map, mintu_error *error);

void cli_extent_free(cli_extent *extent);

#endif
