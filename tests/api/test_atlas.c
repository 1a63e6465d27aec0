/* Atlases with the bundled package; skipped without MINTU_GEODATA. */
#include "unit/test_gazetteer_package.h"

#include <mintu/atlas.h>
#include <stdio.h>
#include <unistd.h>

static const char STYLE[] =
    "{\"version\":8,\"metadata\":{\"mintu:layout\":{\"title\":\"T\",\"page\":{\"size\":\"100x140mm\"}}},"
    "\"sources\":{\"u\":{\"type\":\"geojson\",\"data\":\"mintu:prefectures\"}},"
    "\"layers\":[{\"id\":\"u\",\"type\":\"fill\",\"source\":\"u\"}]}";

static int open_package(void **state)
{
    static world shared;
    const char *dir = getenv("MINTU_GEODATA");
    shared = (world){0};
    *state = &shared;
    if (!dir)
        return 0;
    assert_int_equal(mintu_context_new(&shared.error, &shared.context), MINTU_STATUS_OK);
    return mintu_gazetteer_open(shared.context, dir, &shared.error, &shared.gazetteer) != MINTU_STATUS_OK;
}

static int close_package(void **state)
{
    world *w = *state;
    mintu_gazetteer_free(w->gazetteer);
    mintu_context_free(w->context);
    return 0;
}

/* What a map and its atlas are made of. */
typedef struct making {
    mintu_style *style;
    mintu_layer *units;
    mintu_map *map;
} making;

static making make(world *w)
{
    making m = {0};
    const mintu_map_options page = {.dpi = 72};
    assert_int_equal(mintu_style_parse(STYLE, sizeof STYLE - 1, "s.json", &w->error, &m.style), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_layer(w->context, w->gazetteer, "prefectures", 0, &w->error, &m.units), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_new(w->context, m.style, &page, &w->error, &m.map), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_source_set(m.map, "u", m.units, &w->error), MINTU_STATUS_OK);
    return m;
}

static void release(making *m)
{
    mintu_map_free(m->map);
    mintu_layer_free(m->units);
    mintu_style_free(m->style);
}

static void every_unit_has_a_page(void **state)
{
    world *w = *state;
    mintu_atlas *atlas;
    char path[80];
    if (!w->gazetteer)
        skip();
    making m = make(w);
    assert_int_equal(mintu_atlas_new(m.map, w->gazetteer, m.units, NULL, &w->error, &atlas), MINTU_STATUS_OK);
    assert_int_equal(mintu_atlas_count(atlas), 9);
    assert_string_equal(mintu_atlas_page_name(atlas, 1), "0001-350100");
    assert_string_equal(mintu_atlas_page_name(atlas, 0), "");
    assert_string_equal(mintu_atlas_page_name(atlas, 10), "");
    snprintf(path, sizeof path, "atlas-%ld.png", (long)getpid());
    assert_int_equal(mintu_atlas_page(atlas, 2, path, MINTU_MAP_FORMAT_PNG, &w->error), MINTU_STATUS_OK);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mintu_atlas_book(atlas, path, &w->error), MINTU_STATUS_OK);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mintu_atlas_finding_count(atlas), 0);
    assert_int_equal(mintu_atlas_page(atlas, 10, path, MINTU_MAP_FORMAT_PNG, &w->error), MINTU_STATUS_USAGE);
    assert_int_equal(access(path, F_OK), -1);
    mintu_atlas_free(atlas);
    release(&m);
}

static void wrong_options_are_refused(void **state)
{
    world *w = *state;
    mintu_atlas *atlas;
    if (!w->gazetteer)
        skip();
    making m = make(w);
    mintu_atlas_options options = {.where = "[\"==\",[\"get\",\"code\"],\"350200\"]"};
    assert_int_equal(mintu_atlas_new(m.map, w->gazetteer, m.units, &options, &w->error, &atlas), MINTU_STATUS_OK);
    assert_int_equal(mintu_atlas_count(atlas), 1);
    mintu_atlas_free(atlas);
    options.where = "[\"==\",[\"get\",\"code\"],\"nothing\"]";
    assert_int_equal(mintu_atlas_new(m.map, w->gazetteer, m.units, &options, &w->error, &atlas), MINTU_STATUS_INPUT);
    assert_null(atlas);
    options = (mintu_atlas_options){.first = 3, .last = 2};
    assert_int_equal(mintu_atlas_new(m.map, w->gazetteer, m.units, &options, &w->error, &atlas), MINTU_STATUS_USAGE);
    options = (mintu_atlas_options){.reserved = {1}};
    assert_int_equal(mintu_atlas_new(m.map, w->gazetteer, m.units, &options, &w->error, &atlas), MINTU_STATUS_USAGE);
    release(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_unit_has_a_page),
        cmocka_unit_test(wrong_options_are_refused),
    };
    return cmocka_run_group_tests(tests, open_package, close_package);
}
