#include "test_gazetteer_package.h"

#include "scan/scan_table.h"

static void names_are_found_by_text(void **state)
{
    world *w = *state;
    mintu_index index;
    mintu_scan_table table;
    assert_int_equal(mintu_index_build(w->gazetteer, 20141101, &w->error, &index), MINTU_STATUS_OK);
    assert_int_equal(mintu_scan_table_build(&index, &(mintu_elsewhere){0}, &w->error, &table), MINTU_STATUS_OK);
    const mintu_scan_key *full = mintu_scan_table_find(&table, "龙门镇", 9);
    const mintu_scan_key *word = mintu_scan_table_find(&table, "龙门", 6);
    const mintu_scan_key *both = mintu_scan_table_find(&table, "白石", 6);
    const mintu_scan_key *nation = mintu_scan_table_find(&table, "石圳", 6);
    const mintu_scan_key *former = mintu_scan_table_find(&table, "秦山镇", 9);
    const mintu_scan_key *ordinary = mintu_scan_table_find(&table, "和平镇", 9);
    assert_true(full && word && both && nation && former && ordinary);
    assert_true(full->full);
    assert_false(word->full);
    assert_int_equal(word->levels, 1U << MINTU_LEVEL_TOWNSHIP);
    assert_int_equal(both->levels, 1U << MINTU_LEVEL_TOWNSHIP | 1U << MINTU_LEVEL_COUNTY);
    assert_true(former->full);
    assert_true(ordinary->full && ordinary->ordinary);
    assert_null(mintu_scan_table_find(&table, "Longmen", 7));
    assert_null(mintu_scan_table_find(&table, "龙门镇里", 12));
    mintu_scan_table_free(&table);
    mintu_index_free(&index);
}

/* The filter lets every name of the table pass. */
static void filter_passes_every_name(void **state)
{
    world *w = *state;
    mintu_index index;
    mintu_scan_table table;
    assert_int_equal(mintu_index_build(w->gazetteer, 20141101, &w->error, &index), MINTU_STATUS_OK);
    assert_int_equal(mintu_scan_table_build(&index, &(mintu_elsewhere){0}, &w->error, &table), MINTU_STATUS_OK);
    assert_true(table.count > 20);
    for (size_t i = 0; i < table.count; i++) {
        const unsigned char *b = (const unsigned char *)table.keys[i].text;
        uint32_t c[2];
        for (int k = 0; k < 2; k++)
            c[k] = (uint32_t)(b[3 * k] & 15) << 12 | (uint32_t)(b[3 * k + 1] & 63) << 6 | (uint32_t)(b[3 * k + 2] & 63);
        uint32_t pair = mintu_scan_pair(c[0], c[1]);
        assert_true(pair < MINTU_SCAN_PAIRS);
        assert_true(mintu_scan_bit(table.first, c[0]));
        assert_true(mintu_scan_bit(table.pairs, pair));
        assert_true(table.lengths[pair & 4095] >> (table.keys[i].size / 3 - 1) & 1);
    }
    mintu_scan_table_free(&table);
    mintu_index_free(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_by_text),
        cmocka_unit_test(filter_passes_every_name),
    };
    return cmocka_run_group_tests(tests, world_set_up, world_tear_down);
}
