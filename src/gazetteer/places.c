#include "gazetteer/places.h"

#include "gazetteer/gazetteer_data.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* From INTO on a table may do without. */
enum {
    CODE,
    NAME,
    NAME_EN,
    LEVEL,
    TYPE,
    PARENT,
    LON,
    LAT,
    PRECISION,
    CERTAINTY,
    SOURCE,
    FROM,
    TO,
    INTO,
    OUT_OF,
    ELEVATION,
    COLUMNS
};

static const char *const column_names[COLUMNS] = {"code", "name", "name_en",   "level",     "type",   "parent",
                                                  "lon",  "lat",  "precision", "certainty", "source", "from",
                                                  "to",   "into", "out_of",    "elevation"};
static const char *const level_texts[MINTU_LEVEL_END] = {"", "province", "prefecture", "county", "township"};

const char *mintu_level_text(mintu_level level)
{
    return (unsigned)level < MINTU_LEVEL_END ? level_texts[level] : "";
}

mintu_level mintu_level_parse(const char *text)
{
    int level = text ? MINTU_LEVEL_PROVINCE : MINTU_LEVEL_END;
    while (level < MINTU_LEVEL_END && strcmp(level_texts[level], text) != 0)
        level++;
    return (mintu_level)level;
}

bool mintu_period_holds(int from, int to, int date)
{
    return date >= from && (to == 0 || date < to);
}

static mintu_status read_point(const mintu_table *table, size_t row, const int *columns, mintu_place *place, mintu_error *error)
{
    mintu_status status = mintu_cell_number(table, row, columns[LON], error, &place->lon);
    if (status == MINTU_STATUS_OK)
        status = mintu_cell_number(table, row, columns[LAT], error, &place->lat);
    if (status != MINTU_STATUS_OK)
        return status;
    if (isnan(place->lon) != isnan(place->lat))
        return mintu_cell_fail(table, row, columns[isnan(place->lon) ? LON : LAT], "both coordinates or none", error);
    if (fabs(place->lon) > 180)
        return mintu_cell_fail(table, row, columns[LON], "degrees from -180 to 180", error);
    if (fabs(place->lat) > 90)
        return mintu_cell_fail(table, row, columns[LAT], "degrees from -90 to 90", error);
    return MINTU_STATUS_OK;
}

static mintu_status read_place(const mintu_table *table, size_t row, const int *columns, mintu_place *place, mintu_error *error)
{
    const char *texts[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        texts[i] = columns[i] < 0 ? "" : mintu_table_text(table, row, (size_t)columns[i]);
    *place = (mintu_place){.code = texts[CODE],
                           .name = texts[NAME],
                           .name_en = texts[NAME_EN],
                           .type = texts[TYPE],
                           .parent = texts[PARENT],
                           .level = mintu_level_parse(texts[LEVEL]),
                           .precision = texts[PRECISION],
                           .certainty = texts[CERTAINTY],
                           .source = texts[SOURCE],
                           .into = texts[INTO],
                           .out_of = texts[OUT_OF]};
    if (place->code[0] == '\0')
        return mintu_cell_fail(table, row, columns[CODE], "an administrative code", error);
    if (place->name[0] == '\0')
        return mintu_cell_fail(table, row, columns[NAME], "the official name", error);
    if (place->level == MINTU_LEVEL_END)
        return mintu_cell_fail(table, row, columns[LEVEL], "province, prefecture, county or township", error);
    mintu_status status = read_point(table, row, columns, place, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_cell_date(table, row, columns[FROM], error, &place->from);
    if (status == MINTU_STATUS_OK)
        status = mintu_cell_date(table, row, columns[TO], error, &place->to);
    place->elevation = NAN;
    if (status == MINTU_STATUS_OK && columns[ELEVATION] >= 0)
        status = mintu_cell_number(table, row, columns[ELEVATION], error, &place->elevation);
    return status;
}

static mintu_status index_place(mintu_gazetteer *gazetteer, size_t row, const int *columns, mintu_error *error)
{
    size_t known;
    const mintu_table *table = gazetteer->tables[MINTU_TABLE_PLACES];
    if (mintu_textmap_get(&gazetteer->by_code, gazetteer->places[row].code, &known))
        return mintu_cell_fail(table, row, columns[CODE], "a code that no other line has", error);
    if (!mintu_textmap_set(&gazetteer->by_code, gazetteer->places[row].code, row))
        return mintu_fail_memory(error, "opening the data package");
    return MINTU_STATUS_OK;
}

/* Parents come after all codes are known: a line may name a parent further down. */
static mintu_status check_parents(const mintu_gazetteer *gazetteer, const int *columns, mintu_error *error)
{
    for (size_t i = 0; i < gazetteer->count; i++) {
        const mintu_place *place = &gazetteer->places[i];
        if (place->parent[0] == '\0')
            continue;
        size_t parent;
        bool known = mintu_textmap_get(&gazetteer->by_code, place->parent, &parent);
        if (!known || gazetteer->places[parent].level >= place->level)
            return mintu_cell_fail(gazetteer->tables[MINTU_TABLE_PLACES], i, columns[PARENT],
                                   "the code of a unit of a higher level", error);
    }
    return MINTU_STATUS_OK;
}

/* A unit that another went into, or was parted from, is of the same level: an heir of an heir is looked up until one is in force. */
static mintu_status check_heirs(const mintu_gazetteer *gazetteer, const int *columns, mintu_error *error)
{
    for (size_t i = 0; i < gazetteer->count; i++) {
        const mintu_place *place = &gazetteer->places[i];
        const char *const codes[] = {place->into, place->out_of};
        for (int c = 0; c < 2; c++) {
            const mintu_place *other = codes[c][0] ? mintu_gazetteer_find(gazetteer, codes[c]) : NULL;
            if (codes[c][0] && (!other || other == place || other->level != place->level))
                return mintu_cell_fail(gazetteer->tables[MINTU_TABLE_PLACES], i, columns[INTO + c],
                                       "the code of another unit of the same level, or nothing", error);
        }
    }
    return MINTU_STATUS_OK;
}

mintu_status mintu_gazetteer_read_places(mintu_gazetteer *gazetteer, mintu_error *error)
{
    const mintu_table *table = gazetteer->tables[MINTU_TABLE_PLACES];
    int columns[COLUMNS];
    mintu_status status = mintu_tables_columns(table, column_names, INTO, error, columns);
    if (status != MINTU_STATUS_OK)
        return status;
    for (int i = INTO; i < COLUMNS; i++)
        columns[i] = mintu_table_column_find(table, column_names[i]);
    gazetteer->tells_heirs = columns[INTO] >= 0;
    gazetteer->count = mintu_table_count(table);
    gazetteer->places = calloc(gazetteer->count + 1, sizeof *gazetteer->places);
    if (!gazetteer->places)
        return mintu_fail_memory(error, "opening the data package");
    for (size_t row = 0; row < gazetteer->count && status == MINTU_STATUS_OK; row++) {
        status = read_place(table, row, columns, &gazetteer->places[row], error);
        if (status == MINTU_STATUS_OK)
            status = index_place(gazetteer, row, columns, error);
    }
    if (status == MINTU_STATUS_OK)
        status = check_parents(gazetteer, columns, error);
    return status == MINTU_STATUS_OK ? check_heirs(gazetteer, columns, error) : status;
}

size_t mintu_gazetteer_count(const mintu_gazetteer *gazetteer)
{
    return gazetteer ? gazetteer->count : 0;
}

const mintu_place *mintu_gazetteer_place(const mintu_gazetteer *gazetteer, size_t index)
{
    return gazetteer && index < gazetteer->count ? &gazetteer->places[index] : NULL;
}

size_t mintu_gazetteer_count_level(const mintu_gazetteer *gazetteer, mintu_level level, int date)
{
    size_t count = 0;
    for (size_t i = 0; i < gazetteer->count; i++) {
        const mintu_place *place = &gazetteer->places[i];
        count += place->level == level && mintu_period_holds(place->from, place->to, date);
    }
    return count;
}

size_t mintu_gazetteer_index(const mintu_gazetteer *gazetteer, const mintu_place *place)
{
    return (size_t)(place - gazetteer->places);
}

const mintu_place *mintu_gazetteer_find(const mintu_gazetteer *gazetteer, const char *code)
{
    if (!gazetteer || !code)
        return NULL;
    size_t index;
    return mintu_textmap_get(&gazetteer->by_code, code, &index) ? &gazetteer->places[index] : NULL;
}
