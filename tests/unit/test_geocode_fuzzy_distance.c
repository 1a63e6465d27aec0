#include "test_gazetteer_package.h"

#include "geocode/fuzzy_distance.h"

#include <limits.h>

/* Compares two names by hand, without a package: of the second a few characters have sounds. */
static mintu_nearness compare(const char *name, const char *type, const char *text, const char *text_type)
{
    static const struct {
        char32_t character;
        mintu_syllable syllable;
    } sounds[] = {{U'龙', 1}, {U'隆', 1}, {U'门', 2}, {U'水', 3}, {U'头', 4}, {U'投', 4}, {U'第', 5}, {U'二', 6}, {U'三', 7}};
    char32_t characters[MINTU_FUZZY_SYMBOLS];
    mintu_syllable syllables[MINTU_FUZZY_SYMBOLS] = {0};
    mintu_spelling spelling = {.type = text_type, .latin = (unsigned char)text[0] < 0x80};
    mintu_form form = {.type = type, .latin = (unsigned char)name[0] < 0x80};
    mintu_forms forms = {.items = &form, .count = 1, .characters = characters, .syllables = syllables};
    form.count = (unsigned char)mintu_forms_characters(name, strlen(name), characters);
    spelling.count = mintu_forms_characters(text, strlen(text), spelling.characters);
    for (size_t s = 0; s < sizeof sounds / sizeof *sounds; s++) {
        for (size_t i = 0; i < form.count; i++)
            syllables[i] = characters[i] == sounds[s].character ? sounds[s].syllable : syllables[i];
        for (size_t i = 0; i < spelling.count; i++)
            if (spelling.characters[i] == sounds[s].character)
                spelling.readings[i].items[0] = sounds[s].syllable;
    }
    return mintu_fuzzy_compare(&forms, 0, &spelling);
}

static void is(mintu_nearness near, unsigned cost, bool sure, double likeness)
{
    assert_int_equal(near.cost, cost);
    assert_int_equal(near.sure, sure);
    assert_true(near.likeness > likeness - 1e-9 && near.likeness < likeness + 1e-9);
}

static void is_far(mintu_nearness near)
{
    assert_int_equal(near.cost, UINT_MAX);
}

static void slips_are_told_from_other_names(void **state)
{
    (void)state;
    is(compare("龙门", "镇", "隆门", "镇"), 1, true, 2.0 / 3);  /* the same sound */
    is(compare("龙门", "镇", "龙门", "乡"), 1, true, 2.0 / 3);  /* another type */
    is(compare("水头", "镇", "水口", "镇"), 1, false, 2.0 / 3); /* one of two characters */
    is(compare("太姥山", "镇", "太平山", "镇"), 1, true, 0.75);
    is(compare("太姥山", "镇", "大姥山", "镇"), 1, false, 0.75); /* 大 tells places apart */
    is(compare("第二场", "", "第三场", ""), 1, false, 2.0 / 3);
    is(compare("天宝林场", "", "桃宝林场", ""), 1, false, 0.75); /* without a type, little is its own */
    is(compare("水头", "镇", "隆投", "镇"), 1, false, 2.0 / 3);  /* one sound of two */
    is(compare("龙头", "镇", "隆投", "镇"), 1, false, 2.0 / 3);  /* the sounds, but no character */
    is(compare("太姥山", "镇", "太姥", "镇"), 1, false, 0.75);
    is(compare("富兴堡路", "街道", "富兴堡", "街道"), 1, true, 5.0 / 6);
}

static void two_edits_are_for_long_names(void **state)
{
    (void)state;
    is_far(compare("龙门", "镇", "水头", "镇"));
    is_far(compare("龙门", "镇", "隆门", "乡"));
    is_far(compare("龙门", "镇", "龙门", "镇")); /* no slip at all */
    is_far(compare("太姥山", "镇", "太平水", "镇"));
    is(compare("雪峰华侨开发区", "", "雪山华人开发区", ""), 2, false, 5.0 / 7);
    is_far(compare("雪峰华侨开发区", "", "雪山华人开放区", ""));
}

static void latin_is_compared_by_letters(void **state)
{
    (void)state;
    is(compare("longmen", "town", "longmeng", "town"), 1, true, 7.0 / 8);
    is(compare("longmen", "town", "longmrn", "town"), 1, true, 6.0 / 7);
    is(compare("jingxi", "town", "jiangxi", ""), 1, false, 6.0 / 7); /* reads as another name */
    is(compare("zhangshu", "", "zangshu", ""), 1, true, 7.0 / 8);
    is(compare("anhai", "", "anhaj", ""), 1, false, 0.8); /* short */
    is_far(compare("anxi", "", "anxj", ""));
    is_far(compare("longmen", "town", "langmrn", "town"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_are_told_from_other_names),
        cmocka_unit_test(two_edits_are_for_long_names),
        cmocka_unit_test(latin_is_compared_by_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
