#include "label/label_grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void what_comes_can_go(void **state)
{
    (void)state;
    mintu_label_grid grid;
    mintu_box area = {0, 0, 300, 200}, one = {10, 10, 90, 20}, two = {80, 15, 120, 40}, asked = {85, 16, 86, 17};
    size_t owners[4];
    assert_true(mintu_label_grid_open(&grid, &area));
    mintu_label_grid_add(&grid, &one, 1);
    mintu_label_grid_add(&grid, &two, 2);
    assert_int_equal(mintu_label_grid_query(&grid, &asked, 9, owners, 0, 4), 2);
    assert_int_equal(mintu_label_grid_query(&grid, &asked, 2, owners, 0, 4), 1);
    assert_int_equal(owners[0], 1);
    assert_int_equal(mintu_label_grid_query(&grid, &asked, 2, owners, 1, 4), 1); /* known already */
    mintu_label_grid_remove(&grid, &one, 1);
    assert_int_equal(mintu_label_grid_query(&grid, &area, 9, owners, 0, 4), 1);
    assert_int_equal(owners[0], 2);
    mintu_label_grid_free(&grid);
}

static void answers_stop_at_the_room(void **state)
{
    (void)state;
    mintu_label_grid grid;
    mintu_box area = {0, 0, 300, 200};
    size_t owners[2];
    assert_true(mintu_label_grid_open(&grid, &area));
    for (size_t i = 0; i < 5; i++)
        mintu_label_grid_add(&grid, &(mintu_box){10, 10, 20, 20}, i);
    assert_int_equal(mintu_label_grid_query(&grid, &area, 9, owners, 0, 2), 2);
    assert_false(grid.failed);
    mintu_label_grid_free(&grid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_comes_can_go),
        cmocka_unit_test(answers_stop_at_the_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
