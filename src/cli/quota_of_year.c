#include "cli/quota_of_year.h"

/* The ledger of the package's period, of which a year is drawn; the lines themselves are of the year alone. */
mintu_status cli_quota_layer(const cli_arguments *arguments, const cli_session *session, int which, int date,
                             mintu_error *error, mintu_layer **out)
{
    mintu_quota_options options;
    mintu_quota *quota = NULL;
    mintu_status status = mintu_quota_options_init(session->gazetteer, error, &options);
    int year = date ? date / 10000 : options.from;
    (void)arguments;
    if (which == CLI_QUOTA_LEDGER)
        options.from = options.to = year;
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_new(session->gazetteer, &options, error, &quota);
    if (status == MINTU_STATUS_OK)
        status = which == CLI_QUOTA_LEDGER ? mintu_quota_ledger(session->context, quota, error, out)
                 : which == CLI_QUOTA_PILOTS
                     ? mintu_quota_pilots(session->context, quota, year, error, out)
                     : mintu_quota_units(session->context, quota,
                                         which == CLI_QUOTA_COUNTIES ? MINTU_LEVEL_COUNTY : MINTU_LEVEL_PREFECTURE, year, error,
                                         out);
    mintu_quota_free(quota);
    return status;
}
