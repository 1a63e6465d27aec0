#include "canvas/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

enum { N = 5000 };

static double off_segment(const double *p, const double a[2], const double b[2])
{
    double dx = b[0] - a[0], dy = b[1] - a[1], square = dx * dx + dy * dy;
    double part = square > 0 ? ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square : 0;
    part = fmin(fmax(part, 0), 1);
    return hypot(p[0] - a[0] - part * dx, p[1] - a[1] - part * dy);
}

/* Every vertex of a wild line lies within the tolerance of the line that is drawn in its place. */
static void thinned_lines_stay_within_the_tolerance(void **state)
{
    (void)state;
    static double xy[2 * N];
    mintu_page page = {.width = 800, .height = 800, .dpi = 300};
    mintu_canvas canvas;
    mintu_error error = {0};
    assert_int_equal(mintu_canvas_open(&canvas, &page, MINTU_MAP_FORMAT_PNG, &error), MINTU_STATUS_OK);
    for (size_t i = 0; i < N; i++) {
        double t = (double)i / N;
        xy[2 * i] = 100 + 600 * t + 3 * sin(400 * t);
        xy[2 * i + 1] = 400 + 200 * sin(9 * t) + 2 * cos(777 * t) + 0.05 * sin(50000 * t);
    }
    mintu_canvas_path(&canvas, &(mintu_polyline){xy, N, false}, 0);
    cairo_path_t *path = cairo_copy_path(canvas.cairo);
    size_t drawn = (size_t)path->num_data / 2;
    assert_true(drawn < N / 3);
    assert_true(drawn > 100);
    for (size_t i = 0; i < N; i++) {
        double least = INFINITY;
        for (size_t j = 0; j + 1 < drawn; j++) {
            const cairo_path_data_t *a = &path->data[2 * j + 1], *b = a + 2;
            least =
                fmin(least, off_segment(xy + 2 * i, (double[2]){a->point.x, a->point.y}, (double[2]){b->point.x, b->point.y}));
        }
        assert_true(least <= canvas.tolerance * 1.5 + 0.01);
    }
    cairo_path_destroy(path);
    mintu_canvas_free(&canvas);
}

static void ends_and_corners_are_kept(void **state)
{
    (void)state;
    double xy[] = {10, 10, 20, 10, 30, 10, 30, 20, 30, 30};
    mintu_page page = {.width = 100, .height = 100, .dpi = 96};
    mintu_canvas canvas;
    mintu_error error = {0};
    assert_int_equal(mintu_canvas_open(&canvas, &page, MINTU_MAP_FORMAT_PNG, &error), MINTU_STATUS_OK);
    mintu_canvas_path(&canvas, &(mintu_polyline){xy, 5, false}, 0);
    cairo_path_t *path = cairo_copy_path_flat(canvas.cairo);
    assert_int_equal(path->num_data, 6); /* start, corner, end */
    assert_true(fabs(path->data[3].point.x - 30) < 0.01 && fabs(path->data[3].point.y - 10) < 0.01);
    assert_true(fabs(path->data[5].point.x - 30) < 0.01 && fabs(path->data[5].point.y - 30) < 0.01);
    cairo_path_destroy(path);
    mintu_canvas_free(&canvas);
}

static void vertices_beyond_the_clip_are_left_out(void **state)
{
    (void)state;
    static double xy[2 * N];
    mintu_page page = {.width = 100, .height = 100, .dpi = 96};
    mintu_canvas canvas;
    mintu_error error = {0};
    assert_int_equal(mintu_canvas_open(&canvas, &page, MINTU_MAP_FORMAT_PNG, &error), MINTU_STATUS_OK);
    for (size_t i = 0; i < N; i++) {
        xy[2 * i] = (double)i;
        xy[2 * i + 1] = 500 + 100 * sin((double)i);
    }
    mintu_canvas_path(&canvas, &(mintu_polyline){xy, N, false}, 1);
    cairo_path_t *path = cairo_copy_path_flat(canvas.cairo);
    assert_true(path->num_data < 12);
    cairo_path_destroy(path);
    mintu_canvas_free(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thinned_lines_stay_within_the_tolerance),
        cmocka_unit_test(ends_and_corners_are_kept),
        cmocka_unit_test(vertices_beyond_the_clip_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
