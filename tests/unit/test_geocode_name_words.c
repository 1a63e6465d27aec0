#include "test_gazetteer_package.h"

#include "geocode/name_words.h"

/* The text with a | before each segment, and in Latin a . before each further word. */
static void is(const char *query, const char *expected)
{
    mintu_words words;
    mintu_error error;
    char shown[600] = "";
    assert_int_equal(mintu_words_read(query, &error, &words), MINTU_STATUS_OK);
    for (size_t i = 0; i < words.size; i++) {
        for (size_t s = 0; s < words.count; s++)
            if (words.segments[s] == i)
                strcat(shown, "|");
        if (words.latin && words.starts[i] && shown[0] && shown[strlen(shown) - 1] != '|')
            strcat(shown, ".");
        strncat(shown, words.text + i, 1);
    }
    if (strcmp(shown, expected) != 0)
        fail_msg("%s is \"%s\", expected \"%s\"", query, shown, expected);
}

static void segments_end_at_commas(void **state)
{
    (void)state;
    is("Shuitou, Nan'an", "|shuitou|nanan");
    is("水头镇，南安市", "|水头镇|南安市");
    is("Anxi Xian Longmen Zhen", "|anxi.xian.longmen.zhen");
    is("Longmen Town of Anxi County", "|longmen.town|anxi.county");
    is("Lóngmén-zhèn; Ānxī", "|longmen.zhen|anxi");
    is("shui3tou2 zhen4", "|shuitou.zhen");
    is("lv3shun", "|l.u.s.h.u.n"); /* a single word may begin a name anywhere */
    is(" , ,", "");
    is("", "");
}

static void the_country_is_left_out(void **state)
{
    (void)state;
    is("Anxi, Fujian, China", "|anxi|fujian");
    is("中国福建省安溪县", "|福建省安溪县");
    is("中国", "");
    is("China Fujian Anxi", "|fujian.anxi");
    is("Chinatown", "|c.h.i.n.a.t.o.w.n");
}

static void what_is_too_much_is_no_name(void **state)
{
    (void)state;
    char large[400];
    is("a,b,c,d,e,f,g,h", "|a|b|c|d|e|f|g|h");
    is("a,b,c,d,e,f,g,h,i", "");
    is("ab\xFFz", "");
    memset(large, 'x', sizeof large - 1);
    large[sizeof large - 1] = '\0';
    is(large, "");
    large[0] = '\0';
    for (int i = 0; i < 80; i++)
        strcat(large, "㍿"); /* each becomes four characters */
    is(large, "");
    large[3 * 60] = '\0';
    is(large, "");
}

static void segments_may_be_reversed(void **state)
{
    (void)state;
    mintu_words words, reversed;
    mintu_error error;
    mintu_words_read("Longmen Zhen, Anxi Xian", &error, &words);
    assert_true(mintu_words_reverse(&words, &reversed));
    assert_string_equal(reversed.text, "anxixianlongmenzhen");
    assert_true(reversed.starts[8] && reversed.starts[15] && !reversed.starts[9]);
    mintu_reading reading = mintu_words_reading(&reversed);
    assert_true(reading.latin && reading.starts && reading.size == 19);
    mintu_words_read("Longmen", &error, &words);
    assert_false(mintu_words_reverse(&words, &reversed));
    mintu_words_read("龙门，安溪（东）", &error, &words);
    assert_false(mintu_words_reverse(&words, &reversed));
    assert_null(mintu_words_reading(&words).starts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(segments_end_at_commas),
        cmocka_unit_test(the_country_is_left_out),
        cmocka_unit_test(what_is_too_much_is_no_name),
        cmocka_unit_test(segments_may_be_reversed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
