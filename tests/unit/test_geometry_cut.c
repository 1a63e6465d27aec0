#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "geometry/cut.h"

#include <stdio.h>
#include <string.h>

/* Rings or lines, each ended by NAN; @p first_only: the others are holes. */
static mintu_pieces cut(const mintu_validity *validity, mintu_geometry_type type, const double *xy, size_t count)
{
    mintu_shape shape = {.type = type};
    mintu_pieces pieces = {0};
    mintu_cutter cutter = {
        .validity = validity, .near = {validity->middle - 180, -90, validity->middle + 180, 90}, .step = 400};
    bool begin = true, outer = true;
    for (size_t i = 0; i < count; i++) {
        if (isnan(xy[2 * i])) {
            begin = true, outer = type == MINTU_GEOMETRY_TYPE_LINE;
            continue;
        }
        if (begin)
            assert_good(mintu_shape_part(&shape, outer, &problem));
        begin = false;
        assert_good(mintu_shape_vertex(&shape, xy[2 * i], xy[2 * i + 1], &problem));
    }
    cutter.step = validity->capped ? 1 : 400;
    mintu_cutter_cut(&cutter, &shape, false, &pieces);
    assert_false(pieces.path.failed);
    mintu_cutter_free(&cutter);
    mintu_shape_free(&shape);
    return pieces;
}
#define CUT(validity, type, ...)                                                                                               \
    cut(validity, MINTU_GEOMETRY_TYPE_##type, (const double[]){__VA_ARGS__}, sizeof((const double[]){__VA_ARGS__}) / 16)
#define END (double)NAN, (double)NAN

/* Twice the area by which a place is surrounded: how often the rings go round it, holes against outer rings or not. */
static int turns(const mintu_pieces *pieces, double x, double y)
{
    int sum = 0;
    for (size_t part = 0; part < pieces->part_count; part++)
        for (size_t i = pieces->starts[part]; i + 1 < pieces->starts[part + 1]; i++) {
            const double *a = pieces->path.xy + 2 * i, *b = a + 2;
            double side = (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
            sum += a[1] <= y && b[1] > y && side > 0;
            sum -= a[1] > y && b[1] <= y && side < 0;
        }
    return sum;
}

/* Degrees of the outline that are no seams. */
static double border(const mintu_pieces *pieces)
{
    double sum = 0;
    for (size_t part = 0; part < pieces->part_count; part++)
        for (size_t i = pieces->starts[part] + 1; i < pieces->starts[part + 1]; i++)
            if (!(pieces->path.marks[i] & MINTU_MARK_SEAM))
                sum += hypot(pieces->path.xy[2 * i] - pieces->path.xy[2 * i - 2],
                             pieces->path.xy[2 * i + 1] - pieces->path.xy[2 * i - 1]);
    return sum;
}

static mintu_validity window(double middle, double north)
{
    return (mintu_validity){
        .middle = middle, .window_count = 1, .windows = {{middle - 180 + 1e-9, -north, middle + 180 - 1e-9, north}}};
}

static void a_ring_across_the_antimeridian_lies_on_both_sides(void **state)
{
    (void)state;
    const mintu_validity zero = window(0, 90), east = window(150, 90);
    mintu_pieces jump = CUT(&zero, POLYGON, 170, 0, -170, 0, -170, 10, 175, 12, 170, 10, 170, 0);
    mintu_pieces beyond = CUT(&zero, POLYGON, 170, 0, 190, 0, 190, 10, 175, 12, 170, 10, 170, 0);
    mintu_pieces whole = CUT(&east, POLYGON, 170, 0, -170, 0, -170, 10, 175, 12, 170, 10, 170, 0);
    const mintu_pieces *both[] = {&jump, &beyond};
    for (int i = 0; i < 2; i++) {
        assert_int_equal(both[i]->part_count, 2);
        assert_int_equal(turns(both[i], 175, 5), 1);
        assert_int_equal(turns(both[i], -175, 5), 1);
        assert_int_equal(turns(both[i], 0, 5), 0);
        assert_true(fabs(border(both[i]) - border(&whole)) < 1e-6); /* where it is cut there is no border */
    }
    assert_int_equal(whole.part_count, 1);
    assert_int_equal(turns(&whole, 185, 5), 1);
    mintu_pieces_free(&jump);
    mintu_pieces_free(&beyond);
    mintu_pieces_free(&whole);
}

static void a_box_round_the_world_stays_one(void **state)
{
    (void)state;
    const mintu_validity zero = window(0, 90), mercator = window(100, 85);
    mintu_pieces world = CUT(&zero, POLYGON, -180, -90, 180, -90, 180, 90, -180, 90, -180, -90);
    assert_int_equal(turns(&world, 0, 0), 1);
    assert_int_equal(turns(&world, 179, 89), 1);
    assert_true(border(&world) == 0);
    mintu_pieces most = CUT(&zero, POLYGON, -170, -80, -170, 80, 170, 80, 170, -80, -170, -80);
    assert_int_equal(turns(&most, 0, 0), -1); /* clockwise as it was */
    mintu_pieces moved = CUT(&mercator, POLYGON, -180, -90, 180, -90, 180, 90, -180, 90, -180, -90, END, 0, 0, 0, 30, 40, 30,
                             40, 0, 0, 0, END, 40, 0, 170, 0, 170, -30, 40, -30, 40, 0);
    assert_int_equal(turns(&moved, 20, 15), 0);
    assert_int_equal(turns(&moved, 100, -15), 0);
    assert_int_equal(turns(&moved, -70, 0), 1);
    assert_int_equal(turns(&moved, 270, 84), 1);
    mintu_pieces_free(&world);
    mintu_pieces_free(&most);
    mintu_pieces_free(&moved);
}

/* 24 vertices about a pole, without the corners that other programs add; with a hole, and a hole about the pole. */
static void a_ring_about_a_pole_holds_it(void **state)
{
    (void)state;
    double xy[2 * 80];
    size_t n = 0;
    for (int ring = 0; ring < 2; ring++) {
        for (int i = 0; i <= 24; i++, n++)
            xy[2 * n] = remainder(-170 + 15.0 * (i % 24), 360), xy[2 * n + 1] = ring ? -85 : -70 - i % 2;
        xy[2 * n] = (double)NAN, xy[2 * n++ + 1] = 0;
    }
    for (double middle = -180; middle <= 180; middle += 45) {
        const mintu_validity validity = window(middle, 90);
        mintu_pieces solid = cut(&validity, MINTU_GEOMETRY_TYPE_POLYGON, xy, 25);
        mintu_pieces band = cut(&validity, MINTU_GEOMETRY_TYPE_POLYGON, xy, n);
        for (double lon = middle - 178; lon < middle + 180; lon += 7) {
            assert_int_equal(turns(&solid, lon, -89), turns(&solid, lon, -75));
            assert_int_equal(abs(turns(&solid, lon, -75)), 1);
            assert_int_equal(turns(&solid, lon, -60), 0);
            assert_int_equal(abs(turns(&band, lon, -80)), 1);
        }
        assert_true(fabs(border(&solid) - 24 * hypot(15, 1)) < 1e-6);
        mintu_pieces_free(&solid);
        mintu_pieces_free(&band);
    }
}

static void lines_end_where_they_are_cut(void **state)
{
    (void)state;
    const mintu_validity zero = window(0, 90), east = window(180, 90);
    const struct {
        mintu_pieces got;
        size_t parts;
    } cases[] = {{CUT(&zero, LINE, 170, 0, -170, 10), 2},
                 {CUT(&zero, LINE, 170, 0, 190, 10), 2},
                 {CUT(&zero, LINE, 170, 0, 180, 5, -180, 5, -170, 10), 2},
                 {CUT(&east, LINE, 170, 0, -170, 10), 1},
                 {CUT(&zero, LINE, -180, 23, 180, 23), 1},
                 {CUT(&east, LINE, 170, 0, 180, 5, -180, 5, -170, 10), 1},
                 {CUT(&east, LINE, -180, 23, 180, 23), 2},
                 {CUT(&zero, LINE, 500, 0, 520, 0), 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(cases[i].got.part_count, cases[i].parts);
        mintu_pieces got = cases[i].got;
        mintu_pieces_free(&got);
    }
}

/* The cap is a hemisphere about 0, 0. */
static void a_cap_keeps_what_is_in_it(void **state)
{
    (void)state;
    mintu_validity cap = window(0, 90);
    cap.capped = true;
    cap.radius = 80;
    mintu_pieces far = CUT(&cap, POLYGON, 150, -10, 170, -10, 170, 10, 150, 10, 150, -10);
    mintu_pieces half = CUT(&cap, POLYGON, 0, -10, 170, -10, 170, 10, 0, 10, 0, -10);
    mintu_pieces all = CUT(&cap, POLYGON, -180, -90, 180, -90, 180, 90, -180, 90, -180, -90);
    mintu_pieces hole =
        CUT(&cap, POLYGON, -180, -90, 180, -90, 180, 90, -180, 90, -180, -90, END, 70, -5, 70, 5, 100, 5, 100, -5, 70, -5);
    assert_true(border(&far) == 0);
    assert_int_equal(turns(&far, 79, 0), 0);
    assert_int_equal(turns(&half, 79, 0), 1);
    assert_int_equal(turns(&half, -1, 0), 0);
    assert_true(fabs(border(&half) - 20 - 2 * 79.8) < 0.5);
    for (double lon = -75; lon <= 75; lon += 15)
        for (double lat = -75; lat <= 75; lat += 15)
            if (hypot(lon, lat) < 79)
                assert_int_equal(turns(&all, lon, lat), 1);
    assert_int_equal(turns(&all, 85, 0), 0);
    assert_int_equal(turns(&hole, 75, 0), 0);
    assert_int_equal(turns(&hole, 60, 0), 1);
    assert_int_equal(turns(&hole, 75, 10), 1);
    mintu_pieces line = CUT(&cap, LINE, -170, 0, 170, 0, 0, 1);
    assert_int_equal(line.part_count, 1);
    mintu_pieces_free(&far);
    mintu_pieces_free(&half);
    mintu_pieces_free(&all);
    mintu_pieces_free(&hole);
    mintu_pieces_free(&line);
}

static void what_fits_is_left_and_what_is_far_is_dropped(void **state)
{
    (void)state;
    const mintu_validity zero = window(0, 90);
    mintu_cutter cutter = {.validity = &zero, .near = {113, 20, 123, 30}, .step = 1};
    const struct {
        mintu_spread spread;
        bool leaves, drops;
    } cases[] = {{{115, 22, 117, 24, 0.5, 0.5}, true, false}, {{115, 22, 117, 24, 2, 0.5}, false, false},
                 {{-70, -10, -50, 2, 0.5, 0.5}, true, true},  {{-179, 22, 179, 24, 300, 0.5}, false, false},
                 {{170, 22, 190, 24, 0.5, 0.5}, false, true}, {{473, 22, 475, 24, 0.5, 0.5}, true, false},
                 {{100, 40, 130, 50, 0.5, 0.5}, true, true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(mintu_cutter_leaves(&cutter, &cases[i].spread), cases[i].leaves);
        assert_int_equal(mintu_cutter_drops(&cutter, &cases[i].spread), cases[i].drops);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_ring_across_the_antimeridian_lies_on_both_sides),
                                       cmocka_unit_test(a_box_round_the_world_stays_one),
                                       cmocka_unit_test(a_ring_about_a_pole_holds_it),
                                       cmocka_unit_test(lines_end_where_they_are_cut),
                                       cmocka_unit_test(a_cap_keeps_what_is_in_it),
                                       cmocka_unit_test(what_fits_is_left_and_what_is_far_is_dropped)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
