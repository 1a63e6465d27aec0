#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "geometry/cells.h"
#include "geometry/clip.h"
#include "geometry/coverage.h"
#include "geometry/coverage_report.h"
#include "geometry/dissolve.h"
#include "geometry/locator.h"
#include "geometry/polygon.h"

static mintu_coverage_report report(const mintu_layer *layer)
{
    mintu_coverage_report out;
    assert_good(mintu_polygon_report(context, layer, &out, &problem));
    return out;
}

static void report_counts_overlap_once(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    add_box(layer, 118, 25, 119, 26);
    double one = report(layer).area_km2;
    add_box(layer, 118, 25, 119, 26);
    add_box(layer, 120, 25, 121, 26);
    mintu_coverage_report out = report(layer);
    assert_int_equal(out.invalid, 0);
    assert_true(fabs(out.overlap_km2 - one) < 1e-6);
    assert_true(fabs(out.area_km2 - 2 * one) < 1e-6);
    assert_true(one > 11100 && one < 11200);
    mintu_layer_free(layer);
}

static void report_names_the_first_invalid(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    add_box(layer, 0, 0, 1, 1);
    add_ring(layer, (double[]){0, 5, 1, 6, 1, 5, 0, 6}, 4); /* an hourglass */
    add_ring(layer, (double[]){5, 5, 6, 6, 6, 5, 5, 6}, 4);
    mintu_coverage_report out = report(layer);
    assert_int_equal(out.invalid, 2);
    assert_int_equal(out.first_invalid, 1);
    assert_non_null(strstr(out.reason, "Self-intersection"));
    mintu_layer_free(layer);
}

/* The left square has no vertex where two right ones meet, and a spike and a repeated vertex besides. */
static void coverage_shares_borders_to_the_vertex(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    add_ring(layer, (double[]){0, 0, 2, 0, 2, 0, 2, 2, 3, 2, 2, 2, 0, 2}, 7);
    add_box(layer, 2, 0, 3, 1);
    add_box(layer, 2, 1, 3, 1.9);
    assert_good(mintu_polygon_coverage(context, layer, &problem));
    mintu_coverage_report out = report(layer);
    size_t parts, vertices;
    assert_int_equal(out.invalid, 0);
    assert_true(out.overlap_km2 == 0);
    count_parts(layer, 0, &parts, &vertices);
    assert_int_equal(parts, 1);
    assert_int_equal(vertices, 7); /* four corners, two where the right squares meet it, and the first again */
    assert_true(fabs(plane_area(layer, 0) - 4) < 1e-12);
    mintu_layer_free(layer);
}

static void coverage_gives_overlap_to_the_longer_border(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    /* The strip 1 to 1.2 is claimed by both; it touches the first along 1 and a little of the second along 0.5. */
    add_box(layer, 0, 0, 1.2, 1);
    add_ring(layer, (double[]){1, 0, 1.2, 0, 1.2, 0.5, 2, 0.5, 2, 1, 1, 1}, 6);
    assert_good(mintu_polygon_coverage(context, layer, &problem));
    assert_true(report(layer).overlap_km2 == 0);
    assert_true(fabs(plane_area(layer, 0) - 1.2) < 1e-12);
    assert_true(fabs(plane_area(layer, 1) - 0.4) < 1e-12);
    mintu_layer_free(layer);
}

/* A county whose neighbour's outline runs round it, without a hole, is not swallowed. */
static void coverage_keeps_a_county_inside_another(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    add_box(layer, 0, 0, 10, 10);
    add_box(layer, 4, 4, 6, 6);
    assert_good(mintu_polygon_coverage(context, layer, &problem));
    assert_true(fabs(plane_area(layer, 0) - 96) < 1e-9);
    assert_true(fabs(plane_area(layer, 1) - 4) < 1e-9);
    mintu_layer_free(layer);
}

static void coverage_closes_gaps_but_no_lakes(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    /* Two halves of a square; between them a gap 0.002 wide, and a lake 1 by 1. */
    add_ring(layer, (double[]){0, 0, 2, 0, 2, 1, 1.998, 1.5, 2, 2, 2, 3, 1, 3, 1, 4, 2, 4, 2, 5, 0, 5}, 11);
    add_ring(layer, (double[]){2, 0, 4, 0, 4, 5, 2, 5, 2, 0}, 4);
    assert_good(mintu_polygon_coverage(context, layer, &problem));
    assert_int_equal(report(layer).invalid, 0);
    assert_true(fabs(plane_area(layer, 0) + plane_area(layer, 1) - 19) < 1e-9);
    mintu_layer_free(layer);
}

static void coverage_of_nothing_is_nothing(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    assert_good(mintu_polygon_coverage(context, layer, &problem));
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_polygon_coverage(context, layer, &problem));
    assert_int_equal(mintu_layer_geometry_type(layer), MINTU_GEOMETRY_TYPE_NONE);
    add_point(layer, 1, 1);
    assert_int_equal(mintu_polygon_coverage(context, layer, &problem), MINTU_STATUS_INPUT);
    assert_non_null(strstr(problem.text, "feature 2 is no polygon"));
    mintu_layer_free(layer);
}

static void clip_cuts_to_the_union_of_land(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer(), *land = make_layer();
    add_box(land, 0, 0, 1, 1);
    add_box(land, 1, 0, 2, 1);
    add_box(land, 5, 0, 6, 1);
    add_box(layer, 0.5, 0.5, 5.5, 2);
    add_box(layer, 20, 20, 21, 21);
    add_box(layer, 2, 1, 3, 2); /* touches land in a point only */
    assert_good(mintu_polygon_clip(context, layer, land, &problem));
    size_t parts, vertices;
    count_parts(layer, 0, &parts, &vertices);
    assert_int_equal(parts, 2);
    assert_true(fabs(plane_area(layer, 0) - (1.5 * 0.5 + 0.5 * 0.5)) < 1e-9);
    for (size_t row = 1; row < 3; row++) {
        count_parts(layer, row, &parts, &vertices);
        assert_int_equal(parts, 0);
    }
    mintu_layer_free(layer);
    mintu_layer_free(land);
}

/* Where a slanting border meets a slanting coast, both neighbours get the same vertex. */
static void clip_keeps_neighbours_together(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer(), *land = make_layer(), *whole;
    add_ring(land, (double[]){0, 0, 7, 0.3, 6.1, 4.7, 0.2, 3.3}, 4);
    add_ring(layer, (double[]){0, -1, 3, -1, 3.7, 6, 0, 6}, 4);
    add_ring(layer, (double[]){3, -1, 8, -1, 8, 6, 3.7, 6}, 4);
    assert_good(mintu_layer_field_add(layer, "all", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_polygon_clip(context, layer, land, &problem));
    assert_true(report(layer).overlap_km2 == 0);
    assert_good(mintu_polygon_dissolve(context, layer, "all", &problem, &whole));
    size_t parts, vertices;
    count_parts(whole, 0, &parts, &vertices);
    assert_int_equal(parts, 1);
    assert_true(fabs(plane_area(whole, 0) - plane_area(land, 0)) < 1e-7);
    mintu_layer_free(whole);
    mintu_layer_free(layer);
    mintu_layer_free(land);
}

/* A polygon that lies on land wholly takes another path than its neighbour at the coast; their border stays the same. */
static void clip_rounds_inland_polygons_alike(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer(), *land = make_layer(), *whole;
    add_box(land, -1, -1, 10, 10);
    add_ring(layer, (double[]){0, 0, 3.1234567890123, 0, 2.9876543210987, 1 / 3.0, 3.3333333333333, 1, 0, 1}, 5);
    add_ring(layer, (double[]){3.1234567890123, 0, 12, 0, 12, 1, 3.3333333333333, 1, 2.9876543210987, 1 / 3.0}, 5);
    assert_good(mintu_layer_field_add(layer, "all", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_polygon_clip(context, layer, land, &problem));
    assert_true(report(layer).overlap_km2 == 0);
    assert_good(mintu_polygon_dissolve(context, layer, "all", &problem, &whole));
    size_t parts, vertices;
    count_parts(whole, 0, &parts, &vertices);
    assert_int_equal(parts, 1);
    assert_true(fabs(plane_area(whole, 0) - 10) < 1e-12);
    mintu_layer_free(whole);
    mintu_layer_free(layer);
    mintu_layer_free(land);
}

static void dissolve_unites_by_text(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer(), *out;
    static const char *const names[] = {"west", "east", "west", "east"};
    assert_good(mintu_layer_field_add(layer, "n", MINTU_FIELD_TYPE_INTEGER, &problem));
    assert_good(mintu_layer_field_add(layer, "side", MINTU_FIELD_TYPE_TEXT, &problem));
    for (size_t i = 0; i < 4; i++) {
        add_box(layer, i % 2 ? 5 : 0, (double)(i / 2), i % 2 ? 6 : 1, (double)(i / 2) + 1);
        assert_good(mintu_layer_text_set(layer, i, 1, names[i], &problem));
    }
    assert_good(mintu_polygon_dissolve(context, layer, "side", &problem, &out));
    assert_int_equal(mintu_layer_count(out), 2);
    assert_int_equal(mintu_layer_field_count(out), 1);
    assert_string_equal(mintu_layer_text(out, 0, 0), "west");
    assert_string_equal(mintu_layer_text(out, 1, 0), "east");
    size_t parts, vertices;
    count_parts(out, 0, &parts, &vertices);
    assert_int_equal(parts, 1);
    assert_true(fabs(plane_area(out, 0) - 2) < 1e-12);
    mintu_layer_free(out);
    assert_int_equal(mintu_polygon_dissolve(context, layer, "n", &problem, &out), MINTU_STATUS_USAGE);
    assert_null(out);
    assert_int_equal(mintu_polygon_dissolve(context, layer, "none", &problem, &out), MINTU_STATUS_USAGE);
    mintu_layer_free(layer);
}

/* Two points with the border in the middle between them; a point at the same place as another, and one without a place. */
static void cells_are_nearest_areas(void **state)
{
    (void)state;
    mintu_layer *points = make_layer(), *outline = make_layer(), *cells;
    add_box(outline, 0, 0, 4, 2);
    assert_good(mintu_layer_field_add(points, "name", MINTU_FIELD_TYPE_TEXT, &problem));
    add_point(points, 3, 1);
    add_point(points, 1, 1);
    add_point(points, 1, 1);
    assert_good(mintu_layer_append(points, &problem));
    assert_good(mintu_layer_text_set(points, 1, 0, "second", &problem));
    assert_good(mintu_polygon_cells(context, points, outline, &problem, &cells));
    assert_int_equal(mintu_layer_count(cells), 4);
    assert_string_equal(mintu_layer_text(cells, 1, 0), "second");
    assert_true(fabs(plane_area(cells, 0) - 4) < 1e-6);
    assert_true(fabs(plane_area(cells, 1) - 4) < 1e-6);
    assert_true(plane_area(cells, 2) == 0 && plane_area(cells, 3) == 0);
    assert_true(report(cells).overlap_km2 == 0);
    mintu_layer_free(cells);
    mintu_layer_free(points);
    mintu_layer_free(outline);
}

static void locator_finds_rows(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_locator *locator;
    long row;
    add_box(layer, 0, 0, 1, 1);
    assert_good(mintu_layer_append(layer, &problem));
    add_box(layer, 1, 0, 2, 1);
    add_box(layer, 5, 0, 6, 1);
    assert_good(mintu_locator_new(context, layer, &problem, &locator));
    static const struct {
        double lon, lat;
        long row;
    } cases[] = {{0.5, 0.5, 0}, {1.5, 0.5, 2}, {1, 0.5, 0}, {5, 0, 3}, {3, 0.5, -1}, {5.5, 1.0001, -1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_good(mintu_locator_find(locator, cases[i].lon, cases[i].lat, &row, &problem));
        assert_int_equal(row, cases[i].row);
    }
    assert_int_equal(mintu_locator_find(locator, (double)NAN, 0, &row, &problem), MINTU_STATUS_INPUT);
    assert_int_equal(row, -1);
    mintu_locator_free(locator);
    mintu_locator_free(NULL);
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(report_counts_overlap_once),
        cmocka_unit_test(report_names_the_first_invalid),
        cmocka_unit_test(coverage_shares_borders_to_the_vertex),
        cmocka_unit_test(coverage_gives_overlap_to_the_longer_border),
        cmocka_unit_test(coverage_keeps_a_county_inside_another),
        cmocka_unit_test(coverage_closes_gaps_but_no_lakes),
        cmocka_unit_test(coverage_of_nothing_is_nothing),
        cmocka_unit_test(clip_cuts_to_the_union_of_land),
        cmocka_unit_test(clip_keeps_neighbours_together),
        cmocka_unit_test(clip_rounds_inland_polygons_alike),
        cmocka_unit_test(dissolve_unites_by_text),
        cmocka_unit_test(cells_are_nearest_areas),
        cmocka_unit_test(locator_finds_rows),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
