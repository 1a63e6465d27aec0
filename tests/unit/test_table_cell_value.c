/* Numbers, days and words for no value as people write them. */
#include "test_style_helper.h"

#include "table/cell_format.h"
#include "table/cell_value.h"
#include "table/degrees.h"

#include <math.h>

static void says(const char *text, mintu_cell_sense expected, double value)
{
    double number;
    bool percent;
    mintu_cell_sense sense = mintu_cell_read(text, &number, &percent);
    if (sense != expected || (isfinite(value) && number != value))
        fail_msg("\"%s\" is %d, %.17g", text, (int)sense, number);
}

static void numbers_as_people_write_them(void **state)
{
    (void)state;
    says("12", MINTU_SENSE_INTEGER, 12);
    says(" -3.5 ", MINTU_SENSE_REAL, -3.5);
    says("−5", MINTU_SENSE_INTEGER, -5);
    says("+5", MINTU_SENSE_INTEGER, 5);
    says("１，２３４．５", MINTU_SENSE_REAL, 1234.5);
    says("1,234,567", MINTU_SENSE_INTEGER, 1234567);
    says("1 234 567", MINTU_SENSE_INTEGER, 1234567);
    says("1\u2009234.5", MINTU_SENSE_REAL, 1234.5);
    says("12 34", MINTU_SENSE_TEXT, (double)NAN);
    says("1 234,567", MINTU_SENSE_TEXT, (double)NAN);
    says("0,123", MINTU_SENSE_TEXT, (double)NAN);
    says("12,34", MINTU_SENSE_TEXT, (double)NAN);
    says("1234,567", MINTU_SENSE_TEXT, (double)NAN);
    says("12.5%", MINTU_SENSE_REAL, 0.125);
    says("0.1％", MINTU_SENSE_REAL, 0.001);
    says("1.2万", MINTU_SENSE_INTEGER, 12000);
    says("3亿", MINTU_SENSE_INTEGER, 300000000);
    says("1万亿", MINTU_SENSE_INTEGER, 1e12);
    says("1e3", MINTU_SENSE_INTEGER, 1000);
    says("1e999", MINTU_SENSE_TEXT, (double)NAN);
    says("1.2.3", MINTU_SENSE_TEXT, (double)NAN);
    says("12亩", MINTU_SENSE_TEXT, (double)NAN);
    says("0.50", MINTU_SENSE_REAL, 0.5);
    says("0", MINTU_SENSE_INTEGER, 0);
    says("007", MINTU_SENSE_CODE, (double)NAN);
    says("350583199001011234", MINTU_SENSE_CODE, (double)NAN);
    says("-", MINTU_SENSE_MISSING, (double)NAN);
    says(".", MINTU_SENSE_MISSING, (double)NAN);
}

static void words_for_no_value(void **state)
{
    (void)state;
    static const char *const words[] = {"NA", "n/a", "N.A.", "#N/A", "NULL", "—", "——", "无", "inf", "-Inf", "……", "ＮＡ"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        says(words[i], MINTU_SENSE_MISSING, (double)NAN);
    says("", MINTU_SENSE_EMPTY, (double)NAN);
    says("　 ", MINTU_SENSE_EMPTY, (double)NAN);
    says("Namibia", MINTU_SENSE_TEXT, (double)NAN);
    assert_true(mintu_cell_listed(" 约 ", "x, 约 ,y"));
    assert_true(mintu_cell_listed("-9999.0", "-9999"));
    assert_false(mintu_cell_listed("-999", "-9999"));
    assert_false(mintu_cell_listed("", "a,,b"));
}

static void day_is(const char *text, mintu_cell_sense expected, const char *written)
{
    char time[MINTU_CELL_TIME] = "";
    assert_int_equal(mintu_cell_time(text, time), expected);
    if (written)
        assert_string_equal(time, written);
}

static void days_and_times(void **state)
{
    (void)state;
    day_is("2014-11-01", MINTU_SENSE_DATE, "2014-11-01");
    day_is("2014/1/2", MINTU_SENSE_DATE, "2014-01-02");
    day_is("2014-11-01 8:30", MINTU_SENSE_DATETIME, "2014-11-01T08:30:00");
    day_is("2014-11-01T08:30:15.5+08:00", MINTU_SENSE_DATETIME, "2014-11-01T08:30:15.5+08:00");
    day_is("2014-02-30", MINTU_SENSE_TEXT, NULL);
    day_is("2014-11/01", MINTU_SENSE_TEXT, NULL);
    day_is("2014-11-01 25:00", MINTU_SENSE_TEXT, NULL);
    char time[MINTU_CELL_TIME];
    assert_int_equal(mintu_cell_format_code("yyyy-mm-dd h:mm:ss"), MINTU_FORMAT_DATETIME);
    assert_int_equal(mintu_cell_format_code("yyyy\"年\"m\"月\"d\"日\""), MINTU_FORMAT_DATE);
    assert_int_equal(mintu_cell_format_code("[$-804]h\"时\"mm\"分\""), MINTU_FORMAT_TIME);
    assert_int_equal(mintu_cell_format_code("[h]:mm"), MINTU_FORMAT_ELAPSED);
    assert_int_equal(mintu_cell_format_code("#,##0.00_ ;[Red]-#,##0.00"), MINTU_FORMAT_NUMBER);
    assert_int_equal(mintu_cell_format_code("General"), MINTU_FORMAT_NUMBER);
    assert_int_equal(mintu_cell_format_code("0.00\"days\""), MINTU_FORMAT_NUMBER);
    assert_true(mintu_cell_format_write(41944.35416666666, MINTU_FORMAT_DATE, false, time));
    assert_string_equal(time, "2014-11-01T08:30:00");
    assert_true(mintu_cell_format_write(1, MINTU_FORMAT_DATE, false, time));
    assert_string_equal(time, "1900-01-01");
    assert_true(mintu_cell_format_write(0, MINTU_FORMAT_DATE, true, time));
    assert_string_equal(time, "1904-01-01");
    assert_true(mintu_cell_format_write(1.5, MINTU_FORMAT_ELAPSED, false, time));
    assert_string_equal(time, "36:00:00");
    assert_false(mintu_cell_format_write(-1, MINTU_FORMAT_DATE, false, time));
}

static void degrees_are(const char *text, bool longitude, double expected)
{
    double degrees = (double)NAN;
    bool read = mintu_degrees_read(text, longitude, &degrees);
    if (read != isfinite(expected) || (read && fabs(degrees - expected) > 1e-12))
        fail_msg("\"%s\": %d, %.17g", text, read, degrees);
}

static void degrees_as_people_write_them(void **state)
{
    (void)state;
    degrees_are("118.05", true, 118.05);
    degrees_are("118.05°E", true, 118.05);
    degrees_are("东经118°3′0″", true, 118.05);
    degrees_are("E118°3'", true, 118.05);
    degrees_are("118度3分0秒", true, 118.05);
    degrees_are("118 3 0", true, 118.05);
    degrees_are("118:03:00", true, 118.05);
    degrees_are("118°03′00.0″ W", true, -118.05);
    degrees_are("南纬25.5", false, -25.5);
    degrees_are("-25°30′", false, -25.5);
    degrees_are("北纬25.5", true, (double)NAN);
    degrees_are("118°75′", true, (double)NAN);
    degrees_are("118.5°3′", true, (double)NAN);
    degrees_are("118°3′0″5", true, (double)NAN);
    degrees_are("一百一十八度", true, (double)NAN);
    degrees_are("", true, (double)NAN);
    degrees_are("E", true, (double)NAN);
    degrees_are("°", true, (double)NAN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_as_people_write_them), cmocka_unit_test(words_for_no_value),
                                       cmocka_unit_test(days_and_times), cmocka_unit_test(degrees_as_people_write_them)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
