#include "furniture/placement.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

static const double GAP = 10;

static void open_empty(mintu_occupancy *occupancy, mintu_placement *placement)
{
    assert_true(mintu_occupancy_make(occupancy, 400, 600));
    *placement = (mintu_placement){.frame = {0, 0, 400, 600}, .gap = GAP, .occupancy = occupancy};
}

static void fill(mintu_occupancy *occupancy, const mintu_box *box)
{
    for (double y = box->y0 + 2; y < box->y1; y += 4)
        for (double x = box->x0 + 2; x < box->x1; x += 4) {
            mintu_occupancy_add(occupancy, MINTU_COVER_SUBJECT, x, y, 1);
            mintu_occupancy_add(occupancy, MINTU_COVER_INK, x, y, 100);
        }
}

static void assert_box(const mintu_box *box, double x, double y)
{
    assert_true(fabs(box->x0 - x) < 1e-6);
    assert_true(fabs(box->y0 - y) < 1e-6);
}

static void sums_are_those_of_the_cells_touched(void **state)
{
    (void)state;
    mintu_occupancy occupancy;
    mintu_placement placement;
    open_empty(&occupancy, &placement);
    mintu_occupancy_add(&occupancy, MINTU_COVER_POINTS, 101, 201, 4);
    mintu_occupancy_add(&occupancy, MINTU_COVER_POINTS, 399, 599, 1);
    mintu_occupancy_add(&occupancy, MINTU_COVER_POINTS, -1, 700, 9); /* off the page */
    mintu_occupancy_sum_up(&occupancy);
    assert_true(mintu_occupancy_sum(&occupancy, MINTU_COVER_POINTS, &(mintu_box){-50, -50, 900, 900}) == 5);
    assert_true(mintu_occupancy_sum(&occupancy, MINTU_COVER_POINTS, &(mintu_box){103, 203, 104, 204}) == 4); /* the same cell */
    assert_true(mintu_occupancy_sum(&occupancy, MINTU_COVER_POINTS, &(mintu_box){104, 204, 300, 300}) == 0);
    assert_true(mintu_occupancy_sum(&occupancy, MINTU_COVER_INK, &(mintu_box){0, 0, 400, 600}) == 0);
    mintu_occupancy_free(&occupancy);
}

static void anchors_hold_and_queue(void **state)
{
    (void)state;
    mintu_occupancy occupancy;
    mintu_placement placement;
    const double size[2] = {100, 50};
    open_empty(&occupancy, &placement);
    const struct {
        const char *name;
        double x, y, next_x, next_y;
    } cases[] = {{"top-left", 10, 10, 10, 70},         {"top-right", 290, 10, 290, 70}, {"bottom-left", 10, 540, 10, 480},
                 {"bottom-right", 290, 540, 290, 480}, {"top", 150, 10, 150, 70},       {"bottom", 150, 540, 150, 480},
                 {"left", 10, 275, 120, 275},          {"right", 290, 275, 180, 275}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        placement.taken_count = 0;
        mintu_box one = mintu_placement_at(&placement, mintu_anchor_named(cases[i].name), size);
        mintu_box two = mintu_placement_at(&placement, mintu_anchor_named(cases[i].name), size);
        assert_box(&one, cases[i].x, cases[i].y);
        assert_box(&two, cases[i].next_x, cases[i].next_y);
    }
    assert_int_equal(mintu_anchor_named("none"), MINTU_ANCHOR_END);
    assert_int_equal(mintu_anchor_named(NULL), MINTU_ANCHOR_END);
    mintu_occupancy_free(&occupancy);
}

static void an_empty_map_is_filled_from_its_corners(void **state)
{
    (void)state;
    mintu_occupancy occupancy;
    mintu_placement placement;
    const double size[2] = {100, 50}, small[2] = {40, 20};
    open_empty(&occupancy, &placement);
    mintu_box box = mintu_placement_find(&placement, MINTU_ANCHOR_TOP_LEFT, size);
    assert_box(&box, 10, 10);
    box = mintu_placement_find(&placement, MINTU_ANCHOR_TOP_LEFT, size);
    assert_box(&box, 290, 540); /* the next corner in order */
    mintu_placement_find(&placement, MINTU_ANCHOR_TOP_LEFT, size);
    mintu_placement_find(&placement, MINTU_ANCHOR_TOP_LEFT, size);
    box = mintu_placement_find(&placement, MINTU_ANCHOR_TOP_LEFT, small); /* beside one, in line with it, one gap away */
    assert_box(&box, 10, 70);
    mintu_occupancy_free(&occupancy);
}

static void a_piece_leaves_the_corner_rather_than_touch_the_subject(void **state)
{
    (void)state;
    mintu_occupancy occupancy;
    mintu_placement placement;
    const double size[2] = {100, 100};
    open_empty(&occupancy, &placement);
    /* Every corner has something in it; the left edge is free between y 108 and 300. */
    fill(&occupancy, &(mintu_box){0, 0, 400, 108});
    fill(&occupancy, &(mintu_box){0, 300, 400, 600});
    fill(&occupancy, &(mintu_box){200, 0, 400, 600});
    mintu_occupancy_sum_up(&occupancy);
    mintu_box box = mintu_placement_find(&placement, MINTU_ANCHOR_BOTTOM_RIGHT, size);
    assert_true(box.x0 == 10);
    assert_true(box.y0 - GAP >= 108 && box.y1 + GAP <= 300);
    mintu_occupancy_free(&occupancy);
}

static void no_symbol_is_hidden_where_any_place_is_free(void **state)
{
    (void)state;
    mintu_occupancy occupancy;
    mintu_placement placement;
    const double size[2] = {100, 100};
    open_empty(&occupancy, &placement);
    for (double y = 5; y < 600; y += 40)
        for (double x = 5; x < 400; x += 40)
            if (!(x > 120 && x < 290 && y > 200 && y < 370))
                mintu_occupancy_add(&occupancy, MINTU_COVER_POINTS, x, y, MINTU_COVER_POINT);
    mintu_occupancy_sum_up(&occupancy);
    mintu_box box = mintu_placement_find(&placement, MINTU_ANCHOR_BOTTOM_RIGHT, size);
    mintu_box area = mintu_box_grown(box, GAP);
    assert_true(mintu_occupancy_sum(&occupancy, MINTU_COVER_POINTS, &area) == 0);
    assert_true(mintu_box_within(&box, &placement.frame));
    mintu_occupancy_free(&occupancy);
}

static void what_is_larger_than_the_frame_gets_a_place_too(void **state)
{
    (void)state;
    mintu_occupancy occupancy;
    mintu_placement placement;
    const double size[2] = {900, 900}, small[2] = {50, 50};
    open_empty(&occupancy, &placement);
    mintu_occupancy_sum_up(&occupancy);
    mintu_box box = mintu_placement_find(&placement, MINTU_ANCHOR_TOP_LEFT, size);
    assert_box(&box, 10, 10);
    box = mintu_placement_find(&placement, MINTU_ANCHOR_TOP_LEFT, small);
    assert_true(mintu_box_within(&box, &placement.frame));
    assert_int_equal(placement.taken_count, 2);
    mintu_occupancy_free(&occupancy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_those_of_the_cells_touched),
        cmocka_unit_test(anchors_hold_and_queue),
        cmocka_unit_test(an_empty_map_is_filled_from_its_corners),
        cmocka_unit_test(a_piece_leaves_the_corner_rather_than_touch_the_subject),
        cmocka_unit_test(no_symbol_is_hidden_where_any_place_is_free),
        cmocka_unit_test(what_is_larger_than_the_frame_gets_a_place_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
