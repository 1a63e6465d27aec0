#include "scan/scan_phrases.h"

#include "gazetteer/package_tables.h"

#include <stdlib.h>
#include <string.h>

enum { BEFORE, NAME, BEHIND, COLUMNS };
static const char *const column_names[COLUMNS] = {"before", "name", "behind"};

static mintu_status read_rows(mintu_error *error, mintu_scan_phrases *out)
{
    int columns[COLUMNS] = {0};
    mintu_status status = mintu_tables_columns(out->table, column_names, COLUMNS, error, columns);
    if (status != MINTU_STATUS_OK)
        return status;
    out->items = calloc(mintu_table_count(out->table) + 1, sizeof *out->items);
    if (!out->items)
        return mintu_fail_memory(error, "reading words that hold names of places");
    for (size_t row = 0; row < mintu_table_count(out->table); row++)
        out->items[out->count++] = (mintu_scan_phrase){mintu_table_text(out->table, row, (size_t)columns[BEFORE]),
                                                       mintu_table_text(out->table, row, (size_t)columns[NAME]),
                                                       mintu_table_text(out->table, row, (size_t)columns[BEHIND]), 0};
    return status;
}

mintu_status mintu_scan_phrases_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_scan_phrases *out)
{
    *out = (mintu_scan_phrases){0};
    mintu_status status = mintu_tables_load(&gazetteer->package, "name_phrases", false, error, &out->table);
    return status == MINTU_STATUS_OK && out->table ? read_rows(error, out) : status;
}

void mintu_scan_phrases_free(mintu_scan_phrases *phrases)
{
    mintu_table_free(phrases->table);
    free(phrases->items);
    *phrases = (mintu_scan_phrases){0};
}

bool mintu_scan_phrases_hold(const mintu_scan_phrases *phrases, size_t first, const char *text, size_t size, size_t start,
                             size_t end)
{
    for (size_t i = first; i > 0; i = phrases->items[i - 1].next) {
        const mintu_scan_phrase *phrase = &phrases->items[i - 1];
        size_t before = strlen(phrase->before), behind = strlen(phrase->behind);
        if (before <= start && memcmp(text + start - before, phrase->before, before) == 0 && behind <= size - end &&
            memcmp(text + end, phrase->behind, behind) == 0)
            return true;
    }
    return false;
}
