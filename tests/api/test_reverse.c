/* Reverse geocoding on the bundled package; skipped without MINTU_GEODATA. */
#include "unit/test_gazetteer_package.h"

#include <math.h>

typedef struct bench {
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_reverser *reverser;
    mintu_error error;
} bench;

static int open_bench(void **state)
{
    static bench shared;
    const char *dir = getenv("MINTU_GEODATA");
    if (!dir)
        return 0;
    *state = &shared;
    return mintu_context_new(&shared.error, &shared.context) == MINTU_STATUS_OK &&
                   mintu_gazetteer_open(shared.context, dir, &shared.error, &shared.gazetteer) == MINTU_STATUS_OK &&
                   mintu_reverser_new(shared.context, shared.gazetteer, 0, &shared.error, &shared.reverser) == MINTU_STATUS_OK
               ? 0
               : -1;
}

static int close_bench(void **state)
{
    bench *b = *state;
    if (!b)
        return 0;
    mintu_reverser_free(b->reverser);
    mintu_gazetteer_free(b->gazetteer);
    mintu_context_free(b->context);
    return 0;
}

/* Almost every town lies in the polygon of its own county, and is nearest to itself there. */
static void towns_are_where_they_belong(void **state)
{
    bench *b = *state;
    size_t towns = 0, right = 0, itself = 0;
    if (!b)
        skip();
    for (size_t i = 0; i < mintu_gazetteer_count(b->gazetteer); i++) {
        const mintu_place *place = mintu_gazetteer_place(b->gazetteer, i);
        if (place->level != MINTU_LEVEL_TOWNSHIP || strcmp(place->precision, "town") != 0)
            continue;
        mintu_location here;
        mintu_reverser_find(b->reverser, place->lon, place->lat, &here);
        towns++;
        right += here.county && here.county == mintu_gazetteer_within(b->gazetteer, place, MINTU_LEVEL_COUNTY, 0);
        itself += here.township && here.distance_m < 1;
    }
    assert_true(towns > 500);
    assert_true(right * 100 > towns * 90);
    assert_true(itself >= right);
}

static void one_answer_for_both_calls(void **state)
{
    bench *b = *state;
    enum { POINTS = 5000 };
    static double points[2 * POINTS];
    static const mintu_place *counties[POINTS];
    size_t inside = 0;
    if (!b)
        skip();
    for (size_t i = 0; i < POINTS; i++) {
        const mintu_place *place = mintu_gazetteer_place(b->gazetteer, i % mintu_gazetteer_count(b->gazetteer));
        points[2 * i] = place->lon + (double)(i % 13) * 0.01;
        points[2 * i + 1] = place->lat - (double)(i % 17) * 0.01;
    }
    mintu_reverser_counties(b->reverser, points, POINTS, counties);
    for (size_t i = 0; i < POINTS; i++) {
        mintu_location here;
        mintu_reverser_find(b->reverser, points[2 * i], points[2 * i + 1], &here);
        assert_ptr_equal(here.county, counties[i]);
        assert_int_equal(here.county == NULL, here.prefecture == NULL);
        inside += here.county != NULL;
    }
    assert_true(inside > POINTS / 2);
}

static void texts_and_layers(void **state)
{
    bench *b = *state;
    double lonlat[2];
    mintu_layer *layer;
    if (!b)
        skip();
    assert_int_equal(mintu_reverser_position_parse(b->reverser, "118.05", "25.06", MINTU_DATUM_GCJ02, &b->error, lonlat),
                     MINTU_STATUS_OK);
    assert_true(lonlat[0] < 118.05 && lonlat[0] > 118.04);
    assert_int_equal(mintu_reverser_position_parse(b->reverser, "25.06", "118.05", MINTU_DATUM_WGS84, &b->error, lonlat),
                     MINTU_STATUS_INPUT);
    assert_non_null(strstr(b->error.text, "did you mean"));
    assert_int_equal(mintu_reverser_layer(b->context, b->reverser, (double[]){118.05, 25.06}, 1, &b->error, &layer),
                     MINTU_STATUS_OK);
    assert_string_equal(world_text(layer, 0, "status"), "inside");
    assert_string_equal(world_text(layer, 0, "county"), "安溪县");
    mintu_layer_free(layer);
}

static void datum_of_pairs(void **state)
{
    double given[40], reference[40];
    mintu_datum_check check;
    mintu_error error;
    (void)state;
    for (size_t i = 0; i < 20; i++) { /* where GCJ-02 is off by some 480 m to the east and 300 m to the south */
        reference[2 * i] = 118.045 + (double)i * 0.001;
        reference[2 * i + 1] = 25.0626;
        given[2 * i] = reference[2 * i] + 0.00497;
        given[2 * i + 1] = reference[2 * i + 1] - 0.00268;
    }
    assert_int_equal(mintu_datum_suspect(given, reference, 20, MINTU_DATUM_WGS84, &error, &check), MINTU_STATUS_OK);
    assert_true(check.suspect);
    assert_int_equal(check.fits, MINTU_DATUM_GCJ02);
    assert_int_equal(mintu_datum_suspect(reference, reference, 20, MINTU_DATUM_WGS84, &error, &check), MINTU_STATUS_OK);
    assert_false(check.suspect);
}

static void a_file(void **state)
{
    bench *b = *state;
    char input[] = "/tmp/mintu-test-XXXXXX", output[64];
    mintu_reverse_summary summary;
    if (!b)
        skip();
    int descriptor = mkstemp(input);
    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "wb");
    fputs("lon,lat\n118.05,25.06\nnan,1\n", file);
    fclose(file);
    snprintf(output, sizeof output, "%s.out", input);
    mintu_reverse_options options = {.target = output};
    assert_int_equal(mintu_reverser_stream(b->context, b->reverser, input, &options, &b->error, &summary),
                     MINTU_STATUS_FINDINGS);
    assert_int_equal(summary.rows, 2);
    assert_int_equal(summary.inside, 1);
    assert_int_equal(summary.invalid, 1);
    assert_int_equal(unlink(output), 0);
    unlink(input);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(towns_are_where_they_belong),
        cmocka_unit_test(one_answer_for_both_calls),
        cmocka_unit_test(texts_and_layers),
        cmocka_unit_test(datum_of_pairs),
        cmocka_unit_test(a_file),
    };
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
