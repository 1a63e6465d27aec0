#include "analyse/quota.h"
#include "base/argument.h"

#include "analyse/quota_members.h"
#include "analyse/quota_remarks.h"
#include "analyse/quota_rule.h"
#include "base/array.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

int mintu_quota_kind_count(const mintu_quota *quota)
{
    return quota ? quota->kind_count : 0;
}

const char *mintu_quota_kind_text(const mintu_quota *quota, int kind)
{
    return quota && kind >= 0 && kind < quota->kind_count ? quota->kinds[kind].class->quota : "";
}

mintu_status mintu_quota_options_init(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_quota_options *options)
{
    if (MINTU_GIVEN(error, gazetteer, options))
        return MINTU_STATUS_USAGE;
    *options = (mintu_quota_options){.on = 1231};
    int task;
    mintu_status status = mintu_quota_rule(gazetteer, options, &task, error);
    if (status != MINTU_STATUS_OK)
        *options = (mintu_quota_options){.on = 1231};
    return status;
}

static bool is_day(int on)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int month = on / 100, day = on % 100;
    return on > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

static mintu_status check_options(const mintu_quota_options *options, mintu_error *error)
{
    static const char doing[] = N_("counting the land quota");
    if (options->from < 1 || options->to > 9999)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%s: the period %d to %d is not one of years; expected 1 to 9999, for example 2014 to 2018",
                          mintu_message(doing), options->from, options->to);
    if (options->to < options->from)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%s: the period ends in %d, before it begins in %d; expected the first year, then the last",
                          mintu_message(doing), options->to, options->from);
    if (options->to - options->from >= MINTU_QUOTA_YEARS)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: the period has %d years; expected %d at most", mintu_message(doing),
                          options->to - options->from + 1, (int)MINTU_QUOTA_YEARS);
    if (options->rate == 0)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%s: the data package states no rate; expected a whole number of mu a year", mintu_message(doing));
    if (options->rate < MINTU_QUOTA_RATE_NONE || options->rate > MINTU_QUOTA_RATE)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%s: the rate %lld is not one; expected a whole number of mu a year from 0 to %d",
                          mintu_message(doing), (long long)options->rate, (int)MINTU_QUOTA_RATE);
    if (!is_day(options->on))
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%s: %02d-%02d is not a day of every year; expected MM-DD, for example 12-31", mintu_message(doing),
                          options->on / 100, options->on % 100);
    if ((unsigned)options->overlap >= MINTU_QUOTA_OVERLAP_END || (unsigned)options->reading >= MINTU_QUOTA_READING_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: overlap or reading is not one of its enum", mintu_message(doing));
    return MINTU_STATUS_OK;
}

/* What is 0 is the package's. */
static mintu_status complete(const mintu_gazetteer *gazetteer, const mintu_quota_options *asked, mintu_error *error,
                             mintu_quota_options *out)
{
    mintu_status status = mintu_quota_options_init(gazetteer, error, out);
    if (status == MINTU_STATUS_OK && asked) {
        out->from = asked->from ? asked->from : out->from;
        out->to = asked->to ? asked->to : out->to;
        out->rate = asked->rate ? asked->rate : out->rate;
        out->on = asked->on ? asked->on : out->on;
        out->overlap = asked->overlap;
        out->reading = asked->reading;
    }
    if (status == MINTU_STATUS_OK)
        status = check_options(out, error);
    out->rate = out->rate == MINTU_QUOTA_RATE_NONE ? 0 : out->rate;
    return status;
}

static mintu_status fill(mintu_quota *quota, mintu_error *error)
{
    mintu_quota_options stated = {0};
    mintu_status status = mintu_quota_rule(quota->gazetteer, &stated, &quota->task, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_read_kinds(quota, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_check_rosters(quota->gazetteer, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_read_apart(quota, error);
    for (int year = quota->options.from; year <= quota->options.to && status == MINTU_STATUS_OK; year++)
        status = mintu_quota_add_year(quota, year, error);
    return status == MINTU_STATUS_OK ? mintu_quota_add_remarks(quota, error) : status;
}

mintu_status mintu_quota_new(const mintu_gazetteer *gazetteer, const mintu_quota_options *options, mintu_error *error,
                             mintu_quota **out)
{
    if (MINTU_GIVEN_OUT(error, out, gazetteer) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    mintu_quota_options all;
    mintu_status status = complete(gazetteer, options, error, &all);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_quota *quota = calloc(1, sizeof *quota);
    if (!quota)
        return mintu_fail_memory(error, "counting the land quota");
    quota->gazetteer = gazetteer;
    quota->options = all;
    status = fill(quota, error);
    if (status != MINTU_STATUS_OK) {
        mintu_quota_free(quota);
        return status;
    }
    *out = quota;
    return MINTU_STATUS_OK;
}

void mintu_quota_free(mintu_quota *quota)
{
    if (!quota)
        return;
    for (size_t i = 0; i < quota->text_count; i++)
        free(quota->texts[i]);
    for (size_t i = 0; i < quota->remark_count; i++)
        free(quota->remarks[i].text);
    mintu_table_free(quota->apart_table);
    free(quota->apart);
    free(quota->kinds);
    free(quota->texts);
    free(quota->remarks);
    free(quota->lines);
    free(quota);
}

size_t mintu_quota_count(const mintu_quota *quota)
{
    return quota ? quota->count : 0;
}

const mintu_quota_line *mintu_quota_line_at(const mintu_quota *quota, size_t index)
{
    return quota && index < quota->count ? &quota->lines[index] : NULL;
}
