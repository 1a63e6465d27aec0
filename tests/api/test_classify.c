#include <mintu/classify.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static unsigned seed = 7;
static unsigned chance(unsigned below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double within(const double *values, size_t from, size_t to)
{
    double mean = 0, sum = 0;
    for (size_t i = from; i < to; i++)
        mean += values[i] / (double)(to - from);
    for (size_t i = from; i < to; i++)
        sum += (values[i] - mean) * (values[i] - mean);
    return sum;
}

/* The least sum of squares over all ways to cut: every one is tried. */
static double brute(const double *values, size_t from, size_t count, size_t classes)
{
    if (classes == 1)
        return within(values, from, count);
    double least = INFINITY;
    for (size_t cut = from + 1; cut + classes - 1 <= count; cut++)
        least = fmin(least, within(values, from, cut) + brute(values, cut, count, classes - 1));
    return least;
}

static void natural_breaks_are_the_optimum(void **state)
{
    (void)state;
    for (int round = 0; round < 400; round++) {
        double values[12];
        mintu_classes classes;
        mintu_error error;
        size_t count = 1 + chance(12), wanted = 1 + chance(5);
        for (size_t i = 0; i < count; i++)
            values[i] = round % 2 ? chance(10) : 1e6 + chance(100000) / 7.0;
        assert_int_equal(mintu_classify(values, count,
                                        &(mintu_classify_options){.method = MINTU_CLASSIFY_NATURAL, .classes = wanted}, &error,
                                        &classes),
                         MINTU_STATUS_OK);
        qsort(values, count, sizeof *values, compare);
        size_t fewer = wanted < classes.different ? wanted : classes.different;
        assert_int_equal(classes.count, fewer);
        assert_int_equal(classes.empty, 0);
        double total = within(values, 0, count), best = brute(values, 0, count, fewer);
        double fit = total > 0 ? 1 - best / total : 1;
        assert_true(fabs(fit - classes.fit) < 1e-9);
    }
}

static void every_method_puts_every_value_in_one_class(void **state)
{
    (void)state;
    for (int round = 0; round < 300; round++) {
        double values[60];
        size_t count = 1 + chance(60), wanted = 1 + chance(MINTU_CLASSES);
        for (size_t i = 0; i < count; i++)
            values[i] = chance(8) == 0 ? (double)NAN : floor(exp(chance(9)) + chance(3));
        values[0] = 1;
        for (int method = 0; method < MINTU_CLASSIFY_MANUAL; method++) {
            mintu_classes classes;
            mintu_error error;
            assert_int_equal(
                mintu_classify(values, count,
                               &(mintu_classify_options){.method = (mintu_classify_method)method, .classes = wanted}, &error,
                               &classes),
                MINTU_STATUS_OK);
            assert_in_range(classes.count, 1, wanted);
            size_t members = classes.no_data;
            for (size_t i = 0; i < classes.count; i++) {
                members += classes.members[i];
                assert_true(i + 1 == classes.count || classes.limits[i] < classes.limits[i + 1]);
            }
            assert_int_equal(members, count);
            for (size_t i = 0; i < count; i++)
                assert_true((mintu_class_of(&classes, values[i]) == classes.count) == !isfinite(values[i]));
            assert_true(classes.fit >= 0 && classes.fit <= 1);
        }
    }
}

static void check(mintu_classify_method method, size_t wanted, const double *limits, size_t count)
{
    static const double values[] = {1, 2, 2, 3, 4, 5, 6, 7, 8, 100};
    mintu_classes classes;
    mintu_error error;
    assert_int_equal(
        mintu_classify(values, 10, &(mintu_classify_options){.method = method, .classes = wanted}, &error, &classes),
        MINTU_STATUS_OK);
    assert_int_equal(classes.count, count);
    for (size_t i = 0; i <= count; i++)
        assert_true(fabs(classes.limits[i] - limits[i]) < 1e-9);
    assert_int_equal(classes.tied, 2);
    assert_int_equal(classes.different, 9);
}

static void breaks_are_those_of_the_definitions(void **state)
{
    (void)state;
    check(MINTU_CLASSIFY_EQUAL, 3, (double[]){1, 34, 67, 100}, 3);
    check(MINTU_CLASSIFY_QUANTILE, 2, (double[]){1, 4.5, 100}, 2);
    check(MINTU_CLASSIFY_HEAD_TAIL, 5, (double[]){1, 13.8, 100}, 2);
    check(MINTU_CLASSIFY_NATURAL, 2, (double[]){1, 100, 100}, 2);
}

/* Tenths, cents and whole numbers cut into equal parts: each limit is the double that its decimal number reads as. */
static void equal_limits_are_plain_decimals(void **state)
{
    (void)state;
    mintu_classes classes;
    mintu_error error;
    for (int unit = 1; unit <= 1000; unit *= 10)
        for (int low = -37; low < 200; low += 7)
            for (int step = 1; step < 40; step += 3)
                for (int count = 2; count <= 9; count++) {
                    const double values[] = {(double)low / unit, (double)(low + step * count) / unit};
                    assert_int_equal(
                        mintu_classify(values, 2,
                                       &(mintu_classify_options){.method = MINTU_CLASSIFY_EQUAL, .classes = (size_t)count},
                                       &error, &classes),
                        MINTU_STATUS_OK);
                    assert_int_equal(classes.count, count);
                    for (int i = 0; i <= count; i++)
                        assert_true(classes.limits[i] == (double)(low + step * i) / unit);
                }
    const double table[] = {0.5, 5, 23}, tenths[] = {0.1, 0.2, 0.3};
    const mintu_classify_options five = {.method = MINTU_CLASSIFY_EQUAL, .classes = 5};
    assert_int_equal(mintu_classify(table, 3, &five, &error, &classes), MINTU_STATUS_OK);
    assert_true(mintu_class_of(&classes, 5) == 1);
    const mintu_classify_options deviation = {.method = MINTU_CLASSIFY_DEVIATION, .classes = 2};
    assert_int_equal(mintu_classify(tenths, 3, &deviation, &error, &classes), MINTU_STATUS_OK);
    assert_true(classes.limits[1] == 0.2);
    const double seventh[] = {0, 1};
    const mintu_classify_options seven = {.method = MINTU_CLASSIFY_EQUAL, .classes = 7};
    assert_int_equal(mintu_classify(seventh, 2, &seven, &error, &classes), MINTU_STATUS_OK);
    assert_true(fabs(classes.limits[1] - 1.0 / 7) < 1e-14);
}

static void manual_limits_and_wrong_calls(void **state)
{
    (void)state;
    static const double values[] = {0, 5, 10, 50}, limits[] = {0, 1, 5, 10}, falling[] = {0, 5, 5, 10};
    mintu_classes classes;
    mintu_error error;
    assert_int_equal(mintu_classify(values, 4,
                                    &(mintu_classify_options){.method = MINTU_CLASSIFY_MANUAL, .classes = 3, .limits = limits},
                                    &error, &classes),
                     MINTU_STATUS_OK);
    assert_int_equal(classes.members[0], 1);
    assert_int_equal(classes.members[1], 0);
    assert_int_equal(classes.members[2], 2);
    assert_int_equal(classes.empty, 1);
    assert_int_equal(classes.outside, 1);
    assert_int_equal(mintu_classify(values, 4,
                                    &(mintu_classify_options){.method = MINTU_CLASSIFY_MANUAL, .classes = 3, .limits = falling},
                                    &error, &classes),
                     MINTU_STATUS_USAGE);
    assert_int_equal(
        mintu_classify(values, 4, &(mintu_classify_options){.method = MINTU_CLASSIFY_MANUAL, .classes = 3}, &error, &classes),
        MINTU_STATUS_USAGE);
    assert_int_equal(
        mintu_classify(values, 4, &(mintu_classify_options){.method = MINTU_CLASSIFY_END, .classes = 3}, &error, &classes),
        MINTU_STATUS_USAGE);
    assert_int_equal(mintu_classify(values, 4,
                                    &(mintu_classify_options){.method = MINTU_CLASSIFY_EQUAL, .classes = MINTU_CLASSES + 1},
                                    &error, &classes),
                     MINTU_STATUS_USAGE);
    double nothing = (double)NAN;
    assert_int_equal(
        mintu_classify(&nothing, 1, &(mintu_classify_options){.method = MINTU_CLASSIFY_EQUAL, .classes = 3}, &error, &classes),
        MINTU_STATUS_INPUT);
}

static size_t numbers_of(char *text, double *out, size_t most)
{
    size_t count = 0;
    for (char *next = text; *next && count < most; next += *next == ' ')
        out[count++] = strtod(next, &next);
    return count;
}

/* A line of classint.csv: set,method,classes,values,limits,members. */
static void compare_with_r(char *line)
{
    enum { FIELDS = 6, VALUES = 64 };
    static const char *const methods[] = {"equal", "quantile", "natural", "head-tail", "deviation", "manual"};
    char *fields[FIELDS];
    for (size_t i = 0; i < FIELDS; i++, line = strchr(line, ',') ? strchr(line, ',') + 1 : line)
        fields[i] = line;
    for (size_t i = 1; i < FIELDS; i++)
        fields[i][-1] = '\0';
    double values[VALUES], limits[VALUES], members[VALUES];
    size_t count = numbers_of(fields[3], values, VALUES), method = 0;
    size_t classes = numbers_of(fields[5], members, VALUES);
    numbers_of(fields[4], limits, VALUES);
    while (strcmp(methods[method], fields[1]) != 0)
        method++;
    mintu_classify_options options = {.method = (mintu_classify_method)method,
                                      .classes = strtoul(fields[2], NULL, 10),
                                      .limits = method == MINTU_CLASSIFY_MANUAL ? limits : NULL};
    mintu_classes got;
    mintu_error error;
    assert_int_equal(mintu_classify(values, count, &options, &error, &got), MINTU_STATUS_OK);
    bool same = got.count == classes;
    for (size_t i = 0; i < classes && same; i++)
        same = (double)got.members[i] == members[i];
    if (!same)
        fail_msg("%s, %s, %s classes: R's classInt has %s", fields[0], fields[1], fields[2], fields[5]);
}

/* The same numbers in the same classes as by R's classInt, many of them on a limit. */
static void classes_are_those_of_classint(void **state)
{
    (void)state;
    const char *source = getenv("MINTU_SOURCE");
    char path[4096], line[2048];
    snprintf(path, sizeof path, "%s/tests/api/classint.csv", source ? source : ".");
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file)); /* names of the columns */
    size_t count = 0;
    for (; fgets(line, sizeof line, file); count++) {
        line[strcspn(line, "\n")] = '\0';
        compare_with_r(line);
    }
    fclose(file);
    assert_true(count > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(natural_breaks_are_the_optimum),      cmocka_unit_test(every_method_puts_every_value_in_one_class),
        cmocka_unit_test(breaks_are_those_of_the_definitions), cmocka_unit_test(equal_limits_are_plain_decimals),
        cmocka_unit_test(manual_limits_and_wrong_calls),       cmocka_unit_test(classes_are_those_of_classint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
