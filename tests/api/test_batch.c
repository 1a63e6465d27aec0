/* A file geocoded on the bundled package; skipped without MINTU_GEODATA. */
#include "unit/test_gazetteer_package.h"

static void a_clerk_settles_a_column(void **state)
{
    (void)state;
    const char *dir = getenv("MINTU_GEODATA");
    if (!dir)
        skip();
    world w = {.dir = "/tmp/mintu-test-XXXXXX"};
    mintu_geocoder *geocoder;
    mintu_batch *batch;
    char input[128], review[128];
    assert_non_null(mkdtemp(w.dir));
    snprintf(input, sizeof input, "%s/in.csv", w.dir);
    snprintf(review, sizeof review, "%s/review.csv", w.dir);
    mintu_batch_options options = {.field = "地名", .review = review};
    world_write(&w, "in.csv", "no,地名\n1,南安水头\n2,龙门\n3,平阳县水头镇\n4,\n");
    assert_int_equal(mintu_context_new(&w.error, &w.context), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_open(w.context, dir, &w.error, &w.gazetteer), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_new(w.gazetteer, NULL, &w.error, &geocoder), MINTU_STATUS_OK);
    for (int round = 0; round < 2; round++) {
        assert_int_equal(mintu_batch_load(w.context, geocoder, input, &options, &w.error, &batch), MINTU_STATUS_OK);
        assert_int_equal(mintu_batch_count(batch), 4);
        assert_int_equal(mintu_batch_status_count(batch, MINTU_MATCH_STATUS_MATCHED), round ? 2 : 1);
        assert_int_equal(mintu_batch_review_count(batch), 2);
        assert_int_equal(mintu_batch_problem_total(batch), 0);
        assert_int_equal(mintu_batch_review_write(batch, review, &w.error), MINTU_STATUS_OK);
        mintu_batch_free(batch);
        world_write(&w, "review.csv", "query,decision\n龙门,龙门镇@安溪县\n平阳县水头镇,-\n");
    }
    mintu_geocoder_free(geocoder);
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_clerk_settles_a_column)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
