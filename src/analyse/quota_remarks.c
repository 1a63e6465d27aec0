/* What must be said with the figures. */
#include "analyse/quota_remarks.h"

#include "analyse/quota.h"
#include "analyse/quota_members.h"
#include "base/argument.h"
#include "base/array.h"
#include "base/error.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/rosters.h"
#include "layer/layer_end.h"

#include <mintu/date.h>

#include <math.h>
#include <string.h>

/* Adds a remark and takes the text over. */
static mintu_status add(mintu_quota *quota, mintu_quota_remark remark, mintu_buffer *text, mintu_error *error)
{
    if (text->failed || !MINTU_ARRAY_RESERVE(quota->remarks, quota->remark_room, quota->remark_count + 1)) {
        mintu_buffer_free(text);
        return mintu_fail_memory(error, "counting the land quota");
    }
    remark.text = text->data;
    quota->remarks[quota->remark_count++] = remark;
    return MINTU_STATUS_OK;
}

/* When the name of the day was approved, as place_names.csv says it; "". */
static const char *approved(const mintu_quota *quota, const mintu_place *place, const char *name)
{
    const mintu_table *table = quota->gazetteer->tables[MINTU_TABLE_NAMES];
    int code = table ? mintu_table_column_find(table, "code") : -1, own = table ? mintu_table_column_find(table, "name") : -1;
    int day = table ? mintu_table_column_find(table, "approved") : -1;
    for (size_t row = 0; day >= 0 && code >= 0 && own >= 0 && row < mintu_table_count(table); row++)
        if (strcmp(mintu_table_text(table, row, (size_t)code), place->code) == 0 &&
            strcmp(mintu_table_text(table, row, (size_t)own), name) == 0 && mintu_table_text(table, row, (size_t)day)[0])
            return mintu_table_text(table, row, (size_t)day);
    return "";
}

/* First day after @p before, up to @p until, on which a name of the place begins or the place comes or goes. */
static int day_of_change(const mintu_quota *quota, const mintu_place *place, int before, int until)
{
    const mintu_name *name;
    int day = place->from > before ? place->from : place->to > before ? place->to : until;
    for (size_t i = mintu_gazetteer_names(quota->gazetteer, place, &name); i > 0; i--, name++)
        if (name->kind == MINTU_NAME_KIND_OFFICIAL && name->from > before && name->from < day)
            day = name->from;
    return day < until ? day : until;
}

static mintu_status tell_change(mintu_quota *quota, const mintu_place *place, int year, bool in, mintu_error *error)
{
    mintu_buffer text = {0};
    char date[11];
    int before = mintu_quota_day(quota, year - 1), day = day_of_change(quota, place, before, mintu_quota_day(quota, year));
    mintu_place_then old = mintu_gazetteer_then(quota->gazetteer, place, before);
    mintu_place_then new = mintu_gazetteer_then(quota->gazetteer, place, day);
    const char *month = approved(quota, place, new.name);
    mintu_date_format(day, date);
    if (in)
        mintu_buffer_format(&text, "%s is in from %d: ", new.name, year);
    else
        mintu_buffer_format(&text, "%s is in for %d, out from %d: ", old.name, year - 1, year);
    if (new.in_force)
        mintu_buffer_format(&text, "%s, %s, in force since %s", new.name, mintu_gazetteer_type(place, new.name), date);
    else
        mintu_buffer_format(&text, "abolished on %s", date);
    if (month[0])
        mintu_buffer_format(&text, " (approved %s)", month);
    mintu_quota_remark remark = {.subject = "change", .year = year, .code = place->code, .unit = new.name, .mu = -1};
    return add(quota, remark, &text, error);
}

static bool is_units(const mintu_quota_class *own)
{
    return own->wanted && own->class->members == MINTU_CLASS_UNITS;
}

static mintu_status add_changes(mintu_quota *quota, int kind, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < quota->gazetteer->count; i++) {
        const mintu_place *place = &quota->gazetteer->places[i];
        if (place->level != quota->kinds[kind].class->level)
            continue;
        for (int year = quota->options.from; year <= quota->options.to + 1 && status == MINTU_STATUS_OK; year++) {
            bool was = mintu_quota_has(quota, kind, place, year - 1), is = mintu_quota_has(quota, kind, place, year);
            if (was != is)
                status = tell_change(quota, place, year, is, error);
        }
    }
    return status;
}

static mintu_status add_apart(mintu_quota *quota, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < quota->gazetteer->count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = &quota->gazetteer->places[i];
        if (!quota->apart[i])
            continue;
        mintu_buffer text = {0};
        mintu_buffer_format(&text, "%s is set apart and not counted%s%s", place->name, quota->apart[i][0] ? ": " : "",
                            quota->apart[i]);
        mintu_quota_remark remark = {.subject = "set-apart", .code = place->code, .unit = place->name, .mu = -1};
        status = add(quota, remark, &text, error);
    }
    return status;
}

/* Places on rosters that did not exist on the day of some year. */
static mintu_status add_absent(mintu_quota *quota, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    unsigned together = mintu_rosters_together(quota->gazetteer);
    for (size_t i = 0; i < quota->gazetteer->entry_count; i++) {
        const mintu_entry *entry = &quota->gazetteer->entries[i];
        const mintu_place *place = &quota->gazetteer->places[entry->place];
        for (int year = quota->options.from; entry->roster & together && year <= quota->options.to && status == MINTU_STATUS_OK;
             year++) {
            if (mintu_gazetteer_then(quota->gazetteer, place, mintu_quota_day(quota, year)).in_force)
                continue;
            mintu_buffer text = {0};
            mintu_buffer_format(&text, "%s is on a roster but not in force on the day: not counted in %d", place->name, year);
            mintu_quota_remark remark = {
                .subject = "not-in-force", .year = year, .code = place->code, .unit = place->name, .mu = -1};
            status = add(quota, remark, &text, error);
        }
    }
    return status;
}

/* Places on several rosters that the task names, and the lines that they have more when they count on each. */
static size_t count_several(const mintu_quota *quota, int64_t *more)
{
    size_t several = 0;
    *more = 0;
    for (size_t i = 0; i < quota->gazetteer->count; i++) {
        int64_t repeats = 0;
        for (int kind = 0; kind < quota->kind_count; kind++) {
            const mintu_quota_class *own = &quota->kinds[kind];
            repeats += own->wanted && mintu_rosters_has(&quota->gazetteer->places[i], own->class->roster) &&
                       mintu_quota_repeats(quota, kind, &quota->gazetteer->places[i]);
        }
        several += repeats > 0;
        *more += repeats;
    }
    return several;
}

static mintu_status add_overlap(mintu_quota *quota, mintu_error *error)
{
    int64_t mu;
    size_t several = count_several(quota, &mu);
    const char *which = mintu_rosters_together(quota->gazetteer) == 3 ? "both" : "several";
    mintu_buffer text = {0};
    if (several == 0 || quota->options.reading == MINTU_QUOTA_READING_CLASS)
        return MINTU_STATUS_OK;
    mu *= quota->options.rate;
    if (quota->options.overlap == MINTU_QUOTA_OVERLAP_ONCE)
        mintu_buffer_format(&text, "%zu towns on %s rosters count once; on each roster they would have %lld mu a year more",
                            several, which, (long long)mu);
    else
        mintu_buffer_format(&text, "%zu towns on %s rosters count on each; once they would have %lld mu a year less", several,
                            which, (long long)mu);
    return add(quota, (mintu_quota_remark){.subject = "overlap", .code = "", .unit = "", .mu = mu}, &text, error);
}

static mintu_status add_reading(mintu_quota *quota, mintu_error *error)
{
    mintu_buffer text = {0};
    size_t classes = 0;
    for (int kind = 0; kind < quota->kind_count; kind++)
        classes += mintu_quota_lines(quota, quota->options.from, kind) > 0;
    int64_t mu = (int64_t)classes * quota->options.rate;
    if (quota->options.reading == MINTU_QUOTA_READING_CLASS) {
        mintu_buffer_format(&text, "read per class: the %zu classes have %lld mu a year each; per unit is the default", classes,
                            (long long)quota->options.rate);
    } else {
        int64_t own = mintu_quota_mu(quota, quota->options.from, MINTU_QUOTA_ALL);
        mintu_buffer_format(&text, "read per unit: %lld mu in %d; per class it would be %lld, %lld less", (long long)own,
                            quota->options.from, (long long)mu, (long long)(own - mu));
    }
    return add(quota, (mintu_quota_remark){.subject = "reading", .code = "", .unit = "", .mu = mu}, &text, error);
}

static mintu_status add_unknown(mintu_quota *quota, mintu_quota_class *own, mintu_error *error)
{
    const mintu_roster *roster = own->roster;
    mintu_buffer text = {0};
    if (!own->wanted || !roster || roster->listed >= roster->stated)
        return MINTU_STATUS_OK;
    own->unknown = roster->stated - roster->listed;
    int64_t mu = (int64_t)own->unknown * quota->options.rate;
    mintu_buffer_format(&text, "%s: %zu of %zu not identified", roster->title_en, own->unknown, roster->stated);
    if (quota->options.reading == MINTU_QUOTA_READING_UNIT)
        mintu_buffer_format(&text, ": up to %lld mu a year not placed", (long long)mu);
    else
        mu = -1;
    return add(quota, (mintu_quota_remark){.subject = "not-identified", .code = "", .unit = "", .mu = mu}, &text, error);
}

/* "pilot towns by certainty: attested 19, indirect 8, candidate 8", in the order of first appearance; where all are attested
 * there is nothing to say. */
static mintu_status add_certainty(mintu_quota *quota, const mintu_quota_class *own, mintu_error *error)
{
    mintu_buffer text = {0};
    const mintu_gazetteer *gazetteer = quota->gazetteer;
    unsigned roster = own->class->roster;
    bool doubtful = false;
    if (!own->wanted || !own->roster)
        return MINTU_STATUS_OK;
    mintu_buffer_format(&text, "%s by certainty:", own->roster->title_en);
    size_t any = 0;
    for (size_t i = 0; i < gazetteer->entry_count; i++) {
        const char *certainty = gazetteer->entries[i].certainty;
        size_t count = 0;
        bool first = gazetteer->entries[i].roster == roster;
        for (size_t j = 0; j < gazetteer->entry_count; j++)
            if (gazetteer->entries[j].roster == roster && strcmp(gazetteer->entries[j].certainty, certainty) == 0) {
                count++;
                first &= j >= i;
            }
        if (first)
            mintu_buffer_format(&text, "%s %s %zu", any++ ? "," : "", certainty, count);
        doubtful |= first && strcmp(certainty, "attested") != 0;
    }
    if (!doubtful) {
        mintu_buffer_free(&text);
        return MINTU_STATUS_OK;
    }
    return add(quota, (mintu_quota_remark){.subject = "certainty", .code = "", .unit = "", .mu = -1}, &text, error);
}

mintu_status mintu_quota_add_remarks(mintu_quota *quota, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    bool units = false;
    for (int kind = 0; kind < quota->kind_count && status == MINTU_STATUS_OK; kind++)
        if (is_units(&quota->kinds[kind])) {
            units = true;
            status = add_changes(quota, kind, error);
        }
    if (status == MINTU_STATUS_OK && units)
        status = add_apart(quota, error);
    if (status == MINTU_STATUS_OK)
        status = add_absent(quota, error);
    if (status == MINTU_STATUS_OK)
        status = add_overlap(quota, error);
    if (status == MINTU_STATUS_OK)
        status = add_reading(quota, error);
    for (int kind = 0; kind < quota->kind_count && status == MINTU_STATUS_OK; kind++)
        status = add_unknown(quota, &quota->kinds[kind], error);
    for (int kind = 0; kind < quota->kind_count && status == MINTU_STATUS_OK; kind++)
        status = add_certainty(quota, &quota->kinds[kind], error);
    return status;
}

mintu_status mintu_quota_remarks(mintu_context *context, const mintu_quota *quota, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, quota))
        return MINTU_STATUS_USAGE;
    static const mintu_field fields[] = {{"subject", MINTU_TEXT}, {"year", MINTU_WHOLE}, {"code", MINTU_TEXT},
                                         {"unit", MINTU_TEXT},    {"mu", MINTU_WHOLE},   {"text", MINTU_TEXT}};
    mintu_status status = mintu_rows_new(context, "quota-remarks", fields, sizeof fields / sizeof fields[0], error, out);
    for (size_t i = 0; i < quota->remark_count && status == MINTU_STATUS_OK; i++) {
        const mintu_quota_remark *remark = &quota->remarks[i];
        mintu_row row = mintu_row_append(*out, error);
        mintu_row_text(&row, remark->subject);
        mintu_row_number(&row, remark->year ? remark->year : (double)NAN);
        MINTU_ROW_TEXTS(&row, remark->code, remark->unit);
        mintu_row_number(&row, remark->mu >= 0 ? (double)remark->mu : (double)NAN);
        mintu_row_text(&row, remark->text);
        status = row.status;
    }
    return mintu_layer_end(status, out);
}
