#include "task/task_scope.h"

#include "gazetteer/names_in_time.h"
#include "gazetteer/place_classes.h"
#include "gazetteer/plain_tables.h"
#include "gazetteer/rosters.h"

#include <mintu/join.h>

#include <stdlib.h>
#include <string.h>

size_t mintu_scope_count(const mintu_gazetteer *gazetteer)
{
    return gazetteer ? gazetteer->class_count : 0;
}

const char *mintu_scope_name(const mintu_gazetteer *gazetteer, size_t index)
{
    return gazetteer && index < gazetteer->class_count ? gazetteer->classes[index].name : NULL;
}

bool mintu_scope_names(const mintu_place_class *class)
{
    return class->members == MINTU_CLASS_NAMED || class->members == MINTU_CLASS_ROSTER;
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

static mintu_status add_member(mintu_scope *scope, mintu_member member, mintu_error *error)
{
    if (!MINTU_ARRAY_RESERVE(scope->members, scope->room, scope->count + 1))
        return mintu_fail_memory(error, "finding the members of a class of places");
    scope->members[scope->count++] = member;
    return MINTU_STATUS_OK;
}

/* The package states a roster's number; for a class of units the number is what there is. */
static mintu_status add_roster(const mintu_gazetteer *gazetteer, mintu_scope *scope, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < gazetteer->entry_count && status == MINTU_STATUS_OK; i++) {
        const mintu_entry *entry = &gazetteer->entries[i];
        if (entry->roster && entry->roster == scope->class->roster)
            status = add_member(scope,
                                (mintu_member){&gazetteer->places[entry->place], entry->certainty,
                                               entry->source[0] ? entry->source : entry->note},
                                error);
    }
    scope->stated = mintu_gazetteer_stated(gazetteer, scope->class->roster);
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
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < gazetteer->count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = &gazetteer->places[i];
        mintu_place_then then = mintu_gazetteer_then(gazetteer, place, date);
        if (mintu_place_class_has(scope->class, place, &then) && !left_out(gazetteer, apart, place, date))
            status = add_member(scope, (mintu_member){place, "", ""}, error);
    }
    return status;
}

/* Units set apart that would belong to the class. */
static void add_apart(const mintu_gazetteer *gazetteer, const mintu_layer *apart, int date, mintu_scope *scope)
{
    for (size_t i = 0; apart && i < gazetteer->count; i++) {
        const mintu_place *place = &gazetteer->places[i];
        mintu_place_then then = mintu_gazetteer_then(gazetteer, place, date);
        if (!mintu_scope_is_apart(apart, place) || !mintu_place_class_has(scope->class, place, &then))
            continue;
        mintu_buffer_format(&scope->rule[0], "，%s不计", then.name);
        mintu_buffer_format(&scope->rule[1], ", %s set apart", then.name);
    }
}

static void write_rule(const mintu_gazetteer *gazetteer, const mintu_layer *apart, int date, mintu_scope *scope)
{
    mintu_buffer_text(&scope->rule[0], scope->class->titles[0]);
    mintu_buffer_text(&scope->rule[1], scope->class->titles[1]);
    if (scope->class->members == MINTU_CLASS_NAMED || scope->class->level == MINTU_LEVEL_PROVINCE)
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

mintu_status mintu_scope_find(const mintu_gazetteer *gazetteer, const mintu_layer *apart, const mintu_place_class *class,
                              int date, mintu_error *error, mintu_scope *out)
{
    *out = (mintu_scope){.class = class};
    mintu_status status = MINTU_STATUS_OK;
    if (class->members == MINTU_CLASS_ROSTER)
        status = add_roster(gazetteer, out, error);
    else if (class->members == MINTU_CLASS_UNITS)
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
