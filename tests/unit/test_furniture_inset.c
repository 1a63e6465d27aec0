#include "furniture/furniture.h"
#include "furniture/inset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

/* The areas: one square of 900 px that begins 300 px left of and above the page's frame, which is 300 px wide and high. */
static double xy[] = {-200, -200, 700, -200, 700, 700, -200, 700, -200, -200};
static size_t starts[] = {0, 5};
static mintu_plot_row row = {.type = MINTU_GEOMETRY_TYPE_POLYGON, .part_end = 1, .box = {-200, -200, 700, 700}};

static void the_box_in_the_inset_is_the_extent(void **state)
{
    (void)state;
    mintu_plot plot = {.xy = xy, .vertex_count = 5, .starts = starts, .part_count = 1, .rows = &row, .row_count = 1};
    mintu_furniture furniture = {.inset = &plot, .inset_share = 0.1, .boxes[MINTU_PIECE_INSET] = {50, 60, 150, 160}};
    double corners[3][2] = {{-200, -200}, {700, 700}, {250, 250}};
    for (int i = 0; i < 3; i++)
        mintu_inset_place(&furniture, corners[i]);
    assert_true(fabs(corners[0][0] - 55) < 1e-9 && fabs(corners[0][1] - 65) < 1e-9); /* the padding */
    assert_true(fabs(corners[1][0] - 145) < 1e-9 && fabs(corners[1][1] - 155) < 1e-9);
    assert_true(fabs(corners[2][0] - 100) < 1e-9 && fabs(corners[2][1] - 110) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_box_in_the_inset_is_the_extent)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
