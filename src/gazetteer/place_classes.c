#include "gazetteer/place_classes.h"

#include "gazetteer/names_in_time.h"

#include <stdlib.h>
#include <string.h>

enum { NAME, TITLE, TITLE_EN, MEMBERS, LEVEL, TYPES, QUOTA, COLUMNS };

static mintu_status read_class(mintu_gazetteer *gazetteer, size_t row, const int *columns, mintu_error *error)
{
    static const char *const members[] = {"named", "roster", "units", "unknown"};
    const mintu_table *table = gazetteer->tables[MINTU_TABLE_CLASSES];
    mintu_place_class *class = &gazetteer->classes[row];
    const char *texts[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        texts[i] = mintu_table_text(table, row, (size_t)columns[i]);
    *class = (mintu_place_class){.name = texts[NAME],
                                 .titles = {texts[TITLE], texts[TITLE_EN]},
                                 .types = texts[TYPES],
                                 .quota = texts[QUOTA],
                                 .level = mintu_level_parse(texts[LEVEL])};
    const mintu_place_class *same = mintu_place_class_find(gazetteer, class->name);
    if (!class->name[0] || same != class)
        return mintu_cell_fail(table, row, columns[NAME], "the name of a class that no other line has", error);
    while (class->members < MINTU_CLASS_END && strcmp(members[class->members], texts[MEMBERS]) != 0)
        class->members++;
    if (class->members == MINTU_CLASS_END)
        return mintu_cell_fail(table, row, columns[MEMBERS], "named, roster, units or unknown", error);
    if (class->members == MINTU_CLASS_UNITS && class->level == MINTU_LEVEL_END)
        return mintu_cell_fail(table, row, columns[LEVEL], "the level of the units", error);
    for (size_t i = 0; i < gazetteer->roster_count && class->members == MINTU_CLASS_ROSTER; i++)
        if (strcmp(gazetteer->rosters[i].layer, class->name) == 0)
            class->roster = 1U << i;
    return MINTU_STATUS_OK;
}

mintu_status mintu_gazetteer_read_classes(mintu_gazetteer *gazetteer, mintu_error *error)
{
    static const char *const names[COLUMNS] = {"class", "title", "title_en", "members", "level", "types", "quota"};
    const mintu_table *table = gazetteer->tables[MINTU_TABLE_CLASSES];
    int columns[COLUMNS];
    if (!table)
        return MINTU_STATUS_OK;
    gazetteer->classes = calloc(mintu_table_count(table) + 1, sizeof *gazetteer->classes);
    if (!gazetteer->classes)
        return mintu_fail_memory(error, "opening the data package");
    mintu_status status = mintu_tables_columns(table, names, COLUMNS, error, columns);
    for (size_t row = 0; row < mintu_table_count(table) && status == MINTU_STATUS_OK; row++) {
        gazetteer->class_count++;
        status = read_class(gazetteer, row, columns, error);
    }
    return status;
}

const mintu_place_class *mintu_place_class_find(const mintu_gazetteer *gazetteer, const char *name)
{
    for (size_t i = 0; i < gazetteer->class_count; i++)
        if (strcmp(gazetteer->classes[i].name, name) == 0)
            return &gazetteer->classes[i];
    return NULL;
}

const mintu_place_class *mintu_place_class_named(const mintu_gazetteer *gazetteer)
{
    for (size_t i = 0; i < gazetteer->class_count; i++)
        if (gazetteer->classes[i].members == MINTU_CLASS_NAMED)
            return &gazetteer->classes[i];
    return NULL;
}

static bool has_word(const char *list, const char *word)
{
    size_t size = strlen(word);
    for (const char *at = list; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        if (length == size && memcmp(at, word, size) == 0)
            return true;
        at += length;
    }
    return false;
}

bool mintu_place_class_has(const mintu_place_class *class, const mintu_place *place, const mintu_place_then *then)
{
    return class->members == MINTU_CLASS_UNITS && place->level == class->level && then->in_force &&
           (!class->types[0] || has_word(class->types, mintu_gazetteer_type(place, then->name)));
}
