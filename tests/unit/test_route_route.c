#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "geometry/sight.h"
#include "route/route.h"

enum { POLYGONS = 100, PAIRS = 4, NODES = 200, SAMPLES = 60 };

static double random_in(double low, double high)
{
    return low + (high - low) * rand() / RAND_MAX;
}

/* A star-shaped ring around a centre. */
static void add_star(mintu_shape *shape, bool outer, const double centre[2], double radius, int corners)
{
    double first[2] = {0, 0};
    assert_good(mintu_shape_part(shape, outer, &problem));
    for (int i = 0; i < corners; i++) {
        double angle = 2 * acos(-1) * i / corners, far = radius * random_in(0.3, 1);
        double at[2] = {centre[0] + far * cos(angle), centre[1] + far * sin(angle)};
        if (i == 0)
            memcpy(first, at, sizeof at);
        assert_good(mintu_shape_vertex(shape, at[0], at[1], &problem));
    }
    assert_good(mintu_shape_vertex(shape, first[0], first[1], &problem));
}

static mintu_layer *new_layer(void)
{
    mintu_layer *layer;
    assert_good(mintu_layer_new(context, "shapes", &problem, &layer));
    return layer;
}

static void add_shape(mintu_layer *layer, mintu_shape *shape)
{
    size_t row = mintu_layer_count(layer);
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_shape_set(layer, row, shape, &problem));
    mintu_shape_free(shape);
}

static void add_line(mintu_layer *layer, const double a[2], const double b[2])
{
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_LINE};
    assert_good(mintu_shape_part(&shape, true, &problem));
    assert_good(mintu_shape_vertex(&shape, a[0], a[1], &problem));
    assert_good(mintu_shape_vertex(&shape, b[0], b[1], &problem));
    add_shape(layer, &shape);
}

static double between(const double *a, const double *b)
{
    return mintu_geodesic_distance(a[0], a[1], b[0], b[1]);
}

static bool is_clear(const mintu_sight *sight, const double *a, const double *b)
{
    bool clear;
    assert_good(mintu_sight_clear(sight, a, b, &problem, &clear));
    return clear;
}

/* Bellman over all pairs of all vertices, places and targets that GEOS says see each other. */
static double brute(const mintu_sight *sight, const double from[2], const double *targets, size_t target_count)
{
    mintu_shape shape = {0};
    static double at[NODES][2], length[NODES];
    size_t count = 0;
    assert_good(mintu_sight_land(sight, &shape, &problem));
    assert_true(shape.vertex_count + target_count + 1 <= NODES);
    memcpy(at[count++], from, sizeof at[0]);
    memcpy(at[count], targets, target_count * sizeof at[0]);
    count += target_count;
    memcpy(at[count], shape.xy, shape.vertex_count * sizeof at[0]);
    count += shape.vertex_count;
    bool done[NODES] = {false};
    for (size_t i = 0; i < count; i++)
        length[i] = i ? INFINITY : 0;
    for (;;) {
        size_t next = count;
        for (size_t i = 0; i < count; i++)
            if (!done[i] && length[i] < INFINITY && (next == count || length[i] < length[next]))
                next = i;
        if (next == count)
            break;
        done[next] = true;
        for (size_t i = 0; i < count; i++)
            if (!done[i] && length[next] + between(at[next], at[i]) < length[i] && is_clear(sight, at[next], at[i]))
                length[i] = length[next] + between(at[next], at[i]);
    }
    mintu_shape_free(&shape);
    double best = INFINITY;
    for (size_t i = 1; i <= target_count; i++)
        best = fmin(best, length[i]);
    return best;
}

/* Every leg is on land, and the legs add up. */
static void assert_on_land(const mintu_sight *sight, const mintu_route *route)
{
    double sum = 0;
    for (size_t i = 1; i < route->count; i++) {
        const double *a = route->lonlat + 2 * i - 2, *b = a + 2;
        assert_true(is_clear(sight, a, b));
        sum += between(a, b);
    }
    assert_true(fabs(sum - route->length) <= 1e-9 * (1 + sum));
}

static mintu_sight *make_world(void)
{
    mintu_layer *land = new_layer();
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    mintu_sight *sight;
    add_star(&shape, true, (const double[]){118, 26}, 1, 5 + rand() % 20);
    for (int i = rand() % 3; i > 0; i--)
        add_star(&shape, false, (const double[]){random_in(117.8, 118.2), random_in(25.8, 26.2)}, 0.25, 3 + rand() % 8);
    add_shape(land, &shape);
    assert_good(mintu_sight_new(context, land, NULL, 0, &problem, &sight));
    mintu_layer_free(land);
    return sight;
}

static void random_point(const mintu_sight *sight, double out[2])
{
    do {
        out[0] = random_in(117, 119);
        out[1] = random_in(25, 27);
    } while (!is_clear(sight, out, out));
}

static void check_point(const mintu_sight *sight, mintu_router *router, mintu_route *route)
{
    double from[2], to[2];
    mintu_route_field *field;
    random_point(sight, from);
    random_point(sight, to);
    double best = brute(sight, from, to, 1);
    assert_good(mintu_route_to_point(router, to, &problem, &field));
    assert_good(mintu_route_find(router, field, from, &problem, route));
    mintu_route_field_free(field);
    if (isinf(best)) {
        assert_int_equal(route->count, 0);
        return;
    }
    assert_true(route->count >= 2 && memcmp(route->lonlat, from, sizeof from) == 0);
    assert_true(fabs(route->length - best) <= 1e-9 * best);
    assert_true(route->length >= between(from, to) * (1 - 1e-12));
    assert_on_land(sight, route);
}

/* The line is sampled by the brute way, so that it may find up to half a step more, and never less. */
static void check_line(const mintu_sight *sight, mintu_router *router, mintu_route *route)
{
    double from[2], a[2] = {random_in(117, 119), random_in(25, 27)}, b[2] = {a[0] + 0.3, a[1] + 0.2}, samples[2 * SAMPLES];
    mintu_layer *lines = new_layer();
    mintu_route_field *field;
    random_point(sight, from);
    add_line(lines, a, b);
    for (size_t i = 0; i < 2 * SAMPLES; i++)
        samples[i] = a[i % 2] + (b[i % 2] - a[i % 2]) * (double)(i / 2) / (SAMPLES - 1);
    double best = brute(sight, from, samples, SAMPLES), step = between(a, b) / (SAMPLES - 1);
    assert_good(mintu_route_to_lines(router, lines, NULL, MINTU_DATUM_WGS84, &problem, &field));
    assert_good(mintu_route_find(router, field, from, &problem, route));
    mintu_route_field_free(field);
    mintu_layer_free(lines);
    assert_true(isinf(best) || route->count >= 2);
    if (route->count == 0)
        return;
    /* the line is a geodesic, the samples stand on a straight one beside it */
    assert_true(route->length <= best + 20 && (isinf(best) || route->length >= best - step));
    assert_on_land(sight, route);
    assert_int_equal(route->row, 0);
}

static void routes_are_as_short_as_brute_force_finds(void **state)
{
    (void)state;
    mintu_route route = {0};
    srand(20141101);
    for (int i = 0; i < POLYGONS; i++) {
        mintu_sight *sight = make_world();
        mintu_router *router;
        assert_good(mintu_router_new(sight, NULL, &problem, &router));
        for (int k = 0; k < PAIRS; k++)
            check_point(sight, router, &route);
        check_line(sight, router, &route);
        mintu_router_free(router);
        mintu_sight_free(sight);
    }
    mintu_route_free(&route);
}

/* Routes between the middles of boxes, all with whole corners, so that lines run along walls and through corners. */
static void walls_in_line_are_no_obstacle(void **state)
{
    (void)state;
    mintu_layer *land = new_layer();
    mintu_sight *sight;
    mintu_router *router;
    mintu_route_field *field;
    mintu_route route = {0};
    add_box(land, 0, 0, 3, 1); /* an L and a U of boxes */
    add_box(land, 0, 0, 1, 3);
    add_box(land, 0, 2, 3, 3);
    assert_good(mintu_sight_new(context, land, NULL, 0, &problem, &sight));
    assert_good(mintu_router_new(sight, NULL, &problem, &router));
    const double from[] = {3, 1}, to[] = {3, 2}, bends[] = {1, 1, 1, 2};
    assert_good(mintu_route_to_point(router, to, &problem, &field));
    assert_good(mintu_route_find(router, field, from, &problem, &route));
    assert_int_equal(route.count, 4);
    assert_memory_equal(route.lonlat + 2, bends, sizeof bends);
    assert_on_land(sight, &route);
    assert_good(mintu_route_find(router, field, to, &problem, &route));
    assert_true(route.count > 0 && route.length == 0);
    assert_good(mintu_route_find(router, field, (const double[]){2, 1.5}, &problem, &route));
    assert_int_equal(route.count, 0); /* in the bay */
    mintu_route_field_free(field);
    mintu_route_free(&route);
    mintu_router_free(router);
    mintu_sight_free(sight);
    mintu_layer_free(land);
}

/* Two islands and an islet between, on which the crossing is drawn to end. */
static void crossings_join_islands(void **state)
{
    (void)state;
    mintu_layer *land = new_layer(), *crossings = new_layer(), *lines = new_layer();
    mintu_sight *sight;
    mintu_router *router;
    mintu_route_field *field;
    mintu_route route = {0};
    const double from[] = {0.05, 0.05}, to[] = {0.25, 0.05};
    const unsigned char closed[] = {0, 1};
    add_box(land, 0, 0, 0.1, 0.1);
    add_box(land, 0.2, 0, 0.3, 0.1);
    add_box(land, 0.184, 0.048, 0.187, 0.051);
    add_line(crossings, (const double[]){0.105, 0.05}, (const double[]){0.185, 0.05});
    add_line(crossings, (const double[]){5, 5}, (const double[]){6, 6});
    add_line(lines, to, (const double[]){0.25, 0.07});
    assert_good(mintu_sight_new(context, land, NULL, 0, &problem, &sight));
    for (int use = 0; use < 2; use++) {
        const mintu_route_crossings over = {crossings, use ? NULL : closed};
        assert_good(mintu_router_new(sight, &over, &problem, &router));
        assert_good(mintu_route_to_lines(router, lines, NULL, MINTU_DATUM_WGS84, &problem, &field));
        assert_good(mintu_route_find(router, field, from, &problem, &route));
        assert_int_equal(route.crossing_count, use);
        assert_true(use ? route.count > 4 && route.crossings[0] == 0 && route.length > between(from, to) * (1 - 1e-6)
                        : route.count == 0);
        mintu_route_field_free(field);
        mintu_router_free(router);
    }
    mintu_route_free(&route);
    mintu_sight_free(sight);
    mintu_layer_free(land);
    mintu_layer_free(crossings);
    mintu_layer_free(lines);
}

/* A line from coast to coast blocks the grown land too; one that stops short is walked around. */
static void barriers_are_not_crossed(void **state)
{
    (void)state;
    const double from[] = {0.5, 0.5}, to[] = {1.5, 0.5};
    for (int open = 0; open < 2; open++) {
        mintu_layer *land = new_layer(), *barriers = new_layer();
        mintu_sight *sight;
        mintu_router *router;
        mintu_route_field *field;
        mintu_route route = {0};
        add_box(land, 0, 0, 2, 1);
        add_line(barriers, (const double[]){1, 0}, (const double[]){1, open ? 0.9 : 1});
        assert_good(mintu_sight_new(context, land, barriers, 0.01, &problem, &sight));
        assert_good(mintu_router_new(sight, NULL, &problem, &router));
        assert_good(mintu_route_to_point(router, to, &problem, &field));
        assert_good(mintu_route_find(router, field, from, &problem, &route));
        assert_true(open ? route.count > 2 && route.length > 1.2 * between(from, to) : route.count == 0);
        assert_on_land(sight, &route);
        mintu_route_field_free(field);
        mintu_route_free(&route);
        mintu_router_free(router);
        mintu_sight_free(sight);
        mintu_layer_free(land);
        mintu_layer_free(barriers);
    }
}

static void no_land_has_no_routes(void **state)
{
    (void)state;
    mintu_layer *land = new_layer(), *lines = new_layer(), *none = new_layer();
    mintu_sight *sight;
    mintu_router *router;
    mintu_route_field *field;
    mintu_route route = {0};
    add_line(lines, (const double[]){0, 0}, (const double[]){1, 1});
    for (int boxes = 0; boxes < 2; boxes++) {
        if (boxes) /* far from the line */
            add_box(land, 5, 5, 6, 6);
        assert_good(mintu_sight_new(context, land, none, 0.003, &problem, &sight));
        assert_good(mintu_router_new(sight, &(mintu_route_crossings){none, NULL}, &problem, &router));
        assert_good(mintu_route_to_lines(router, lines, NULL, MINTU_DATUM_WGS84, &problem, &field));
        assert_good(mintu_route_find(router, field, (const double[]){5.5, 5.5}, &problem, &route));
        assert_int_equal(route.count, 0);
        mintu_route_field_free(field);
        assert_good(mintu_route_to_point(router, (const double[]){0, 0}, &problem, &field));
        assert_good(mintu_route_find(router, field, (const double[]){5.5, 5.5}, &problem, &route));
        assert_int_equal(route.count, 0);
        mintu_route_field_free(field);
        mintu_router_free(router);
        mintu_sight_free(sight);
    }
    mintu_route_free(&route);
    mintu_layer_free(land);
    mintu_layer_free(lines);
    mintu_layer_free(none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(routes_are_as_short_as_brute_force_finds),
        cmocka_unit_test(walls_in_line_are_no_obstacle),
        cmocka_unit_test(crossings_join_islands),
        cmocka_unit_test(barriers_are_not_crossed),
        cmocka_unit_test(no_land_has_no_routes),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
