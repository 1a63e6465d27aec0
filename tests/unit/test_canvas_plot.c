#include "canvas/page.h"
#include "canvas/plot_meets.h"
#include "canvas/plot_spot.h"
#include "canvas/plot_thin.h"
#include "layer/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static mintu_context *context;

static void add_polygon(mintu_layer *layer, const double *xy, size_t count, const double *hole, size_t hole_count)
{
    mintu_error error = {0};
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    assert_int_equal(mintu_shape_part(&shape, true, &error), MINTU_STATUS_OK);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(mintu_shape_vertex(&shape, xy[2 * i], xy[2 * i + 1], &error), MINTU_STATUS_OK);
    if (hole_count)
        assert_int_equal(mintu_shape_part(&shape, false, &error), MINTU_STATUS_OK);
    for (size_t i = 0; i < hole_count; i++)
        assert_int_equal(mintu_shape_vertex(&shape, hole[2 * i], hole[2 * i + 1], &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_append(layer, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_shape_set(layer, mintu_layer_count(layer) - 1, &shape, &error), MINTU_STATUS_OK);
    mintu_shape_free(&shape);
}

static mintu_layer *new_layer(void)
{
    mintu_error error = {0};
    mintu_layer *layer;
    assert_int_equal(mintu_layer_new(context, "p", &error, &layer), MINTU_STATUS_OK);
    return layer;
}

static double area(const mintu_plot *plot, size_t part)
{
    double sum = 0;
    for (size_t i = plot->starts[part]; i + 1 < plot->starts[part + 1]; i++)
        sum += plot->xy[2 * i] * plot->xy[2 * i + 3] - plot->xy[2 * i + 2] * plot->xy[2 * i + 1];
    return sum / 2;
}

static const double SQUARE[] = {0, 0, 4, 0, 4, 4, 0, 4, 0, 0}, TURNED[] = {0, 0, 0, 4, 4, 4, 4, 0, 0, 0};
static const double HOLE[] = {1, 1, 2, 1, 2, 2, 1, 2, 1, 1};
static const mintu_page PAGE = {.frame = {0, 0, 100, 100}, .px_per_metre = 1};

static void outer_rings_turn_one_way_and_holes_the_other(void **state)
{
    (void)state;
    mintu_error error = {0};
    mintu_layer *layer = new_layer();
    mintu_plot plot = {0};
    add_polygon(layer, SQUARE, 5, HOLE, 5);
    add_polygon(layer, TURNED, 5, NULL, 0);
    assert_int_equal(mintu_plot_load(&plot, context, layer, &error), MINTU_STATUS_OK);
    mintu_plot_place(&plot, &PAGE);
    assert_int_equal(plot.part_count, 3);
    assert_true(area(&plot, 0) > 15.9);
    assert_true(area(&plot, 1) < -0.9);
    assert_true(area(&plot, 2) > 15.9);
    mintu_plot_free(&plot);
    mintu_layer_free(layer);
}

static void placing_puts_north_up_and_keeps_the_centre(void **state)
{
    (void)state;
    mintu_page page = {.frame = {0, 0, 100, 60}, .metres = {10, 20}, .px_per_metre = 2};
    double centre[2] = {10, 20}, north[2] = {10, 25};
    mintu_page_place(&page, centre);
    mintu_page_place(&page, north);
    assert_true(centre[0] == 50 && centre[1] == 30);
    assert_true(north[0] == 50 && north[1] == 20);
}

static void shared_borders_have_one_number(void **state)
{
    (void)state;
    static const double RIGHT[] = {4, 0, 8, 0, 8, 4, 4, 4, 4, 0};
    mintu_error error = {0};
    mintu_layer *layer = new_layer();
    mintu_plot plot = {0};
    add_polygon(layer, SQUARE, 5, NULL, 0);
    add_polygon(layer, RIGHT, 5, NULL, 0);
    assert_int_equal(mintu_plot_load(&plot, context, layer, &error), MINTU_STATUS_OK);
    mintu_plot_place(&plot, &PAGE);
    assert_true(mintu_plot_number_edges(&plot));
    assert_int_equal(plot.edge_count, 7);
    mintu_plot_free(&plot);
    mintu_layer_free(layer);
}

/* Two neighbours with one winding border of 400 vertices, walked in opposite directions. */
static void thinning_keeps_shared_borders_shared(void **state)
{
    (void)state;
    enum { N = 400 };
    double left[2 * (N + 3)], right[2 * (N + 3)];
    mintu_error error = {0};
    mintu_layer *layer = new_layer();
    mintu_plot plot = {0};
    left[0] = 0, left[1] = 0;
    right[0] = 9, right[1] = 0.001 * N;
    for (size_t i = 0; i < N; i++) {
        double x = 4.005 + 0.004 * sin((double)i * 1.7), y = 0.001 * (double)i;
        left[2 * (i + 1)] = x, left[2 * (i + 1) + 1] = y;
        right[2 * (N - i)] = x, right[2 * (N - i) + 1] = y;
    }
    left[2 * (N + 1)] = 0, left[2 * (N + 1) + 1] = 0.001 * N;
    right[2 * (N + 1)] = 9, right[2 * (N + 1) + 1] = 0;
    memcpy(left + 2 * (N + 2), left, 2 * sizeof *left);
    memcpy(right + 2 * (N + 2), right, 2 * sizeof *right);
    add_polygon(layer, left, N + 3, NULL, 0);
    add_polygon(layer, right, N + 3, NULL, 0);
    assert_int_equal(mintu_plot_load(&plot, context, layer, &error), MINTU_STATUS_OK);
    double cell[2] = {0.01, 0.01};
    mintu_plot_thin(&plot, cell);
    size_t kept = plot.starts[1];
    assert_true(kept < N / 3 && kept > 20);
    assert_int_equal(plot.starts[2], 2 * kept);
    assert_true(mintu_plot_number_edges(&plot));
    assert_int_equal(plot.edge_count, 2 * (kept - 1) - (kept - 4));
    mintu_plot_free(&plot);
    mintu_layer_free(layer);
}

static void a_cut_polygon_is_named_where_it_can_be_seen(void **state)
{
    (void)state;
    static const double WIDE[] = {-500, -40, 20, -40, 20, 40, -500, 40, -500, -40};
    mintu_layer *layer = new_layer();
    mintu_plot_row row = {
        .type = MINTU_GEOMETRY_TYPE_POLYGON, .part_end = 1, .box = {-500, -40, 20, 40}, .spot = {-240, 0}, .has_spot = true};
    size_t starts[] = {0, 5};
    double xy[10];
    memcpy(xy, WIDE, sizeof xy);
    mintu_plot plot = {
        .layer = layer, .xy = xy, .vertex_count = 5, .starts = starts, .part_count = 1, .rows = &row, .row_count = 1};
    mintu_box frame = {-100, -100, 100, 100};
    mintu_plot_move_spots(&plot, &frame, NULL, 0);
    assert_true(row.has_spot);
    assert_true(fabs(row.spot[0] + 40) < 1);
    assert_true(fabs(row.spot[1]) < 5);
    mintu_layer_free(layer);
}

/* The frame shows x from -100 to 20; a panel leaves 60 px of it, or nothing. */
static void a_covered_polygon_is_named_beside_the_cover(void **state)
{
    (void)state;
    double xy[] = {-500, -40, 20, -40, 20, 40, -500, 40, -500, -40};
    mintu_layer *layer = new_layer();
    mintu_plot_row row = {.type = MINTU_GEOMETRY_TYPE_POLYGON, .part_end = 1, .box = {-500, -40, 20, 40}};
    size_t starts[] = {0, 5};
    mintu_plot plot = {
        .layer = layer, .xy = xy, .vertex_count = 5, .starts = starts, .part_count = 1, .rows = &row, .row_count = 1};
    mintu_box frame = {-100, -100, 100, 100}, panel = {-200, -90, -40, 90}, all = {-200, -90, 90, 90};
    mintu_plot_move_spots(&plot, &frame, &panel, 1);
    assert_true(row.has_spot && fabs(row.spot[0] + 10) < 1 && fabs(row.stretch - 60) < 1);
    mintu_plot_move_spots(&plot, &frame, &all, 1);
    assert_false(row.has_spot);
    mintu_layer_free(layer);
}

static void a_feature_is_in_the_frame_when_any_of_it_is(void **state)
{
    (void)state;
    /* an angle that goes around the box, with bounds that hold it */
    double xy[] = {-50, -50, 50, -50, 50, 50, 40, 50, 40, -40, -50, -40, -50, -50};
    mintu_plot_row row = {.type = MINTU_GEOMETRY_TYPE_POLYGON, .part_end = 1, .box = {-50, -50, 50, 50}};
    size_t starts[] = {0, 7};
    mintu_plot plot = {.xy = xy, .vertex_count = 7, .starts = starts, .part_count = 1, .rows = &row, .row_count = 1};
    mintu_box beside = {-30, -10, 20, 30}, within = {42, 0, 44, 2}, across = {30, 0, 60, 2};
    assert_false(mintu_plot_row_meets(&plot, 0, &beside));
    assert_true(mintu_plot_row_meets(&plot, 0, &within));
    assert_true(mintu_plot_row_meets(&plot, 0, &across));
    row.type = MINTU_GEOMETRY_TYPE_LINE;
    assert_false(mintu_plot_row_meets(&plot, 0, &beside));
    assert_false(mintu_plot_row_meets(&plot, 0, &within));
    assert_true(mintu_plot_row_meets(&plot, 0, &across));
    row.type = MINTU_GEOMETRY_TYPE_POINT;
    assert_false(mintu_plot_row_meets(&plot, 0, &across));
    assert_true(mintu_plot_row_meets(&plot, 0, &(mintu_box){49, 49, 51, 51}));
    assert_true(mintu_plot_row_holds(&plot, 0, 45, 0));
    assert_false(mintu_plot_row_holds(&plot, 0, 0, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outer_rings_turn_one_way_and_holes_the_other),
        cmocka_unit_test(placing_puts_north_up_and_keeps_the_centre),
        cmocka_unit_test(shared_borders_have_one_number),
        cmocka_unit_test(thinning_keeps_shared_borders_shared),
        cmocka_unit_test(a_cut_polygon_is_named_where_it_can_be_seen),
        cmocka_unit_test(a_covered_polygon_is_named_beside_the_cover),
        cmocka_unit_test(a_feature_is_in_the_frame_when_any_of_it_is),
    };
    mintu_error error = {0};
    if (mintu_context_new(&error, &context) != MINTU_STATUS_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    mintu_context_free(context);
    return failed;
}
