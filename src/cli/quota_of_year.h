/* The land quota as layers for maps: one year, each place once, a rate for each unit. */
#ifndef CLI_QUOTA_OF_YEAR_H
#define CLI_QUOTA_OF_YEAR_H

#include "cli/cli.h"

/* The land quota of the date's year, by default its first (src/cli/quota_layers.c). */
mintu_status cli_quota_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                             mintu_layer **out);

mintu_status cli_quota_counties_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                      mintu_layer **out);

mintu_status cli_quota_prefectures_layer(const cli_arguments *arguments, const cli_session *session, int date,
                                         mintu_error *error, mintu_layer **out);

mintu_status cli_quota_pilots_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                    mintu_layer **out);

#endif
