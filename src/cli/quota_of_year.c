/* The land quota as layers for maps: one year, each place once, a rate for each unit. */
#include "cli/quota_of_year.h"

#include "cli/cli.h"

typedef enum view { LEDGER, COUNTIES, PREFECTURES, PILOTS } view;

/* The ledger of the package's period, of which a year is drawn; the lines themselves are of the year alone. */
static mintu_status make(const cli_session *session, view what, int date, mintu_error *error, mintu_layer **out)
{
    mintu_quota_options options;
    mintu_quota *quota = NULL;
    mintu_status status = mintu_quota_options_init(session->gazetteer, error, &options);
    int year = date ? date / 10000 : options.from;
    if (what == LEDGER)
        options.from = options.to = year;
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_new(session->gazetteer, &options, error, &quota);
    if (status == MINTU_STATUS_OK)
        status = what == LEDGER ? mintu_quota_ledger(session->context, quota, error, out)
                 : what == PILOTS
                     ? mintu_quota_pilots(session->context, quota, year, error, out)
                     : mintu_quota_units(session->context, quota,
                                         what == COUNTIES ? MINTU_LEVEL_COUNTY : MINTU_LEVEL_PREFECTURE, year, error, out);
    mintu_quota_free(quota);
    return status;
}

mintu_status cli_quota_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                             mintu_layer **out)
{
    (void)arguments;
    return make(session, LEDGER, date, error, out);
}

mintu_status cli_quota_counties_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                      mintu_layer **out)
{
    (void)arguments;
    return make(session, COUNTIES, date, error, out);
}

mintu_status cli_quota_prefectures_layer(const cli_arguments *arguments, const cli_session *session, int date,
                                         mintu_error *error, mintu_layer **out)
{
    (void)arguments;
    return make(session, PREFECTURES, date, error, out);
}

mintu_status cli_quota_pilots_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                    mintu_layer **out)
{
    (void)arguments;
    return make(session, PILOTS, date, error, out);
}
