/* Which columns of a list name places, by the heads that offices give them. */
#include "amend/list_heads.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *name_of(const void *table, size_t column)
{
    const char *const *names = table;
    return names[column];
}

static void expect(const char *const *names, size_t count, const char *field)
{
    const mintu_heads heads = {count, name_of, names};
    size_t columns[MINTU_LIST_END];
    mintu_buffer text = {0};
    mintu_list_heads(&heads, columns);
    mintu_list_field(&heads, columns, &text);
    assert_string_equal(text.data, field);
    mintu_buffer_free(&text);
}

#define EXPECT(field, ...)                                                                                                     \
    expect((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), field)

static void the_larger_unit_comes_first(void **state)
{
    (void)state;
    EXPECT("设区市,县（市、区）,试点镇", "序号", "试点镇", "县（市、区）", "设区市", "备注");
    EXPECT("市,县区,乡镇", "市", "县区", "乡镇");
    EXPECT("所属 县（市、区）,镇　名", "所属 县（市、区）", "镇　名");
    EXPECT("County,Town", "Town", "County");
    EXPECT("name", "id", "name");
}

static void a_code_names_a_place_by_itself(void **state)
{
    (void)state;
    EXPECT("行政区划代码", "行政区划代码", "县区");
    EXPECT("县区,名称", "代码", "县区", "名称");
    EXPECT("", "县区", "面积");
}

static void other_columns_are_known(void **state)
{
    (void)state;
    static const char *const names[] = {"镇", "批次", "备注", "资料来源", "certainty"};
    const mintu_heads heads = {5, name_of, names};
    size_t columns[MINTU_LIST_END];
    mintu_list_heads(&heads, columns);
    assert_int_equal(columns[MINTU_LIST_BATCH], 1);
    assert_int_equal(columns[MINTU_LIST_NOTE], 2);
    assert_int_equal(columns[MINTU_LIST_SOURCE], 3);
    assert_int_equal(columns[MINTU_LIST_CERTAINTY], 4);
    assert_true(columns[MINTU_LIST_COUNTY] == SIZE_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_larger_unit_comes_first),
        cmocka_unit_test(a_code_names_a_place_by_itself),
        cmocka_unit_test(other_columns_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
