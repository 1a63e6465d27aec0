/* The land quota as layers for maps: one year, each place once, a rate for each unit. */
#ifndef CLI_QUOTA_OF_YEAR_H
#define CLI_QUOTA_OF_YEAR_H

#include "cli/cli.h"

/* Which layer: lines, or sums of units, or pilots. */
enum { CLI_QUOTA_LEDGER, CLI_QUOTA_COUNTIES, CLI_QUOTA_PREFECTURES, CLI_QUOTA_PILOTS };

/* The land quota of the date's year, by default its first (src/analyse/quota_layers.c). */
mintu_status cli_quota_layer(const cli_arguments *arguments, const cli_session *session, int which, int date,
                             mintu_error *error, mintu_layer **out);

#endif
