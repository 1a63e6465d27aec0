#include "gazetteer/names_in_time.h"

#include "gazetteer/gazetteer_data.h"
#include "gazetteer/gazetteer_date.h"
#include "gazetteer/places.h"

#include <mintu/date.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* From FROM_AFTER on a table may do without. */
enum { CODE, NAME, KIND, CODE_THEN, PARENT, FROM, TO, FROM_AFTER, FROM_BY, TO_AFTER, TO_BY, COLUMNS };

static const char *const column_names[COLUMNS] = {"code", "name",       "kind",    "code_then", "parent", "from",
                                                  "to",   "from_after", "from_by", "to_after",  "to_by"};
static const char *const kind_texts[MINTU_NAME_KIND_END] = {"official", "short", "traditional", "latin", "alias"};

static mintu_status read_days(const mintu_table *table, size_t row, const int *columns, mintu_name *name, mintu_error *error)
{
    int *const days[COLUMNS] = {
        [FROM] = &name->from,         [TO] = &name->to,      [FROM_AFTER] = &name->from_after, [FROM_BY] = &name->from_by,
        [TO_AFTER] = &name->to_after, [TO_BY] = &name->to_by};
    mintu_status status = MINTU_STATUS_OK;
    for (int i = FROM; i < COLUMNS && status == MINTU_STATUS_OK; i++)
        if (columns[i] >= 0)
            status = mintu_cell_date(table, row, columns[i], error, days[i]);
    return status;
}

static mintu_status read_name(const mintu_gazetteer *gazetteer, size_t row, const int *columns, mintu_name *name,
                              mintu_error *error)
{
    const mintu_table *table = gazetteer->tables[MINTU_TABLE_NAMES];
    const char *texts[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        texts[i] = columns[i] < 0 ? "" : mintu_table_text(table, row, (size_t)columns[i]);
    *name = (mintu_name){.name = texts[NAME], .code_then = texts[CODE_THEN], .parent = texts[PARENT]};
    const mintu_place *place = mintu_gazetteer_find(gazetteer, texts[CODE]);
    if (!place)
        return mintu_cell_fail(table, row, columns[CODE], "a code of places.csv", error);
    name->place = mintu_gazetteer_index(gazetteer, place);
    while (name->kind < MINTU_NAME_KIND_END && strcmp(kind_texts[name->kind], texts[KIND]) != 0)
        name->kind++;
    if (name->kind == MINTU_NAME_KIND_END)
        return mintu_cell_fail(table, row, columns[KIND], "official, short, traditional, latin or alias", error);
    if (name->name[0] == '\0')
        return mintu_cell_fail(table, row, columns[NAME], "a name", error);
    const mintu_place *parent = mintu_gazetteer_find(gazetteer, name->parent);
    if (name->parent[0] && (!parent || parent->level >= place->level))
        return mintu_cell_fail(table, row, columns[PARENT], "the code of a unit of a higher level, or nothing", error);
    return read_days(table, row, columns, name, error);
}

/* Counting sort by place, stable, so that first_name[i] .. first_name[i + 1] are the names of place i. */
static void group(mintu_gazetteer *gazetteer, const mintu_name *read, size_t count)
{
    size_t *first = gazetteer->first_name;
    for (size_t i = 0; i < count; i++)
        first[read[i].place + 1]++;
    for (size_t i = 0; i < gazetteer->count; i++)
        first[i + 1] += first[i];
    for (size_t i = count; i > 0; i--)
        gazetteer->names[--first[read[i - 1].place + 1]] = read[i - 1];
    memmove(first, first + 1, gazetteer->count * sizeof *first);
    first[gazetteer->count] = count;
}

/* Former codes lead to their place too, unless another unit has the code as its own. */
static mintu_status index_codes(mintu_gazetteer *gazetteer, mintu_error *error)
{
    for (size_t i = 0; i < gazetteer->first_name[gazetteer->count]; i++) {
        const mintu_name *name = &gazetteer->names[i];
        size_t known;
        if (name->code_then[0] == '\0' || mintu_textmap_get(&gazetteer->by_code, name->code_then, &known))
            continue;
        if (!mintu_textmap_set(&gazetteer->by_code, name->code_then, name->place))
            return mintu_fail_memory(error, "opening the data package");
    }
    return MINTU_STATUS_OK;
}

/* From which day on the package has the units of a level from lists, as its resource places says. */
static void read_coverage(mintu_gazetteer *gazetteer)
{
    const json_t *days = json_object_get(mintu_package_resource(&gazetteer->package, "places", NULL), "mintu:covered-from");
    for (int level = MINTU_LEVEL_PROVINCE; level < MINTU_LEVEL_END; level++) {
        const char *text = json_string_value(json_object_get(days, mintu_level_text((mintu_level)level)));
        int day;
        if (text && mintu_date_parse(text, &day))
            gazetteer->covered_from[level] = day;
    }
}

mintu_status mintu_gazetteer_read_names(mintu_gazetteer *gazetteer, mintu_error *error)
{
    const mintu_table *table = gazetteer->tables[MINTU_TABLE_NAMES];
    size_t count = table ? mintu_table_count(table) : 0;
    int columns[COLUMNS] = {0};
    read_coverage(gazetteer);
    mintu_status status = table ? mintu_tables_columns(table, column_names, FROM_AFTER, error, columns) : MINTU_STATUS_OK;
    if (status != MINTU_STATUS_OK)
        return status;
    for (int i = FROM_AFTER; table && i < COLUMNS; i++)
        columns[i] = mintu_table_column_find(table, column_names[i]);
    mintu_name *read = calloc(count + 1, sizeof *read);
    gazetteer->names = calloc(count + 1, sizeof *gazetteer->names);
    gazetteer->first_name = calloc(gazetteer->count + 2, sizeof *gazetteer->first_name);
    if (!read || !gazetteer->names || !gazetteer->first_name) {
        free(read);
        return mintu_fail_memory(error, "opening the data package");
    }
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++)
        status = read_name(gazetteer, row, columns, &read[row], error);
    if (status == MINTU_STATUS_OK) {
        group(gazetteer, read, count);
        status = index_codes(gazetteer, error);
    }
    free(read);
    return status;
}

size_t mintu_gazetteer_names(const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_name **first)
{
    size_t index = mintu_gazetteer_index(gazetteer, place);
    *first = gazetteer->names + gazetteer->first_name[index];
    return gazetteer->first_name[index + 1] - gazetteer->first_name[index];
}

/* Codes of a day before those that the package covers are those of its rows alone. The package's own date counts as covered. */
static bool covered(const mintu_gazetteer *gazetteer, mintu_level level, int date)
{
    return date >= gazetteer->package.as_of || date >= gazetteer->covered_from[level];
}

mintu_place_then mintu_gazetteer_then(const mintu_gazetteer *gazetteer, const mintu_place *place, int date)
{
    if (!gazetteer || !place || (date && !mintu_date_valid(date)))
        return (mintu_place_then){"", "", "", false};
    date = mintu_gazetteer_date(gazetteer, date);
    mintu_place_then then = {place->name, covered(gazetteer, place->level, date) ? place->code : "", place->parent, false};
    then.in_force = mintu_period_holds(place->from, place->to, date);
    const mintu_name *name;
    for (size_t i = mintu_gazetteer_names(gazetteer, place, &name); i > 0; i--, name++) {
        if (name->kind != MINTU_NAME_KIND_OFFICIAL || !mintu_period_holds(name->from, name->to, date))
            continue;
        then.name = name->name;
        then.code = name->code_then; /* of the time, or not known: never that of another time */
        then.parent = name->parent[0] ? name->parent : then.parent;
        break;
    }
    return then;
}

/* Types by the end of the name, the longer end first. */
static const struct {
    const char *end, *type;
    mintu_level level;
} types[] = {
    {"县", "county", MINTU_LEVEL_COUNTY},     {"市", "county-level-city", MINTU_LEVEL_COUNTY},
    {"区", "district", MINTU_LEVEL_COUNTY},   {"街道", "subdistrict", MINTU_LEVEL_TOWNSHIP},
    {"镇", "town", MINTU_LEVEL_TOWNSHIP},     {"族乡", "ethnic-township", MINTU_LEVEL_TOWNSHIP},
    {"乡", "township", MINTU_LEVEL_TOWNSHIP},
};

const char *mintu_gazetteer_type(const mintu_place *place, const char *name)
{
    size_t size = strlen(name);
    for (size_t i = 0; strcmp(name, place->name) != 0 && i < sizeof types / sizeof types[0]; i++) {
        size_t length = strlen(types[i].end);
        if (types[i].level == place->level && size > length && strcmp(name + size - length, types[i].end) == 0)
            return types[i].type;
    }
    return place->type;
}

const mintu_place *mintu_gazetteer_within(const mintu_gazetteer *gazetteer, const mintu_place *place, mintu_level level,
                                          int date)
{
    if (!gazetteer || (date && !mintu_date_valid(date)))
        return NULL;
    while (place && place->level > level)
        place = mintu_gazetteer_find(gazetteer, mintu_gazetteer_then(gazetteer, place, date).parent);
    return place && place->level == level ? place : NULL;
}

bool mintu_gazetteer_is_within(const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_place *unit, int date)
{
    return mintu_gazetteer_within(gazetteer, place, unit->level, date) == unit;
}

const mintu_place *mintu_gazetteer_successor(const mintu_gazetteer *gazetteer, const mintu_place *place, int date)
{
    for (int steps = 0; place && place->to && date >= place->to && steps < 16; steps++) {
        if (gazetteer->tells_heirs) {
            place = mintu_gazetteer_find(gazetteer, place->into);
            continue;
        }
        const mintu_place *next = NULL;
        for (size_t i = 0; i < gazetteer->count; i++) {
            const mintu_place *other = &gazetteer->places[i];
            if (other->level != place->level || other->from != place->to || strcmp(other->parent, place->parent) != 0)
                continue;
            if (next)
                return NULL;
            next = other;
        }
        place = next;
    }
    return place && place->to && date >= place->to ? NULL : place;
}
