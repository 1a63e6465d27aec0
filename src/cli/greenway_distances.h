/* The distances that greenways are counted within. */
#ifndef CLI_GREENWAY_DISTANCES_H
#define CLI_GREENWAY_DISTANCES_H

#include "cli/cli.h"

/* Distances of --service, at most this many; none when it is not given. */
enum { CLI_DISTANCES = 16 };
mintu_status cli_greenway_distances(const cli_arguments *arguments, mintu_error *error, double km[CLI_DISTANCES],
                                    size_t *count);

#endif
