#include "canvas/effort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

static const mintu_box PAGE = {0, 0, 1000, 1000};

static void check(const mintu_effort *effort, const char *expected)
{
    mintu_error error = {0};
    assert_int_equal(mintu_effort_check(effort, &error), expected ? MINTU_STATUS_INPUT : MINTU_STATUS_OK);
    if (expected && !strstr(error.text, expected))
        fail_msg("%s", error.text);
}

/* 400 pages of 10 x 10 device pixels to a px are as much as may be painted, whatever is painted. */
static void pixels_add_up(void **state)
{
    (void)state;
    mintu_effort effort = {.layer = "towns"};
    const mintu_box larger = {-5000, -5000, 5000, 5000}; /* of which the page shows no more */
    for (int i = 0; i < 400; i++)
        assert_true(mintu_effort_box(&effort, i % 2 ? &larger : &PAGE, &PAGE, 10));
    check(&effort, NULL);
    for (int i = 0; i < 100; i++) /* no pixels are painted in a drawing of vectors */
        assert_true(mintu_effort_box(&effort, &PAGE, &PAGE, 0));
    assert_false(mintu_effort_box(&effort, &(mintu_box){0, 0, 1, 1}, &PAGE, 10));
    check(&effort, "drawing the layer \"towns\": with it the map has 4e+10 pixels that are painted, which is more than 4e+10");
    assert_false(mintu_effort_marks(&effort, 1)); /* the map is given up */
    assert_false(mintu_effort_box(&effort, &PAGE, &PAGE, 0));
}

static void marks_add_up(void **state)
{
    (void)state;
    mintu_effort effort = {.layer = "ground"};
    for (int layer = 0; layer < 10; layer++)
        assert_true(mintu_effort_marks(&effort, 1e5));
    check(&effort, NULL);
    assert_false(mintu_effort_marks(&effort, 1));
    check(&effort, "dashes, and dots and lines of patterns, which is more than 1e+06");
}

/* A path that goes to and fro over a page, and its dashes. */
static void draw_zigzag(mintu_effort *effort, size_t pieces)
{
    mintu_effort_next(effort);
    for (size_t i = 0; i < pieces; i++)
        mintu_effort_piece(effort, (double[]){0, (double)(i % 1000)}, (double[]){1000, (double)(i % 1000)}, 1500);
}

static void crossings_add_up_over_paths(void **state)
{
    (void)state;
    mintu_effort effort = {.layer = "zigzag"};
    draw_zigzag(&effort, 1000); /* 1e6 px, which cross each other some 3e5 times */
    assert_true(mintu_effort_fill(&effort, &PAGE, 1));
    draw_zigzag(&effort, 10000); /* a hundred times as often */
    assert_true(mintu_effort_fill(&effort, &PAGE, 1));
    check(&effort, NULL);
    draw_zigzag(&effort, 10000);
    assert_false(mintu_effort_fill(&effort, &PAGE, 1));
    check(&effort, "crossings of outlines");
}

static void strokes_count_their_dashes(void **state)
{
    (void)state;
    mintu_effort effort = {.layer = "dashes"};
    draw_zigzag(&effort, 1000);
    assert_true(mintu_effort_stroke(&effort, 1, 0, true));
    assert_true(mintu_effort_stroke(&effort, 1, 2, true)); /* half a million */
    assert_false(mintu_effort_stroke(&effort, 1, 1, true));
    check(&effort, "dashes");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pixels_add_up),
        cmocka_unit_test(marks_add_up),
        cmocka_unit_test(crossings_add_up_over_paths),
        cmocka_unit_test(strokes_count_their_dashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
