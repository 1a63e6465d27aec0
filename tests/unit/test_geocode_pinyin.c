#include "test_gazetteer_package.h"

#include "geocode/pinyin.h"

/* The syllables with blanks between them, "" when the name cannot be split. */
static void is(const char *name, size_t count, const char *expected)
{
    mintu_syllable syllables[64];
    char shown[256] = "";
    if (mintu_pinyin_split(name, count, syllables))
        for (size_t i = 0; i < count; i++) {
            strcat(shown, i ? " " : "");
            for (int shift = 40; shift >= 0; shift -= 8)
                if (syllables[i] >> shift & 0xFF)
                    strncat(shown, &(char){(char)(syllables[i] >> shift & 0xFF)}, 1);
        }
    if (strcmp(shown, expected) != 0)
        fail_msg("%s is \"%s\", expected \"%s\"", name, shown, expected);
}

static void names_are_split_into_syllables(void **state)
{
    (void)state;
    is("Shuitou", 2, "shui tou");
    is("Longmen", 2, "long men");
    is("Nan'an", 2, "nan an");
    is("Xian", 1, "xian");
    is("Xian", 2, ""); /* it would be written Xi'an */
    is("Xi'an", 2, "xi an");
    is("Fujiantulouhua'an Luyouqu", 9, "fu jian tu lou hua an lu you qu");
    is("Kinmen", 3, "");
    is("Foochow", 2, "");
    is("", 1, "");
    is("Shuitou", 0, "");
    is("Zhangzhouzhangzhouzhangzhouzhangzhouzhangzhouzhangzhouzhangzhouzhang", 20, "");
}

static void letters_may_be_pinyin(void **state)
{
    (void)state;
    assert_true(mintu_pinyin_is("longmen"));
    assert_true(mintu_pinyin_is("jiangxi"));
    assert_true(mintu_pinyin_is(""));
    assert_false(mintu_pinyin_is("longmrn"));
    assert_false(mintu_pinyin_is("shuitt"));
}

static void what_was_learned_goes_before_icu(void **state)
{
    (void)state;
    mintu_pinyin pinyin = {0};
    mintu_readings readings;
    mintu_syllable changle[2];
    mintu_error error;
    assert_int_equal(mintu_pinyin_known(&pinyin, U'长'), 0);
    assert_true(mintu_pinyin_split("Changle", 2, changle));
    assert_true(mintu_pinyin_learn(&pinyin, U'长', changle[0]));
    assert_true(mintu_pinyin_learn(&pinyin, U'长', changle[0]));
    assert_true(mintu_pinyin_learn(&pinyin, U'长', changle[1]));
    assert_int_equal(mintu_pinyin_read(&pinyin, U'长', &error, &readings), MINTU_STATUS_OK);
    assert_true(readings.items[0] == changle[0] && readings.items[1] == changle[1] && readings.items[2] == 0);
    assert_true(mintu_pinyin_known(&pinyin, U'长') == changle[0]);
    assert_int_equal(mintu_pinyin_read(&pinyin, U'乐', &error, &readings), MINTU_STATUS_OK);
    assert_true(readings.items[0] == changle[1]); /* ICU's */
    assert_int_equal(mintu_pinyin_read(&pinyin, U'A', &error, &readings), MINTU_STATUS_OK);
    assert_true(readings.items[0] == 0);
    mintu_pinyin_free(&pinyin);
}

static void the_table_has_an_end(void **state)
{
    (void)state;
    mintu_pinyin pinyin = {0};
    mintu_readings readings;
    mintu_error error;
    for (char32_t c = 0x10000; c < 0x10000 + 20000; c++)
        assert_true(mintu_pinyin_learn(&pinyin, c, 1));
    assert_int_equal(mintu_pinyin_read(&pinyin, U'水', &error, &readings), MINTU_STATUS_OK);
    assert_true(readings.items[0] != 0);
    mintu_pinyin_free(&pinyin);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_split_into_syllables),
        cmocka_unit_test(letters_may_be_pinyin),
        cmocka_unit_test(what_was_learned_goes_before_icu),
        cmocka_unit_test(the_table_has_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
