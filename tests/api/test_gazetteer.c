/* The bundled package through the public header; skipped without MINTU_GEODATA. */
#include "unit/test_gazetteer_package.h"

static int open_package(void **state)
{
    static world bundled;
    const char *dir = getenv("MINTU_GEODATA");
    bundled = (world){0};
    *state = &bundled;
    if (!dir)
        return 0;
    assert_int_equal(mintu_context_new(&bundled.error, &bundled.context), MINTU_STATUS_OK);
    if (mintu_gazetteer_open(bundled.context, dir, &bundled.error, &bundled.gazetteer) != MINTU_STATUS_OK)
        fail_msg("%s: %s", bundled.error.source, bundled.error.text);
    return 0;
}

static int close_package(void **state)
{
    world *w = *state;
    mintu_gazetteer_free(w->gazetteer);
    mintu_context_free(w->context);
    return 0;
}

static size_t count(world *w, mintu_level level, unsigned pilot, const char *in, int date)
{
    mintu_places_query query = {.level = level, .rosters = pilot, .in = in, .as_of = date};
    mintu_layer *layer;
    if (mintu_gazetteer_places_layer(w->context, w->gazetteer, &query, &w->error, &layer) != MINTU_STATUS_OK)
        fail_msg("%s", w->error.text);
    size_t rows = mintu_layer_count(layer);
    mintu_layer_free(layer);
    return rows;
}

static void counts_reconcile(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    assert_int_equal(mintu_gazetteer_as_of(w->gazetteer), 20141101);
    assert_int_equal(count(w, MINTU_LEVEL_PROVINCE, 0, NULL, 0), 1);
    assert_int_equal(count(w, MINTU_LEVEL_PREFECTURE, 0, NULL, 0), 9);
    assert_int_equal(count(w, MINTU_LEVEL_COUNTY, 0, NULL, 0), 85);
    assert_int_equal(count(w, MINTU_LEVEL_COUNTY, 0, NULL, 20230630), 84);
    assert_int_equal(count(w, MINTU_LEVEL_TOWNSHIP, 0, NULL, 20230630), 1170);
    assert_int_equal(count(w, MINTU_LEVEL_ANY, WORLD_CITIES, NULL, 0), 15);
    assert_int_equal(count(w, MINTU_LEVEL_COUNTY, 0, "350500", 0), 12);
    assert_int_equal(count(w, MINTU_LEVEL_ANY, WORLD_CITIES, "350500", 0), 5);
}

static void names_change_on_their_day(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    const mintu_place *place = world_place(w, "350803");
    assert_ptr_equal(world_place(w, "350822"), place);
    assert_string_equal(mintu_gazetteer_then(w->gazetteer, place, 20150208).name, "永定县");
    assert_string_equal(mintu_gazetteer_then(w->gazetteer, place, 20150209).name, "永定区");
    assert_string_equal(mintu_gazetteer_then(w->gazetteer, world_place(w, "350703"), 20150317).name, "建阳市");
    assert_string_equal(mintu_gazetteer_then(w->gazetteer, world_place(w, "350703"), 20150318).name, "建阳区");
    const mintu_place *town = world_place(w, "350404100");
    assert_string_equal(mintu_gazetteer_within(w->gazetteer, town, MINTU_LEVEL_COUNTY, 20141101)->code, "350402");
    assert_string_equal(mintu_gazetteer_within(w->gazetteer, town, MINTU_LEVEL_COUNTY, 20230630)->code, "350404");
}

static void changes_join_two_days(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    mintu_changes_query query = {.from = 20150930, .to = 20230630, .level = MINTU_LEVEL_TOWNSHIP};
    mintu_layer *layer;
    assert_int_equal(mintu_gazetteer_changes_layer(w->context, w->gazetteer, &query, &w->error, &layer), MINTU_STATUS_OK);
    /* Each unit of the one day is unchanged or has a row, and so each of the other. */
    size_t before = 0, after = 0, unchanged = strtoul(mintu_layer_note(layer, "unchanged"), NULL, 10);
    for (size_t row = 0; row < mintu_layer_count(layer); row++) {
        before += world_text(layer, row, "name_before")[0] != '\0';
        after += world_text(layer, row, "name_after")[0] != '\0' && strcmp(world_text(layer, row, "change"), "merged") != 0;
    }
    assert_int_equal(before + unchanged, count(w, MINTU_LEVEL_TOWNSHIP, 0, NULL, 20150930));
    assert_true(after + unchanged <= count(w, MINTU_LEVEL_TOWNSHIP, 0, NULL, 20230630));
    assert_int_equal(strcmp(world_text(layer, world_row(layer, "code_before", "350128100"), "code_after"), "350128001"), 0);
    mintu_layer_free(layer);
    query.to = query.from;
    assert_int_equal(mintu_gazetteer_changes_layer(w->context, w->gazetteer, &query, &w->error, &layer), MINTU_STATUS_USAGE);
    assert_null(layer);
    assert_int_equal(mintu_gazetteer_changes_layer(w->context, w->gazetteer, NULL, &w->error, &layer), MINTU_STATUS_USAGE);
    query = (mintu_changes_query){.from = 20150930, .to = 20230630, .in = "999999"};
    assert_int_equal(mintu_gazetteer_changes_layer(w->context, w->gazetteer, &query, &w->error, &layer), MINTU_STATUS_INPUT);
}

static void every_place_has_a_chain_of_parents(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    static const int dates[] = {20141101, 20230630};
    for (size_t i = 0; i < mintu_gazetteer_count(w->gazetteer); i++)
        for (int d = 0; d < 2; d++) {
            const mintu_place *place = mintu_gazetteer_place(w->gazetteer, i);
            if (!mintu_gazetteer_then(w->gazetteer, place, dates[d]).in_force)
                continue;
            for (int level = MINTU_LEVEL_PROVINCE; level <= (int)place->level; level++) {
                const mintu_place *unit = mintu_gazetteer_within(w->gazetteer, place, (mintu_level)level, dates[d]);
                if (!unit || !mintu_gazetteer_then(w->gazetteer, unit, dates[d]).in_force)
                    fail_msg("%s %s has no %s in force on %d", place->code, place->name, mintu_level_text((mintu_level)level),
                             dates[d]);
            }
        }
}

static void every_layer_can_be_made(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    for (size_t i = 0; i < mintu_gazetteer_layer_count(w->gazetteer); i++) {
        mintu_layer *layer;
        const char *name = mintu_gazetteer_layer_name(w->gazetteer, i);
        if (mintu_gazetteer_layer(w->context, w->gazetteer, name, 0, &w->error, &layer) != MINTU_STATUS_OK)
            fail_msg("%s: %s", name, w->error.text);
        if (mintu_layer_count(layer) == 0 || !mintu_layer_note(layer, "title") || !mintu_layer_note(layer, "as-of") ||
            !mintu_layer_note(layer, "source") || !mintu_layer_note(layer, "licence"))
            fail_msg("%s is empty or lacks a note", name);
        mintu_layer_free(layer);
    }
}

static void the_check_finds_nothing(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    mintu_layer *report;
    mintu_status status = mintu_gazetteer_check(w->context, getenv("MINTU_GEODATA"), &w->error, &report);
    for (size_t row = 0; report && row < mintu_layer_count(report); row++)
        if (strcmp(world_text(report, row, "status"), "finding") == 0)
            print_message("%s: %s\n", world_text(report, row, "resource"), world_text(report, row, "text"));
    assert_int_equal(status, MINTU_STATUS_OK);
    mintu_layer_free(report);
}

static void its_files_are_listed(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    const char *const wanted[] = {"/datapackage.json", "/places.csv", "/counties.gpkg", "/county-borders.gpkg"};
    mintu_layer *files;
    assert_int_equal(mintu_gazetteer_files(w->context, getenv("MINTU_GEODATA"), &w->error, &files), MINTU_STATUS_OK);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        size_t found = 0;
        for (size_t row = 0; row < mintu_layer_count(files); row++) {
            const char *path = mintu_layer_text(files, row, 0), *name = strrchr(path, '/');
            found += name && strcmp(name, wanted[i]) == 0 && strncmp(path, getenv("MINTU_GEODATA"), 4) == 0;
        }
        assert_true(found > 0);
    }
    mintu_layer_free(files);
    assert_int_equal(mintu_gazetteer_files(w->context, "/nowhere", &w->error, &files), MINTU_STATUS_INPUT);
    assert_null(files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(counts_reconcile, open_package, close_package),
        cmocka_unit_test_setup_teardown(names_change_on_their_day, open_package, close_package),
        cmocka_unit_test_setup_teardown(changes_join_two_days, open_package, close_package),
        cmocka_unit_test_setup_teardown(every_place_has_a_chain_of_parents, open_package, close_package),
        cmocka_unit_test_setup_teardown(every_layer_can_be_made, open_package, close_package),
        cmocka_unit_test_setup_teardown(the_check_finds_nothing, open_package, close_package),
        cmocka_unit_test_setup_teardown(its_files_are_listed, open_package, close_package),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
