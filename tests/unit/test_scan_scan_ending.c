#include "scan/scan_ending.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void after_is(const char *text, bool open, long stated, mintu_scan_class kind)
{
    mintu_scan_ending found;
    mintu_scan_ending_read(text, strlen(text), 0, &found);
    if (found.open != open || found.stated != stated || found.kind != kind)
        fail_msg("%s: open %d, stated %ld, class %d", text, found.open, found.stated, (int)found.kind);
}

static void before_is(const char *text, long stated, mintu_scan_class kind)
{
    mintu_scan_ending found;
    mintu_scan_heading_read(text, strlen(text), &found);
    if (found.stated != stated || found.kind != kind)
        fail_msg("%s: stated %ld, class %d", text, found.stated, (int)found.kind);
}

static void numbers_are_read(void **state)
{
    (void)state;
    after_is("等15个镇", true, 15, MINTU_SCAN_CLASS_TOWN);
    after_is("等１５个镇", true, 15, MINTU_SCAN_CLASS_TOWN);
    after_is("等十五个镇", true, 15, MINTU_SCAN_CLASS_TOWN);
    after_is("等二十个镇", true, 20, MINTU_SCAN_CLASS_TOWN);
    after_is("等二十三镇", true, 23, MINTU_SCAN_CLASS_TOWN);
    after_is("等十镇", true, 10, MINTU_SCAN_CLASS_TOWN);
    after_is("……等3个镇", true, 3, MINTU_SCAN_CLASS_TOWN);
    after_is("两市签约", false, 2, MINTU_SCAN_CLASS_CITY);
    after_is("等10家企业", true, -1, MINTU_SCAN_CLASS_NONE);
    after_is("等10个项目", true, -1, MINTU_SCAN_CLASS_NONE);
    after_is("2014年", false, -1, MINTU_SCAN_CLASS_NONE);
    after_is("等99999999999999999999个镇", true, -1, MINTU_SCAN_CLASS_NONE);
    after_is("", false, -1, MINTU_SCAN_CLASS_NONE);
}

static void classes_are_read(void **state)
{
    (void)state;
    after_is("等中心镇", true, -1, MINTU_SCAN_CLASS_TOWN);
    after_is("等3个省级试点镇", true, 3, MINTU_SCAN_CLASS_TOWN);
    after_is("等3个县（市、区）", true, 3, MINTU_SCAN_CLASS_COUNTY);
    after_is("等3个县级市", true, 3, MINTU_SCAN_CLASS_COUNTY);
    after_is("等3个乡镇", true, 3, MINTU_SCAN_CLASS_TOWNSHIP);
    after_is("等3个街道", true, 3, MINTU_SCAN_CLASS_STREET);
    after_is("等3个乡", true, 3, MINTU_SCAN_CLASS_RURAL);
    after_is("等3个设区市", true, 3, MINTU_SCAN_CLASS_PREFECTURE);
    after_is("等3个省级新型城镇化试点", true, 3, MINTU_SCAN_CLASS_PLACE);
    after_is("等地", true, -1, MINTU_SCAN_CLASS_PLACE);
    after_is("等市场", true, -1, MINTU_SCAN_CLASS_NONE);
    after_is("等县城", true, -1, MINTU_SCAN_CLASS_NONE);
    after_is("等城镇化", true, -1, MINTU_SCAN_CLASS_NONE);
}

static void headings_are_read(void **state)
{
    (void)state;
    before_is("选择15个中心镇：", 15, MINTU_SCAN_CLASS_TOWN);
    before_is("三个县（", 3, MINTU_SCAN_CLASS_COUNTY_ONLY);
    before_is("十三个县分别是", 13, MINTU_SCAN_CLASS_COUNTY_ONLY);
    before_is("15个中心镇", -1, MINTU_SCAN_CLASS_NONE);
    before_is("15个中心镇，其中：", -1, MINTU_SCAN_CLASS_NONE);
    before_is("：", -1, MINTU_SCAN_CLASS_NONE);
    before_is("", -1, MINTU_SCAN_CLASS_NONE);
}

static void classes_fit_units(void **state)
{
    (void)state;
    assert_true(mintu_scan_class_fits(MINTU_SCAN_CLASS_NONE, MINTU_LEVEL_PROVINCE, "甲省"));
    assert_true(mintu_scan_class_fits(MINTU_SCAN_CLASS_TOWN, MINTU_LEVEL_TOWNSHIP, "甲镇"));
    assert_false(mintu_scan_class_fits(MINTU_SCAN_CLASS_TOWN, MINTU_LEVEL_TOWNSHIP, "甲乡"));
    assert_false(mintu_scan_class_fits(MINTU_SCAN_CLASS_TOWN, MINTU_LEVEL_COUNTY, "甲镇"));
    assert_true(mintu_scan_class_fits(MINTU_SCAN_CLASS_RURAL, MINTU_LEVEL_TOWNSHIP, "甲乡"));
    assert_true(mintu_scan_class_fits(MINTU_SCAN_CLASS_STREET, MINTU_LEVEL_TOWNSHIP, "甲街道"));
    assert_true(mintu_scan_class_fits(MINTU_SCAN_CLASS_CITY, MINTU_LEVEL_PREFECTURE, "甲市"));
    assert_true(mintu_scan_class_fits(MINTU_SCAN_CLASS_CITY, MINTU_LEVEL_COUNTY, "甲市"));
    assert_false(mintu_scan_class_fits(MINTU_SCAN_CLASS_COUNTY_ONLY, MINTU_LEVEL_COUNTY, "甲市"));
    assert_true(mintu_scan_class_fits(MINTU_SCAN_CLASS_COUNTY, MINTU_LEVEL_COUNTY, "甲市"));
    assert_true(mintu_scan_class_fits(MINTU_SCAN_CLASS_DISTRICT, MINTU_LEVEL_COUNTY, "甲区"));
    assert_false(mintu_scan_class_fits(MINTU_SCAN_CLASS_PREFECTURE, MINTU_LEVEL_COUNTY, "甲市"));
    assert_true(mintu_scan_class_is_township(MINTU_SCAN_CLASS_STREET));
    assert_false(mintu_scan_class_is_township(MINTU_SCAN_CLASS_COUNTY_ONLY));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read),
        cmocka_unit_test(classes_are_read),
        cmocka_unit_test(headings_are_read),
        cmocka_unit_test(classes_fit_units),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
