/* Is the datum the one that is declared? Pairs made of known offsets and known noise. */
#define _DEFAULT_SOURCE
#include "geometry/datum.h"
#include "unit/test_geo_helper.h"

#include <mintu/reverse.h>

enum { PAIRS = 400 };

static double given[2 * PAIRS], reference[2 * PAIRS];
static uint64_t seed;

static double chance(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (double)(seed >> 11) / 9007199254740992.0;
}

/* Nearly normal, with standard deviation 1. */
static double noise(void)
{
    double sum = -6;
    for (int i = 0; i < 12; i++)
        sum += chance();
    return sum;
}

/* Places over a province, and points for them in a datum that scatter by @p metres. */
static void make(mintu_datum datum, double metres)
{
    seed = 88172645463325252u;
    for (size_t i = 0; i < PAIRS; i++) {
        reference[2 * i] = given[2 * i] = 110 + 3 * chance();
        reference[2 * i + 1] = given[2 * i + 1] = 23 + 3 * chance();
        given[2 * i] += metres / 101000 * noise();
        given[2 * i + 1] += metres / 111000 * noise();
    }
    mintu_datum_from_wgs84(datum, given, PAIRS);
}

static mintu_datum_check check(size_t count, mintu_datum declared)
{
    mintu_datum_check result;
    assert_good(mintu_datum_suspect(given, reference, count, declared, &problem, &result));
    assert_int_equal(result.declared, declared);
    assert_int_equal(result.suspect, result.fits != declared);
    return result;
}

static void every_datum_against_every_other(void **state)
{
    (void)state;
    for (int truth = 0; truth < MINTU_DATUM_END; truth++) {
        make((mintu_datum)truth, 500);
        for (int declared = 0; declared < MINTU_DATUM_END; declared++) {
            mintu_datum_check result = check(PAIRS, (mintu_datum)declared);
            assert_int_equal(result.fits, truth);
            assert_int_equal(result.pairs, PAIRS);
            assert_true(hypot(result.remaining[0], result.remaining[1]) < 120);
            assert_true(result.spread > 300 && result.spread < 800);
            double off = hypot(result.residual[0] - result.expected[0], result.residual[1] - result.expected[1]);
            assert_true(off < 120);
        }
    }
}

static void half_of_the_pairs_may_be_wrong(void **state)
{
    (void)state;
    make(MINTU_DATUM_GCJ02, 300);
    for (size_t i = 0; i < PAIRS; i += 3)
        given[2 * i] += 1; /* another place of the same name */
    given[2] = NAN;
    mintu_datum_check result = check(PAIRS, MINTU_DATUM_WGS84);
    assert_int_equal(result.fits, MINTU_DATUM_GCJ02);
    assert_true(result.pairs < PAIRS);
    for (size_t i = 0; i < PAIRS; i++)
        given[2 * i + 1] += i % 5 < 3 ? 1 : 0; /* now most are: nothing can be said */
    assert_false(check(PAIRS, MINTU_DATUM_WGS84).suspect);
}

static void too_few_or_too_scattered_say_nothing(void **state)
{
    (void)state;
    make(MINTU_DATUM_GCJ02, 50);
    assert_false(check(0, MINTU_DATUM_WGS84).suspect);
    assert_false(check(7, MINTU_DATUM_WGS84).suspect);
    assert_true(check(8, MINTU_DATUM_WGS84).suspect);
    make(MINTU_DATUM_GCJ02, 1500);
    assert_false(check(12, MINTU_DATUM_WGS84).suspect);
    assert_true(check(PAIRS, MINTU_DATUM_WGS84).suspect);
}

/* A shift that is no datum's is not taken for one. */
static void other_shifts(void **state)
{
    (void)state;
    make(MINTU_DATUM_WGS84, 200);
    for (size_t i = 0; i < PAIRS; i++)
        given[2 * i + 1] += 1200 / 111000.0;
    assert_false(check(PAIRS, MINTU_DATUM_WGS84).suspect);
    mintu_datum_check result;
    assert_int_equal(mintu_datum_suspect(given, reference, PAIRS, MINTU_DATUM_END, &problem, &result), MINTU_STATUS_USAGE);
}

/* Right points are not suspected, however they fall. */
static void no_false_alarm(void **state)
{
    (void)state;
    size_t alarms = 0;
    make(MINTU_DATUM_WGS84, 800);
    for (int round = 0; round < 400; round++) {
        for (size_t i = 0; i < 40; i++) {
            given[2 * i] = reference[2 * i] + 800.0 / 101000 * noise();
            given[2 * i + 1] = reference[2 * i + 1] + 800.0 / 111000 * noise();
        }
        alarms += check(40, MINTU_DATUM_WGS84).suspect;
    }
    assert_int_equal(alarms, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_datum_against_every_other),
        cmocka_unit_test(half_of_the_pairs_may_be_wrong),
        cmocka_unit_test(too_few_or_too_scattered_say_nothing),
        cmocka_unit_test(other_shifts),
        cmocka_unit_test(no_false_alarm),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
