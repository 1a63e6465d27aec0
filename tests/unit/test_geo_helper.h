/* What the tests of layer, geometry and route share: layers made of numbers, and a folder for files. */
#ifndef TEST_GEO_HELPER_H
#define TEST_GEO_HELPER_H

#include "base/array.h"
#include "base/file.h"
#include "geometry/measure.h"
#include "layer/shape.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* Not every test uses every helper. */
#define HELPER __attribute__((unused)) static

HELPER mintu_context *context;
HELPER mintu_error problem;
HELPER char folder[] = "/tmp/mintu-test-XXXXXX";

HELPER int set_up(void **state)
{
    (void)state;
    return mintu_context_new(&problem, &context) == MINTU_STATUS_OK && mkdtemp(folder) ? 0 : -1;
}

HELPER int tear_down(void **state)
{
    char command[64];
    (void)state;
    mintu_context_free(context);
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

#define assert_good(call) assert_int_equal(call, MINTU_STATUS_OK)

/* A path in the test's folder; two calls may be in use at once. */
HELPER const char *inside(const char *name)
{
    static char paths[2][256];
    static int turn;
    turn = !turn;
    snprintf(paths[turn], sizeof paths[turn], "%s/%s", folder, name);
    return paths[turn];
}

HELPER const char *write_text(const char *name, const char *text)
{
    const char *path = inside(name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    fclose(file);
    return path;
}

/* The bytes of a file, to be freed with mintu_buffer_free(). */
HELPER mintu_buffer read_text(const char *path)
{
    mintu_buffer text = {0};
    assert_good(mintu_file_read(path, "testing", (mintu_file_bounds){MINTU_MEBIBYTES(64), true}, &problem, &text));
    return text;
}

HELPER mintu_layer *make_layer(void)
{
    mintu_layer *layer;
    assert_good(mintu_layer_new(context, "test", &problem, &layer));
    return layer;
}

/* Sets a row's polygon of @p count vertices; the ring is closed here. */
HELPER void set_ring(mintu_layer *layer, size_t row, const double *xy, size_t count)
{
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    assert_good(mintu_shape_part(&shape, true, &problem));
    for (size_t i = 0; i <= count; i++)
        assert_good(mintu_shape_vertex(&shape, xy[2 * (i % count)], xy[2 * (i % count) + 1], &problem));
    assert_good(mintu_layer_shape_set(layer, row, &shape, &problem));
    mintu_shape_free(&shape);
}

HELPER void add_ring(mintu_layer *layer, const double *xy, size_t count)
{
    assert_good(mintu_layer_append(layer, &problem));
    set_ring(layer, mintu_layer_count(layer) - 1, xy, count);
}

HELPER void add_box(mintu_layer *layer, double west, double south, double east, double north)
{
    add_ring(layer, (double[]){west, south, east, south, east, north, west, north}, 4);
}

HELPER void add_point(mintu_layer *layer, double lon, double lat)
{
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_point_set(layer, mintu_layer_count(layer) - 1, lon, lat, &problem));
}

/* Planar area of a row in square degrees, holes taken out. */
HELPER double plane_area(const mintu_layer *layer, size_t row)
{
    mintu_shape shape = {0};
    double area = 0;
    assert_good(mintu_layer_shape(layer, row, &shape, &problem));
    for (size_t part = 0; part < shape.part_count; part++) {
        double ring = 0;
        for (size_t i = shape.starts[part]; i + 1 < shape.starts[part + 1]; i++)
            ring += shape.xy[2 * i] * shape.xy[2 * i + 3] - shape.xy[2 * i + 2] * shape.xy[2 * i + 1];
        area += (shape.outer[part] ? 0.5 : -0.5) * fabs(ring);
    }
    mintu_shape_free(&shape);
    return area;
}

/* Vertices and parts of a row. */
HELPER void count_parts(const mintu_layer *layer, size_t row, size_t *parts, size_t *vertices)
{
    mintu_shape shape = {0};
    assert_good(mintu_layer_shape(layer, row, &shape, &problem));
    *parts = shape.part_count;
    *vertices = shape.vertex_count;
    mintu_shape_free(&shape);
}

#endif
