/* A table of sentences of many patterns with the places that each names, as `name@unit above`, in the text's order; on the bundled
 * package, skipped without MINTU_GEODATA. No sentence may give another place than these, and at least 95 % of them are found. */
#include <mintu/mintu.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "format/csv.h"

enum { COLUMN_PATTERN, COLUMN_TEXT, COLUMN_EXPECTED, COLUMNS };
static const char *const columns[COLUMNS] = {"pattern", "text", "expected"};

typedef struct world {
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_geocoder *geocoder;
    mintu_table *table;
    size_t column[COLUMNS];
    mintu_error error;
} world;

static const char *text(const world *w, size_t row, int column)
{
    return mintu_table_text(w->table, row, w->column[column]);
}

static int set_up(void **state)
{
    static world shared;
    const char *dir = getenv("MINTU_GEODATA"), *source = getenv("MINTU_SOURCE");
    char path[4096];
    shared = (world){0};
    *state = &shared;
    if (!dir || !source)
        return 0;
    assert_true(snprintf(path, sizeof path, "%s/tests/data/scan-sentences.csv", source) < (int)sizeof path);
    assert_int_equal(mintu_table_load(path, &shared.error, &shared.table), MINTU_STATUS_OK);
    for (int i = 0; i < COLUMNS; i++) {
        int column = mintu_table_column_find(shared.table, columns[i]);
        assert_true(column >= 0);
        shared.column[i] = (size_t)column;
    }
    assert_int_equal(mintu_context_new(&shared.error, &shared.context), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_open(shared.context, dir, &shared.error, &shared.gazetteer), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_new(shared.gazetteer, NULL, &shared.error, &shared.geocoder), MINTU_STATUS_OK);
    return 0;
}

static int tear_down(void **state)
{
    world *w = *state;
    mintu_geocoder_free(w->geocoder);
    mintu_gazetteer_free(w->gazetteer);
    mintu_table_free(w->table);
    mintu_context_free(w->context);
    return 0;
}

/* A place as the table has it. */
static void describe(const world *w, const mintu_place *place, char *out, size_t room)
{
    const mintu_place *above = mintu_gazetteer_find(w->gazetteer, place->parent);
    snprintf(out, room, "%s%s%s", place->name, above ? "@" : "", above ? above->name : "");
}

/* Takes the first word that is @p place from the list of expected ones; false when there is none. */
static bool take(char *expected, const char *place)
{
    size_t size = strlen(place);
    for (char *at = strstr(expected, place); at; at = strstr(at + 1, place)) {
        bool whole = (at == expected || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0');
        if (!whole)
            continue;
        memset(at, ' ', size);
        return true;
    }
    return false;
}

static size_t count_words(const char *list)
{
    size_t count = 0;
    for (const char *at = list; *at; at++)
        count += *at != ' ' && (at == list || at[-1] == ' ');
    return count;
}

/* Line breaks and tabs stand as \n and \t in the table. */
static void unfold(const char *from, char *to)
{
    for (; *from; from++)
        if (from[0] == '\\' && from[1] == 'n')
            *to++ = '\n', from++;
        else if (from[0] == '\\' && from[1] == 't')
            *to++ = '\t', from++;
        else
            *to++ = *from;
    *to = '\0';
}

static void judge(world *w, size_t row, size_t *wrong, size_t *wanted, size_t *found)
{
    char sentence[1024], expected[1024], place[256];
    mintu_scan *scan;
    assert_true(strlen(text(w, row, COLUMN_TEXT)) < sizeof sentence && strlen(text(w, row, COLUMN_EXPECTED)) < sizeof expected);
    unfold(text(w, row, COLUMN_TEXT), sentence);
    strcpy(expected, text(w, row, COLUMN_EXPECTED));
    size_t here = count_words(expected);
    *wanted += here;
    assert_int_equal(mintu_scan_text(w->geocoder, sentence, strlen(sentence), &w->error, &scan), MINTU_STATUS_OK);
    for (size_t i = 0; i < mintu_scan_count(scan); i++) {
        const mintu_place *match = mintu_scan_mention(scan, i)->match.place;
        if (!match)
            continue;
        describe(w, match, place, sizeof place);
        if (take(expected, place))
            continue;
        ++*wrong;
        print_message("wrong      line %4d %-22s %s: %s\n", mintu_table_line(w->table, row), text(w, row, COLUMN_PATTERN),
                      text(w, row, COLUMN_TEXT), place);
    }
    *found += here - count_words(expected);
    if (count_words(expected) > 0)
        print_message("not found  line %4d %-22s %s: %s\n", mintu_table_line(w->table, row), text(w, row, COLUMN_PATTERN),
                      text(w, row, COLUMN_TEXT), expected);
    mintu_scan_free(scan);
}

static void every_sentence_is_read_rightly(void **state)
{
    world *w = *state;
    size_t wrong = 0, wanted = 0, found = 0;
    if (!w->table)
        skip();
    for (size_t row = 0; row < mintu_table_count(w->table); row++)
        judge(w, row, &wrong, &wanted, &found);
    print_message("%zu sentences: %zu wrong places, %zu of %zu found\n", mintu_table_count(w->table), wrong, found, wanted);
    assert_true(mintu_table_count(w->table) >= 140);
    assert_int_equal(wrong, 0);
    assert_true(found * 100 >= wanted * 95);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sentence_is_read_rightly),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
