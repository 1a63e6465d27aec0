#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "analyse/network.h"
#include "analyse/network_bound.h"
#include "analyse/network_forest.h"
#include "analyse/network_links.h"
#include "analyse/network_steiner.h"
#include "analyse/network_ways.h"
#include "geometry/measure.h"

enum { INSTANCES = 200, PLACES = 60, LINES = 2 };

static double random_in(double low, double high)
{
    return low + (high - low) * rand() / RAND_MAX;
}

static mintu_nearest *make_lines(void)
{
    mintu_layer *lines;
    mintu_nearest *nearest;
    assert_good(mintu_layer_new(context, "lines", &problem, &lines));
    for (size_t row = 0; row < LINES; row++) {
        mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_LINE};
        assert_good(mintu_layer_append(lines, &problem));
        assert_good(mintu_shape_part(&shape, true, &problem));
        for (int i = 0; i < 4; i++)
            assert_good(mintu_shape_vertex(&shape, random_in(116, 120), random_in(24, 28), &problem));
        assert_good(mintu_layer_shape_set(lines, row, &shape, &problem));
        mintu_shape_free(&shape);
    }
    assert_good(mintu_nearest_new(context, lines, MINTU_DATUM_WGS84, &problem, &nearest));
    mintu_layer_free(lines);
    return nearest;
}

/* Prim over all pairs, none left out. */
static double prim(const mintu_nearest *nearest, const double *lonlat, size_t count)
{
    double away[PLACES], sum = 0;
    bool in[PLACES] = {false};
    for (size_t i = 0; i < count; i++) {
        mintu_nearest_hit hit;
        mintu_nearest_find(nearest, lonlat + 2 * i, 1, &hit);
        away[i] = hit.distance_m;
    }
    for (size_t taken = 0; taken < count; taken++) {
        size_t best = count;
        for (size_t i = 0; i < count; i++)
            if (!in[i] && (best == count || away[i] < away[best]))
                best = i;
        in[best] = true;
        sum += away[best];
        for (size_t i = 0; i < count; i++)
            away[i] = fmin(away[i],
                           mintu_geodesic_distance(lonlat[2 * best], lonlat[2 * best + 1], lonlat[2 * i], lonlat[2 * i + 1]));
    }
    return sum;
}

/* Every place reaches the root: links are one fewer than the nodes they touch, and no link closes a cycle. */
static void assert_tree(const mintu_network *network)
{
    size_t *group = calloc(network->node_count, sizeof *group);
    assert_non_null(group);
    for (size_t i = 0; i < network->node_count; i++)
        group[i] = i;
    for (size_t i = 0; i < network->link_count; i++) {
        size_t a = group[network->links[i].nodes[0]], b = group[network->links[i].nodes[1]];
        assert_int_not_equal(a, b);
        for (size_t k = 0; k < network->node_count; k++)
            group[k] = group[k] == a ? b : group[k];
    }
    for (size_t i = 1; i <= network->place_count; i++)
        assert_int_equal(group[i], group[MINTU_NETWORK_ROOT]);
    free(group);
}

static void check_instance(double spread)
{
    double lonlat[2 * PLACES];
    size_t count = 1 + (size_t)(rand() % PLACES);
    mintu_nearest *nearest = make_lines();
    mintu_network network;
    for (size_t i = 0; i < 2 * count; i++)
        lonlat[i] = i % 2 ? random_in(26 - spread, 26 + spread) : random_in(118 - spread, 118 + spread);
    assert_good(mintu_network_straight(nearest, NULL, lonlat, count, &problem, &network));
    double straight = mintu_network_length(&network);
    assert_good(mintu_network_forest(&network, &problem));
    double forest = mintu_network_length(&network), bound = mintu_network_bound(&network);
    assert_true(fabs(forest - prim(nearest, lonlat, count)) < 1e-6 * (1 + forest));
    assert_true(forest <= straight * (1 + 1e-12));
    assert_tree(&network);
    assert_good(mintu_network_steiner(&network, &problem));
    assert_true(mintu_network_length(&network) <= forest * (1 + 1e-12));
    assert_true(bound <= mintu_network_length(&network) && bound >= forest / 2 * (1 - 1e-4));
    assert_tree(&network);
    mintu_network_free(&network);
    mintu_nearest_free(nearest);
}

static void networks_of_random_places(void **state)
{
    (void)state;
    srand(20141101);
    for (int i = 0; i < INSTANCES; i++)
        check_instance(i % 2 ? 2 : 0.3);
}

/* A line that ends in one corner of an equilateral triangle, places in the others: √3/2 of two sides. */
static void three_corners_meet_at_their_fermat_point(void **state)
{
    (void)state;
    mintu_layer *lines;
    mintu_nearest *nearest;
    mintu_network network;
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_LINE};
    const double side = 0.02, corners[] = {side / 2, side * sqrt(3) / 2, -side / 2, side * sqrt(3) / 2, 0, 0};
    assert_good(mintu_layer_new(context, "lines", &problem, &lines));
    assert_good(mintu_layer_append(lines, &problem));
    assert_good(mintu_shape_part(&shape, true, &problem));
    assert_good(mintu_shape_vertex(&shape, 0, 0, &problem));
    assert_good(mintu_shape_vertex(&shape, 0, -1, &problem));
    assert_good(mintu_layer_shape_set(lines, 0, &shape, &problem));
    assert_good(mintu_nearest_new(context, lines, MINTU_DATUM_WGS84, &problem, &nearest));
    assert_good(mintu_network_straight(nearest, NULL, corners, 3, &problem, &network));
    assert_good(mintu_network_forest(&network, &problem));
    double forest = mintu_network_length(&network);
    assert_good(mintu_network_steiner(&network, &problem));
    assert_true(fabs(mintu_network_length(&network) / forest - sqrt(3) / 2) < 2e-3); /* a degree of latitude is 0.7 % shorter */
    mintu_network_free(&network);
    mintu_nearest_free(nearest);
    mintu_layer_free(lines);
    mintu_shape_free(&shape);
}

static void positions_that_are_none_are_refused(void **state)
{
    (void)state;
    mintu_network network;
    mintu_nearest *nearest = make_lines();
    assert_int_equal(mintu_network_straight(nearest, NULL, (const double[]){NAN, 26}, 1, &problem, &network),
                     MINTU_STATUS_INPUT);
    assert_good(mintu_network_straight(nearest, NULL, NULL, 0, &problem, &network));
    assert_good(mintu_network_forest(&network, &problem));
    assert_good(mintu_network_steiner(&network, &problem));
    assert_true(mintu_network_length(&network) == 0 && mintu_network_bound(&network) == 0);
    mintu_network_free(&network);
    mintu_nearest_free(nearest);
}

/* Boxes with a bay between, a lake, and an island without a way. */
static mintu_layer *make_land(void)
{
    mintu_layer *land = make_layer();
    add_box(land, 117, 25, 119, 25.6);
    add_box(land, 117, 25, 117.4, 27);
    add_box(land, 117, 26.2, 119, 27);
    add_box(land, 118.2, 25.7, 118.6, 26.1);
    return land;
}

static size_t count_cut(const mintu_network *network)
{
    size_t cut = 0;
    for (size_t i = 0; i < network->link_count; i++)
        cut += network->links[i].cut;
    return cut;
}

/* Prim over the ways of all pairs; a cut link counts as longer than all others. */
static double prim_of_ways(mintu_network *network)
{
    double away[PLACES], sum = 0;
    bool in[PLACES] = {false};
    mintu_network_link link;
    for (size_t i = 0; i < network->place_count; i++) {
        assert_good(mintu_network_measure(network, i + 1, MINTU_NETWORK_ROOT, &problem, &link));
        away[i] = link.length + (link.cut ? 1e9 : 0);
    }
    for (size_t taken = 0; taken < network->place_count; taken++) {
        size_t best = PLACES;
        for (size_t i = 0; i < network->place_count; i++)
            if (!in[i] && (best == PLACES || away[i] < away[best]))
                best = i;
        in[best] = true;
        sum += away[best];
        for (size_t i = 0; i < network->place_count; i++) {
            if (in[i])
                continue;
            assert_good(mintu_network_measure(network, best + 1, i + 1, &problem, &link));
            away[i] = fmin(away[i], link.length + (link.cut ? 1e9 : 0));
        }
    }
    return sum;
}

static void check_ways(const mintu_nearest *nearest, mintu_ways *ways)
{
    double lonlat[2 * 20];
    mintu_network network, straight;
    for (size_t i = 0; i < 20;) {
        size_t land;
        lonlat[2 * i] = random_in(117, 119);
        lonlat[2 * i + 1] = random_in(25, 27);
        assert_good(mintu_ways_land(ways, lonlat + 2 * i, &problem, &land));
        i += land != 0;
    }
    assert_good(mintu_network_straight(nearest, NULL, lonlat, 20, &problem, &straight));
    assert_good(mintu_network_forest(&straight, &problem));
    assert_good(mintu_network_straight(nearest, ways, lonlat, 20, &problem, &network));
    double best = prim_of_ways(&network);
    assert_good(mintu_network_forest(&network, &problem));
    double forest = mintu_network_length(&network);
    size_t cut = count_cut(&network);
    assert_true(fabs(forest + 1e9 * (double)cut - best) < 0.01);
    assert_true(forest >= mintu_network_length(&straight) * (1 - 1e-12));
    assert_tree(&network);
    assert_good(mintu_network_steiner(&network, &problem));
    assert_true(mintu_network_length(&network) <= forest * (1 + 1e-12));
    assert_true(mintu_network_length(&network) >= mintu_network_bound(&straight));
    assert_int_equal(count_cut(&network), cut);
    assert_tree(&network);
    mintu_network_free(&network);
    mintu_network_free(&straight);
}

static void ways_make_the_least_forest(void **state)
{
    (void)state;
    mintu_layer *land = make_land();
    const mintu_greenway_options options = {.land = land};
    mintu_ways ways;
    for (int i = 0; i < 10; i++) {
        mintu_layer *lines = make_layer();
        mintu_nearest *nearest;
        mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_LINE};
        mintu_greenway_options with = options;
        assert_good(mintu_layer_append(lines, &problem));
        assert_good(mintu_shape_part(&shape, true, &problem));
        for (int k = 0; k < 3; k++)
            assert_good(mintu_shape_vertex(&shape, random_in(117, 119), random_in(26.3, 26.9), &problem));
        assert_good(mintu_layer_shape_set(lines, 0, &shape, &problem));
        mintu_shape_free(&shape);
        with.lines = lines;
        assert_good(mintu_ways_open(context, &with, &problem, &ways));
        assert_good(mintu_nearest_new(context, lines, MINTU_DATUM_WGS84, &problem, &nearest));
        check_ways(nearest, &ways);
        mintu_ways_close(&ways);
        mintu_nearest_free(nearest);
        mintu_layer_free(lines);
    }
    mintu_layer_free(land);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(networks_of_random_places),
        cmocka_unit_test(three_corners_meet_at_their_fermat_point),
        cmocka_unit_test(positions_that_are_none_are_refused),
        cmocka_unit_test(ways_make_the_least_forest),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
