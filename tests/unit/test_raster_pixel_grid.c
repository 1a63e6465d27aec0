#include "raster/pixel_grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

static size_t asked;

/* Three pixels to one, and a jump at column 37, as where a page shows the edge of the world. */
static void torn(const void *user, double *xy, size_t count)
{
    (void)user;
    asked += count;
    for (size_t i = 0; i < count; i++) {
        xy[2 * i] = 3 * xy[2 * i] + (xy[2 * i] > 37 ? 1000 : 0);
        xy[2 * i + 1] = 2 * xy[2 * i + 1];
    }
}

static void each_pixel_beside_a_tear_comes_from_its_own_place(void **state)
{
    (void)state;
    mintu_pixel_grid grid;
    double row[2 * 100];
    assert_true(mintu_pixel_grid_make(&grid, 100, 20, torn, NULL));
    for (size_t y = 0; y < 20; y++) {
        mintu_pixel_grid_row(&grid, y, row);
        for (size_t x = 0; x < 100; x++) {
            assert_true(fabs(row[2 * x] - (3 * ((double)x + 0.5) + (x >= 37 ? 1000 : 0))) < 1e-6);
            assert_true(fabs(row[2 * x + 1] - 2 * ((double)y + 0.5)) < 1e-6);
        }
    }
    assert_true(asked < 100 * 20 / 2); /* and few of them had to be asked for */
    mintu_pixel_grid_free(&grid);
}

static void only_what_is_there_is_needed(void **state)
{
    (void)state;
    mintu_pixel_grid grid;
    mintu_grid_need need;
    assert_true(mintu_pixel_grid_make(&grid, 32, 16, torn, NULL));
    assert_true(mintu_pixel_grid_need(&grid, (const double[]){60, 1000}, &need));
    assert_true(need.box[0] == 0 && need.box[1] == 0 && need.box[2] == 60 && need.box[3] == 32);
    assert_true(fabs(need.scale[0] - 3) < 1e-9 && fabs(need.scale[1] - 2) < 1e-9);
    mintu_pixel_grid_free(&grid);
}

static void nowhere(const void *user, double *xy, size_t count)
{
    (void)user;
    for (size_t i = 0; i < 2 * count; i++)
        xy[i] = INFINITY;
}

static void what_comes_from_nowhere_needs_nothing(void **state)
{
    (void)state;
    mintu_pixel_grid grid;
    mintu_grid_need need;
    double row[2 * 10];
    assert_true(mintu_pixel_grid_make(&grid, 10, 10, nowhere, NULL));
    assert_false(mintu_pixel_grid_need(&grid, (const double[]){100, 100}, &need));
    mintu_pixel_grid_row(&grid, 3, row);
    assert_false(row[0] >= 0 && row[0] < 100);
    mintu_pixel_grid_free(&grid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_pixel_beside_a_tear_comes_from_its_own_place),
        cmocka_unit_test(only_what_is_there_is_needed),
        cmocka_unit_test(what_comes_from_nowhere_needs_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
