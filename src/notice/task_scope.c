#include "notice/task_scope.h"

#include "gazetteer/names_in_time.h"
#include "gazetteer/plain_tables.h"
#include "gazetteer/rosters.h"

#include <mintu/join.h>

#include <stdlib.h>
#include <string.h>

/* What belongs to a class: a roster, or units of a level with one of the types (NULL: any type). */
typedef struct scope_class {
    const char *name, *chinese, *english;
    mintu_pilot roster;
    mintu_level level;
    const char *types; /* each between bars */
} scope_class;

static const scope_class classes[MINTU_SCOPE_END] = {
    {"place", "点名", "named", MINTU_PILOT_NONE, MINTU_LEVEL_END, NULL},
    {"small-cities", "小城市培育试点名单", "roster of small-city pilots", MINTU_PILOT_SMALL_CITY, MINTU_LEVEL_END, NULL},
    {"pilot-towns", "小城镇综合改革建设试点名单", "roster of pilot towns", MINTU_PILOT_TOWN, MINTU_LEVEL_END, NULL},
    {"cities-and-counties", "县级市和县", "county-level cities and counties", MINTU_PILOT_NONE, MINTU_LEVEL_COUNTY,
     "|county-level-city|county|"},
    {"counties-and-districts", "县级单位", "county-level units", MINTU_PILOT_NONE, MINTU_LEVEL_COUNTY, NULL},
    {"prefectures", "设区市", "prefectures", MINTU_PILOT_NONE, MINTU_LEVEL_PREFECTURE, NULL},
    {"county-seats", "县级市和县的驻地", "seats of county-level cities and counties", MINTU_PILOT_NONE, MINTU_LEVEL_COUNTY,
     "|county-level-city|county|"},
    {"townships", "镇和乡", "towns and townships", MINTU_PILOT_NONE, MINTU_LEVEL_TOWNSHIP, "|town|township|ethnic-township|"},
    {"key-towns", "重点镇", "key towns", MINTU_PILOT_NONE, MINTU_LEVEL_END, NULL},
    {"greenways", "绿道", "greenways", MINTU_PILOT_NONE, MINTU_LEVEL_END, NULL},
    {"province", "全省", "province-wide", MINTU_PILOT_NONE, MINTU_LEVEL_PROVINCE, NULL},
};

size_t mintu_scope_count(void)
{
    return MINTU_SCOPE_END;
}

const char *mintu_scope_name(size_t index)
{
    return index < MINTU_SCOPE_END ? classes[index].name : NULL;
}

mintu_scope_kind mintu_scope_parse(const char *text)
{
    int kind = 0;
    while (kind < MINTU_SCOPE_END && strcmp(classes[kind].name, text) != 0)
        kind++;
    return (mintu_scope_kind)kind;
}

bool mintu_scope_names(mintu_scope_kind kind)
{
    return kind == MINTU_SCOPE_PLACE || kind == MINTU_SCOPE_SMALL_CITIES || kind == MINTU_SCOPE_PILOT_TOWNS;
}

mintu_status mintu_scope_apart(mintu_context *context, const mintu_gazetteer *gazetteer, mintu_error *error, mintu_layer **out)
{
    *out = NULL;
    if (!mintu_plain_there(&gazetteer->package, "set_apart"))
        return MINTU_STATUS_OK;
    return mintu_plain_layer(context, gazetteer, "set_apart", error, out);
}

bool mintu_scope_is_apart(const mintu_layer *apart, const mintu_place *place)
{
    int code = apart ? mintu_layer_field_find(apart, "code") : -1;
    for (size_t row = 0; code >= 0 && row < mintu_layer_count(apart); row++)
        if (strcmp(mintu_layer_text(apart, row, (size_t)code), place->code) == 0)
            return true;
    return false;
}

static bool has_type(const scope_class *what, const char *type)
{
    size_t size = strlen(type);
    for (const char *at = what->types; at && *at; at = strchr(at + 1, '|'))
        if (strncmp(at + 1, type, size) == 0 && at[1 + size] == '|')
            return true;
    return !what->types;
}

static mintu_status add_member(mintu_scope *scope, mintu_member member, mintu_error *error)
{
    if (!MINTU_ARRAY_RESERVE(scope->members, scope->room, scope->count + 1))
        return mintu_fail_memory(error, "finding the members of a class of places");
    scope->members[scope->count++] = member;
    return MINTU_STATUS_OK;
}

/* The package states a roster's number; for a class of units the number is what there is. */
static mintu_status add_roster(const mintu_gazetteer *gazetteer, mintu_pilot roster, mintu_scope *scope, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < gazetteer->entry_count && status == MINTU_STATUS_OK; i++) {
        const mintu_entry *entry = &gazetteer->entries[i];
        if (entry->roster == roster)
            status = add_member(scope,
                                (mintu_member){&gazetteer->places[entry->place], entry->certainty,
                                               entry->source[0] ? entry->source : entry->note},
                                error);
    }
    scope->stated = mintu_gazetteer_stated(gazetteer, roster);
    return status;
}

/* A town in a unit that is set apart is left out with it. */
static bool left_out(const mintu_gazetteer *gazetteer, const mintu_layer *apart, const mintu_place *place, int date)
{
    const mintu_place *county = mintu_gazetteer_within(gazetteer, place, MINTU_LEVEL_COUNTY, date);
    return mintu_scope_is_apart(apart, place) || (county && mintu_scope_is_apart(apart, county));
}

static mintu_status add_units(const mintu_gazetteer *gazetteer, const mintu_layer *apart, int date, mintu_scope *scope,
                              mintu_error *error)
{
    const scope_class *what = &classes[scope->kind];
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < gazetteer->count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = &gazetteer->places[i];
        mintu_place_then then = mintu_gazetteer_then(gazetteer, place, date);
        if (place->level != what->level || !then.in_force || !has_type(what, mintu_gazetteer_type(place, then.name)))
            continue;
        if (!left_out(gazetteer, apart, place, date))
            status = add_member(scope, (mintu_member){place, "", ""}, error);
    }
    return status;
}

/* Units set apart that would belong to the class. */
static void add_apart(const mintu_gazetteer *gazetteer, const mintu_layer *apart, int date, mintu_scope *scope)
{
    const scope_class *what = &classes[scope->kind];
    for (size_t i = 0; apart && i < gazetteer->count; i++) {
        const mintu_place *place = &gazetteer->places[i];
        mintu_place_then then = mintu_gazetteer_then(gazetteer, place, date);
        if (place->level != what->level || !then.in_force || !mintu_scope_is_apart(apart, place) ||
            !has_type(what, mintu_gazetteer_type(place, then.name)))
            continue;
        mintu_buffer_format(&scope->rule[0], "，%s不计", then.name);
        mintu_buffer_format(&scope->rule[1], ", %s set apart", then.name);
    }
}

static void write_rule(const mintu_gazetteer *gazetteer, const mintu_layer *apart, int date, mintu_scope *scope)
{
    const scope_class *what = &classes[scope->kind];
    mintu_buffer_text(&scope->rule[0], what->chinese);
    mintu_buffer_text(&scope->rule[1], what->english);
    if (scope->kind == MINTU_SCOPE_PLACE || scope->kind == MINTU_SCOPE_PROVINCE)
        return;
    if (scope->stated) {
        mintu_buffer_format(&scope->rule[0], "（%zu个中的%zu个", scope->stated, scope->count);
        mintu_buffer_format(&scope->rule[1], " (%zu of %zu", scope->count, scope->stated);
    } else if (scope->count) {
        mintu_buffer_format(&scope->rule[0], "（%zu个", scope->count);
        mintu_buffer_format(&scope->rule[1], " (%zu", scope->count);
    } else {
        mintu_buffer_text(&scope->rule[0], "（没有名单");
        mintu_buffer_text(&scope->rule[1], " (no list is known");
    }
    add_apart(gazetteer, apart, date, scope);
    mintu_buffer_text(&scope->rule[0], "）");
    mintu_buffer_text(&scope->rule[1], ")");
}

mintu_status mintu_scope_find(const mintu_gazetteer *gazetteer, const mintu_layer *apart, mintu_scope_kind kind, int date,
                              mintu_error *error, mintu_scope *out)
{
    *out = (mintu_scope){.kind = kind};
    mintu_status status = MINTU_STATUS_OK;
    if (classes[kind].roster)
        status = add_roster(gazetteer, classes[kind].roster, out, error);
    else if (classes[kind].level != MINTU_LEVEL_END)
        status = add_units(gazetteer, apart, date, out, error);
    write_rule(gazetteer, apart, date, out);
    if (status == MINTU_STATUS_OK && (out->rule[0].failed || out->rule[1].failed))
        status = mintu_fail_memory(error, "finding the members of a class of places");
    if (status != MINTU_STATUS_OK)
        mintu_scope_free(out);
    return status;
}

void mintu_scope_free(mintu_scope *scope)
{
    free(scope->members);
    mintu_buffer_free(&scope->rule[0]);
    mintu_buffer_free(&scope->rule[1]);
    *scope = (mintu_scope){0};
}
