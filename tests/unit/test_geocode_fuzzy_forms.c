#include "test_gazetteer_package.h"

#include "geocode/fuzzy_forms.h"

static void names_are_taken_apart(void **state)
{
    world *w = *state;
    mintu_index index;
    mintu_forms forms = {0};
    size_t latin = 0, whole = 0, ethnic = 0, former = 0;
    assert_int_equal(mintu_index_build(w->gazetteer, 20141101, &w->error, &index), MINTU_STATUS_OK);
    assert_int_equal(mintu_forms_build(&index, &w->error, &forms), MINTU_STATUS_OK);
    for (size_t i = 0; i < forms.count; i++) {
        const mintu_form *form = &forms.items[i];
        const char *code = mintu_gazetteer_place(w->gazetteer, form->place)->code;
        latin += form->latin && strcmp(code, "990103") == 0 && strcmp(form->type, "district") == 0 && form->count == 9;
        whole += !form->latin && strcmp(code, "990102001") == 0 && strcmp(form->type, "镇") == 0 && form->count == 2;
        ethnic += strcmp(code, "990221002") == 0 && strcmp(form->type, "畲族乡") == 0;
        former += strcmp(code, "990103") == 0 && strcmp(form->type, "县") == 0;
        if (!form->latin && strcmp(code, "990102001") == 0)
            assert_true(forms.syllables[form->symbols] == mintu_pinyin_known(&forms.pinyin, U'龙'));
    }
    assert_int_equal(latin, 1);
    assert_int_equal(whole, 1);
    assert_int_equal(ethnic, 1);
    assert_int_equal(former, 1);
    assert_true(mintu_pinyin_known(&forms.pinyin, U'龙') != 0);
    mintu_forms_free(&forms);
    mintu_index_free(&index);
}

static void characters_are_counted(void **state)
{
    (void)state;
    char32_t out[MINTU_FUZZY_SYMBOLS];
    char large[128] = "";
    assert_int_equal(mintu_forms_characters("水头a", 7, out), 3);
    assert_true(out[0] == U'水' && out[2] == U'a');
    assert_int_equal(mintu_forms_characters("水头", 4, out), 0); /* a character is cut */
    assert_int_equal(mintu_forms_characters("", 0, out), 0);
    memset(large, 'a', MINTU_FUZZY_SYMBOLS + 1);
    assert_int_equal(mintu_forms_characters(large, MINTU_FUZZY_SYMBOLS, out), MINTU_FUZZY_SYMBOLS);
    assert_int_equal(mintu_forms_characters(large, MINTU_FUZZY_SYMBOLS + 1, out), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_are_taken_apart, world_set_up, world_tear_down),
        cmocka_unit_test(characters_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
