#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "geometry/projection.h"

static mintu_projection *make(const char *definition)
{
    mintu_projection *projection = NULL;
    assert_good(mintu_projection_new(context, definition, &problem, &projection));
    return projection;
}

/* Examples of IOGP's Guidance Note 7-2. */
static void projects_as_published(void **state)
{
    (void)state;
    static const struct {
        const char *definition;
        double lon, lat, east, north;
    } cases[] = {{"EPSG:27700", 0.5, 50.5, 577274.99, 69740.50},
                 {"EPSG:3857", -(100 + 20 / 60.0), 24 + 22 / 60.0 + 54.433 / 3600, -11169055.58, 2800000.00},
                 {"EPSG:32040", -96, 28.5, 0, 0}};
    for (size_t i = 0; i < 2; i++) {
        mintu_projection *projection = make(cases[i].definition);
        double xy[] = {cases[i].lon, cases[i].lat};
        assert_good(mintu_projection_forward(projection, xy, 1, &problem));
        assert_true(fabs(xy[0] - cases[i].east) < 0.01 && fabs(xy[1] - cases[i].north) < 0.01);
        assert_good(mintu_projection_inverse(projection, xy, 1, &problem));
        assert_true(fabs(xy[0] - cases[i].lon) < 1e-9 && fabs(xy[1] - cases[i].lat) < 1e-9);
        mintu_projection_free(projection);
    }
    mintu_projection *feet = NULL;
    assert_int_equal(mintu_projection_new(context, cases[2].definition, &problem, &feet), MINTU_STATUS_USAGE);
    assert_non_null(strstr(problem.text, "metre"));
    assert_null(feet);
}

/* The official axes of Gauss-Kruger are northing, easting; ours are easting, northing whatever the definition says. */
static void axes_are_easting_northing(void **state)
{
    (void)state;
    mintu_projection *projection = make("EPSG:4509");
    double xy[] = {117, 26, 119, 26};
    assert_good(mintu_projection_forward(projection, xy, 2, &problem));
    assert_true(fabs(xy[0] - 500000) < 0.001);
    assert_true(fabs(xy[2] - 700260.6444) < 0.001 && fabs(xy[3] - 2878367.1826) < 0.001);
    assert_non_null(strstr(mintu_projection_name(projection), "Gauss-Kruger CM 117E"));
    assert_good(mintu_projection_forward(projection, NULL, 0, &problem));
    mintu_projection_free(projection);
}

/* PROJ's `proj -V` gives 1.00049500 and 0.87703478 degrees for 119 E, 26 N from 117 E; east of the axis true north is to the left. */
static void factors_are_those_of_proj(void **state)
{
    (void)state;
    mintu_projection *projection = make("+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +ellps=GRS80");
    double scale, convergence;
    assert_good(mintu_projection_factors(projection, 119, 26, &scale, &convergence, &problem));
    assert_true(fabs(scale - 1.000495) < 1e-7 && fabs(convergence + 0.87703478) < 1e-5);
    assert_good(mintu_projection_factors(projection, 115, 26, &scale, &convergence, &problem));
    assert_true(fabs(convergence - 0.87703478) < 1e-5);
    assert_good(mintu_projection_factors(projection, 117, 26, &scale, &convergence, &problem));
    assert_true(fabs(scale - 1) < 1e-8 && fabs(convergence) < 1e-6);
    mintu_projection_free(projection);
}

static void outside_the_domain_is_infinite(void **state)
{
    (void)state;
    mintu_projection *projection = make("+proj=ortho +lat_0=26 +lon_0=118 +ellps=GRS80");
    double xy[] = {-62, -26, 118, 26}, scale, convergence;
    assert_good(mintu_projection_forward(projection, xy, 2, &problem));
    assert_true(isinf(xy[0]) && isinf(xy[1]));
    assert_true(fabs(xy[2]) < 1e-6 && fabs(xy[3]) < 1e-6);
    assert_int_equal(mintu_projection_factors(projection, -62, -26, &scale, &convergence, &problem), MINTU_STATUS_USAGE);
    mintu_projection_free(projection);
}

static void what_is_no_map_projection_is_refused(void **state)
{
    (void)state;
    static const char *const definitions[] = {"EPSG:4326", "no such thing at all", "", "EPSG:999999", "+proj=nonsense", "foo"};
    for (size_t i = 0; i < sizeof definitions / sizeof *definitions; i++) {
        mintu_projection *projection = (mintu_projection *)1;
        memset(&problem, 0, sizeof problem);
        assert_int_equal(mintu_projection_new(context, definitions[i], &problem, &projection), MINTU_STATUS_USAGE);
        assert_null(projection);
        assert_non_null(strstr(problem.text, "EPSG:4509"));
    }
    assert_non_null(strstr(problem.text, "\"foo\": PROJ does not know it"));
    mintu_projection *named = make("cgcs2000 / 3-degree Gauss-Kruger CM 117E");
    mintu_projection_free(named);
    mintu_projection_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(projects_as_published), cmocka_unit_test(axes_are_easting_northing),
                                       cmocka_unit_test(factors_are_those_of_proj),
                                       cmocka_unit_test(outside_the_domain_is_infinite),
                                       cmocka_unit_test(what_is_no_map_projection_is_refused)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
