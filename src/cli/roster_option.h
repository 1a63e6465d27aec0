/* Options that name a roster of the data package. */
#ifndef CLI_ROSTER_OPTION_H
#define CLI_ROSTER_OPTION_H

#include "cli/cli.h"

/* Value of an option as bits of rosters: the id of one, any, or none, which also stands where it is not given. Another word is
 * MINTU_STATUS_USAGE with the ids that the package has. */
mintu_status cli_option_rosters(const cli_arguments *arguments, const char *name, const mintu_gazetteer *gazetteer,
                                mintu_error *error, unsigned *out);

#endif
