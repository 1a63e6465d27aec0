#include "furniture/graticule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static mintu_context *context;

static void fit(mintu_drawing *drawing, const char *crs, const double extent[4])
{
    mintu_error error = {0};
    mintu_page_wish wish = {0};
    drawing->page.frame = (mintu_box){40, 80, 750, 1050};
    assert_int_equal(mintu_projection_new(context, crs, &error, &drawing->projection), MINTU_STATUS_OK);
    assert_int_equal(mintu_page_bounds(drawing->projection, extent, &wish.bounds, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_page_fit(&drawing->page, drawing->projection, &wish, &error), MINTU_STATUS_OK);
}

/* From a place on the page back to degrees, by the page's own centre and scale. */
static void to_degrees(const mintu_drawing *drawing, const mintu_graticule_mark *mark, double lonlat[2])
{
    mintu_error error = {0};
    const mintu_page *page = &drawing->page;
    lonlat[0] = page->metres[0] + (mark->x - (page->frame.x0 + page->frame.x1) / 2) / page->px_per_metre;
    lonlat[1] = page->metres[1] - (mark->y - (page->frame.y0 + page->frame.y1) / 2) / page->px_per_metre;
    assert_int_equal(mintu_projection_inverse(drawing->projection, lonlat, 1, &error), MINTU_STATUS_OK);
}

static double degrees_of(const char *text)
{
    double degrees = atof(text);
    const char *minutes = strstr(text, "°");
    assert_non_null(minutes);
    degrees += atof(minutes + strlen("°")) / 60;
    return strchr(text, 'W') || strchr(text, 'S') ? -degrees : degrees;
}

/* Every number stands on the frame where its line meets it, and says that line; each line but those near a corner at two edges. */
static void marks_are_true(const char *crs, const double extent[4], size_t least)
{
    mintu_drawing drawing = {.lang = "zh"};
    mintu_error error = {0};
    mintu_graticule_mark marks[MINTU_GRATICULE_MARKS];
    drawing.error = &error;
    fit(&drawing, crs, extent);
    size_t edges[4] = {0}, count = mintu_graticule_marks(&drawing, marks);
    const mintu_box *frame = &drawing.page.frame;
    double px = 1 / drawing.page.px_per_metre / 90000; /* degrees */
    for (size_t i = 0; i < count; i++) {
        double lonlat[2];
        const mintu_graticule_mark *mark = &marks[i];
        to_degrees(&drawing, mark, lonlat);
        assert_true(fabs(lonlat[mark->meridian ? 0 : 1] - mark->degrees) < 0.5 * px);
        assert_true(fabs(degrees_of(mark->text) - mark->degrees) < 1e-6);
        if (mark->degrees == 0) /* neither east nor west */
            assert_string_equal(mark->text, "0°");
        else
            assert_int_equal(mark->meridian, strchr(mark->text, 'E') || strchr(mark->text, 'W'));
        int edge = mark->meridian ? (mark->y == frame->y0   ? 0
                                     : mark->y == frame->y1 ? 1
                                                            : -1)
                                  : (mark->x == frame->x0   ? 2
                                     : mark->x == frame->x1 ? 3
                                                            : -1);
        assert_true(edge >= 0);
        edges[edge]++;
    }
    for (int i = 0; i < 4; i++)
        assert_true(edges[i] >= least && edges[i] <= 10);
    mintu_projection_free(drawing.projection);
}

static void numbers_stand_where_their_lines_meet_the_frame(void **state)
{
    (void)state;
    marks_are_true("EPSG:4509", (double[4]){115.8, 23.4, 120.8, 29.4}, 4);
    marks_are_true("EPSG:4509", (double[4]){119, 25, 119.3, 25.4}, 2);
    marks_are_true("EPSG:3857", (double[4]){-3, -4, 3, 4}, 3);
    marks_are_true("+proj=lcc +lat_1=24 +lat_2=46 +lon_0=105 +ellps=GRS80 +type=crs", (double[4]){114, 22, 122, 31}, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_stand_where_their_lines_meet_the_frame)};
    mintu_error error = {0};
    if (mintu_context_new(&error, &context) != MINTU_STATUS_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    mintu_context_free(context);
    return failed;
}
