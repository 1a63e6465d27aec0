#include "test_gazetteer_package.h"

#include "geocode/variant_characters.h"

/* Opens the package with a table of variants in it. */
static mintu_status open_with(world *w, const char *table)
{
    char text[8192];
    const char *before = strstr(world_descriptor, "{\"name\": \"pilot_cities\"");
    mintu_gazetteer_free(w->gazetteer);
    w->gazetteer = NULL;
    snprintf(text, sizeof text, "%.*s{\"name\": \"variants\", \"path\": \"variants.csv\"},\n%s",
             (int)(before - world_descriptor), world_descriptor, before);
    world_write(w, "datapackage.json", text);
    world_write(w, "variants.csv", table);
    assert_int_equal(world_open(w), MINTU_STATUS_OK);
    mintu_variants variants;
    mintu_status status = mintu_variants_load(w->gazetteer, &w->error, &variants);
    mintu_variants_free(&variants);
    return status;
}

static void characters_are_replaced(void **state)
{
    world *w = *state;
    mintu_variants variants;
    mintu_geocoder *geocoder;
    mintu_match match;
    char out[MINTU_NAME_SIZE], long_text[MINTU_NAME_SIZE] = "";
    size_t size;
    assert_int_equal(open_with(w, "character,usual\n竜,龙\n冋,门\n𠮷,吉\n"), MINTU_STATUS_OK);
    assert_int_equal(mintu_variants_load(w->gazetteer, &w->error, &variants), MINTU_STATUS_OK);
    mintu_variants_replace(&variants, "竜冋镇", out, &size);
    assert_string_equal(out, "龙门镇");
    assert_int_equal(size, 9);
    mintu_variants_replace(&variants, "𠮷田", out, &size);
    assert_string_equal(out, "吉田");
    mintu_variants_replace(&variants, "龙门镇", out, &size);
    assert_int_equal(size, 0);
    mintu_variants_replace(&variants, "\xFF", out, &size);
    assert_int_equal(size, 0);
    for (int i = 0; i < 85; i++)
        strcat(long_text, "竜");
    mintu_variants_replace(&variants, long_text, out, &size);
    assert_int_equal(size, 0);
    mintu_variants_free(&variants);
    assert_int_equal(mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_match(geocoder, "竜冋镇", &w->error, &match), MINTU_STATUS_OK);
    assert_int_equal(match.status, MINTU_MATCH_STATUS_MATCHED);
    assert_int_equal(match.kind, MINTU_MATCH_KIND_ALIAS); /* not the official writing */
    mintu_geocoder_free(geocoder);
}

static void a_package_may_have_none(void **state)
{
    world *w = *state;
    mintu_variants variants;
    char out[MINTU_NAME_SIZE];
    size_t size;
    assert_int_equal(mintu_variants_load(w->gazetteer, &w->error, &variants), MINTU_STATUS_OK);
    assert_int_equal(variants.count, 0);
    mintu_variants_replace(&variants, "龙门", out, &size);
    assert_int_equal(size, 0);
    mintu_variants_free(&variants);
}

static void a_bad_table_is_told_with_its_cell(void **state)
{
    world *w = *state;
    assert_int_equal(open_with(w, "character,usual\n竜,龙\n冋冋,门\n"), MINTU_STATUS_INPUT);
    assert_int_equal(w->error.line, 3);
    assert_int_equal(open_with(w, "character,usual\n竜,\n"), MINTU_STATUS_INPUT);
    assert_int_equal(w->error.line, 2);
    assert_int_equal(open_with(w, "character\n竜\n"), MINTU_STATUS_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(characters_are_replaced, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_package_may_have_none, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_bad_table_is_told_with_its_cell, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
