/* Tasks of each county: one that reaches it in several ways counts once, in the nearest of them. */
#include "test_notice_helper.h"

#include "task/reach.h"
#include "task/rollup.h"

/* Links stand by code: of task 1 that of the prefecture first, then the county's own, then one of a town in it. 陈家镇 (990104001)
 * lay in 北江区 (990105) on the day of the package, so that task 4 has the town before its county. */
static const char places[] = "task,seq,class,code,name,stated,certainty,source,note\n"
                             "1,1,place,990103001,龙门街道,,attested,item 1,\n"
                             "1,2,place,990103,龙江,,attested,item 1,\n"
                             "1,3,place,990100,甲州,,attested,item 1,\n"
                             "2,1,place,990103001,龙门街道,,attested,item 2,\n"
                             "2,2,place,990100,甲州,,attested,item 2,\n"
                             "3,1,place,990221001,白石镇,,attested,item 3,\n"
                             "3,2,place,990221003,太山镇,,attested,item 3,\n"
                             "4,1,place,990104001,陈家镇,,attested,item 4,\n"
                             "4,2,place,990105,北江,,attested,item 4,\n";

static mintu_layer *counties;

static int count_counties(void **state)
{
    mintu_matrix matrix;
    bench_set_up(state);
    bench *b = *state;
    world_write(&b->w, "task_places.csv", places);
    world_base(&b->w);
    if (mintu_matrix_open(b->w.context, b->w.gazetteer, 0, &b->w.error, &matrix) != MINTU_STATUS_OK ||
        mintu_join_per_county(&matrix, &(mintu_join_choice){0}, &b->w.error, &counties) != MINTU_STATUS_OK)
        fail_msg("%s", b->w.error.text);
    mintu_matrix_close(&matrix);
    return 0;
}

static int free_counties(void **state)
{
    mintu_layer_free(counties);
    return bench_tear_down(state);
}

/* Tasks of a county: all, its own, those of units above it, those of towns in it. */
static void tasks_are(const char *code, const char *expected)
{
    static const char *const fields[] = {"tasks", "tasks_county", "tasks_above", "tasks_towns", "task_list"};
    mintu_buffer found = {0};
    size_t row = world_row(counties, "code", code);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        mintu_buffer_format(&found, "%s%s", i ? "," : "", world_text(counties, row, fields[i]));
    bench_same(code, &found, expected);
}

static void a_task_counts_in_its_nearest_way(void **state)
{
    (void)state;
    tasks_are("990103", "2,1,1,0,1 2");
    tasks_are("990102", "2,0,2,0,1 2");
    tasks_are("990105", "3,1,2,0,1 2 4");
}

static void a_task_of_two_towns_counts_once(void **state)
{
    (void)state;
    tasks_are("990221", "1,0,0,1,3");
    tasks_are("990202", "0,0,0,0,");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_task_counts_in_its_nearest_way),
        cmocka_unit_test(a_task_of_two_towns_counts_once),
    };
    return cmocka_run_group_tests(tests, count_counties, free_counties);
}
