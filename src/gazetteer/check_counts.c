#include "gazetteer/check_counts.h"

#include "base/message.h"
#include "gazetteer/places.h"
#include <mintu/date.h>

#include <stdio.h>
#include <string.h>

/* The units of a level on a date, against what the package states for it, if it states something. */
static void check_level(mintu_check *check, const mintu_gazetteer *gazetteer, mintu_level level, int date, const json_t *counts)
{
    const json_t *stated = json_object_get(counts, mintu_level_text(level));
    static const char *const names[] = {"", N_("province"), N_("prefecture-level units"), N_("county-level units"),
                                        N_("township-level units")};
    char what[64], day[11];
    mintu_date_format(date, day);
    snprintf(what, sizeof what, mintu_message("%s in force on %s"), mintu_message(names[level]), day);
    mintu_gate gate = mintu_gate_new("places", what);
    gate.count = (double)mintu_gazetteer_count_level(gazetteer, level, date);
    if (json_is_integer(stated)) {
        gate.stated = (double)json_integer_value(stated);
        if (gate.count != gate.stated)
            mintu_gate_problem(&gate, (mintu_where){0}, "%.0f of them, expected %.0f", gate.count, gate.stated);
    }
    mintu_report_gate(&check->report, &gate);
}

static void check_levels(mintu_check *check, const mintu_gazetteer *gazetteer)
{
    const json_t *places = mintu_package_resource(&check->package, "places", NULL);
    const char *as_of = json_string_value(json_object_get(places, "mintu:as-of"));
    const json_t *counts = json_object_get(places, "mintu:counts"), *counts_then = json_object_get(places, "mintu:counts-then");
    int date;
    if (!as_of || !mintu_date_parse(as_of, &date))
        date = gazetteer->package.as_of;
    for (int level = MINTU_LEVEL_PROVINCE; level < MINTU_LEVEL_END; level++)
        check_level(check, gazetteer, (mintu_level)level, date, counts);
    for (int level = MINTU_LEVEL_PREFECTURE; level <= MINTU_LEVEL_COUNTY && date != gazetteer->package.as_of; level++)
        check_level(check, gazetteer, (mintu_level)level, gazetteer->package.as_of, counts_then);
}

/* A roster may be known to be incomplete: fewer than stated is a note, more is a finding. */
static void check_roster(mintu_check *check, const mintu_roster *roster)
{
    mintu_gate gate = mintu_gate_new(roster->table, "roster is complete");
    size_t listed = roster->listed, stated = roster->stated;
    gate.count = (double)listed;
    gate.stated = (double)stated;
    gate.note = listed < stated;
    if (listed < stated)
        mintu_gate_problem(&gate, (mintu_where){0}, "%zu of %zu are known; the others are not in public pages", listed, stated);
    else if (stated == 0)
        mintu_gate_problem(&gate, (mintu_where){0}, "the package does not state how many there are; expected mintu:stated");
    else if (listed > stated)
        mintu_gate_problem(&gate, (mintu_where){0}, "%zu are listed, expected %zu", listed, stated);
    mintu_report_gate(&check->report, &gate);
}

/* A place may be on a roster once. */
static void check_entries(mintu_check *check, const mintu_gazetteer *gazetteer)
{
    mintu_gate gate = mintu_gate_new("rosters", "no place twice, each a township-level unit in force");
    for (size_t i = 0; i < gazetteer->entry_count; i++) {
        const mintu_entry *entry = &gazetteer->entries[i];
        const mintu_place *place = &gazetteer->places[entry->place];
        if (!entry->roster)
            continue;
        if (place->level != MINTU_LEVEL_TOWNSHIP || !mintu_period_holds(place->from, place->to, gazetteer->package.as_of))
            mintu_gate_problem(&gate, (mintu_where){0}, "%s %s is no township-level unit in force on the package's date",
                               place->code, place->name);
        for (size_t j = 0; j < i; j++)
            if (gazetteer->entries[j].roster == entry->roster && gazetteer->entries[j].place == entry->place)
                mintu_gate_problem(&gate, (mintu_where){0}, "%s %s is listed twice", place->code, place->name);
    }
    mintu_report_gate(&check->report, &gate);
}

void mintu_check_counts(mintu_check *check, const mintu_gazetteer *gazetteer)
{
    check_levels(check, gazetteer);
    for (size_t i = 0; i < gazetteer->roster_count; i++)
        if (gazetteer->roster_tables[i])
            check_roster(check, &gazetteer->rosters[i]);
    check_entries(check, gazetteer);
}
