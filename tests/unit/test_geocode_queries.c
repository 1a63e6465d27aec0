/* A table of queries with what is right for the person who asks, on the bundled package; skipped without MINTU_GEODATA.
 *
 * expected_status is a status, or: `refused`, ambiguous or unmatched; `optional`, matched to expected_code or refused, for what is
 * more or less than a name (an address, a wrong character in a county that is named). expected_county is the county's name
 * on the day. No row may match another place than its own, no shared name may match, and of the names that should match at
 * least 98 % do. */
#include <mintu/mintu.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "format/csv.h"

enum { COLUMN_QUERY, COLUMN_AS_OF, COLUMN_ROSTER, COLUMN_STATUS, COLUMN_CODE, COLUMN_COUNTY, COLUMN_FORM, COLUMNS };
static const char *const columns[COLUMNS] = {"query",         "as_of",           "roster", "expected_status",
                                             "expected_code", "expected_county", "form"};

enum { GEOCODERS = 64 };

typedef struct world {
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_table *table;
    size_t column[COLUMNS];
    mintu_geocoder *geocoders[GEOCODERS]; /* one for each pair of date and roster */
    mintu_geocode_options options[GEOCODERS];
    size_t geocoder_count;
    mintu_error error;
} world;

static const char *text(const world *w, size_t row, int column)
{
    return mintu_table_text(w->table, row, w->column[column]);
}

/* The bits of the bundled rosters, in the order of rosters.csv. */
static unsigned roster_of(const char *name)
{
    return strcmp(name, "small-city") == 0 ? 1U : strcmp(name, "town") == 0 ? 2U : 0;
}

static const mintu_geocoder *geocoder_of(world *w, size_t row, int *date)
{
    mintu_geocode_options options;
    options = (mintu_geocode_options){0};
    assert_true(mintu_date_parse(text(w, row, COLUMN_AS_OF), &options.as_of));
    options.rosters = roster_of(text(w, row, COLUMN_ROSTER));
    *date = options.as_of;
    for (size_t i = 0; i < w->geocoder_count; i++)
        if (w->options[i].as_of == options.as_of && w->options[i].rosters == options.rosters)
            return w->geocoders[i];
    assert_true(w->geocoder_count < GEOCODERS);
    size_t at = w->geocoder_count++;
    w->options[at] = options;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, &options, &w->error, &w->geocoders[at]), MINTU_STATUS_OK);
    return w->geocoders[at];
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
    assert_true(snprintf(path, sizeof path, "%s/tests/data/geocode-queries.csv", source) < (int)sizeof path);
    assert_int_equal(mintu_table_load(path, &shared.error, &shared.table), MINTU_STATUS_OK);
    for (int i = 0; i < COLUMNS; i++) {
        int column = mintu_table_column_find(shared.table, columns[i]);
        assert_true(column >= 0);
        shared.column[i] = (size_t)column;
    }
    assert_int_equal(mintu_context_new(&shared.error, &shared.context), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_open(shared.context, dir, &shared.error, &shared.gazetteer), MINTU_STATUS_OK);
    return 0;
}

static int tear_down(void **state)
{
    world *w = *state;
    for (size_t i = 0; i < w->geocoder_count; i++)
        mintu_geocoder_free(w->geocoders[i]);
    mintu_gazetteer_free(w->gazetteer);
    mintu_table_free(w->table);
    mintu_context_free(w->context);
    return 0;
}

/* What is expected must be known to the package, or the table itself is wrong. */
static void the_table_holds(void **state)
{
    world *w = *state;
    if (!w->table)
        skip();
    assert_true(mintu_table_count(w->table) >= 400);
    for (size_t row = 0; row < mintu_table_count(w->table); row++) {
        const char *status = text(w, row, COLUMN_STATUS), *code = text(w, row, COLUMN_CODE),
                   *roster = text(w, row, COLUMN_ROSTER);
        bool has_code = strcmp(status, "matched") == 0 || strcmp(status, "optional") == 0;
        bool known =
            has_code || strcmp(status, "ambiguous") == 0 || strcmp(status, "unmatched") == 0 || strcmp(status, "refused") == 0;
        const mintu_place *place = mintu_gazetteer_find(w->gazetteer, code);
        if (!known || (code[0] != '\0') != has_code || (has_code && (!place || strcmp(place->code, code) != 0)) ||
            (roster[0] && roster_of(roster) == 0))
            fail_msg("line %d of the table cannot be right", mintu_table_line(w->table, row));
    }
}

typedef struct tally {
    size_t wrong, shared, refused, wanted, found, optional, optional_found;
} tally;

static void disagree(const world *w, size_t row, const mintu_match *match, const char *what)
{
    const char *query = text(w, row, COLUMN_QUERY);
    int cut = strlen(query) > 90 ? 60 : 90; /* characters are cut at most in what is printed */
    print_message("%-10s line %4d  %-20s as of %s %s: %.*s is %s %s%s%s, expected %s %s\n", what,
                  mintu_table_line(w->table, row), text(w, row, COLUMN_FORM), text(w, row, COLUMN_AS_OF),
                  text(w, row, COLUMN_ROSTER), cut, query, mintu_match_status_text(match->status),
                  match->place ? match->place->code : "", match->place ? " " : "", match->place ? match->place->name : "",
                  text(w, row, COLUMN_STATUS), text(w, row, COLUMN_CODE));
}

static bool right_county(const world *w, size_t row, const mintu_place *place, int date)
{
    const mintu_place *county = mintu_gazetteer_within(w->gazetteer, place, MINTU_LEVEL_COUNTY, date);
    const char *expected = text(w, row, COLUMN_COUNTY);
    if (!county)
        return expected[0] == '\0';
    return strcmp(mintu_gazetteer_then(w->gazetteer, county, date).name, expected) == 0;
}

static void judge_match(const world *w, size_t row, const mintu_match *match, int date, tally *t)
{
    bool good =
        match->place && strcmp(match->place->code, text(w, row, COLUMN_CODE)) == 0 && right_county(w, row, match->place, date);
    bool optional = strcmp(text(w, row, COLUMN_STATUS), "optional") == 0;
    t->found += good && !optional;
    t->optional_found += good && optional;
    t->wrong += !good;
    if (!good)
        disagree(w, row, match, "wrong");
}

static void judge(world *w, size_t row, tally *t)
{
    const char *status = text(w, row, COLUMN_STATUS);
    mintu_match match;
    int date;
    const mintu_geocoder *geocoder = geocoder_of(w, row, &date);
    assert_int_equal(mintu_geocoder_match(geocoder, text(w, row, COLUMN_QUERY), &w->error, &match), MINTU_STATUS_OK);
    t->wanted += strcmp(status, "matched") == 0;
    t->optional += strcmp(status, "optional") == 0;
    if (match.status == MINTU_MATCH_STATUS_MATCHED) {
        judge_match(w, row, &match, date, t);
    } else if (strcmp(status, "ambiguous") == 0 && match.status != MINTU_MATCH_STATUS_AMBIGUOUS) {
        t->shared++;
        disagree(w, row, &match, "shared");
    } else if (strcmp(status, "unmatched") == 0 && match.status != MINTU_MATCH_STATUS_UNMATCHED) {
        t->refused++;
        disagree(w, row, &match, "foreign");
    } else if (strcmp(status, "matched") == 0) {
        disagree(w, row, &match, "not found");
    }
}

static void every_query_is_answered_rightly(void **state)
{
    world *w = *state;
    tally t = {0};
    if (!w->table)
        skip();
    for (size_t row = 0; row < mintu_table_count(w->table); row++)
        judge(w, row, &t);
    print_message("%zu queries: %zu wrong matches, %zu shared names not ambiguous, %zu foreign names not unmatched; %zu of %zu "
                  "matched, %zu of %zu optional ones\n",
                  mintu_table_count(w->table), t.wrong, t.shared, t.refused, t.found, t.wanted, t.optional_found, t.optional);
    assert_int_equal(t.wrong, 0);
    assert_int_equal(t.shared, 0);
    assert_int_equal(t.refused, 0);
    assert_true(t.found * 100 >= t.wanted * 98);
}

static const int days[] = {20021231, 20050101, 20141101, 20160101, 20200101, 20210601, 20230630};
enum { DAYS = sizeof days / sizeof days[0] };

/* True when the place, or one that went into it, had the name on one of some days. */
static bool was_called(const world *w, const mintu_place *place, const char *name)
{
    for (size_t i = 0; i < DAYS; i++)
        if (strcmp(mintu_gazetteer_then(w->gazetteer, place, days[i]).name, name) == 0)
            return true;
    for (size_t i = 0; i < mintu_gazetteer_count(w->gazetteer); i++) {
        const mintu_place *other = mintu_gazetteer_place(w->gazetteer, i);
        if (strcmp(other->into, place->code) == 0 && strcmp(other->name, name) == 0)
            return true;
    }
    return false;
}

/* True when the place lay on one of some days in a unit that had the county's name on one of them. */
static bool belongs(const world *w, const mintu_place *place, const char *county, const char *town)
{
    for (size_t i = 0; i < DAYS; i++) {
        const mintu_place *unit = mintu_gazetteer_within(w->gazetteer, place, MINTU_LEVEL_COUNTY, days[i]);
        if (unit && was_called(w, unit, county) && was_called(w, place, town))
            return true;
    }
    return false;
}

static size_t try_towns(const world *w, const mintu_geocoder *geocoder, const char *county)
{
    size_t wrong = 0;
    for (size_t i = 0; i < mintu_gazetteer_count(w->gazetteer); i++) {
        const mintu_place *town = mintu_gazetteer_place(w->gazetteer, i);
        char query[256];
        mintu_match match;
        mintu_error error;
        if (town->level != MINTU_LEVEL_TOWNSHIP)
            continue;
        assert_true(snprintf(query, sizeof query, "%s%s", county, town->name) < (int)sizeof query);
        assert_int_equal(mintu_geocoder_match(geocoder, query, &error, &match), MINTU_STATUS_OK);
        if (match.status == MINTU_MATCH_STATUS_MATCHED && !belongs(w, match.place, county, town->name)) {
            print_message("wrong      %s is %s %s\n", query, match.place->code, match.place->name);
            wrong++;
        }
    }
    return wrong;
}

/* Every town with every county before it: about 100,000 names, nearly all of them wrong. */
static void no_county_takes_a_town_of_another(void **state)
{
    world *w = *state;
    mintu_geocoder *geocoder;
    mintu_geocode_options options;
    size_t wrong = 0;
    if (!w->table)
        skip();
    options = (mintu_geocode_options){0};
    options.as_of = 20230630;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, &options, &w->error, &geocoder), MINTU_STATUS_OK);
    for (size_t i = 0; i < mintu_gazetteer_count(w->gazetteer); i++)
        if (mintu_gazetteer_place(w->gazetteer, i)->level == MINTU_LEVEL_COUNTY)
            wrong += try_towns(w, geocoder, mintu_gazetteer_place(w->gazetteer, i)->name);
    mintu_geocoder_free(geocoder);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_holds),
        cmocka_unit_test(every_query_is_answered_rightly),
        cmocka_unit_test(no_county_takes_a_town_of_another),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
