#include "test_gazetteer_package.h"

static void is(const mintu_geocoder *geocoder, const char *name, const char *code)
{
    mintu_match match;
    mintu_error error;
    assert_int_equal(mintu_geocoder_match(geocoder, name, &error, &match), MINTU_STATUS_OK);
    if (!code && match.status == MINTU_MATCH_STATUS_MATCHED)
        fail_msg("%s matched %s", name, match.place->code);
    if (!code)
        return;
    if (match.status != MINTU_MATCH_STATUS_MATCHED)
        fail_msg("%s did not match", name);
    assert_string_equal(match.place->code, code);
}

static void codes_and_their_longer_forms(void **state)
{
    world *w = *state;
    mintu_geocoder *geocoder;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder), MINTU_STATUS_OK);
    is(geocoder, "990102001", "990102001");
    is(geocoder, "990102001000", "990102001");
    is(geocoder, "990221000000", "990221");
    is(geocoder, "990221000", "990221");
    is(geocoder, "990121", "990103"); /* the code of former times */
    is(geocoder, "990000", "990000");
    is(geocoder, "990999", NULL);
    is(geocoder, "99", NULL);
    is(geocoder, "990102001000000", NULL);
    mintu_geocoder_free(geocoder);
}

static void any_script_and_any_bytes(void **state)
{
    world *w = *state;
    mintu_geocoder *geocoder;
    char large[4000];
    memset(large, 'x', sizeof large - 1);
    large[sizeof large - 1] = '\0';
    assert_int_equal(mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder), MINTU_STATUS_OK);
    is(geocoder, "龍門鎮", "990102001"); /* a traditional form of the package */
    is(geocoder, "龍江縣", "990103");    /* one that ICU makes simplified */
    is(geocoder, "甲州市龍江縣龍門", "990103001");
    is(geocoder, "太山 鎮", "990221003");
    is(geocoder, "", NULL);
    is(geocoder, "\xFF\xFE", NULL);
    is(geocoder, "龙门\xE9", NULL);
    is(geocoder, large, NULL);
    mintu_geocoder_free(geocoder);
    mintu_geocoder_free(NULL);
}

static void texts_of_enums(void **state)
{
    (void)state;
    assert_string_equal(mintu_match_status_text(MINTU_MATCH_STATUS_AMBIGUOUS), "ambiguous");
    assert_string_equal(mintu_match_status_text(MINTU_MATCH_STATUS_END), "");
    assert_string_equal(mintu_match_kind_text(MINTU_MATCH_KIND_LATIN), "latin");
    assert_string_equal(mintu_match_kind_text(MINTU_MATCH_KIND_FUZZY), "fuzzy");
    assert_string_equal(mintu_match_kind_text(MINTU_MATCH_KIND_REVIEW), "review");
    assert_string_equal(mintu_match_kind_text(MINTU_MATCH_KIND_NONE), "");
    assert_string_equal(mintu_match_kind_text(MINTU_MATCH_KIND_END), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(codes_and_their_longer_forms, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(any_script_and_any_bytes, world_set_up, world_tear_down),
        cmocka_unit_test(texts_of_enums),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
