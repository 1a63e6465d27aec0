#include "test_gazetteer_package.h"

#include "geocode/name_index.h"

/* Kind under which the index has a name of a place; NONE when it does not. */
static mintu_match_kind kind(const mintu_index *index, const char *name, const char *code)
{
    char key[MINTU_NAME_SIZE];
    size_t size;
    mintu_error error;
    assert_int_equal(mintu_name_normalise(name, &error, key, &size), MINTU_STATUS_OK);
    const mintu_index_entry *entry = mintu_index_find(index, key, size);
    for (; entry; entry = mintu_index_next(index, entry))
        if (strcmp(mintu_gazetteer_place(index->gazetteer, entry->place)->code, code) == 0)
            return entry->kind;
    return MINTU_MATCH_KIND_NONE;
}

static void kinds_are_those_of_the_day(void **state)
{
    world *w = *state;
    mintu_index then, now;
    assert_int_equal(mintu_index_build(w->gazetteer, 20141101, &w->error, &then), MINTU_STATUS_OK);
    assert_int_equal(mintu_index_build(w->gazetteer, 20230101, &w->error, &now), MINTU_STATUS_OK);
    assert_int_equal(kind(&then, "龙江县", "990103"), MINTU_MATCH_KIND_EXACT);
    assert_int_equal(kind(&then, "龙江区", "990103"), MINTU_MATCH_KIND_ALIAS);
    assert_int_equal(kind(&now, "龙江县", "990103"), MINTU_MATCH_KIND_ALIAS);
    assert_int_equal(kind(&now, "龙江区", "990103"), MINTU_MATCH_KIND_EXACT);
    assert_int_equal(kind(&then, "龙江", "990103"), MINTU_MATCH_KIND_SHORT);
    assert_int_equal(kind(&then, "合江区", "990106"), MINTU_MATCH_KIND_EXACT);
    assert_int_equal(kind(&then, "合江区", "990104"), MINTU_MATCH_KIND_ALIAS);
    assert_int_equal(kind(&now, "北江区", "990105"), MINTU_MATCH_KIND_ALIAS);
    mintu_index_free(&then);
    mintu_index_free(&now);
}

static void every_kind_of_name_is_there(void **state)
{
    world *w = *state;
    mintu_index index;
    assert_int_equal(mintu_index_build(w->gazetteer, 20141101, &w->error, &index), MINTU_STATUS_OK);
    assert_int_equal(kind(&index, "滨海新区", "990221003"), MINTU_MATCH_KIND_ALIAS);
    assert_int_equal(kind(&index, "秦山", "990221003"), MINTU_MATCH_KIND_ALIAS);
    assert_int_equal(kind(&index, "太山（古港）", "990221003"), MINTU_MATCH_KIND_ALIAS);
    assert_int_equal(kind(&index, "龙门", "990102001"), MINTU_MATCH_KIND_SHORT); /* the notice's name adds nothing */
    assert_int_equal(kind(&index, "龍門鎮", "990102001"), MINTU_MATCH_KIND_EXACT);
    assert_int_equal(kind(&index, "石圳畲族", "990221002"), MINTU_MATCH_KIND_SHORT);
    assert_int_equal(kind(&index, "石圳", "990221002"), MINTU_MATCH_KIND_SHORT);
    assert_int_equal(kind(&index, "KAPCHOW", "990100"), MINTU_MATCH_KIND_LATIN);
    assert_int_equal(kind(&index, "Baishi County", "990221"), MINTU_MATCH_KIND_LATIN);
    assert_int_equal(kind(&index, "Jiazhou City", "990100"), MINTU_MATCH_KIND_LATIN);
    assert_int_equal(kind(&index, "Taishan Zhen", "990221003"), MINTU_MATCH_KIND_LATIN);
    assert_int_equal(kind(&index, "Longjiang Xian", "990103"), MINTU_MATCH_KIND_LATIN); /* its type of former times */
    assert_int_equal(kind(&index, "Longjiang Qu", "990103"), MINTU_MATCH_KIND_LATIN);
    assert_int_equal(kind(&index, "Taishan Xiang", "990221003"), MINTU_MATCH_KIND_NONE);
    assert_int_equal(kind(&index, "石圳乡", "990221002"), MINTU_MATCH_KIND_ALIAS);
    assert_int_equal(kind(&index, "龙门街道办事处", "990103001"), MINTU_MATCH_KIND_ALIAS);
    assert_int_equal(kind(&index, "龙门街道办", "990103001"), MINTU_MATCH_KIND_ALIAS);
    assert_int_equal(kind(&index, "town", "990221004"), MINTU_MATCH_KIND_NONE); /* a place without an English name */
    mintu_index_free(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(kinds_are_those_of_the_day, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(every_kind_of_name_is_there, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
