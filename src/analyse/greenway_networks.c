#include "analyse/greenway_networks.h"

#include "analyse/greenway_connectors.h"
#include "analyse/greenway_places.h"
#include "analyse/network.h"
#include "analyse/network_bound.h"
#include "analyse/network_forest.h"
#include "analyse/network_links.h"
#include "analyse/network_steiner.h"
#include "analyse/network_ways.h"
#include "base/argument.h"
#include "base/array.h"
#include "base/error.h"
#include "gazetteer/place_rows.h"
#include "geometry/nearest.h"
#include "layer/layer_end.h"
#include "layer/shape.h"

#include <math.h>
#include <stdlib.h>

static const char DOING[] = N_("making a greenway network");

static const struct {
    const char *name, *title;
} kinds[] = {
    [MINTU_NETWORK_STRAIGHT] = {"straight", "each place to the nearest line"},
    [MINTU_NETWORK_FOREST] = {"forest", "minimum spanning forest from the lines through the places"},
    [MINTU_NETWORK_STEINER] = {"steiner", "spanning forest with Steiner points"},
};

typedef struct job {
    mintu_ways *ways;
    mintu_linked_places places;
    mintu_nearest *nearest;
    double *lonlat; /* of the places */
    mintu_network network;
    size_t *numbers; /* of Steiner points, from 1; 0: not met */
    size_t met;
    mintu_shape shape;
    mintu_buffer text;
    mintu_layer *out;
} job;

static mintu_status prepare(job *j, mintu_error *error)
{
    mintu_status status =
        mintu_nearest_new(j->ways->context, j->ways->options->lines, j->ways->options->datum, error, &j->nearest);
    if (status == MINTU_STATUS_OK)
        status = mintu_linked_places_read(j->ways->context, j->ways->options->places, error, &j->places);
    if (status == MINTU_STATUS_OK && !(j->lonlat = mintu_linked_places_lonlat(&j->places)))
        status = mintu_fail_memory(error, DOING);
    return status;
}

static void finish(job *j)
{
    mintu_network_free(&j->network);
    free(j->lonlat);
    mintu_nearest_free(j->nearest);
    mintu_linked_places_free(&j->places);
    mintu_shape_free(&j->shape);
    mintu_buffer_free(&j->text);
    free(j->numbers);
}

/* Writes an end: its code, and its name. The root is the line that the way reaches. */
static void write_end(job *j, mintu_row *row, size_t node, long line)
{
    const mintu_layer *lines = j->ways->options->lines;
    if (node == MINTU_NETWORK_ROOT) {
        mintu_row_text(row, mintu_layer_field_text(lines, (size_t)line, "line"));
        mintu_row_text(row, mintu_layer_field_text(lines, (size_t)line, "name"));
    } else if (node <= j->network.place_count) {
        MINTU_ROW_TEXTS(row, j->places.items[node - 1].code, j->places.items[node - 1].name);
    } else {
        if (!j->numbers[node])
            j->numbers[node] = ++j->met;
        mintu_buffer_clear(&j->text);
        mintu_buffer_format(&j->text, "S%zu", j->numbers[node]);
        MINTU_ROW_TEXTS(row, j->text.data ? j->text.data : "", "");
    }
}

static void write_crossings(job *j, mintu_row *row, const mintu_way *way)
{
    static const char *const fields[] = {"name", "kind"};
    for (int i = 0; i < 2; i++) {
        mintu_ways_name(j->ways, way, fields[i], &j->text);
        mintu_row_text(row, j->text.data ? j->text.data : "");
    }
}

static mintu_status add_link(job *j, const mintu_network_link *link, mintu_error *error)
{
    const mintu_network_node *from = &j->network.nodes[link->nodes[0]];
    const mintu_way *way;
    bool root = link->nodes[1] == MINTU_NETWORK_ROOT;
    bool point = link->nodes[0] > j->network.place_count || link->nodes[1] > j->network.place_count;
    mintu_status status = mintu_network_way(&j->network, from->lonlat, &from->hit, link->nodes[1], error, &way);
    if (status != MINTU_STATUS_OK)
        return status;
    long line = way->route.row;
    mintu_row row = mintu_row_append(j->out, error);
    for (int i = 0; i < 2; i++)
        write_end(j, &row, link->nodes[i], line);
    mintu_row_text(&row, point ? "steiner" : root ? "to-line" : "between");
    mintu_row_text(&row, root ? mintu_layer_field_text(j->ways->options->lines, (size_t)line, "certainty") : "");
    MINTU_ROW_TEXTS(&row, root ? mintu_layer_field_text(j->ways->options->lines, (size_t)line, "source") : "", way->course);
    write_crossings(j, &row, way);
    mintu_row_number(&row, link->length / 1000);
    return row.status == MINTU_STATUS_OK ? mintu_way_draw(way, &j->shape, j->out, row.row, error) : row.status;
}

/* The root, where it is an end, is the second. */
static mintu_status add_links(job *j, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    j->numbers = calloc(j->network.node_count, sizeof *j->numbers);
    if (!j->numbers)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 0; i < j->network.link_count && status == MINTU_STATUS_OK; i++) {
        mintu_network_link link = j->network.links[i];
        if (link.nodes[0] == MINTU_NETWORK_ROOT) {
            link.nodes[0] = link.nodes[1];
            link.nodes[1] = MINTU_NETWORK_ROOT;
        }
        status = add_link(j, &link, error);
    }
    return status;
}

/* Makes a network of a kind. */
static mintu_status solve(job *j, mintu_network_kind kind, mintu_error *error)
{
    mintu_status status = mintu_network_straight(j->nearest, j->ways, j->lonlat, j->places.count, error, &j->network);
    if (status == MINTU_STATUS_OK && kind >= MINTU_NETWORK_FOREST)
        status = mintu_network_forest(&j->network, error);
    if (status == MINTU_STATUS_OK && kind >= MINTU_NETWORK_STEINER)
        status = mintu_network_steiner(&j->network, error);
    return status;
}

static mintu_status set_notes(const job *j, const char *title, mintu_error *error)
{
    mintu_status status = mintu_layer_note_set(j->out, "title", title, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(j->out, "note",
                                      "links are the shortest ways on land, over crossings where these shorten them; course "
                                      "says which have no such way and are straight; where a stretch is assumed, so is what "
                                      "is linked to it",
                                      error);
    size_t cut = 0;
    for (size_t i = 0; i < j->network.link_count; i++)
        cut += j->network.links[i].cut;
    const char *const keys[] = {"cut", "doubles", "unplaced"};
    const size_t counts[] = {cut, j->places.doubles, j->places.unplaced};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && status == MINTU_STATUS_OK; i++)
        if (counts[i])
            status = mintu_layer_note_count(j->out, keys[i], counts[i], error);
    return status;
}

mintu_status mintu_greenway_network(mintu_context *context, const mintu_greenway_options *options, mintu_network_kind kind,
                                    mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, options) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options->as_of))
        return MINTU_STATUS_USAGE;
    static const mintu_field fields[] = {{"from", MINTU_TEXT},           {"from_name", MINTU_TEXT}, {"to", MINTU_TEXT},
                                         {"to_name", MINTU_TEXT},        {"kind", MINTU_TEXT},      {"certainty", MINTU_TEXT},
                                         {"source", MINTU_TEXT},         {"course", MINTU_TEXT},    {"crossings", MINTU_TEXT},
                                         {"crossing_kinds", MINTU_TEXT}, {"km", MINTU_REAL}};
    mintu_ways ways = {0};
    job j = {.ways = &ways};
    if ((int)kind < 0 || kind >= MINTU_NETWORK_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: %d is no kind of network; expected a mintu_network_kind",
                          mintu_message(DOING), (int)kind);
    mintu_status status = mintu_ways_open(context, options, error, &ways);
    if (status == MINTU_STATUS_OK)
        status = prepare(&j, error);
    if (status == MINTU_STATUS_OK)
        status = solve(&j, kind, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, "greenway-network", fields, sizeof fields / sizeof *fields, error, &j.out);
    if (status == MINTU_STATUS_OK)
        status = add_links(&j, error);
    if (status == MINTU_STATUS_OK)
        status = set_notes(&j, kinds[kind].title, error);
    if (status == MINTU_STATUS_OK && j.text.failed)
        status = mintu_fail_memory(error, DOING);
    finish(&j);
    mintu_ways_close(&ways);
    *out = j.out;
    return mintu_layer_end(status, out);
}

/* One row of totals; @p before is the length of the row above, NaN for none. */
static mintu_status add_total(job *j, const char *const texts[2], const double lengths[2], double bound, mintu_error *error)
{
    double saving = lengths[0] - lengths[1], over = lengths[1] - bound;
    mintu_row row = mintu_row_append(j->out, error);
    MINTU_ROW_TEXTS(&row, texts[0], texts[1]);
    MINTU_ROW_NUMBERS(&row, lengths[1] / 1000, saving / 1000, lengths[0] <= 0 ? 0 : 100 * saving / lengths[0], over / 1000,
                      bound > 0 ? 100 * over / bound : 0);
    return row.status;
}

/* The bound is that of straight links, which no way is shorter than. */
static mintu_status find_bound(job *j, mintu_error *error, double *out)
{
    mintu_network straight;
    mintu_status status = mintu_network_straight(j->nearest, NULL, j->lonlat, j->places.count, error, &straight);
    if (status != MINTU_STATUS_OK)
        return status;
    status = mintu_network_forest(&straight, error);
    *out = status == MINTU_STATUS_OK ? mintu_network_bound(&straight) : 0;
    mintu_network_free(&straight);
    return status;
}

mintu_status mintu_greenway_total(mintu_ways *ways, mintu_error *error, mintu_layer **out)
{
    static const mintu_field fields[] = {
        {"network", MINTU_TEXT},           {"what", MINTU_TEXT},           {"km", MINTU_REAL},
        {"saving_km", MINTU_REAL},         {"saving_percent", MINTU_REAL}, {"over_bound_km", MINTU_REAL},
        {"over_bound_percent", MINTU_REAL}};
    static const char *const floor_texts[] = {"bound", "no network of any Steiner points is shorter than this"};
    job j = {.ways = ways};
    double lengths[MINTU_NETWORK_END], bound = 0;
    *out = NULL;
    mintu_status status = prepare(&j, error);
    if (status == MINTU_STATUS_OK)
        status = find_bound(&j, error, &bound);
    if (status == MINTU_STATUS_OK)
        status = solve(&j, MINTU_NETWORK_STRAIGHT, error);
    for (int kind = 0; kind < MINTU_NETWORK_END && status == MINTU_STATUS_OK; kind++) {
        status = kind == MINTU_NETWORK_FOREST    ? mintu_network_forest(&j.network, error)
                 : kind == MINTU_NETWORK_STEINER ? mintu_network_steiner(&j.network, error)
                                                 : MINTU_STATUS_OK;
        lengths[kind] = mintu_network_length(&j.network);
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(ways->context, "greenway-totals", fields, sizeof fields / sizeof *fields, error, &j.out);
    for (int kind = 0; kind < MINTU_NETWORK_END && status == MINTU_STATUS_OK; kind++)
        status = add_total(&j, (const char *const[]){kinds[kind].name, kinds[kind].title},
                           (const double[]){kind ? lengths[kind - 1] : (double)NAN, lengths[kind]}, bound, error);
    if (status == MINTU_STATUS_OK)
        status = add_total(&j, floor_texts, (const double[]){(double)NAN, bound}, bound, error);
    if (status == MINTU_STATUS_OK)
        status = set_notes(&j, "greenway networks", error);
    finish(&j);
    *out = j.out;
    return mintu_layer_end(status, out);
}

mintu_status mintu_greenway_totals(mintu_context *context, const mintu_greenway_options *options, mintu_error *error,
                                   mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, options) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options->as_of))
        return MINTU_STATUS_USAGE;
    mintu_ways ways;
    mintu_status status = mintu_ways_open(context, options, error, &ways);
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_total(&ways, error, out);
    mintu_ways_close(&ways);
    return status;
}
