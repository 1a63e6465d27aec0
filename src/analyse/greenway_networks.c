#include "analyse/greenway_places.h"
#include "analyse/network.h"
#include "base/array.h"
#include "base/error.h"
#include "gazetteer/rows.h"
#include "geo/nearest.h"
#include "geo/shape.h"

#include <stdlib.h>

static const char DOING[] = "making a greenway network";

static const struct {
    const char *name, *title;
} kinds[] = {
    [MINTU_NETWORK_STRAIGHT] = {"straight", "each place straight to the nearest line"},
    [MINTU_NETWORK_FOREST] = {"forest", "minimum spanning forest from the lines through the places"},
    [MINTU_NETWORK_STEINER] = {"steiner", "spanning forest with Steiner points"},
};

typedef struct job {
    const mintu_greenway_options *options;
    mintu_linked_places places;
    mintu_nearest *nearest;
    mintu_network network;
    size_t *numbers; /* of Steiner points, from 1; 0: not met */
    size_t met;
    mintu_shape shape;
    mintu_buffer text;
    mintu_layer *out;
} job;

static mintu_status prepare(mintu_context *context, job *j, mintu_error *error)
{
    mintu_status status = mintu_nearest_new(context, j->options->lines, j->options->datum, error, &j->nearest);
    if (status == MINTU_STATUS_OK)
        status = mintu_linked_places_read(context, j->options->places, error, &j->places);
    if (status != MINTU_STATUS_OK)
        return status;
    double *lonlat = calloc(2 * j->places.count + 2, sizeof *lonlat);
    if (!lonlat)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 0; i < j->places.count; i++) {
        lonlat[2 * i] = j->places.items[i].lonlat[0];
        lonlat[2 * i + 1] = j->places.items[i].lonlat[1];
    }
    status = mintu_network_straight(j->nearest, lonlat, j->places.count, error, &j->network);
    free(lonlat);
    return status;
}

static void finish(job *j)
{
    mintu_network_free(&j->network);
    mintu_nearest_free(j->nearest);
    mintu_linked_places_free(&j->places);
    mintu_shape_free(&j->shape);
    mintu_buffer_free(&j->text);
    free(j->numbers);
}

/* What is written of an end: its code, and its name. The root is the line that the other end reaches. */
static void describe(job *j, size_t node, size_t other, const char *texts[2])
{
    const mintu_layer *lines = j->options->lines;
    if (node == MINTU_NETWORK_ROOT) {
        long row = j->network.nodes[other].hit.row;
        texts[0] = mintu_layer_field_text(lines, (size_t)row, "line");
        texts[1] = mintu_layer_field_text(lines, (size_t)row, "name");
    } else if (node <= j->network.place_count) {
        texts[0] = j->places.items[node - 1].code;
        texts[1] = j->places.items[node - 1].name;
    } else {
        if (!j->numbers[node])
            j->numbers[node] = ++j->met;
        mintu_buffer_clear(&j->text);
        mintu_buffer_format(&j->text, "S%zu", j->numbers[node]);
        texts[0] = j->text.data ? j->text.data : "";
        texts[1] = "";
    }
}

static mintu_status set_line(job *j, const mintu_network_link *link, size_t row, mintu_error *error)
{
    mintu_status status;
    mintu_shape_clear(&j->shape);
    j->shape.type = MINTU_GEOMETRY_TYPE_LINE;
    status = mintu_shape_part(&j->shape, true, error);
    for (int i = 0; i < 2 && status == MINTU_STATUS_OK; i++) {
        const mintu_network_node *node = &j->network.nodes[link->nodes[i]], *other = &j->network.nodes[link->nodes[!i]];
        const double *at = link->nodes[i] == MINTU_NETWORK_ROOT ? other->hit.lonlat : node->lonlat;
        status = mintu_shape_vertex(&j->shape, at[0], at[1], error);
    }
    return status == MINTU_STATUS_OK ? mintu_layer_shape_set(j->out, row, &j->shape, error) : status;
}

static mintu_status add_link(job *j, const mintu_network_link *link, mintu_error *error)
{
    size_t row = mintu_layer_count(j->out), field = 0;
    bool root = link->nodes[1] == MINTU_NETWORK_ROOT, point = false;
    mintu_status status = mintu_layer_append(j->out, error);
    for (size_t i = 0; i < 2 && status == MINTU_STATUS_OK; i++) {
        const char *texts[2];
        describe(j, link->nodes[i], link->nodes[!i], texts);
        point |= link->nodes[i] > j->network.place_count;
        for (int k = 0; k < 2 && status == MINTU_STATUS_OK; k++)
            status = mintu_layer_text_set(j->out, row, field++, texts[k], error);
    }
    long line = j->network.nodes[link->nodes[0]].hit.row;
    const char *const more[] = {point  ? "steiner"
                                : root ? "to-line"
                                       : "between",
                                root ? mintu_layer_field_text(j->options->lines, (size_t)line, "certainty") : "",
                                root ? mintu_layer_field_text(j->options->lines, (size_t)line, "source") : ""};
    for (int i = 0; i < 3 && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_text_set(j->out, row, field++, more[i], error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_number_set(j->out, row, field, link->length / 1000, error);
    return status == MINTU_STATUS_OK ? set_line(j, link, row, error) : status;
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

static mintu_status new_layer(mintu_context *context, const char *name, const char *const *fields, size_t texts,
                              mintu_error *error, mintu_layer **out)
{
    mintu_status status = mintu_layer_new(context, name, error, out);
    for (size_t i = 0; fields[i] && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_field_add(*out, fields[i], i < texts ? MINTU_FIELD_TYPE_TEXT : MINTU_FIELD_TYPE_REAL, error);
    return status;
}

/* Brings the straight network to a kind. */
static mintu_status solve(job *j, mintu_network_kind kind, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    if (kind >= MINTU_NETWORK_FOREST)
        status = mintu_network_forest(&j->network, error);
    if (status == MINTU_STATUS_OK && kind >= MINTU_NETWORK_STEINER)
        status = mintu_network_steiner(&j->network, error);
    return status;
}

static mintu_status set_count(mintu_layer *layer, const char *key, size_t count, mintu_error *error)
{
    mintu_buffer text = {0};
    mintu_buffer_format(&text, "%zu", count);
    mintu_status status = text.failed  ? mintu_fail_memory(error, DOING)
                          : count == 0 ? MINTU_STATUS_OK
                                       : mintu_layer_note_set(layer, key, text.data, error);
    mintu_buffer_free(&text);
    return status;
}

static mintu_status set_notes(const job *j, const char *title, mintu_error *error)
{
    mintu_status status = mintu_layer_note_set(j->out, "title", title, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(j->out, "note",
                                      "links are straight and may cross sea or a neighbour; where a stretch is assumed, so is "
                                      "what is linked to it",
                                      error);
    if (status == MINTU_STATUS_OK)
        status = set_count(j->out, "doubles", j->places.doubles, error);
    return status == MINTU_STATUS_OK ? set_count(j->out, "unplaced", j->places.unplaced, error) : status;
}

static mintu_status deliver(job *j, mintu_status status, mintu_layer **out)
{
    finish(j);
    if (status == MINTU_STATUS_OK)
        *out = j->out;
    else
        mintu_layer_free(j->out);
    return status;
}

mintu_status mintu_greenway_network(mintu_context *context, const mintu_greenway_options *options, mintu_network_kind kind,
                                    mintu_error *error, mintu_layer **out)
{
    static const char *const fields[] = {"from", "from_name", "to", "to_name", "kind", "certainty", "source", "km", NULL};
    job j = {.options = options};
    *out = NULL;
    if ((int)kind < 0 || kind >= MINTU_NETWORK_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: %d is no kind of network; expected a mintu_network_kind", DOING,
                          (int)kind);
    mintu_status status = prepare(context, &j, error);
    if (status == MINTU_STATUS_OK)
        status = solve(&j, kind, error);
    if (status == MINTU_STATUS_OK)
        status = new_layer(context, "greenway-network", fields, 7, error, &j.out);
    if (status == MINTU_STATUS_OK)
        status = add_links(&j, error);
    if (status == MINTU_STATUS_OK)
        status = set_notes(&j, kinds[kind].title, error);
    if (status == MINTU_STATUS_OK && j.text.failed)
        status = mintu_fail_memory(error, DOING);
    return deliver(&j, status, out);
}

/* One row of totals; @p before is the length of the row above. */
static mintu_status add_total(job *j, const char *const texts[2], const double lengths[2], double bound, mintu_error *error)
{
    size_t row = mintu_layer_count(j->out), field = 0;
    double saving = lengths[0] - lengths[1], over = lengths[1] - bound;
    mintu_status status = mintu_layer_append(j->out, error);
    for (int i = 0; i < 2 && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_text_set(j->out, row, field++, texts[i], error);
    const double numbers[] = {lengths[1] / 1000, saving / 1000, lengths[0] > 0 ? 100 * saving / lengths[0] : 0, over / 1000,
                              bound > 0 ? 100 * over / bound : 0};
    size_t count = sizeof numbers / sizeof *numbers;
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        bool none = (i == 1 || i == 2) && !(lengths[0] >= 0);
        if (!none)
            status = mintu_layer_number_set(j->out, row, field, numbers[i], error);
        field++;
    }
    return status;
}

mintu_status mintu_greenway_totals(mintu_context *context, const mintu_greenway_options *options, mintu_error *error,
                                   mintu_layer **out)
{
    static const char *const fields[] = {
        "network", "what", "km", "saving_km", "saving_percent", "over_bound_km", "over_bound_percent", NULL};
    static const char *const floor_texts[] = {"bound", "no network of any Steiner points is shorter than this"};
    job j = {.options = options};
    double lengths[MINTU_NETWORK_END], bound = 0;
    *out = NULL;
    mintu_status status = prepare(context, &j, error);
    for (int kind = 0; kind < MINTU_NETWORK_END && status == MINTU_STATUS_OK; kind++) {
        status = kind == MINTU_NETWORK_FOREST    ? mintu_network_forest(&j.network, error)
                 : kind == MINTU_NETWORK_STEINER ? mintu_network_steiner(&j.network, error)
                                                 : MINTU_STATUS_OK;
        lengths[kind] = mintu_network_length(&j.network);
        if (kind == MINTU_NETWORK_FOREST && status == MINTU_STATUS_OK)
            bound = mintu_network_bound(&j.network);
    }
    if (status == MINTU_STATUS_OK)
        status = new_layer(context, "greenway-totals", fields, 2, error, &j.out);
    for (int kind = 0; kind < MINTU_NETWORK_END && status == MINTU_STATUS_OK; kind++)
        status = add_total(&j, (const char *const[]){kinds[kind].name, kinds[kind].title},
                           (const double[]){kind ? lengths[kind - 1] : -1, lengths[kind]}, bound, error);
    if (status == MINTU_STATUS_OK)
        status = add_total(&j, floor_texts, (const double[]){-1, bound}, bound, error);
    if (status == MINTU_STATUS_OK)
        status = set_notes(&j, "greenway networks", error);
    return deliver(&j, status, out);
}
