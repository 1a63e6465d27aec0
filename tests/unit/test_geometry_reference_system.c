#define _DEFAULT_SOURCE
#include "geometry/reference_system.h"
#include "test_geo_helper.h"

#include <math.h>

static mintu_reference_system *make(const char *code)
{
    mintu_reference_system *system;
    assert_good(mintu_reference_system_new(context, code, false, &problem, &system));
    return system;
}

/* Positions after A. P. Snyder's series for the meridian's arc on the ellipsoid of CGCS2000: the central meridian's easting is 500 km,
 * or 39,500 km with the zone's number before it. */
static void x_comes_before_y(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        double x, y;
    } all[] = {{"EPSG:4548", 500000, 2766054.169},
               {"EPSG:4527", 39500000, 2766054.169},
               {"EPSG:4490", 117, 25},
               {"OGC:CRS84", 117, 25}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        mintu_reference_system *system = make(all[i].code);
        double xy[2] = {117, 25};
        assert_good(mintu_reference_system_forward(system, xy, 1, &problem));
        assert_true(xy[0] == all[i].x && xy[1] == all[i].y);
        mintu_reference_system_free(system);
    }
}

static void the_area_of_use_is_known(void **state)
{
    (void)state;
    mintu_reference_system *system = make("EPSG:4548");
    assert_true(mintu_reference_system_covers(system, 117, 25));
    assert_true(mintu_reference_system_covers(system, 115.5, 25));
    assert_true(mintu_reference_system_covers(system, 117 - 360, 25));
    assert_false(mintu_reference_system_covers(system, 119, 25));
    assert_false(mintu_reference_system_covers(system, 115, 25));
    assert_false(mintu_reference_system_covers(system, 117, 60));
    mintu_reference_system_free(system);
    system = make("EPSG:32701"); /* west of the 180th meridian */
    assert_true(mintu_reference_system_covers(system, -179, -20));
    assert_false(mintu_reference_system_covers(system, 179, -20));
    mintu_reference_system_free(system);
    system = make("EPSG:3832"); /* across it */
    assert_true(mintu_reference_system_covers(system, 179, 0) && mintu_reference_system_covers(system, -179, 0));
    assert_false(mintu_reference_system_covers(system, 0, 0));
    mintu_reference_system_free(system);
}

static void only_horizontal_systems_by_code(void **state)
{
    (void)state;
    static const char *const codes[] = {
        "EPSG:5773", "EPSG:4978", "EPSG:4979", "EPSG:9518", "EPSG:1",     "EPSG:",        ":4548",
        "",          "WGS84",     "4548",      "EPSG:4610", "EPSG:45:48", "+proj=lonlat", "EPSG:4548/x"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        mintu_reference_system *system;
        assert_int_equal(mintu_reference_system_new(context, codes[i], false, &problem, &system), MINTU_STATUS_USAGE);
        assert_null(system);
        assert_non_null(strstr(problem.text, "expected the code of a horizontal system"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(x_comes_before_y), cmocka_unit_test(the_area_of_use_is_known),
                                       cmocka_unit_test(only_horizontal_systems_by_code)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
