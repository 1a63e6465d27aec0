#define _POSIX_C_SOURCE 200809L
#include <mintu/greenway.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "geometry/measure.h"
#include "layer/shape.h"

enum { POINTS = 1000, VERTICES = 12 };

static double random_in(double low, double high)
{
    return low + (high - low) * rand() / RAND_MAX;
}

/* One line of short edges near the points. */
static mintu_layer *make_lines(mintu_context *context, mintu_shape *shape)
{
    mintu_error error;
    mintu_layer *lines;
    assert_int_equal(mintu_layer_new(context, "lines", &error, &lines), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_append(lines, &error), MINTU_STATUS_OK);
    shape->type = MINTU_GEOMETRY_TYPE_LINE;
    assert_int_equal(mintu_shape_part(shape, true, &error), MINTU_STATUS_OK);
    for (int i = 0; i < VERTICES; i++)
        assert_int_equal(mintu_shape_vertex(shape, 116 + 0.3 * i, random_in(24, 27), &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_shape_set(lines, 0, shape, &error), MINTU_STATUS_OK);
    return lines;
}

typedef struct world {
    mintu_context *context;
    mintu_layer *lines;
    mintu_shape shape;
    mintu_nearest *nearest;
    double points[2 * POINTS];
    mintu_nearest_hit hits[POINTS];
} world;

static int make_world(void **state)
{
    mintu_error error;
    world *w = calloc(1, sizeof *w);
    srand(20141101);
    assert_non_null(w);
    assert_int_equal(mintu_context_new(&error, &w->context), MINTU_STATUS_OK);
    w->lines = make_lines(w->context, &w->shape);
    assert_int_equal(mintu_nearest_new(w->context, w->lines, MINTU_DATUM_WGS84, &error, &w->nearest), MINTU_STATUS_OK);
    for (int i = 0; i < POINTS; i++) {
        w->points[2 * i] = random_in(115, 121);
        w->points[2 * i + 1] = random_in(23, 29);
    }
    mintu_nearest_find(w->nearest, w->points, POINTS, w->hits);
    *state = w;
    return 0;
}

static int free_world(void **state)
{
    world *w = *state;
    mintu_nearest_free(w->nearest);
    mintu_layer_free(w->lines);
    mintu_shape_free(&w->shape);
    mintu_context_free(w->context);
    free(w);
    return 0;
}

/* GeodSolve is GeographicLib's own program: an implementation of its own of the same problem. */
static void lengths_agree_with_geodsolve(void **state)
{
    world *w = *state;
    char path[] = "/tmp/mintu-geodesics-XXXXXX", command[128], line[256];
    if (system("command -v GeodSolve >/dev/null 2>&1") != 0)
        skip();
    int handle = mkstemp(path);
    FILE *file = handle >= 0 ? fdopen(handle, "w") : NULL;
    assert_non_null(file);
    for (int i = 0; i < POINTS; i++)
        fprintf(file, "%.17g %.17g %.17g %.17g\n", w->points[2 * i + 1], w->points[2 * i], w->hits[i].lonlat[1],
                w->hits[i].lonlat[0]);
    fclose(file);
    snprintf(command, sizeof command, "GeodSolve -i -p 6 --input-file %s", path);
    FILE *answers = popen(command, "r");
    assert_non_null(answers);
    for (int i = 0; i < POINTS; i++) {
        double azimuths[2], metres;
        assert_non_null(fgets(line, sizeof line, answers));
        assert_int_equal(sscanf(line, "%lf %lf %lf", &azimuths[0], &azimuths[1], &metres), 3);
        assert_true(fabs(metres - w->hits[i].distance_m) <= 0.001);
    }
    pclose(answers);
    unlink(path);
}

/* No point of the line is nearer than the one found, and the one found is on the line: many points of each edge tell. */
static void nothing_is_nearer(void **state)
{
    world *w = *state;
    for (int i = 0; i < 20; i++) {
        double best = INFINITY;
        for (int v = 0; v + 1 < VERTICES; v++)
            for (int step = 0; step <= 2000; step++) {
                double share = step / 2000.0;
                const double *a = w->shape.xy + 2 * v;
                double here = mintu_geodesic_distance(w->points[2 * i], w->points[2 * i + 1], a[0] + share * (a[2] - a[0]),
                                                      a[1] + share * (a[3] - a[1]));
                best = fmin(best, here);
            }
        /* Edges are geodesics and these samples are not: they part by less than 300 m on edges this long. */
        assert_true(w->hits[i].distance_m <= best + 300);
        assert_true(w->hits[i].distance_m >= best - 300);
    }
}

static void a_foot_on_a_geodesic_is_exact(void **state)
{
    world *w = *state;
    mintu_error error;
    mintu_layer *lines;
    mintu_nearest *nearest;
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_LINE};
    assert_int_equal(mintu_layer_new(w->context, "meridian", &error, &lines), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_append(lines, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_shape_part(&shape, true, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_shape_vertex(&shape, 118, -2, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_shape_vertex(&shape, 118, 2, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_shape_set(lines, 0, &shape, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_nearest_new(w->context, lines, MINTU_DATUM_WGS84, &error, &nearest), MINTU_STATUS_OK);
    const double points[] = {119, 0, 118, 3, NAN, 1, 118, 1.23};
    mintu_nearest_hit hits[4];
    mintu_nearest_find(nearest, points, 4, hits);
    assert_true(fabs(hits[0].distance_m - 111319.49079327357) < 1e-3); /* a degree of the equator */
    assert_true(fabs(hits[1].lonlat[1] - 2) < 1e-9);                   /* beyond the end it is the end */
    assert_int_equal(hits[2].row, -1);
    assert_true(isnan(hits[2].distance_m));
    assert_true(hits[3].distance_m < 0.1);
    mintu_nearest_free(nearest);
    mintu_layer_free(lines);
    mintu_shape_free(&shape);
}

static void lines_without_a_line_are_refused(void **state)
{
    world *w = *state;
    mintu_error error = {0};
    mintu_layer *empty;
    mintu_nearest *nearest;
    assert_int_equal(mintu_layer_new(w->context, "empty", &error, &empty), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_append(empty, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_nearest_new(w->context, empty, MINTU_DATUM_WGS84, &error, &nearest), MINTU_STATUS_INPUT);
    assert_null(nearest);
    assert_non_null(strstr(error.text, "none of 1 rows"));
    mintu_layer_free(empty);
}

/* A million connectors asked for: the nearest line of each place is made, and the layer says so. */
static void too_many_connectors_are_the_nearest_ones(void **state)
{
    world *w = *state;
    enum { LINES = 500, PLACES = 401 };
    mintu_error error;
    mintu_layer *lines, *places, *out;
    assert_int_equal(mintu_layer_new(w->context, "lines", &error, &lines), MINTU_STATUS_OK);
    for (size_t i = 0; i < LINES; i++) {
        assert_int_equal(mintu_layer_append(lines, &error), MINTU_STATUS_OK);
        assert_int_equal(mintu_layer_shape_set(lines, i, &w->shape, &error), MINTU_STATUS_OK);
    }
    assert_int_equal(mintu_layer_new(w->context, "places", &error, &places), MINTU_STATUS_OK);
    for (size_t i = 0; i < PLACES; i++) {
        assert_int_equal(mintu_layer_append(places, &error), MINTU_STATUS_OK);
        assert_int_equal(mintu_layer_point_set(places, i, w->points[2 * i], w->points[2 * i + 1], &error), MINTU_STATUS_OK);
    }
    mintu_greenway_options options = {.lines = lines, .places = places};
    assert_int_equal(mintu_greenway_connectors(w->context, &options, &error, &out), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(out), PLACES);
    assert_string_equal(mintu_layer_note(out, "limited"), "200500");
    mintu_layer_free(out);
    mintu_layer_free(places);
    mintu_layer_free(lines);
}

/* The wrong is refused, and the steps from straight links to Steiner points never lengthen. */
static void networks_and_counts_keep_their_word(void **state)
{
    world *w = *state;
    mintu_error error;
    mintu_layer *places, *out;
    assert_int_equal(mintu_layer_new(w->context, "places", &error, &places), MINTU_STATUS_OK);
    for (size_t i = 0; i < 40; i++) {
        assert_int_equal(mintu_layer_append(places, &error), MINTU_STATUS_OK);
        assert_int_equal(mintu_layer_point_set(places, i, w->points[2 * i], w->points[2 * i + 1], &error), MINTU_STATUS_OK);
    }
    const mintu_greenway_options options = {.lines = w->lines, .places = places};
    assert_int_equal(mintu_greenway_network(w->context, &options, MINTU_NETWORK_END, &error, &out), MINTU_STATUS_USAGE);
    assert_null(out);
    assert_int_equal(mintu_greenway_service(w->context, &options, (const double[]){-1}, 1, &error, &out), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_greenway_totals(w->context, &options, &error, &out), MINTU_STATUS_OK);
    size_t km = (size_t)mintu_layer_field_find(out, "km");
    for (size_t row = 1; row < 4; row++)
        assert_true(mintu_layer_number(out, row, km) <= mintu_layer_number(out, row - 1, km));
    assert_true(mintu_layer_number(out, 3, km) > 0);
    mintu_layer_free(out);
    mintu_layer_free(places);
}

/* A line added brings places nearer or leaves them; its row says what it is; the nearest point is that of both lines' nearest. */
static void a_line_added_only_brings_nearer(void **state)
{
    world *w = *state;
    mintu_error error;
    mintu_shape shape = {0};
    mintu_layer *places, *out, *more = make_lines(w->context, &shape);
    mintu_nearest *other;
    size_t expected = 0;
    assert_int_equal(mintu_layer_new(w->context, "places", &error, &places), MINTU_STATUS_OK);
    assert_int_equal(mintu_nearest_new(w->context, more, MINTU_DATUM_GCJ02, &error, &other), MINTU_STATUS_OK);
    for (size_t i = 0; i < 40; i++) {
        mintu_nearest_hit hit;
        assert_int_equal(mintu_layer_append(places, &error), MINTU_STATUS_OK);
        assert_int_equal(mintu_layer_point_set(places, i, w->points[2 * i], w->points[2 * i + 1], &error), MINTU_STATUS_OK);
        mintu_nearest_find(other, w->points + 2 * i, 1, &hit);
        expected += hit.distance_m < w->hits[i].distance_m;
    }
    const mintu_greenway_options options = {.lines = w->lines, .places = places};
    const mintu_greenway_change change = {
        .add = (const mintu_layer *const[]){more}, .add_count = 1, .add_datum = MINTU_DATUM_GCJ02};
    assert_int_equal(mintu_greenway_changes(w->context, &options, &change, &error, &out), MINTU_STATUS_OK);
    assert_true(expected > 0 && expected < 40);
    assert_int_equal(mintu_layer_count(out), expected + 1);
    assert_string_equal(mintu_layer_text(out, 0, 0), "added");
    assert_string_equal(mintu_layer_text(out, 0, (size_t)mintu_layer_field_find(out, "line_after")), "lines");
    for (size_t row = 1; row <= expected; row++) {
        assert_string_equal(mintu_layer_text(out, row, 0), "nearer");
        assert_true(mintu_layer_number(out, row, (size_t)mintu_layer_field_find(out, "change_km")) < 0);
    }
    mintu_layer_free(out);
    assert_int_equal(mintu_greenway_change_totals(w->context, &options, &change, &error, &out), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(out), 3);
    assert_true(mintu_layer_number(out, 0, 3) < 0);
    mintu_layer_free(out);
    const mintu_greenway_change wrong = {.drop = (const char *const[]){"x"}, .drop_count = 1};
    assert_int_equal(mintu_greenway_changes(w->context, &options, &wrong, &error, &out), MINTU_STATUS_USAGE);
    assert_null(out);
    assert_non_null(strstr(error.text, "'x'"));
    mintu_nearest_free(other);
    mintu_layer_free(places);
    mintu_layer_free(more);
    mintu_shape_free(&shape);
}

/* Lines that follow known ones in another datum than declared are told, those in the declared one are not. */
static void lines_in_another_datum_are_told(void **state)
{
    world *w = *state;
    mintu_error error;
    mintu_shape dense = {.type = MINTU_GEOMETRY_TYPE_LINE};
    mintu_layer *lines, *out;
    assert_int_equal(mintu_layer_new(w->context, "survey", &error, &lines), MINTU_STATUS_OK);
    assert_int_equal(mintu_shape_part(&dense, true, &error), MINTU_STATUS_OK);
    for (int v = 0; v + 1 < VERTICES; v++)
        for (int step = 0; step < 20; step++) {
            const double *a = w->shape.xy + 2 * v;
            double share = step / 20.0;
            assert_int_equal(mintu_shape_vertex(&dense, a[0] + share * (a[2] - a[0]), a[1] + share * (a[3] - a[1]), &error),
                             MINTU_STATUS_OK);
        }
    assert_int_equal(mintu_layer_append(lines, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_shape_set(lines, 0, &dense, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_append(lines, &error), MINTU_STATUS_OK);
    mintu_greenway_options options = {.lines = lines};
    assert_int_equal(mintu_greenway_examine(w->context, &options, w->lines, &error, &out), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(out), 1);
    assert_string_equal(mintu_layer_text(out, 0, 0), "no-line");
    mintu_layer_free(out);
    options.datum = MINTU_DATUM_BD09;
    assert_int_equal(mintu_greenway_examine(w->context, &options, w->lines, &error, &out), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(out), 2);
    assert_string_equal(mintu_layer_text(out, 1, 0), "datum");
    assert_non_null(strstr(mintu_layer_text(out, 1, 2), "declare the datum wgs84"));
    mintu_layer_free(out);
    mintu_layer_free(lines);
    mintu_shape_free(&dense);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_agree_with_geodsolve),
        cmocka_unit_test(nothing_is_nearer),
        cmocka_unit_test(a_foot_on_a_geodesic_is_exact),
        cmocka_unit_test(lines_without_a_line_are_refused),
        cmocka_unit_test(too_many_connectors_are_the_nearest_ones),
        cmocka_unit_test(networks_and_counts_keep_their_word),
        cmocka_unit_test(a_line_added_only_brings_nearer),
        cmocka_unit_test(lines_in_another_datum_are_told),
    };
    return cmocka_run_group_tests(tests, make_world, free_world);
}
