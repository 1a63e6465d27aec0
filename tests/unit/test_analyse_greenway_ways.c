#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "analyse/greenway_ways.h"
#include "gazetteer/place_rows.h"
#include <mintu/gazetteer.h>

/* Connectors of all county seats, over the bundled lines, land and crossings. */
typedef struct world {
    mintu_gazetteer *gazetteer;
    mintu_layer *lines, *land, *crossings, *places;
} world;

static mintu_layer *load(const world *w, const char *name)
{
    mintu_layer *layer;
    assert_good(mintu_gazetteer_layer(context, w->gazetteer, name, 0, &problem, &layer));
    return layer;
}

static world open_world(void)
{
    world w = {0};
    const mintu_places_query query = {.level = MINTU_LEVEL_COUNTY};
    assert_good(mintu_gazetteer_open(context, getenv("MINTU_GEODATA"), &problem, &w.gazetteer));
    w.lines = load(&w, "greenways");
    w.land = load(&w, "outline");
    w.crossings = load(&w, "crossings");
    assert_good(mintu_gazetteer_places_layer(context, w.gazetteer, &query, &problem, &w.places));
    return w;
}

static void close_world(world *w)
{
    mintu_layer_free(w->lines);
    mintu_layer_free(w->land);
    mintu_layer_free(w->crossings);
    mintu_layer_free(w->places);
    mintu_gazetteer_free(w->gazetteer);
}

static double number(const mintu_layer *layer, size_t row, const char *field)
{
    return mintu_layer_number(layer, row, (size_t)mintu_layer_field_find(layer, field));
}

/* Legs that leave the land; the legs add up to the length, which is no shorter than the straight line. */
static size_t check_legs(const mintu_layer *out, size_t row, const mintu_sight *sight)
{
    mintu_shape shape = {0};
    size_t off = 0;
    double sum = 0;
    assert_good(mintu_layer_shape(out, row, &shape, &problem));
    assert_true(shape.vertex_count >= 2);
    for (size_t i = 0; i + 1 < shape.vertex_count; i++) {
        const double *a = shape.xy + 2 * i, *b = a + 2;
        bool clear;
        assert_good(mintu_sight_clear(sight, a, b, &problem, &clear));
        off += !clear;
        sum += mintu_geodesic_distance(a[0], a[1], b[0], b[1]);
    }
    mintu_shape_free(&shape);
    assert_true(fabs(sum - number(out, row, "length_m")) < 0.001);
    assert_true(sum >= number(out, row, "straight_m") - 0.2); /* a line is within 8 cm of its pieces */
    return off;
}

static void connectors_stay_on_land_but_for_crossings(void **state)
{
    (void)state;
    world w = open_world();
    const mintu_greenway_options options = {
        .lines = w.lines, .land = w.land, .crossings = w.crossings, .places = w.places, .as_of = 20141101};
    mintu_ways ways;
    mintu_layer *out;
    size_t routed = 0, crossing = 0, cut = 0;
    assert_good(mintu_ways_open(context, &options, &problem, &ways));
    assert_good(mintu_greenway_connectors(context, &options, &problem, &out));
    for (size_t row = 0; row < mintu_layer_count(out); row++) {
        char course[32];
        snprintf(course, sizeof course, "%s", mintu_layer_field_text(out, row, "course"));
        bool over = mintu_layer_field_text(out, row, "crossings")[0], is_cut = strcmp(course, "no-land-route") == 0;
        size_t off = check_legs(out, row, ways.sight);
        routed += strcmp(course, "routed") == 0;
        crossing += over;
        cut += is_cut;
        assert_true(over == (strcmp(course, "crossing") == 0));
        assert_true(over || is_cut || off == 0);
        assert_true(!is_cut || off == 1);
    }
    assert_true(routed > 20 && crossing >= 6 && cut == 6); /* 平潭县 has its bridge; 金门县 has none */
    mintu_layer_free(out);
    mintu_ways_close(&ways);
    close_world(&w);
}

/* Nothing is found off the land, where crossings are not in use, and without land nothing is looked for. */
static void courses_say_what_was_found(void **state)
{
    (void)state;
    mintu_layer *land = make_layer(), *crossings = make_layer(), *lines = make_layer();
    const double points[][2] = {{0.05, 0.05}, {0.35, 0.05}, {0.15, 0.5}};
    const char *const names[] = {"opened", "closed"}, *const days[] = {"2010-11-30", "2020-01-01"};
    add_box(land, 0, 0, 0.1, 0.1);
    add_box(land, 0.3, 0, 0.4, 0.1);
    const double ends[][4] = {{0.1, 0.05, 0.3, 0.05}, {0.02, 0.02, 0.02, 0.08}};
    for (int i = 0; i < 2; i++) {
        mintu_layer *layer = i ? lines : crossings;
        mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_LINE};
        assert_good(mintu_layer_append(layer, &problem));
        assert_good(mintu_shape_part(&shape, true, &problem));
        assert_good(mintu_shape_vertex(&shape, ends[i][0], ends[i][1], &problem));
        assert_good(mintu_shape_vertex(&shape, ends[i][2], ends[i][3], &problem));
        assert_good(mintu_layer_shape_set(layer, 0, &shape, &problem));
        mintu_shape_free(&shape);
    }
    for (size_t i = 0; i < 2; i++) {
        assert_good(mintu_layer_field_add(crossings, names[i], MINTU_FIELD_TYPE_TEXT, &problem));
        assert_good(mintu_layer_text_set(crossings, 0, i, days[i], &problem));
    }
    const struct {
        int day, point;
        const char *course;
    } cases[] = {{0, 0, "land"},
                 {0, 1, "crossing"},
                 {20101129, 1, "no-land-route"},
                 {20101130, 1, "crossing"},
                 {20200101, 1, "no-land-route"},
                 {0, 2, "off-land"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const mintu_greenway_options options = {.lines = lines, .land = land, .crossings = crossings, .as_of = cases[i].day};
        const mintu_nearest_hit straight = {0, {0.02, 0.05}, 1000};
        mintu_ways ways;
        mintu_way way = {0};
        mintu_way_target target = {0};
        assert_good(mintu_ways_open(context, &options, &problem, &ways));
        assert_good(mintu_ways_find(&ways, &target, points[cases[i].point], &straight, &problem, &way));
        assert_string_equal(way.course, cases[i].course);
        mintu_route_field_free(target.field);
        mintu_route_free(&way.route);
        mintu_ways_close(&ways);
    }
    mintu_layer_free(land);
    mintu_layer_free(crossings);
    mintu_layer_free(lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(connectors_stay_on_land_but_for_crossings),
        cmocka_unit_test(courses_say_what_was_found),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
