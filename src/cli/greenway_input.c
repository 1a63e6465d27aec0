#include "cli/greenway_input.h"

#include "cli/arguments.h"
#include "cli/greenway_compare.h"
#include "cli/greenway_distances.h"
#include "cli/layer_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Layers that the connectors are made of. */
typedef struct input {
    mintu_layer *lines, *places, *towns, *land, *crossings, *barriers;
} input;

static const char *const place_fields[] = {"code", "name", "kind", "county", "prefecture", "precision"};
enum { PLACE_FIELDS = sizeof place_fields / sizeof *place_fields };

static mintu_status new_places(const cli_session *session, const char *name, mintu_error *error, mintu_layer **out)
{
    mintu_status status = mintu_layer_new(session->context, name, error, out);
    for (int i = 0; i < PLACE_FIELDS && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_field_add(*out, place_fields[i], MINTU_FIELD_TYPE_TEXT, error);
    return status;
}

/* Appends the points of a layer; @p kind stands where a row has none. */
static mintu_status append_points(const cli_session *session, const mintu_layer *from, const char *kind, mintu_layer *to,
                                  mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(from) && status == MINTU_STATUS_OK; row++) {
        double lonlat[2];
        bool found = false;
        size_t target = mintu_layer_count(to);
        status = mintu_layer_append(to, error);
        for (size_t i = 0; i < PLACE_FIELDS && status == MINTU_STATUS_OK; i++) {
            const char *text = cli_layer_text(from, row, place_fields[i]);
            status = mintu_layer_text_set(to, target, i, i == 2 && !text[0] ? kind : text, error);
        }
        if (status == MINTU_STATUS_OK)
            status = mintu_layer_point(session->context, from, row, lonlat, &found, error);
        if (status == MINTU_STATUS_OK && found)
            status = mintu_layer_point_set(to, target, lonlat[0], lonlat[1], error);
    }
    return status;
}

/* One word of --places: a group of the data package, or a file. */
static mintu_status add_group(const cli_session *session, const char *word, int date, mintu_layer *to, mintu_error *error)
{
    mintu_layer *layer = NULL;
    mintu_status status;
    const char *kind = "";
    if (strcmp(word, "pilots") == 0)
        status = mintu_gazetteer_layer(session->context, session->gazetteer, "pilots", date, error, &layer);
    else if (strcmp(word, "named") == 0) {
        status = mintu_gazetteer_layer(session->context, session->gazetteer, "named-places", date, error, &layer);
        kind = "named";
    } else if (strcmp(word, "counties") == 0 || strcmp(word, "townships") == 0) {
        bool county = word[0] == 'c';
        mintu_places_query query = {.level = county ? MINTU_LEVEL_COUNTY : MINTU_LEVEL_TOWNSHIP, .as_of = date};
        status = mintu_gazetteer_places_layer(session->context, session->gazetteer, &query, error, &layer);
        kind = county ? "county-seat" : "township";
    } else
        status = mintu_layer_load(session->context, word, NULL, error, &layer);
    if (status == MINTU_STATUS_OK)
        status = append_points(session, layer, kind, to, error);
    mintu_layer_free(layer);
    return status;
}

static mintu_status read_places(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                mintu_layer **out)
{
    const char *words = cli_option_value(arguments, "places");
    mintu_status status = new_places(session, "greenway-places", error, out);
    for (words = words ? words : "pilots,counties,named"; words && status == MINTU_STATUS_OK;) {
        char *word = cli_list_next(&words);
        status = word ? add_group(session, word, date, *out, error) : cli_fail_memory(error, "reading --places");
        free(word);
    }
    return status;
}

/* Towns with a point of their own: another's point says nothing about what a connector passes. */
static mintu_status read_towns(const cli_session *session, int date, mintu_error *error, mintu_layer **out)
{
    mintu_status status = new_places(session, "greenway-towns", error, out);
    size_t count = mintu_gazetteer_count(session->gazetteer);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = mintu_gazetteer_place(session->gazetteer, i);
        if (place->level != MINTU_LEVEL_TOWNSHIP || strcmp(place->precision, "town") != 0 || isnan(place->lon))
            continue;
        size_t row = mintu_layer_count(*out);
        const char *name =
            mintu_gazetteer_then(session->gazetteer, place, date ? date : mintu_gazetteer_as_of(session->gazetteer)).name;
        status = mintu_layer_append(*out, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_layer_text_set(*out, row, 0, place->code, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_layer_text_set(*out, row, 1, name, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_layer_point_set(*out, row, place->lon, place->lat, error);
    }
    return status;
}

static mintu_status read_input(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                               input *in)
{
    const char *lines = cli_option_value(arguments, "lines"), *barriers = cli_option_value(arguments, "barriers");
    mintu_status status =
        lines ? mintu_layer_load(session->context, lines, NULL, error, &in->lines)
              : mintu_gazetteer_layer(session->context, session->gazetteer, "greenways", date, error, &in->lines);
    if (status == MINTU_STATUS_OK)
        status = read_places(arguments, session, date, error, &in->places);
    if (status == MINTU_STATUS_OK)
        status = read_towns(session, date, error, &in->towns);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_layer(session->context, session->gazetteer, "outline", date, error, &in->land);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_layer(session->context, session->gazetteer, "crossings", date, error, &in->crossings);
    if (status == MINTU_STATUS_OK && barriers)
        status = mintu_layer_load(session->context, barriers, NULL, error, &in->barriers);
    return status;
}

static mintu_status compute_service(const cli_arguments *arguments, const cli_session *session,
                                    const mintu_greenway_options *options, mintu_error *error, mintu_layer **out)
{
    double km[CLI_DISTANCES];
    size_t count;
    mintu_status status = cli_greenway_distances(arguments, error, km, &count);
    return status == MINTU_STATUS_OK ? mintu_greenway_service(session->context, options, km, count, error, out) : status;
}

/* What is made of the places and lines. */
static mintu_status compute(const cli_arguments *arguments, const cli_session *session, const mintu_greenway_options *options,
                            int network, mintu_error *error, mintu_layer **out)
{
    if (cli_greenway_changes(arguments))
        return cli_greenway_change(arguments, session, options, network == MINTU_NETWORK_END, error, out);
    if (cli_option_value(arguments, "service"))
        return compute_service(arguments, session, options, error, out);
    if (network < 0)
        return mintu_greenway_connectors(session->context, options, error, out);
    if (network == MINTU_NETWORK_END)
        return mintu_greenway_totals(session->context, options, error, out);
    return mintu_greenway_network(session->context, options, (mintu_network_kind)network, error, out);
}

mintu_status cli_greenway_layer(const cli_arguments *arguments, const cli_session *session, int which, int date,
                                mintu_error *error, mintu_layer **out)
{
    static const double bounds[] = {0, 20100};
    input in = {0};
    *out = NULL;
    *error = (mintu_error){0};
    mintu_datum datum = cli_option_datum(arguments, error);
    mintu_greenway_options options = {
        .max_km = cli_option_number(arguments, "max-km", bounds, 0, error),
        .as_of = date ? date : mintu_gazetteer_as_of(session->gazetteer),
        .datum = cli_option_value(arguments, "lines") ? datum : MINTU_DATUM_WGS84, /* the package's */
    };
    mintu_status status = error->status == MINTU_STATUS_OK ? read_input(arguments, session, date, error, &in) : error->status;
    if (status == MINTU_STATUS_OK) {
        options.lines = in.lines;
        options.places = in.places;
        options.towns = in.towns;
        options.land = in.land;
        options.crossings = in.crossings;
        options.barriers = in.barriers;
        status = compute(arguments, session, &options, which, error, out);
    }
    mintu_layer_free(in.lines);
    mintu_layer_free(in.places);
    mintu_layer_free(in.towns);
    mintu_layer_free(in.land);
    mintu_layer_free(in.crossings);
    mintu_layer_free(in.barriers);
    return status;
}
