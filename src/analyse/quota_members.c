/* Who has the quota in a year, and on what ground. */
#include "analyse/quota_members.h"

#include "analyse/quota.h"
#include "base/array.h"
#include "base/error.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/place_classes.h"
#include "gazetteer/places.h"
#include "gazetteer/rosters.h"

#include <mintu/date.h>

#include <string.h>

int mintu_quota_day(const mintu_quota *quota, int year)
{
    return year * 10000 + quota->options.on;
}

bool mintu_quota_has(const mintu_quota *quota, int kind, const mintu_place *place, int year)
{
    const mintu_place_class *class = quota->kinds[kind].class;
    if (place->level != class->level || quota->apart[mintu_gazetteer_index(quota->gazetteer, place)])
        return false;
    mintu_place_then then = mintu_gazetteer_then(quota->gazetteer, place, mintu_quota_day(quota, year));
    return mintu_place_class_has(class, place, &then);
}

bool mintu_quota_repeats(const mintu_quota *quota, int kind, const mintu_place *place)
{
    unsigned before = 0;
    for (int i = 0; i < kind; i++)
        before |= quota->kinds[i].wanted ? quota->kinds[i].class->roster : 0;
    return mintu_rosters_has(place, before);
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

static mintu_status add_place(mintu_quota *quota, const mintu_place *place, int kind, int year, mintu_buffer *ground,
                              mintu_error *error)
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
static void tell_end(const mintu_quota *quota, int kind, const mintu_place *place, int year, mintu_buffer *ground)
{
    int end = end_of_name(quota, place, mintu_quota_day(quota, year));
    if (end == 0)
        return;
    mintu_place_then then = mintu_gazetteer_then(quota->gazetteer, place, end);
    if (mintu_place_class_has(quota->kinds[kind].class, place, &then))
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

static mintu_status add_units(mintu_quota *quota, int kind, int year, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    char date[11];
    mintu_date_format(mintu_quota_day(quota, year), date);
    for (size_t i = 0; i < quota->gazetteer->count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = &quota->gazetteer->places[i];
        if (!mintu_quota_has(quota, kind, place, year))
            continue;
        mintu_buffer ground = {0};
        begin_ground(quota, &ground);
        mintu_buffer_format(&ground, "%s on %s",
                            mintu_gazetteer_type(place, name_on(quota, place, mintu_quota_day(quota, year))), date);
        tell_end(quota, kind, place, year, &ground);
        status = add_place(quota, place, kind, year, &ground, error);
    }
    return status;
}

static const char *number_on(const mintu_quota *quota, size_t place, unsigned roster)
{
    for (size_t i = 0; i < quota->gazetteer->entry_count; i++)
        if (quota->gazetteer->entries[i].place == place && quota->gazetteer->entries[i].roster == roster)
            return quota->gazetteer->entries[i].number;
    return "";
}

/* "small-city pilot no. 4, attested; also pilot town no. 10: counted once". */
static void tell_entry(const mintu_quota *quota, int kind, const mintu_entry *entry, mintu_buffer *ground)
{
    const mintu_place *place = &quota->gazetteer->places[entry->place];
    bool several = false;
    begin_ground(quota, ground);
    mintu_buffer_format(ground, "%s no. %s, %s", quota->kinds[kind].roster->one, entry->number, entry->certainty);
    for (int other = 0; other < quota->kind_count; other++) {
        const mintu_quota_class *own = &quota->kinds[other];
        if (other == kind || !own->wanted || !mintu_rosters_has(place, own->class->roster))
            continue;
        mintu_buffer_format(ground, "%s also %s no. %s", several ? "," : ";", own->roster->one,
                            number_on(quota, entry->place, own->class->roster));
        several = true;
    }
    if (several)
        mintu_buffer_format(ground, ": counted %s",
                            quota->options.overlap == MINTU_QUOTA_OVERLAP_ONCE ? "once" : "on each roster");
}

static mintu_status add_roster(mintu_quota *quota, int kind, int year, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < quota->gazetteer->entry_count && status == MINTU_STATUS_OK; i++) {
        const mintu_entry *entry = &quota->gazetteer->entries[i];
        const mintu_place *place = &quota->gazetteer->places[entry->place];
        if (!entry->roster || entry->roster != quota->kinds[kind].class->roster ||
            (quota->options.overlap == MINTU_QUOTA_OVERLAP_ONCE && mintu_quota_repeats(quota, kind, place)) ||
            !mintu_gazetteer_then(quota->gazetteer, place, mintu_quota_day(quota, year)).in_force)
            continue;
        mintu_buffer ground = {0};
        tell_entry(quota, kind, entry, &ground);
        status = add_place(quota, place, kind, year, &ground, error);
    }
    return status;
}

/* Read per class, the lines of a class become one. */
static mintu_status merge_class(mintu_quota *quota, int kind, int year, size_t first, mintu_error *error)
{
    size_t units = quota->count - first;
    if (units == 0 || quota->options.reading == MINTU_QUOTA_READING_UNIT)
        return MINTU_STATUS_OK;
    mintu_buffer ground = {0};
    begin_ground(quota, &ground);
    mintu_buffer_format(&ground, "read per class: %zu units share it, and how is not stated", units);
    const mintu_quota_class *own = &quota->kinds[kind];
    quota->count = first;
    mintu_quota_line line = {.year = year,
                             .kind = kind,
                             .unit = own->roster ? own->roster->title_en : own->class->titles[1],
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
    for (int kind = 0; kind < quota->kind_count && status == MINTU_STATUS_OK; kind++) {
        size_t first = quota->count;
        if (!quota->kinds[kind].wanted)
            continue;
        status = quota->kinds[kind].class->members == MINTU_CLASS_UNITS ? add_units(quota, kind, year, error)
                                                                        : add_roster(quota, kind, year, error);
        if (status == MINTU_STATUS_OK)
            status = merge_class(quota, kind, year, first, error);
    }
    return status;
}
