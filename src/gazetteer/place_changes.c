/* What became of the units between two days: each that changed with its code and name before and after. */
#include "base/argument.h"
#include "base/message.h"
#include "gazetteer/change_window.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places.h"
#include "gazetteer/places_query.h"
#include "layer/layer_end.h"
#include <mintu/date.h>

#include <stdio.h>
#include <string.h>

static const char DOING[] = N_("listing changes of places");

static const mintu_field fields[] = {
    {"code_before", MINTU_TEXT}, {"name_before", MINTU_TEXT},  {"county_before", MINTU_TEXT}, {"code_after", MINTU_TEXT},
    {"name_after", MINTU_TEXT},  {"county_after", MINTU_TEXT}, {"change", MINTU_TEXT},        {"day", MINTU_TEXT},
    {"level", MINTU_TEXT},       {"code", MINTU_TEXT},
};

/* Changes in the making: of the units in force on the one day to those on the other. */
typedef struct changing {
    const mintu_gazetteer *gazetteer;
    const mintu_changes_query *query;
    const mintu_place *in;
    mintu_layer *layer;
    size_t unchanged;
} changing;

static bool in_force(const mintu_place *place, int date)
{
    return mintu_period_holds(place->from, place->to, date);
}

static const char *county_of(const changing *c, const mintu_place *place, int date)
{
    const mintu_place *county = mintu_gazetteer_within(c->gazetteer, place, MINTU_LEVEL_COUNTY, date);
    return county ? mintu_gazetteer_then(c->gazetteer, county, date).name : "";
}

/* The last of a unit's changes until the day: "2021-02-03", or the days that it lies between, "2020-06-30/2021-10-31". */
static void tell_day(const changing *c, const mintu_place *place, char text[24])
{
    int from = c->query->from, to = c->query->to, day = 0, after = 0, by = 0;
    const mintu_name *name;
    for (size_t i = mintu_gazetteer_names(c->gazetteer, place, &name); i > 0; i--, name++) {
        if (name->kind != MINTU_NAME_KIND_OFFICIAL)
            continue;
        if (name->from > from && name->from <= to && name->from > day)
            day = name->from, after = name->from_after, by = name->from_by;
        if (name->to > from && name->to <= to && name->to > day)
            day = name->to, after = name->to_after, by = name->to_by;
    }
    if (!day) /* no row of names tells it */
        day = place->to > from && place->to <= to ? place->to : place->from > from && place->from <= to ? place->from : 0;
    text[0] = '\0';
    if (after && by) {
        mintu_date_format(after, text);
        text[10] = '/';
        mintu_date_format(by, text + 11);
    } else if (day) {
        mintu_date_format(day, text);
    }
}

/* One unit on each side; NULL for none. */
typedef struct sides {
    const mintu_place *before, *after;
    const char *change;
} sides;

static mintu_status add_row(changing *c, const sides *s, mintu_error *error)
{
    const mintu_place *units[2] = {s->before, s->after}, *told = s->before ? s->before : s->after;
    const int days[2] = {c->query->from, c->query->to};
    char day[24];
    mintu_row row = mintu_row_append(c->layer, error);
    for (int side = 0; side < 2; side++) {
        mintu_place_then then = {"", "", "", false};
        if (units[side])
            then = mintu_gazetteer_then(c->gazetteer, units[side], days[side]);
        mintu_row_text(&row, then.code);
        mintu_row_text(&row, then.name);
        mintu_row_text(&row, units[side] ? county_of(c, units[side], days[side]) : "");
    }
    tell_day(c, strcmp(s->change, "split") == 0 ? s->after : told, day);
    MINTU_ROW_TEXTS(&row, s->change, day, mintu_level_text(told->level), (s->after ? s->after : told)->code);
    return row.status;
}

/* The kind of change of a unit that is in force on both days; NULL for none. */
static const char *kind_of(const changing *c, const mintu_place *place)
{
    mintu_place_then before = mintu_gazetteer_then(c->gazetteer, place, c->query->from);
    mintu_place_then after = mintu_gazetteer_then(c->gazetteer, place, c->query->to);
    if (strcmp(before.name, after.name) != 0)
        return "renamed";
    if (strcmp(before.parent, after.parent) != 0)
        return "moved";
    return strcmp(before.code, after.code) != 0 && before.code[0] ? "recoded" : NULL;
}

/* True when units that went into the place have rows of their own. */
static bool has_origin(const changing *c, const mintu_place *place)
{
    for (size_t i = 0; i < c->gazetteer->count; i++) {
        const mintu_place *other = &c->gazetteer->places[i];
        if (other != place && in_force(other, c->query->from) && !in_force(other, c->query->to) &&
            mintu_gazetteer_successor(c->gazetteer, other, c->query->to) == place)
            return true;
    }
    return false;
}

static mintu_status add_unit(changing *c, const mintu_place *place, mintu_error *error)
{
    bool before = in_force(place, c->query->from), after = in_force(place, c->query->to);
    sides s = {before ? place : NULL, after ? place : NULL, NULL};
    if (before && after) {
        s.change = kind_of(c, place);
        c->unchanged += !s.change;
    } else if (before) {
        s.after = mintu_gazetteer_successor(c->gazetteer, place, c->query->to);
        s.change = s.after ? "merged" : "ended";
    } else if (after && !has_origin(c, place)) {
        s.before = place->out_of[0] ? mintu_gazetteer_find(c->gazetteer, place->out_of) : NULL;
        s.change = s.before ? "split" : "made";
    }
    return s.change ? add_row(c, &s, error) : MINTU_STATUS_OK;
}

static bool wanted(const changing *c, const mintu_place *place)
{
    if (c->query->level != MINTU_LEVEL_ANY && place->level != c->query->level)
        return false;
    return !c->in || mintu_gazetteer_is_within(c->gazetteer, place, c->in, c->query->from) ||
           mintu_gazetteer_is_within(c->gazetteer, place, c->in, c->query->to);
}

static mintu_status add_rows(changing *c, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < c->gazetteer->count && status == MINTU_STATUS_OK; i++)
        if (wanted(c, &c->gazetteer->places[i]))
            status = add_unit(c, &c->gazetteer->places[i], error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_count(c->layer, "unchanged", c->unchanged, error);
    return status == MINTU_STATUS_OK
               ? mintu_gazetteer_note_coverage(c->gazetteer, c->query->level, c->query->from, c->layer, error)
               : status;
}

mintu_status mintu_gazetteer_changes_layer(mintu_context *context, const mintu_gazetteer *gazetteer,
                                           const mintu_changes_query *query, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer) || MINTU_RESERVED_ZERO(error, query))
        return MINTU_STATUS_USAGE;
    if (!query || !mintu_date_valid(query->from) || !mintu_date_valid(query->to) || query->from >= query->to ||
        (unsigned)query->level >= MINTU_LEVEL_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: expected two days, the earlier one first, and a level of its enum",
                          mintu_message(DOING));
    changing c = {.gazetteer = gazetteer, .query = query};
    c.in = query->in ? mintu_gazetteer_find(gazetteer, query->in) : NULL;
    if (query->in && !c.in)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = "<argument>"},
                             "%s: the package has no unit of the code \"%.80s\"; expected the code of a unit",
                             mintu_message(DOING), query->in);
    mintu_status status = mintu_rows_new(context, "changes", fields, sizeof fields / sizeof *fields, error, out);
    c.layer = *out;
    if (status == MINTU_STATUS_OK)
        status = add_rows(&c, error);
    if (status == MINTU_STATUS_OK) {
        mintu_notes notes = {.title = "changes of places", .stem = "place_names", .as_of = query->to};
        status = mintu_gazetteer_note(gazetteer, *out, &notes, error);
    }
    return mintu_layer_end(status, out);
}
