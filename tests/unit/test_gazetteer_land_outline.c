#include "test_gazetteer_package.h"

#include "gazetteer/land_outline.h"
#include "geometry/clip.h"
#include "geometry/polygon.h"

#include <math.h>

static void is_land_without_neighbours(void **state)
{
    world *w = *state;
    static const char *const name[6] = {"a", "b", "c", "d", "e", "f"};
    mintu_layer *outline, *boxes = world_boxes(w, "name", name);
    assert_int_equal(mintu_outline_make(w->context, w->gazetteer, &w->error, &outline), MINTU_STATUS_OK);
    world_box(boxes, "g", 112.5, 20, 113.5, 21); /* half of it is the neighbour's */
    world_box(boxes, "h", 113, 20, 114, 21);     /* all of it */
    assert_int_equal(mintu_polygon_clip(w->context, boxes, outline, &w->error), MINTU_STATUS_OK);
    assert_true(fabs(world_area(boxes, 0) - 1) < 1e-6);
    assert_true(fabs(world_area(boxes, 6) - 0.5) < 1e-6);
    assert_true(world_area(boxes, 7) < 1e-6);
    mintu_layer_free(boxes);
    mintu_layer_free(outline);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(is_land_without_neighbours, world_set_up_base, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
