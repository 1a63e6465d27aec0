#include "geocode/variant_characters.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

enum { CHARACTER, USUAL, COLUMNS };
static const char *const column_names[COLUMNS] = {"character", "usual"};

/* The only character of a text, or 0. */
static char32_t only_character(const char *text)
{
    const uint8_t *bytes = (const uint8_t *)text;
    size_t size = strlen(text), at = 0;
    UChar32 character = 0;
    if (size > 0)
        U8_NEXT(bytes, at, size, character);
    return at == size && character > 0 ? (char32_t)character : 0;
}

static int compare(const void *a, const void *b)
{
    char32_t x = ((const mintu_variant *)a)->from, y = ((const mintu_variant *)b)->from;
    return (x > y) - (x < y);
}

static mintu_status read_rows(const mintu_table *table, mintu_error *error, mintu_variants *out)
{
    int columns[COLUMNS] = {0};
    mintu_status status = mintu_tables_columns(table, column_names, COLUMNS, error, columns);
    if (status != MINTU_STATUS_OK)
        return status;
    out->items = calloc(mintu_table_count(table) + 1, sizeof *out->items);
    if (!out->items)
        return mintu_fail_memory(error, "reading variant characters");
    for (size_t row = 0; row < mintu_table_count(table); row++) {
        char32_t found[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            found[i] = only_character(mintu_table_text(table, row, (size_t)columns[i]));
            if (!found[i])
                return mintu_cell_fail(table, row, columns[i], "one character", error);
        }
        out->items[out->count++] = (mintu_variant){found[CHARACTER], found[USUAL]};
    }
    qsort(out->items, out->count, sizeof *out->items, compare);
    return MINTU_STATUS_OK;
}

mintu_status mintu_variants_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_variants *out)
{
    *out = (mintu_variants){0};
    mintu_table *table = NULL;
    mintu_status status = mintu_tables_load(&gazetteer->package, "variants", false, error, &table);
    if (status == MINTU_STATUS_OK && table)
        status = read_rows(table, error, out);
    mintu_table_free(table);
    return status;
}

void mintu_variants_free(mintu_variants *variants)
{
    free(variants->items);
    *variants = (mintu_variants){0};
}

void mintu_variants_replace(const mintu_variants *variants, const char *text, char out[MINTU_NAME_SIZE], size_t *size)
{
    const uint8_t *bytes = (const uint8_t *)text;
    size_t length = strlen(text), used = 0;
    *size = 0;
    for (size_t at = 0; at < length;) {
        UChar32 character;
        U8_NEXT(bytes, at, length, character);
        if (character < 0)
            return;
        mintu_variant key = {.from = (char32_t)character};
        const mintu_variant *found =
            variants->count ? bsearch(&key, variants->items, variants->count, sizeof key, compare) : NULL;
        if (used + U8_MAX_LENGTH >= MINTU_NAME_SIZE)
            return;
        uint32_t written = found ? found->to : (uint32_t)character;
        uint8_t *target = (uint8_t *)out;
        U8_APPEND_UNSAFE(target, used, written);
    }
    out[used] = '\0';
    *size = strcmp(out, text) == 0 ? 0 : used;
}
