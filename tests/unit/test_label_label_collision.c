#include "base/array.h"
#include "label/label_collision.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static size_t count(const mintu_collision *collision, const mintu_box *box)
{
    size_t found = 0;
    mintu_collision_walk walk = mintu_collision_begin(collision, box);
    while (mintu_collision_next(&walk))
        found++;
    return found;
}

static void what_comes_can_go(void **state)
{
    (void)state;
    mintu_collision collision;
    mintu_box area = {0, 0, 300, 200}, one = {10, 10, 90, 20}, two = {80, 15, 120, 40}, asked = {85, 16, 86, 17};
    assert_true(mintu_collision_open(&collision, &area, 16));
    mintu_collision_add(&collision, &(mintu_obstacle){.box = one, .owner = 1});
    mintu_collision_add(&collision, &(mintu_obstacle){.box = two, .owner = 2});
    assert_int_equal(count(&collision, &asked), 2);
    mintu_collision_walk walk = mintu_collision_begin(&collision, &asked);
    assert_int_equal(mintu_collision_next(&walk)->owner, 1);
    assert_int_equal(mintu_collision_next(&walk)->owner, 2);
    assert_null(mintu_collision_next(&walk));
    mintu_collision_remove(&collision, &one, 1);
    walk = mintu_collision_begin(&collision, &area);
    assert_int_equal(mintu_collision_next(&walk)->owner, 2);
    assert_null(mintu_collision_next(&walk));
    assert_int_equal(mintu_memory_failures(), 0);
    mintu_collision_free(&collision);
}

/* A point belongs to the piece that covers it, its edges among it. */
static void furniture_covers_what_it_lies_on(void **state)
{
    (void)state;
    mintu_collision collision;
    mintu_box area = {0, 0, 300, 200};
    assert_true(mintu_collision_open(&collision, &area, 32));
    mintu_collision_add(&collision, &(mintu_obstacle){.box = {10, 10, 100, 60}, .owner = MINTU_UNPLACED, .piece = "legend"});
    mintu_collision_add(&collision, &(mintu_obstacle){.box = {110, 10, 120, 60}, .owner = MINTU_UNPLACED, .piece = "inset"});
    mintu_collision_add(&collision, &(mintu_obstacle){.box = {40, 40, 44, 44}, .round = true, .owner = MINTU_UNPLACED});
    assert_string_equal(mintu_collision_cover(&collision, (const double[]){42, 42}), "legend");
    assert_string_equal(mintu_collision_cover(&collision, (const double[]){100, 60}), "legend");
    assert_string_equal(mintu_collision_cover(&collision, (const double[]){115, 50}), "inset");
    assert_null(mintu_collision_cover(&collision, (const double[]){105, 50}));
    assert_true(mintu_collision_symbol(&collision, (const double[]){42, 42}) == 2);
    assert_true(mintu_collision_symbol(&collision, (const double[]){43, 42}) == 0);
    mintu_collision_free(&collision);
}

static void queries_see_round_obstacles_as_round(void **state)
{
    (void)state;
    mintu_collision collision;
    mintu_box area = {0, 0, 200, 200}, corner = {0, 0, 22, 22}, side = {0, 45, 31, 55};
    assert_true(mintu_collision_open(&collision, &area, 32));
    mintu_collision_add(&collision, &(mintu_obstacle){.box = {20, 20, 80, 80}, .round = true, .owner = 7});
    assert_int_equal(count(&collision, &corner), 0);
    assert_int_equal(count(&collision, &side), 1);
    mintu_collision_walk walk = mintu_collision_begin(&collision, &side);
    assert_int_equal(mintu_collision_next(&walk)->owner, 7);
    const double none[3] = {0, 0, 0}, centre[3] = {50, 50, 1};
    mintu_box out = {-5, 45, 10, 55};
    assert_int_equal(mintu_collision_hindrance(&collision, &side, none), MINTU_HINDRANCE_SYMBOL);
    assert_int_equal(mintu_collision_hindrance(&collision, &side, centre), MINTU_HINDRANCE_NONE);
    assert_int_equal(mintu_collision_hindrance(&collision, &corner, none), MINTU_HINDRANCE_NONE);
    assert_int_equal(mintu_collision_hindrance(&collision, &out, none), MINTU_HINDRANCE_FRAME);
    assert_int_equal(mintu_collision_others(&collision, &side, (const double[]){50, 50}), 0);
    assert_int_equal(mintu_collision_others(&collision, &side, (const double[]){40, 50}), 1);
    mintu_collision_free(&collision);
}

static void an_obstacle_in_many_cells_counts_once(void **state)
{
    (void)state;
    mintu_collision collision;
    mintu_box area = {0, 0, 500, 500};
    assert_true(mintu_collision_open(&collision, &area, 32));
    mintu_collision_add(&collision, &(mintu_obstacle){.box = {10, 10, 400, 400}, .owner = MINTU_UNPLACED});
    assert_int_equal(count(&collision, &area), 1);
    mintu_collision_free(&collision);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_comes_can_go),
        cmocka_unit_test(furniture_covers_what_it_lies_on),
        cmocka_unit_test(queries_see_round_obstacles_as_round),
        cmocka_unit_test(an_obstacle_in_many_cells_counts_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
