#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "analyse/greenway_change_lines.h"
#include "analyse/greenway_connectors.h"
#include "gazetteer/place_rows.h"

#include <mintu/gazetteer.h>

/* What-if over the bundled data: line 4 dropped and one added along the coast, with a wall that ways go around. */
typedef struct world {
    mintu_gazetteer *gazetteer;
    mintu_layer *lines, *land, *crossings, *barriers, *places, *more, *after;
    mintu_layer *ranked[2]; /* connectors before and after */
    mintu_greenway_options sides[2];
    mintu_greenway_change change;
} world;

static const double KM[] = {2, 10, 30};
static const char *const DROP[] = {"4"};

static mintu_layer *load(const world *w, const char *name)
{
    mintu_layer *layer;
    assert_good(mintu_gazetteer_layer(context, w->gazetteer, name, 0, &problem, &layer));
    return layer;
}

static mintu_layer *make_line(const char *name, const double *xy, size_t count)
{
    mintu_layer *layer;
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_LINE};
    assert_good(mintu_layer_new(context, name, &problem, &layer));
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_shape_part(&shape, true, &problem));
    for (size_t i = 0; i < count; i++)
        assert_good(mintu_shape_vertex(&shape, xy[2 * i], xy[2 * i + 1], &problem));
    assert_good(mintu_layer_shape_set(layer, 0, &shape, &problem));
    mintu_shape_free(&shape);
    return layer;
}

static int open_world(void **state)
{
    static const double coast[] = {119.6, 26.3, 119.75, 26.6, 119.9, 26.75}, wall[] = {118.45, 24.9, 118.5, 25.2};
    const mintu_places_query query = {.level = MINTU_LEVEL_COUNTY};
    world *w = calloc(1, sizeof *w);
    assert_non_null(w);
    set_up(state);
    *state = w;
    assert_good(mintu_gazetteer_open(context, getenv("MINTU_GEODATA"), &problem, &w->gazetteer));
    w->lines = load(w, "greenways");
    w->land = load(w, "outline");
    w->crossings = load(w, "crossings");
    w->barriers = make_line("wall", wall, 2);
    w->more = make_line("coast", coast, 3);
    assert_good(mintu_gazetteer_places_layer(context, w->gazetteer, &query, &problem, &w->places));
    w->sides[0] = (mintu_greenway_options){.lines = w->lines,
                                           .places = w->places,
                                           .towns = w->places,
                                           .land = w->land,
                                           .barriers = w->barriers,
                                           .crossings = w->crossings,
                                           .as_of = 20141101};
    w->change = (mintu_greenway_change){.add = (const mintu_layer *const *)&w->more,
                                        .add_count = 1,
                                        .drop = DROP,
                                        .drop_count = 1,
                                        .within_km = KM,
                                        .within_count = sizeof KM / sizeof *KM};
    assert_good(mintu_greenway_lines_after(context, &w->sides[0], &w->change, &problem, &w->after));
    w->sides[1] = w->sides[0];
    w->sides[1].lines = w->after;
    for (int side = 0; side < 2; side++)
        assert_good(mintu_greenway_connectors(context, &w->sides[side], &problem, &w->ranked[side]));
    return 0;
}

static int close_world(void **state)
{
    world *w = *state;
    mintu_layer *layers[] = {w->lines, w->land,  w->crossings, w->barriers, w->places,
                             w->more,  w->after, w->ranked[0], w->ranked[1]};
    for (size_t i = 0; i < sizeof layers / sizeof *layers; i++)
        mintu_layer_free(layers[i]);
    mintu_gazetteer_free(w->gazetteer);
    free(w);
    return tear_down(state);
}

static double number(const mintu_layer *layer, size_t row, const char *field)
{
    return mintu_layer_number(layer, row, (size_t)mintu_layer_field_find(layer, field));
}

static void assert_text(const mintu_layer *a, size_t row, const char *field, const mintu_layer *b, size_t other,
                        const char *name)
{
    char text[256];
    snprintf(text, sizeof text, "%s", mintu_layer_field_text(a, row, field));
    assert_string_equal(text, mintu_layer_field_text(b, other, name));
}

/* The row of a place; the count of rows when it is not there. */
static size_t find(const mintu_layer *layer, const char *code, bool ranked)
{
    size_t row = 0;
    while (row < mintu_layer_count(layer) &&
           (strcmp(mintu_layer_field_text(layer, row, "place_code"), code) != 0 || (ranked && number(layer, row, "rank") != 1)))
        row++;
    return row;
}

static void check_geometry(const mintu_layer *changes, size_t row, const mintu_layer *after, size_t at)
{
    mintu_shape a = {0}, b = {0};
    assert_good(mintu_layer_shape(changes, row, &a, &problem));
    assert_good(mintu_layer_shape(after, at, &b, &problem));
    assert_int_equal(a.vertex_count, b.vertex_count);
    assert_memory_equal(a.xy, b.xy, 2 * a.vertex_count * sizeof *a.xy);
    mintu_shape_free(&a);
    mintu_shape_free(&b);
}

/* A place as the connectors of rank 1 before and after have it; true when it is among the changes. */
static bool check_place(const mintu_layer *changes, mintu_layer *const ranked[2], const char *code)
{
    static const char *const sides[2][4] = {{"before_km", "line_before", "course_before", "certainty_before"},
                                            {"after_km", "line_after", "course_after", "certainty_after"}};
    size_t row = find(changes, code, false), at[2] = {find(ranked[0], code, true), find(ranked[1], code, true)};
    if (row == mintu_layer_count(changes)) {
        assert_true(fabs(number(ranked[0], at[0], "length_m") - number(ranked[1], at[1], "length_m")) <= 0.001);
        assert_text(ranked[0], at[0], "line", ranked[1], at[1], "line");
        return false;
    }
    for (int side = 0; side < 2; side++) {
        assert_true(number(changes, row, sides[side][0]) == number(ranked[side], at[side], "length_m") / 1000);
        assert_text(changes, row, sides[side][1], ranked[side], at[side], "line");
        assert_text(changes, row, sides[side][2], ranked[side], at[side], "course");
        assert_text(changes, row, sides[side][3], ranked[side], at[side], "certainty");
    }
    check_geometry(changes, row, ranked[1], at[1]);
    return true;
}

static void changes_are_those_of_the_connectors(void **state)
{
    const world *w = *state;
    mintu_layer *changes;
    size_t changed = 0, bent = 0;
    assert_good(mintu_greenway_changes(context, &w->sides[0], &w->change, &problem, &changes));
    for (size_t row = 0; row < mintu_layer_count(w->places); row++) {
        char code[32];
        snprintf(code, sizeof code, "%s", mintu_layer_field_text(w->places, row, "code"));
        changed += check_place(changes, w->ranked, code);
    }
    for (size_t row = 0; row < mintu_layer_count(changes); row++)
        bent += strcmp(mintu_layer_field_text(changes, row, "course_after"), "routed") == 0;
    assert_true(changed > 4);
    assert_true(bent > 0); /* or this would say little */
    assert_int_equal(atoi(mintu_layer_note(changes, "changed")), changed);
    mintu_layer_free(changes);
}

/* How many places have a way to a line no longer than this, and the sum of all. */
static size_t count_near(const mintu_layer *ranked, double km, double *sum)
{
    size_t near = 0;
    *sum = 0;
    for (size_t row = 0; row < mintu_layer_count(ranked); row++)
        if (number(ranked, row, "rank") == 1) {
            near += number(ranked, row, "length_m") <= 1000 * km;
            *sum += number(ranked, row, "length_m") / 1000;
        }
    return near;
}

/* The straight network is the sum of the connectors of rank 1, and the counts are of those that are no longer. */
static void totals_are_those_of_networks_and_connectors(void **state)
{
    const world *w = *state;
    mintu_layer *changes, *totals;
    assert_good(mintu_greenway_change_totals(context, &w->sides[0], &w->change, &problem, &changes));
    assert_int_equal(mintu_layer_count(changes), 3 + 2 * sizeof KM / sizeof *KM);
    for (int side = 0; side < 2; side++) {
        const char *field = side ? "after" : "before";
        double sum;
        assert_good(mintu_greenway_totals(context, &w->sides[side], &problem, &totals));
        for (size_t row = 0; row < 3; row++)
            assert_true(number(changes, row, field) == number(totals, row, "km"));
        for (size_t i = 0; i < sizeof KM / sizeof *KM; i++) {
            size_t near = count_near(w->ranked[side], KM[i], &sum);
            assert_true(near > 0 && near < mintu_layer_count(w->places));
            assert_true(number(changes, 3 + 2 * i, field) == (double)near);
            assert_true(number(changes, 4 + 2 * i, field) == (double)near); /* towns are the places here */
        }
        assert_true(fabs(sum - number(totals, 0, "km")) < 1e-6);
        mintu_layer_free(totals);
    }
    mintu_layer_free(changes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_are_those_of_the_connectors),
        cmocka_unit_test(totals_are_those_of_networks_and_connectors),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
