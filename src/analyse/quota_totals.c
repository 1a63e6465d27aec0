/* The ledger and its totals as layers. A total is a sum of lines in 64-bit integers; nothing is rounded. */
#include "analyse/quota.h"
#include "analyse/quota_layers.h"
#include "base/argument.h"
#include "base/error.h"
#include "base/textmap.h"
#include "gazetteer/place_rows.h"
#include "layer/layer_end.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

mintu_status mintu_quota_ledger(mintu_context *context, const mintu_quota *quota, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, quota))
        return MINTU_STATUS_USAGE;
    static const mintu_field fields[] = {{"year", MINTU_WHOLE}, {"unit", MINTU_TEXT},   {"code", MINTU_TEXT},
                                         {"kind", MINTU_TEXT},  {"county", MINTU_TEXT}, {"prefecture", MINTU_TEXT},
                                         {"mu", MINTU_WHOLE},   {"ground", MINTU_TEXT}};
    mintu_status status = mintu_rows_new(context, "quota", fields, sizeof fields / sizeof fields[0], error, out);
    for (size_t i = 0; i < quota->count && status == MINTU_STATUS_OK; i++) {
        const mintu_quota_line *line = &quota->lines[i];
        mintu_row row = mintu_row_append(*out, error);
        mintu_row_number(&row, line->year);
        MINTU_ROW_TEXTS(&row, line->unit, line->code, mintu_quota_kind_text(quota, line->kind), line->county, line->prefecture);
        mintu_row_number(&row, (double)line->mu);
        mintu_row_text(&row, line->ground);
        status = row.status;
    }
    if (status == MINTU_STATUS_OK && quota->options.from == quota->options.to)
        status = mintu_quota_note_year(quota, quota->options.from, *out, error);
    return mintu_layer_end(status, out);
}

/* Groups by years; the last column of each is over all years, and the last group is over all of them. */
typedef struct totals {
    const mintu_quota *quota;
    const char *of;
    const char **codes, **names; /* of each group; the names of its last line */
    size_t groups, years;
    mintu_textmap index;
    size_t *lines; /* of each cell */
    int64_t *mu;   /* of all cells, by kind */
} totals;

/* The group that a line belongs to: its code, and its name on the day of the line. */
static const char *group_of(const mintu_quota *quota, const mintu_quota_line *line, mintu_quota_by by, const char **name)
{
    const char *kind = mintu_quota_kind_text(quota, line->kind);
    *name = by == MINTU_QUOTA_BY_COUNTY ? line->county : by == MINTU_QUOTA_BY_PREFECTURE ? line->prefecture : kind;
    return by == MINTU_QUOTA_BY_COUNTY ? line->county_code : by == MINTU_QUOTA_BY_PREFECTURE ? line->prefecture_code : kind;
}

static bool find_groups(totals *t, mintu_quota_by by)
{
    const mintu_quota *quota = t->quota;
    t->codes = calloc(quota->count + 1, sizeof *t->codes);
    t->names = calloc(quota->count + 1, sizeof *t->names);
    for (size_t i = 0; t->codes && t->names && by != MINTU_QUOTA_BY_YEAR && i < quota->count; i++) {
        size_t group = t->groups;
        const char *name, *code = group_of(quota, &quota->lines[i], by, &name);
        if (!mintu_textmap_get(&t->index, code, &group)) {
            if (!mintu_textmap_set(&t->index, code, group))
                return false;
            t->codes[t->groups++] = code;
        }
        t->names[group] = name;
    }
    return t->codes && t->names;
}

static size_t cell_at(const totals *t, size_t group, size_t year)
{
    return group * (t->years + 1) + year;
}

static int64_t *mu_of(const totals *t, size_t cell, int kind)
{
    return &t->mu[cell * (size_t)t->quota->kind_count + (size_t)kind];
}

static void add_to(totals *t, size_t cell, const mintu_quota_line *line)
{
    *mu_of(t, cell, line->kind) += line->mu;
    t->lines[cell]++;
}

static bool sum(totals *t, mintu_quota_by by)
{
    t->years = (size_t)(t->quota->options.to - t->quota->options.from) + 1;
    size_t kinds = (size_t)t->quota->kind_count, count = (t->groups + 1) * (t->years + 1);
    t->lines = calloc(count, sizeof *t->lines);
    t->mu = calloc(count * kinds, sizeof *t->mu);
    for (size_t i = 0; t->lines && t->mu && i < t->quota->count; i++) {
        const mintu_quota_line *line = &t->quota->lines[i];
        size_t year = (size_t)(line->year - t->quota->options.from), group = t->groups;
        if (by != MINTU_QUOTA_BY_YEAR) {
            mintu_textmap_get(&t->index, group_of(t->quota, line, by, &(const char *){NULL}), &group);
            add_to(t, cell_at(t, group, year), line);
            add_to(t, cell_at(t, group, t->years), line);
        }
        add_to(t, cell_at(t, t->groups, year), line);
        add_to(t, cell_at(t, t->groups, t->years), line);
    }
    return t->lines && t->mu;
}

static mintu_status add_row(const totals *t, size_t group, size_t year, mintu_error *error, mintu_layer *layer)
{
    size_t cell = cell_at(t, group, year);
    bool every = group == t->groups, all = year == t->years;
    int64_t mu = 0;
    if (t->lines[cell] == 0 && !every)
        return MINTU_STATUS_OK;
    mintu_row row = mintu_row_append(layer, error);
    mintu_row_text(&row, !every ? t->of : all ? "all" : "year");
    mintu_row_number(&row, all ? (double)NAN : (double)(t->quota->options.from + (int)year));
    MINTU_ROW_TEXTS(&row, every ? "" : t->codes[group], every ? "" : t->names[group]);
    mintu_row_number(&row, (double)t->lines[cell]);
    for (int kind = 0; kind < t->quota->kind_count; kind++) {
        mintu_row_number(&row, (double)*mu_of(t, cell, kind));
        mu += *mu_of(t, cell, kind);
    }
    MINTU_ROW_NUMBERS(&row, (double)mu, (double)mu / 15, (double)mu / 1500);
    return row.status;
}

/* Units of a roster that are not identified: a row of their own, with what they could have and no sum. */
static mintu_status add_unknown(const totals *t, int kind, size_t year, mintu_error *error, mintu_layer *layer)
{
    const mintu_quota_options *options = &t->quota->options;
    bool all = year == t->years;
    const mintu_quota_class *own = &t->quota->kinds[kind];
    size_t unknown = own->unknown * (all ? t->years : 1);
    char name[96];
    if (unknown == 0 || options->reading == MINTU_QUOTA_READING_CLASS)
        return MINTU_STATUS_OK;
    snprintf(name, sizeof name, "%zu of %zu not identified", own->unknown, own->roster->stated);
    mintu_row row = mintu_row_append(layer, error);
    mintu_row_text(&row, "not-placed");
    mintu_row_number(&row, all ? (double)NAN : (double)(options->from + (int)year));
    MINTU_ROW_TEXTS(&row, mintu_quota_kind_text(t->quota, kind), name);
    row.field = (size_t)mintu_layer_field_find(layer, "up_to_mu");
    mintu_row_number(&row, (double)((int64_t)unknown * options->rate));
    return row.status;
}

static mintu_status add_rows(const totals *t, mintu_error *error, mintu_layer *layer)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t year = 0; year <= t->years; year++) {
        for (size_t group = 0; group <= t->groups && status == MINTU_STATUS_OK; group++)
            status = add_row(t, group, year, error, layer);
        for (int kind = 0; kind < t->quota->kind_count && status == MINTU_STATUS_OK; kind++)
            status = add_unknown(t, kind, year, error, layer);
    }
    return status;
}

/* Fields before those of the classes and behind them; a class's is its word with _ for -. */
static mintu_status new_layer(mintu_context *context, const mintu_quota *quota, mintu_error *error, mintu_layer **out)
{
    static const mintu_field before[] = {
        {"of", MINTU_TEXT}, {"year", MINTU_WHOLE}, {"code", MINTU_TEXT}, {"name", MINTU_TEXT}, {"lines", MINTU_WHOLE}};
    static const mintu_field behind[] = {
        {"mu", MINTU_WHOLE}, {"ha", MINTU_REAL}, {"km2", MINTU_REAL}, {"up_to_mu", MINTU_WHOLE}};
    mintu_status status = mintu_rows_new(context, "quota-totals", before, sizeof before / sizeof before[0], error, out);
    for (int kind = 0; kind < quota->kind_count && status == MINTU_STATUS_OK; kind++) {
        char name[64];
        snprintf(name, sizeof name, "%s", mintu_quota_kind_text(quota, kind));
        for (char *at = strchr(name, '-'); at; at = strchr(at, '-'))
            *at = '_';
        status = mintu_layer_field_add(*out, name, MINTU_FIELD_TYPE_INTEGER, error);
    }
    for (size_t i = 0; i < sizeof behind / sizeof behind[0] && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_field_add(*out, behind[i].name, behind[i].type, error);
    return status;
}

mintu_status mintu_quota_totals(mintu_context *context, const mintu_quota *quota, mintu_quota_by by, mintu_error *error,
                                mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, quota))
        return MINTU_STATUS_USAGE;
    static const char *const names[MINTU_QUOTA_BY_END] = {"year", "kind", "prefecture", "county"};
    if ((unsigned)by >= MINTU_QUOTA_BY_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "summing the land quota: what to sum by is not one of its enum");
    totals t = {.quota = quota, .of = names[by]};
    mintu_status status =
        find_groups(&t, by) && sum(&t, by) ? MINTU_STATUS_OK : mintu_fail_memory(error, "summing the land quota");
    if (status == MINTU_STATUS_OK)
        status = new_layer(context, quota, error, out);
    if (status == MINTU_STATUS_OK)
        status = add_rows(&t, error, *out);
    status = mintu_layer_end(status, out);
    mintu_textmap_free(&t.index);
    free(t.codes);
    free(t.names);
    free(t.lines);
    free(t.mu);
    return status;
}
