/* --extent, and the rosters that options name: bounds in degrees, a place, and what is refused; on the invented package. */
#include "test_gazetteer_package.h" /* first: it asks the system for more */

#include "cli/extent.h"
#include "cli/roster_option.h"
#include "console/arguments.h"

const cli_command *const cli_commands[] = {NULL};

static const cli_command command = {.name = "draw",
                                    .options = {{"extent", 0, "BOUNDS", "Shown"}, {"roster", 0, "ID", "Of it"}}};

static mintu_status read_extent(world *w, const char *value, cli_extent *out)
{
    cli_arguments arguments = {.command = &command, .values = {value}};
    cli_session session = {w->context, w->gazetteer};
    w->error = (mintu_error){0};
    return cli_extent_read(&arguments, &session, 20141101, &w->error, out);
}

static void bounds_are_read_exactly(void **state)
{
    static const char *const wrong[] = {"117,24,119",     "117,24,119,26,1", "119,24,117,26", "117,26,119,24",
                                        "-181,24,119,26", "117,24,119,91",   "117;24;119;26", ""};
    cli_extent extent;
    assert_int_equal(read_extent(*state, "117,24.5,119,26", &extent), MINTU_STATUS_OK);
    assert_true(extent.bounds[0] == 117 && extent.bounds[1] == 24.5 && extent.bounds[2] == 119 && extent.bounds[3] == 26);
    assert_int_equal(extent.place_count, 0);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(read_extent(*state, wrong[i], &extent), MINTU_STATUS_USAGE);
    assert_int_equal(read_extent(*state, NULL, &extent), MINTU_STATUS_OK); /* not given: nothing is asked for */
    assert_true(extent.bounds[0] == 0 && extent.bounds[2] == 0 && extent.place_count == 0);
}

static void a_township_is_ten_kilometres_around_its_point(void **state)
{
    cli_extent extent;
    assert_int_equal(read_extent(*state, "白石镇", &extent), MINTU_STATUS_OK);
    assert_true(extent.bounds[1] < 21.4 && extent.bounds[3] > 21.4);
    assert_true(extent.bounds[3] - extent.bounds[1] > 0.17 && extent.bounds[3] - extent.bounds[1] < 0.19);
    assert_true(extent.bounds[2] - extent.bounds[0] > extent.bounds[3] - extent.bounds[1]); /* degrees are narrower there */
    cli_extent_free(&extent);
}

static void a_name_of_several_is_refused_with_them(void **state)
{
    world *w = *state;
    cli_extent extent;
    assert_int_equal(read_extent(w, "东城区", &extent), MINTU_STATUS_USAGE);
    assert_non_null(strstr(w->error.text, "甲州市"));
    assert_non_null(strstr(w->error.text, "乙州市"));
    assert_int_equal(read_extent(w, "月球镇", &extent), MINTU_STATUS_USAGE);
    /* Its unit behind a comma: one is found, whose polygon the invented package lacks. */
    assert_int_equal(read_extent(w, "东城区,乙州市", &extent), MINTU_STATUS_INPUT);
    cli_extent_free(&extent);
}

static void rosters_are_the_packages(void **state)
{
    world *w = *state;
    static const struct {
        const char *word;
        unsigned bits;
    } known[] = {{NULL, 0}, {"none", 0}, {"small-city", WORLD_CITIES}, {"town", WORLD_TOWNS}, {"any", MINTU_ROSTERS_ANY}};
    unsigned bits;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        cli_arguments arguments = {.command = &command, .values = {NULL, known[i].word}};
        assert_int_equal(cli_option_rosters(&arguments, "roster", w->gazetteer, &w->error, &bits), MINTU_STATUS_OK);
        assert_int_equal(bits, known[i].bits);
    }
    cli_arguments arguments = {.command = &command, .values = {NULL, "village"}};
    assert_int_equal(cli_option_rosters(&arguments, "roster", w->gazetteer, &w->error, &bits), MINTU_STATUS_USAGE);
    assert_non_null(strstr(w->error.text, "none, small-city, town, any"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(bounds_are_read_exactly, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_township_is_ten_kilometres_around_its_point, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_name_of_several_is_refused_with_them, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(rosters_are_the_packages, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
