#include "gazetteer/rosters.h"

#include "base/message.h"
#include "gazetteer/gazetteer_data.h"
#include "gazetteer/place_classes.h"
#include "gazetteer/places.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Columns that an entry takes over; only `code` must be there. */
enum { CODE, COLUMNS = 9 };

static const char *const column_names[COLUMNS] = {"code",   "no",   "notice_name", "batch", "certainty",
                                                  "source", "note", "item",        "role"};

static const char DOING[] = N_("opening the data package");

/* A row as the last of the gazetteer's entries. */
static mintu_status read_entry(mintu_gazetteer *gazetteer, const mintu_table *table, size_t row, const int *columns,
                               mintu_error *error)
{
    mintu_entry *entry = &gazetteer->entries[gazetteer->entry_count - 1];
    const char **const texts[COLUMNS] = {NULL,           &entry->number, &entry->notice_name, &entry->batch, &entry->certainty,
                                         &entry->source, &entry->note,   &entry->item,        &entry->role};
    for (int i = CODE + 1; i < COLUMNS; i++)
        *texts[i] = columns[i] < 0 ? "" : mintu_table_text(table, row, (size_t)columns[i]);
    const mintu_place *place = mintu_gazetteer_find(gazetteer, mintu_table_text(table, row, (size_t)columns[CODE]));
    if (!place)
        return mintu_cell_fail(table, row, columns[CODE], "a code of places.csv", error);
    entry->place = mintu_gazetteer_index(gazetteer, place);
    const mintu_roster *roster = mintu_rosters_one(gazetteer, entry->roster);
    if (roster && roster->apart)
        gazetteer->places[entry->place].rosters_apart |= entry->roster;
    else
        gazetteer->places[entry->place].rosters |= entry->roster;
    return MINTU_STATUS_OK;
}

/* The entries of one table; @p roster is 0 for that of the named places. */
static mintu_status read_entries(mintu_gazetteer *gazetteer, const mintu_table *table, unsigned roster, mintu_error *error)
{
    int columns[COLUMNS] = {0};
    if (!table)
        return MINTU_STATUS_OK;
    if (!MINTU_ARRAY_RESERVE(gazetteer->entries, gazetteer->entry_room, gazetteer->entry_count + mintu_table_count(table)))
        return mintu_fail_memory(error, DOING);
    mintu_status status = mintu_tables_columns(table, column_names, 1, error, columns);
    for (int i = 1; i < COLUMNS; i++)
        columns[i] = mintu_table_column_find(table, column_names[i]);
    for (size_t row = 0; row < mintu_table_count(table) && status == MINTU_STATUS_OK; row++) {
        gazetteer->entries[gazetteer->entry_count++].roster = roster;
        status = read_entry(gazetteer, table, row, columns, error);
    }
    return status;
}

/* A roster's own row, and its entries. A class of another roster, an id that options have, or two of one would make answers
 * depend on the order of the rows. */
static mintu_status read_roster(mintu_gazetteer *gazetteer, size_t row, const int *columns, mintu_error *error)
{
    const mintu_table *table = gazetteer->tables[MINTU_TABLE_ROSTERS];
    mintu_roster *roster = &gazetteer->rosters[row];
    const char **const texts[] = {&roster->id,       &roster->layer, &roster->table,       &roster->title,
                                  &roster->title_en, &roster->one,   &roster->count_field, &roster->note_key};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        *texts[i] = mintu_table_text(table, row, (size_t)columns[i]);
        bool unusable = i < 3 && (!(*texts[i])[0] || strcmp(*texts[i], "any") == 0 || strcmp(*texts[i], "none") == 0);
        for (size_t before = 0; before < row; before++)
            unusable |= i < 3 && strcmp(*texts[i], mintu_table_text(table, before, (size_t)columns[i])) == 0;
        if (unusable)
            return mintu_cell_fail(table, row, columns[i], "a word that no other roster has, and neither any nor none", error);
    }
    int apart = mintu_table_column_find(table, "apart");
    roster->apart = apart >= 0 && strcmp(mintu_table_text(table, row, (size_t)apart), "yes") == 0;
    mintu_status status = mintu_tables_load(&gazetteer->package, roster->table, false, error, &gazetteer->roster_tables[row]);
    if (status == MINTU_STATUS_OK)
        status = read_entries(gazetteer, gazetteer->roster_tables[row], 1U << row, error);
    const json_t *resource = mintu_package_resource(&gazetteer->package, roster->table, NULL);
    json_int_t stated = json_integer_value(json_object_get(resource, "mintu:stated"));
    roster->stated = stated > 0 ? (size_t)stated : 0;
    roster->listed = gazetteer->roster_tables[row] ? mintu_table_count(gazetteer->roster_tables[row]) : 0;
    return status;
}

mintu_status mintu_gazetteer_read_rosters(mintu_gazetteer *gazetteer, mintu_error *error)
{
    static const char *const names[] = {"id", "class", "table", "title", "title_en", "one_en", "count_field", "note_key"};
    const mintu_table *table = gazetteer->tables[MINTU_TABLE_ROSTERS];
    int columns[sizeof names / sizeof *names];
    mintu_status status = MINTU_STATUS_OK;
    if (table && mintu_table_count(table) > MINTU_ROSTERS_MOST)
        return mintu_cell_fail(table, MINTU_ROSTERS_MOST, 0, "no more than 32 rosters", error);
    gazetteer->roster_count = table ? mintu_table_count(table) : 0;
    if (table)
        status = mintu_tables_columns(table, names, sizeof names / sizeof *names, error, columns);
    for (size_t row = 0; row < gazetteer->roster_count && status == MINTU_STATUS_OK; row++)
        status = read_roster(gazetteer, row, columns, error);
    return status == MINTU_STATUS_OK ? read_entries(gazetteer, gazetteer->tables[MINTU_TABLE_NAMED], 0, error) : status;
}

size_t mintu_gazetteer_roster_count(const mintu_gazetteer *gazetteer)
{
    return gazetteer ? gazetteer->roster_count : 0;
}

const mintu_roster *mintu_gazetteer_roster(const mintu_gazetteer *gazetteer, size_t index)
{
    return gazetteer && index < gazetteer->roster_count ? &gazetteer->rosters[index] : NULL;
}

const mintu_roster *mintu_rosters_one(const mintu_gazetteer *gazetteer, unsigned bit)
{
    for (size_t i = 0; i < gazetteer->roster_count; i++)
        if (bit == 1U << i)
            return &gazetteer->rosters[i];
    return NULL;
}

size_t mintu_gazetteer_listed(const mintu_gazetteer *gazetteer, unsigned rosters)
{
    size_t sum = 0;
    for (size_t i = 0; i < gazetteer->roster_count; i++)
        sum += rosters >> i & 1 ? gazetteer->rosters[i].listed : 0;
    return sum;
}

size_t mintu_gazetteer_stated(const mintu_gazetteer *gazetteer, unsigned rosters)
{
    size_t sum = 0;
    for (size_t i = 0; i < gazetteer->roster_count; i++)
        sum += rosters >> i & 1 ? gazetteer->rosters[i].stated : 0;
    return sum;
}

void mintu_rosters_text(const mintu_gazetteer *gazetteer, unsigned rosters, mintu_buffer *out)
{
    mintu_buffer_clear(out);
    mintu_buffer_text(out, "");
    for (size_t i = 0; i < gazetteer->roster_count; i++)
        if (rosters >> i & 1)
            mintu_buffer_format(out, "%s%s", out->size ? "+" : "", gazetteer->rosters[i].id);
}

void mintu_rosters_column(const mintu_gazetteer *gazetteer, unsigned rosters, mintu_row *row)
{
    mintu_buffer text = {0};
    mintu_rosters_text(gazetteer, rosters, &text);
    if (text.failed && row->status == MINTU_STATUS_OK)
        row->status = mintu_fail_memory(row->error, "listing rosters");
    mintu_row_text(row, text.failed ? "" : text.data);
    mintu_buffer_free(&text);
}

unsigned mintu_rosters_all(const mintu_gazetteer *gazetteer)
{
    unsigned all = 0;
    for (size_t i = 0; i < gazetteer->roster_count; i++)
        all |= 1U << i;
    return all;
}

unsigned mintu_rosters_together(const mintu_gazetteer *gazetteer)
{
    unsigned together = 0;
    for (size_t i = 0; i < gazetteer->roster_count; i++)
        together |= gazetteer->rosters[i].apart ? 0 : 1U << i;
    return together;
}

bool mintu_rosters_has(const mintu_place *place, unsigned rosters)
{
    return (place->rosters & rosters) || (rosters != MINTU_ROSTERS_ANY && (place->rosters_apart & rosters));
}

bool mintu_rosters_several(unsigned rosters)
{
    return (rosters & (rosters - 1)) != 0;
}
