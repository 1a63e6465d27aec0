#include "test_gazetteer_package.h"

#include "geocode/name_types.h"

static void becomes(const char *name, mintu_level level, bool ethnic, const char *expected)
{
    size_t size = mintu_name_shorten(name, level, ethnic);
    if (size != strlen(expected) || memcmp(name, expected, size) != 0)
        fail_msg("%s became %.*s, expected %s", name, (int)size, name, expected);
}

static void types_of_the_level_go(void **state)
{
    (void)state;
    becomes("福建省", MINTU_LEVEL_PROVINCE, false, "福建");
    becomes("广西壮族自治区", MINTU_LEVEL_PROVINCE, true, "广西");
    becomes("泉州市", MINTU_LEVEL_PREFECTURE, false, "泉州");
    becomes("安溪县", MINTU_LEVEL_COUNTY, false, "安溪");
    becomes("沙县区", MINTU_LEVEL_COUNTY, false, "沙县");
    becomes("景宁畲族自治县", MINTU_LEVEL_COUNTY, true, "景宁");
    becomes("水头镇", MINTU_LEVEL_TOWNSHIP, false, "水头");
    becomes("龙门街道", MINTU_LEVEL_TOWNSHIP, false, "龙门");
    becomes("城东街道办事处", MINTU_LEVEL_TOWNSHIP, false, "城东");
    becomes("穆云畲族乡", MINTU_LEVEL_TOWNSHIP, false, "穆云畲族");
    becomes("穆云畲族乡", MINTU_LEVEL_TOWNSHIP, true, "穆云");
}

static void two_characters_must_stay(void **state)
{
    (void)state;
    becomes("沙县", MINTU_LEVEL_COUNTY, false, "");
    becomes("镇", MINTU_LEVEL_TOWNSHIP, false, "");
    becomes("", MINTU_LEVEL_TOWNSHIP, false, "");
    becomes("红星农场", MINTU_LEVEL_TOWNSHIP, false, "");
    becomes("东海工业区", MINTU_LEVEL_TOWNSHIP, false, ""); /* no type of a township */
    becomes("水头镇", MINTU_LEVEL_TOWNSHIP, true, "");      /* no nationality in it */
    becomes("水头镇", MINTU_LEVEL_END, false, "");
}

static void latin_becomes(const char *text, const char *expected, const char *type)
{
    const char *word = "";
    size_t size = mintu_latin_shorten(text, strlen(text), &word);
    if (size != strlen(expected) || memcmp(text, expected, size) != 0 || strcmp(word, type) != 0)
        fail_msg("%s became %.*s %s, expected %s %s", text, (int)size, text, word, expected, type);
}

static void latin_types_go(void **state)
{
    (void)state;
    latin_becomes("shuitouzhen", "shuitou", "town");
    latin_becomes("shuitoutown", "shuitou", "town");
    latin_becomes("muyuntownship", "muyun", "township");
    latin_becomes("anxixian", "anxi", "county");
    latin_becomes("chengdongsubdistrict", "chengdong", "subdistrict"); /* not a district */
    latin_becomes("gulouqu", "gulou", "district");
    latin_becomes("zhen", "", "");
    latin_becomes("longmen", "", "");
    assert_string_equal(mintu_type_word("county-level-city"), "city");
    assert_string_equal(mintu_type_word("town"), "town");
    assert_string_equal(mintu_type_pinyin("city"), "shi");
    assert_null(mintu_type_pinyin("other"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(types_of_the_level_go), cmocka_unit_test(two_characters_must_stay),
                                       cmocka_unit_test(latin_types_go)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
