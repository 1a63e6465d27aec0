/* The land quota as layers for maps: one year, each place once, a rate for each unit. */
#include "cli/quota_of_year.h"

#include "cli/cli.h"

static mintu_status open_year(const cli_session *session, int date, mintu_error *error, int *year, mintu_quota **out)
{
    mintu_quota_options options;
    mintu_status status = mintu_quota_options_init(session->gazetteer, error, &options);
    *year = date ? date / 10000 : options.from;
    return status == MINTU_STATUS_OK ? mintu_quota_new(session->gazetteer, &options, error, out) : status;
}

static mintu_status units(const cli_session *session, mintu_level level, int date, mintu_error *error, mintu_layer **out)
{
    int year;
    mintu_quota *quota = NULL;
    mintu_status status = open_year(session, date, error, &year, &quota);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_units(session->context, quota, level, year, error, out);
    mintu_quota_free(quota);
    return status;
}

mintu_status cli_quota_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                             mintu_layer **out)
{
    (void)arguments;
    mintu_quota_options options;
    mintu_quota *quota = NULL;
    mintu_status status = mintu_quota_options_init(session->gazetteer, error, &options);
    options.from = options.to = date ? date / 10000 : options.from;
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_new(session->gazetteer, &options, error, &quota);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_ledger(session->context, quota, error, out);
    mintu_quota_free(quota);
    return status;
}

mintu_status cli_quota_counties_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                      mintu_layer **out)
{
    (void)arguments;
    return units(session, MINTU_LEVEL_COUNTY, date, error, out);
}

mintu_status cli_quota_prefectures_layer(const cli_arguments *arguments, const cli_session *session, int date,
                                         mintu_error *error, mintu_layer **out)
{
    (void)arguments;
    return units(session, MINTU_LEVEL_PREFECTURE, date, error, out);
}

mintu_status cli_quota_pilots_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                    mintu_layer **out)
{
    (void)arguments;
    int year;
    mintu_quota *quota = NULL;
    mintu_status status = open_year(session, date, error, &year, &quota);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_pilots(session->context, quota, year, error, out);
    mintu_quota_free(quota);
    return status;
}
