#include "gazetteer/rosters.h"

#include "gazetteer/gazetteer_data.h"
#include "gazetteer/places.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Columns that an entry takes over; only `code` must be there. */
enum { CODE, NUMBER, NOTICE_NAME, BATCH, CERTAINTY, SOURCE, NOTE, ITEM, ROLE, COLUMNS };

static const char *const column_names[COLUMNS] = {"code",   "no",   "notice_name", "batch", "certainty",
                                                  "source", "note", "item",        "role"};
static const int roster_tables[] = {MINTU_TABLE_CITIES, MINTU_TABLE_TOWNS, MINTU_TABLE_NAMED};
static const mintu_pilot rosters[] = {MINTU_PILOT_SMALL_CITY, MINTU_PILOT_TOWN, MINTU_PILOT_NONE};

static mintu_status read_entry(mintu_gazetteer *gazetteer, const mintu_table *table, size_t row, const int *columns,
                               mintu_entry *entry, mintu_error *error)
{
    const char *texts[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        texts[i] = columns[i] < 0 ? "" : mintu_table_text(table, row, (size_t)columns[i]);
    const mintu_place *place = mintu_gazetteer_find(gazetteer, texts[CODE]);
    if (!place)
        return mintu_cell_fail(table, row, columns[CODE], "a code of places.csv", error);
    entry->place = mintu_gazetteer_index(gazetteer, place);
    entry->number = texts[NUMBER];
    entry->notice_name = texts[NOTICE_NAME];
    entry->batch = texts[BATCH];
    entry->certainty = texts[CERTAINTY];
    entry->source = texts[SOURCE];
    entry->note = texts[NOTE];
    entry->item = texts[ITEM];
    entry->role = texts[ROLE];
    gazetteer->places[entry->place].pilots |= (int)entry->roster;
    return MINTU_STATUS_OK;
}

static mintu_status read_roster(mintu_gazetteer *gazetteer, const mintu_table *table, mintu_pilot roster, mintu_error *error)
{
    int columns[COLUMNS];
    mintu_status status = mintu_tables_columns(table, column_names, 1, error, columns);
    for (int i = 1; i < COLUMNS; i++)
        columns[i] = mintu_table_column_find(table, column_names[i]);
    for (size_t row = 0; row < mintu_table_count(table) && status == MINTU_STATUS_OK; row++) {
        mintu_entry *entry = &gazetteer->entries[gazetteer->entry_count++];
        entry->roster = roster;
        status = read_entry(gazetteer, table, row, columns, entry, error);
    }
    return status;
}

mintu_status mintu_gazetteer_read_rosters(mintu_gazetteer *gazetteer, mintu_error *error)
{
    size_t count = 0;
    for (int i = 0; i < 3; i++)
        count += gazetteer->tables[roster_tables[i]] ? mintu_table_count(gazetteer->tables[roster_tables[i]]) : 0;
    gazetteer->entries = calloc(count + 1, sizeof *gazetteer->entries);
    if (!gazetteer->entries)
        return mintu_fail_memory(error, "opening the data package");
    mintu_status status = MINTU_STATUS_OK;
    for (int i = 0; i < 3 && status == MINTU_STATUS_OK; i++)
        if (gazetteer->tables[roster_tables[i]])
            status = read_roster(gazetteer, gazetteer->tables[roster_tables[i]], rosters[i], error);
    return status;
}

size_t mintu_gazetteer_listed(const mintu_gazetteer *gazetteer, mintu_pilot roster)
{
    size_t count = 0;
    for (size_t i = 0; i < gazetteer->entry_count; i++)
        count += (gazetteer->entries[i].roster & roster) != 0;
    return count;
}

size_t mintu_gazetteer_stated(const mintu_gazetteer *gazetteer, mintu_pilot roster)
{
    static const char *const stems[] = {"pilot_cities", "pilot_towns"};
    size_t sum = 0;
    for (int i = 0; i < 2; i++) {
        const json_t *resource = mintu_package_resource(&gazetteer->package, stems[i], NULL);
        json_int_t stated = json_integer_value(json_object_get(resource, "mintu:stated"));
        sum += rosters[i] & roster && stated > 0 ? (size_t)stated : 0;
    }
    return sum;
}
