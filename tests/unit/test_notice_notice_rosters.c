#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "notice/notice_rosters.h"

/* However many rosters a title names: it is whole, and begins with a capital letter. */
static void a_title_is_whole(void **state)
{
    (void)state;
    char title[400] = "";
    for (int i = 0; i < 15; i++)
        strcat(title, "pilots of Xi’an, ");
    json_t *both = mintu_notice_languages("试点", title);
    assert_non_null(both);
    const char *english = json_string_value(json_object_get(both, "en"));
    assert_int_equal(strlen(english), strlen(title));
    assert_memory_equal(english, "Pilots of Xi’an, pilots", strlen("Pilots of Xi’an, pilots"));
    assert_string_equal(json_string_value(json_object_get(both, "zh")), "试点");
    json_decref(both);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_title_is_whole)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
