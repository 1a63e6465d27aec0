#include "test_gazetteer_package.h"

#include "geocode/normalise.h"

static void becomes(const char *text, const char *expected)
{
    char out[MINTU_NAME_SIZE];
    size_t size;
    mintu_error error;
    assert_int_equal(mintu_name_normalise(text, &error, out, &size), MINTU_STATUS_OK);
    assert_string_equal(out, expected);
    assert_int_equal(size, strlen(expected));
}

static void spelling_does_not_matter(void **state)
{
    (void)state;
    becomes("安溪县", "安溪县");
    becomes(" 安溪　县\n", "安溪县");
    becomes("泉州市/安溪县-龙门镇", "泉州市安溪县龙门镇");
    becomes("「水头镇」", "水头镇");
    becomes("《水头》", "水头");
    becomes("龙门（安溪）", "龙门(安溪)");
    becomes("龙门[安溪】", "龙门(安溪)");
    becomes("ＡＮＸＩ　Ｃｏｕｎｔｙ", "anxicounty");
    becomes("Chang'an", "changan");
    becomes("３５０５２４", "350524");
    becomes("Shuǐtóu Zhèn", "shuitouzhen");
    becomes("Nan’an", "nanan");
    becomes("lǚ Lü", "lulu");
}

static void what_is_no_name_is_empty(void **state)
{
    (void)state;
    char large[400];
    becomes("", "");
    becomes("  ，。", "");
    becomes("\xE5\xAE", "");
    becomes("\xFF", "");
    becomes("水\xEF\xBF\xBD头镇", ""); /* U+FFFD: a character was lost */
    memset(large, 'a', sizeof large - 1);
    large[sizeof large - 1] = '\0';
    becomes(large, "");
    /* one character whose compatibility form has eighteen, many times: what does not fit is no name */
    large[0] = '\0';
    for (int i = 0; i < 80; i++)
        strcat(large, "\xEF\xB7\xBA");
    becomes(large, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spelling_does_not_matter),
        cmocka_unit_test(what_is_no_name_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
