#include "scan/scan_reach.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A text with a unit between bars, which are taken out. */
typedef struct marked {
    char text[256];
    size_t size, start, end;
} marked;

static marked mark(const char *text)
{
    marked m = {.size = 0};
    size_t bars[2] = {0, 0}, bar = 0;
    for (; *text; text++) {
        if (*text == '|' && bar < 2)
            bars[bar++] = m.size;
        else
            m.text[m.size++] = *text;
    }
    m.start = bars[0];
    m.end = bars[1];
    return m;
}

static void title_is(const char *text, bool expected)
{
    marked m = mark(text);
    if (mintu_scan_reach_titles(m.text, m.size, m.start, m.end) != expected)
        fail_msg("%s: expected %d", text, expected);
}

static void a_title_is_a_line_of_its_own_without_stops(void **state)
{
    (void)state;
    title_is("|河边县|试点乡镇名单\n龙门镇", true);
    title_is("附件：|河边县|试点名单：\n龙门镇", true);
    title_is("《|河边县|志》节录\n龙门镇", true);
    title_is("|河边县|试点乡镇名单", false);           /* nothing below */
    title_is("|河边县|今年开展试点。\n龙门镇", false); /* a sentence */
    title_is("|河边县|大同镇\n龙门镇", false);         /* one address of many */
    title_is("他说|河边县|名单\n龙门镇", false);
    title_is("|河边县|\n龙门镇", false); /* a heading, which is told apart */
}

static void a_line_begins_behind_numbers_and_days(void **state)
{
    (void)state;
    marked m = mark("甲。\n3．近日，|河边县|公布");
    assert_true(mintu_scan_reach_begins(m.text, m.start));
    m = mark("甲、|河边县|公布");
    assert_false(mintu_scan_reach_begins(m.text, m.start));
}

static void news_are_learned_from_a_unit(void **state)
{
    (void)state;
    marked m = mark("从|河边县|农业局了解到，龙门镇");
    assert_true(mintu_scan_reach_learns(m.text, m.size, m.end));
    m = mark("从|河边县|来，了解到龙门镇");
    assert_false(mintu_scan_reach_learns(m.text, m.size, m.end));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_is_a_line_of_its_own_without_stops),
        cmocka_unit_test(a_line_begins_behind_numbers_and_days),
        cmocka_unit_test(news_are_learned_from_a_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
