/* Who has the quota in a year, and on what ground. */
#include "analyse/quota_members.h"

#include "analyse/quota.h"
#include "base/array.h"
#include "base/error.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/places.h"

#include <mintu/date.h>

#include <string.h>

static const char *const class_titles[MINTU_QUOTA_KIND_END] = {"county-level cities and counties", "small-city pilots",
                                                               "pilot towns"};
static const mintu_pilot rosters[MINTU_QUOTA_KIND_END] = {MINTU_PILOT_NONE, MINTU_PILOT_SMALL_CITY, MINTU_PILOT_TOWN};

int mintu_quota_day(const mintu_quota *quota, int year)
{
    return year * 10000 + quota->options.on;
}

static bool has_type(const mintu_place *place, const mintu_place_then *then)
{
    const char *type = mintu_gazetteer_type(place, then->name);
    return then->in_force && (strcmp(type, "county") == 0 || strcmp(type, "county-level-city") == 0);
}

bool mintu_quota_is_county(const mintu_quota *quota, const mintu_place *place, int year)
{
    if (place->level != MINTU_LEVEL_COUNTY || quota->apart[mintu_gazetteer_index(quota->gazetteer, place)])
        return false;
    mintu_place_then then = mintu_gazetteer_then(quota->gazetteer, place, mintu_quota_day(quota, year));
    return has_type(place, &then);
}

static const char *name_on(const mintu_quota *quota, const mintu_place *place, int day)
{
    return place ? mintu_gazetteer_then(quota->gazetteer, place, day).name : "";
}

/* Copies a text into the ledger; NULL when memory ran out. */
static const char *keep_text(mintu_quota *quota, const char *text)
{
    if (!text || !MINTU_ARRAY_RESERVE(quota->texts, quota->text_room, quota->text_count + 1))
        return NULL;
    char *copy = mintu_text_copy(text);
    if (copy)
        quota->texts[quota->text_count++] = copy;
    return copy;
}

static mintu_status add_line(mintu_quota *quota, const mintu_quota_line *line, mintu_buffer *ground, mintu_error *error)
{
    const char *kept = ground->failed ? NULL : keep_text(quota, ground->data);
    mintu_buffer_free(ground);
    if (!kept || !MINTU_ARRAY_RESERVE(quota->lines, quota->room, quota->count + 1))
        return mintu_fail_memory(error, "counting the land quota");
    quota->lines[quota->count] = *line;
    quota->lines[quota->count].mu = quota->options.rate;
    quota->lines[quota->count++].ground = kept;
    return MINTU_STATUS_OK;
}

static void begin_ground(const mintu_quota *quota, mintu_buffer *ground)
{
    if (quota->task)
        mintu_buffer_format(ground, "task %d; ", quota->task);
}

static mintu_status add_place(mintu_quota *quota, const mintu_place *place, mintu_quota_kind kind, int year,
                              mintu_buffer *ground, mintu_error *error)
{
    int day = mintu_quota_day(quota, year);
    const mintu_place *county = mintu_gazetteer_within(quota->gazetteer, place, MINTU_LEVEL_COUNTY, day);
    const mintu_place *prefecture = mintu_gazetteer_within(quota->gazetteer, place, MINTU_LEVEL_PREFECTURE, day);
    mintu_quota_line line = {.year = year,
                             .kind = kind,
                             .unit = name_on(quota, place, day),
                             .code = place->code,
                             .county = name_on(quota, county, day),
                             .prefecture = name_on(quota, prefecture, day),
                             .county_code = county ? county->code : "",
                             .prefecture_code = prefecture ? prefecture->code : ""};
    return add_line(quota, &line, ground, error);
}

/* The day on which the unit's name of the day, and so perhaps its type, ends; 0: not known to end. */
static int end_of_name(const mintu_quota *quota, const mintu_place *place, int day)
{
    const mintu_name *name;
    for (size_t i = mintu_gazetteer_names(quota->gazetteer, place, &name); i > 0; i--, name++)
        if (name->kind == MINTU_NAME_KIND_OFFICIAL && mintu_period_holds(name->from, name->to, day))
            return name->to ? name->to : place->to;
    return place->to;
}

/* "…; a district from 2015-03-18, out from 2015": what is known of the end of membership. */
static void tell_end(const mintu_quota *quota, const mintu_place *place, int year, mintu_buffer *ground)
{
    int end = end_of_name(quota, place, mintu_quota_day(quota, year));
    if (end == 0)
        return;
    mintu_place_then then = mintu_gazetteer_then(quota->gazetteer, place, end);
    if (has_type(place, &then))
        return;
    char date[11];
    mintu_date_format(end, date);
    int out = end / 10000 + (end % 10000 > quota->options.on);
    if (then.in_force)
        mintu_buffer_format(ground, "; in force from %s %s, %s: out from %d", date, then.name,
                            mintu_gazetteer_type(place, then.name), out);
    else
        mintu_buffer_format(ground, "; abolished from %s: out from %d", date, out);
}

static mintu_status add_counties(mintu_quota *quota, int year, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    char date[11];
    mintu_date_format(mintu_quota_day(quota, year), date);
    for (size_t i = 0; i < quota->gazetteer->count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = &quota->gazetteer->places[i];
        if (!mintu_quota_is_county(quota, place, year))
            continue;
        mintu_buffer ground = {0};
        begin_ground(quota, &ground);
        mintu_buffer_format(&ground, "%s on %s",
                            mintu_gazetteer_type(place, name_on(quota, place, mintu_quota_day(quota, year))), date);
        tell_end(quota, place, year, &ground);
        status = add_place(quota, place, MINTU_QUOTA_KIND_COUNTY, year, &ground, error);
    }
    return status;
}

static const char *number_on(const mintu_quota *quota, size_t place, mintu_pilot roster)
{
    for (size_t i = 0; i < quota->gazetteer->entry_count; i++)
        if (quota->gazetteer->entries[i].place == place && quota->gazetteer->entries[i].roster == roster)
            return quota->gazetteer->entries[i].number;
    return "";
}

/* "small-city pilot no. 4, attested; also pilot town no. 10: counted once". */
static void tell_entry(const mintu_quota *quota, const mintu_entry *entry, mintu_buffer *ground)
{
    static const char *const titles[] = {"", "small-city pilot", "pilot town"};
    mintu_pilot other = entry->roster == MINTU_PILOT_TOWN ? MINTU_PILOT_SMALL_CITY : MINTU_PILOT_TOWN;
    bool both = quota->gazetteer->places[entry->place].pilots == MINTU_PILOT_ANY;
    begin_ground(quota, ground);
    mintu_buffer_format(ground, "%s no. %s, %s", titles[entry->roster], entry->number, entry->certainty);
    if (both && quota->wanted[MINTU_QUOTA_KIND_SMALL_CITY] && quota->wanted[MINTU_QUOTA_KIND_TOWN])
        mintu_buffer_format(ground, "; also %s no. %s: counted %s", titles[other], number_on(quota, entry->place, other),
                            quota->options.overlap == MINTU_QUOTA_OVERLAP_ONCE ? "once" : "on each roster");
}

static bool counted_before(const mintu_quota *quota, const mintu_entry *entry)
{
    return quota->options.overlap == MINTU_QUOTA_OVERLAP_ONCE && entry->roster == MINTU_PILOT_TOWN &&
           quota->wanted[MINTU_QUOTA_KIND_SMALL_CITY] &&
           (quota->gazetteer->places[entry->place].pilots & MINTU_PILOT_SMALL_CITY);
}

static mintu_status add_roster(mintu_quota *quota, mintu_quota_kind kind, int year, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < quota->gazetteer->entry_count && status == MINTU_STATUS_OK; i++) {
        const mintu_entry *entry = &quota->gazetteer->entries[i];
        const mintu_place *place = &quota->gazetteer->places[entry->place];
        if (entry->roster != rosters[kind] || counted_before(quota, entry) ||
            !mintu_gazetteer_then(quota->gazetteer, place, mintu_quota_day(quota, year)).in_force)
            continue;
        mintu_buffer ground = {0};
        tell_entry(quota, entry, &ground);
        status = add_place(quota, place, kind, year, &ground, error);
    }
    return status;
}

/* Read per class, the lines of a class become one. */
static mintu_status merge_class(mintu_quota *quota, mintu_quota_kind kind, int year, size_t first, mintu_error *error)
{
    size_t units = quota->count - first;
    if (units == 0 || quota->options.reading == MINTU_QUOTA_READING_UNIT)
        return MINTU_STATUS_OK;
    mintu_buffer ground = {0};
    begin_ground(quota, &ground);
    mintu_buffer_format(&ground, "read per class: %zu units share it, and how is not stated", units);
    quota->count = first;
    mintu_quota_line line = {.year = year,
                             .kind = kind,
                             .unit = class_titles[kind],
                             .code = "",
                             .county = "",
                             .prefecture = "",
                             .county_code = "",
                             .prefecture_code = ""};
    return add_line(quota, &line, &ground, error);
}

mintu_status mintu_quota_add_year(mintu_quota *quota, int year, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (int kind = 0; kind < MINTU_QUOTA_KIND_END && status == MINTU_STATUS_OK; kind++) {
        size_t first = quota->count;
        if (!quota->wanted[kind])
            continue;
        status = kind == MINTU_QUOTA_KIND_COUNTY ? add_counties(quota, year, error)
                                                 : add_roster(quota, (mintu_quota_kind)kind, year, error);
        if (status == MINTU_STATUS_OK)
            status = merge_class(quota, (mintu_quota_kind)kind, year, first, error);
    }
    return status;
}
