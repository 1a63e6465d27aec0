#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/language.h"
#include "console/layer_text.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A whole number of at most nine digits; anything else is wrong usage. */
static long read_whole(const cli_arguments *arguments, const char *name, const char *expected, long fallback,
                       mintu_error *error)
{
    const char *value = cli_option_value(arguments, name);
    size_t digits = value ? strspn(value, "0123456789") : 0;
    if (digits > 0 && digits <= 9 && !value[digits])
        return strtol(value, NULL, 10);
    if (value)
        cli_usage_first(error, "--%s '%.80s' is not %s", name, value, cli_text(expected));
    return fallback;
}

/* MM-DD; whether there is such a day is the library's to say. */
static void read_day(const cli_arguments *arguments, mintu_error *error, int *out)
{
    const char *value = cli_option_value(arguments, "on");
    if (!value)
        return;
    if (strlen(value) != 5 || strspn(value, "0123456789") != 2 || value[2] != '-' || strspn(value + 3, "0123456789") != 2)
        cli_usage_first(error, "--on '%.80s' is not a day; expected MM-DD, for example 12-31", value);
    else
        *out = (int)(strtol(value, NULL, 10) * 100 + strtol(value + 3, NULL, 10));
}

static mintu_status read_options(const cli_arguments *arguments, mintu_error *error, mintu_quota_options *options)
{
    static const char *const overlaps[] = {"once", "each", NULL}, *const readings[] = {"unit", "class", NULL};
    static const char year[] = N_("a year; expected four digits, for example 2014");
    *error = (mintu_error){0};
    options->from = (int)read_whole(arguments, "from", year, options->from, error);
    options->to = (int)read_whole(arguments, "to", year, options->to, error);
    options->rate =
        read_whole(arguments, "rate", N_("a whole number of mu, 0 or more, for example 100"), (long)options->rate, error);
    options->rate = options->rate || !cli_option_value(arguments, "rate") ? options->rate : MINTU_QUOTA_RATE_NONE;
    options->overlap = (mintu_quota_overlap)cli_option_choice(arguments, "overlap", overlaps, 0, error);
    options->reading = (mintu_quota_reading)cli_option_choice(arguments, "reading", readings, 0, error);
    read_day(arguments, error, &options->on);
    return error->status;
}

static void note_totals(const cli_arguments *arguments, const mintu_quota *quota, const mintu_quota_options *options)
{
    for (int year = options->from; year <= options->to && year < options->from + 10; year++) {
        char kinds[512] = "";
        for (int kind = 0; kind < mintu_quota_kind_count(quota); kind++) {
            size_t size = strlen(kinds);
            snprintf(kinds + size, sizeof kinds - size, "%s%s %zu", kind ? ", " : "", mintu_quota_kind_text(quota, kind),
                     mintu_quota_lines(quota, year, kind));
        }
        cli_note(arguments, "%d: %lld mu in %zu lines: %s", year, (long long)mintu_quota_mu(quota, year, MINTU_QUOTA_ALL),
                 mintu_quota_lines(quota, year, MINTU_QUOTA_ALL), kinds);
    }
    long long mu = (long long)mintu_quota_mu(quota, 0, MINTU_QUOTA_ALL);
    cli_note(arguments, "%d to %d: %lld mu = %.4f ha = %.6f km²", options->from, options->to, mu, (double)mu / 15,
             (double)mu / 1500);
}

static mintu_status note_remarks(const cli_session *session, const cli_arguments *arguments, const mintu_quota *quota,
                                 mintu_error *error)
{
    mintu_layer *remarks = NULL;
    mintu_status status = mintu_quota_remarks(session->context, quota, error, &remarks);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_layer_count(remarks); row++)
        cli_note(arguments, "%s", cli_layer_text(remarks, row, "text"));
    mintu_layer_free(remarks);
    return status;
}

static mintu_status print(const cli_session *session, const cli_arguments *arguments, const mintu_quota *quota,
                          mintu_error *error)
{
    static const char *const words[] = {"year", "kind", "prefecture", "county", "remarks", NULL};
    mintu_layer *layer = NULL;
    *error = (mintu_error){0};
    int by = cli_option_choice(arguments, "by", words, -1, error);
    mintu_status status = error->status;
    if (status == MINTU_STATUS_OK)
        status = by < 0                     ? mintu_quota_ledger(session->context, quota, error, &layer)
                 : by == MINTU_QUOTA_BY_END ? mintu_quota_remarks(session->context, quota, error, &layer)
                                            : mintu_quota_totals(session->context, quota, (mintu_quota_by)by, error, &layer);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session->context, arguments, layer, error);
    mintu_layer_free(layer);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    cli_session session;
    mintu_quota_options options;
    mintu_quota *quota = NULL;
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_options_init(session.gazetteer, error, &options);
    if (status == MINTU_STATUS_OK)
        status = read_options(arguments, error, &options);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_new(session.gazetteer, &options, error, &quota);
    if (status == MINTU_STATUS_OK)
        status = print(&session, arguments, quota, error);
    if (status == MINTU_STATUS_OK) {
        note_totals(arguments, quota, &options);
        status = note_remarks(&session, arguments, quota, error);
    }
    mintu_quota_free(quota);
    cli_session_close(&session);
    return status;
}

const cli_command cli_quota = {
    .name = "quota",
    .operands = "",
    .summary = "the land quota as a ledger in whole mu, and its totals",
    .description =
        {"One line per unit and year: year, unit, code, kind (the class: county, small-city, …), county, prefecture, mu, "
         "ground. "
         "Rate, period and classes are those of the data package; names and membership are those of the day --on.",
         "With --by the totals instead, which are sums of the lines: per group and year, per year, over all years, with "
         "ha and km2 beside mu (15 mu = 1 ha). Units of a roster that are not identified are a row of their own. --by "
         "remarks lists what must be said with the figures; they are on standard error in any case.",
         "A town on several rosters counts once, on the first of the data package's table place_classes, unless --overlap "
         "each."},
    .options = {{"from", 0, "YEAR", "First year; the data package's by default"},
                {"to", 0, "YEAR", "Last year; the data package's by default"},
                {"rate", 0, "MU", "Whole mu a year for each unit; the data package's by default"},
                {"overlap", 0, "once|each", "How a town on several rosters counts; once by default"},
                {"reading", 0, "unit|class", "What has the rate, each unit or each class; unit by default"},
                {"on", 0, "MM-DD", "Day of each year on which membership is taken, 12-31 by default"},
                {"by", 0, "year|kind|prefecture|county|remarks", "Totals by this; remarks: what must be said with them"},
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT,
                CLI_OPTION_BOM},
    .examples = {"mintu quota --format csv -o quota.csv", "the ledger for a spreadsheet",
                 "mintu quota --from 2014 --to 2015 --by prefecture", "totals per prefecture and year"},
    .operands_max = 0,
    .run = run,
};
