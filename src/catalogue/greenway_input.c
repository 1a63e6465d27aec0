/* The layers that greenway connectors are made of: lines, places, the towns on the way, land, crossings and barriers. */
#include "base/argument.h"
#include "base/array.h"
#include "base/error.h"
#include "base/path_beneath.h"
#include "gazetteer/place_rows.h"
#include "gdal/database_read.h"
#include "layer/layer_end.h"

#include <mintu/catalogue.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LINES, PLACES, TOWNS, LAND, CROSSINGS, BARRIERS, LAYERS };

struct mintu_greenway_input {
    mintu_layer *layers[LAYERS];
    mintu_greenway_options options;
};

/* Where layers come from. */
typedef struct source {
    mintu_context *context;
    const mintu_gazetteer *gazetteer;
    const mintu_greenway_query *query;
} source;

enum { KIND_FIELD = 2 };
static const mintu_field place_fields[] = {{"code", MINTU_FIELD_TYPE_TEXT},       {"name", MINTU_FIELD_TYPE_TEXT},
                                           {"kind", MINTU_FIELD_TYPE_TEXT},       {"county", MINTU_FIELD_TYPE_TEXT},
                                           {"prefecture", MINTU_FIELD_TYPE_TEXT}, {"precision", MINTU_FIELD_TYPE_TEXT}};
enum { PLACE_FIELDS = sizeof place_fields / sizeof *place_fields };

/* Appends the points of a layer; @p kind stands where a row has none. */
static mintu_status append_points(const source *from, const mintu_layer *points, const char *kind, mintu_error *error,
                                  mintu_layer *out)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t at = 0; at < mintu_layer_count(points) && status == MINTU_STATUS_OK; at++) {
        double lonlat[2] = {(double)NAN, (double)NAN};
        bool found;
        status = mintu_layer_point(from->context, points, at, lonlat, &found, error);
        if (status != MINTU_STATUS_OK)
            break;
        mintu_row row = mintu_row_append(out, error);
        for (size_t i = 0; i < PLACE_FIELDS; i++) {
            const char *text = mintu_layer_field_text(points, at, place_fields[i].name);
            mintu_row_text(&row, i == KIND_FIELD && !text[0] ? kind : text);
        }
        mintu_row_point(&row, found ? lonlat[0] : (double)NAN, lonlat[1]);
        status = row.status;
    }
    return status;
}

/* A group of the data package, and what stands for the kind of its places; or a file. */
static const struct {
    const char *name, *layer, *kind;
    mintu_level level;
} groups[] = {{"pilots", "pilots", "", MINTU_LEVEL_ANY},
              {"named", "named-places", "named", MINTU_LEVEL_ANY},
              {"counties", NULL, "county-seat", MINTU_LEVEL_COUNTY},
              {"townships", NULL, "township", MINTU_LEVEL_TOWNSHIP}};
enum { GROUPS = sizeof groups / sizeof *groups };

static mintu_status add_group(const source *from, const char *word, mintu_error *error, mintu_layer *out)
{
    mintu_layer *layer = NULL;
    mintu_status status;
    size_t at = 0;
    int date = from->query->as_of;
    while (at < GROUPS && strcmp(groups[at].name, word) != 0)
        at++;
    if (at == GROUPS) {
        status = mintu_layer_load(from->context, word, NULL, error, &layer);
    } else if (groups[at].layer) {
        status = mintu_gazetteer_layer(from->context, from->gazetteer, groups[at].layer, date, error, &layer);
    } else {
        mintu_places_query query = {.level = groups[at].level, .as_of = date};
        status = mintu_gazetteer_places_layer(from->context, from->gazetteer, &query, error, &layer);
    }
    if (status == MINTU_STATUS_OK)
        status = append_points(from, layer, at == GROUPS ? "" : groups[at].kind, error, out);
    mintu_layer_free(layer);
    return status;
}

/* Bytes of the first of a list: a connection may have commas of its own, up to the layer that it names. */
static size_t word_size(const source *from, const char *words)
{
    size_t before = mintu_path_is_database(from->context, words) ? mintu_layer_path_size(words) : 0;
    return before + strcspn(words + before, ",");
}

static mintu_status read_places(const source *from, mintu_error *error, mintu_layer **out)
{
    const char *words = from->query->places ? from->query->places : "pilots,counties,named";
    mintu_status status = mintu_rows_new(from->context, "greenway-places", place_fields, PLACE_FIELDS, error, out);
    while (words && status == MINTU_STATUS_OK) {
        size_t size = word_size(from, words);
        char *word = mintu_text_copy_n(words, size);
        words = words[size] ? words + size + 1 : NULL;
        status = word ? add_group(from, word, error, *out) : mintu_fail_memory(error, "reading the list of places");
        free(word);
    }
    return mintu_layer_end(status, out);
}

/* Towns with a point of their own: another's point says nothing about what a connector passes. */
static mintu_status read_towns(const source *from, mintu_error *error, mintu_layer **out)
{
    int date = from->query->as_of ? from->query->as_of : mintu_gazetteer_as_of(from->gazetteer);
    mintu_status status = mintu_rows_new(from->context, "greenway-towns", place_fields, PLACE_FIELDS, error, out);
    for (size_t i = 0; i < mintu_gazetteer_count(from->gazetteer) && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = mintu_gazetteer_place(from->gazetteer, i);
        if (place->level != MINTU_LEVEL_TOWNSHIP || strcmp(place->precision, "town") != 0 || isnan(place->lon))
            continue;
        mintu_row row = mintu_row_append(*out, error);
        mintu_row_text(&row, place->code);
        mintu_row_text(&row, mintu_gazetteer_then(from->gazetteer, place, date).name);
        mintu_row_point(&row, place->lon, place->lat);
        status = row.status;
    }
    return mintu_layer_end(status, out);
}

/* One of the layers; those that the query does not ask for stay NULL. */
static mintu_status read_layer(const source *from, int which, mintu_error *error, mintu_layer **out)
{
    static const char *const names[LAYERS] = {[LINES] = "greenways", [LAND] = "outline", [CROSSINGS] = "crossings"};
    const char *file = which == LINES ? from->query->lines : which == BARRIERS ? from->query->barriers : NULL;
    if (file)
        return mintu_layer_load(from->context, file, NULL, error, out);
    if (which == PLACES)
        return read_places(from, error, out);
    if (which == TOWNS)
        return read_towns(from, error, out);
    return names[which] ? mintu_gazetteer_layer(from->context, from->gazetteer, names[which], from->query->as_of, error, out)
                        : MINTU_STATUS_OK;
}

mintu_status mintu_greenway_input_new(mintu_context *context, const mintu_gazetteer *gazetteer,
                                      const mintu_greenway_query *query, mintu_error *error, mintu_greenway_input **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer) || MINTU_RESERVED_ZERO(error, query) ||
        MINTU_DATE_GIVEN(error, query ? query->as_of : 0))
        return MINTU_STATUS_USAGE;
    query = query ? query : &(const mintu_greenway_query){0};
    const source from = {context, gazetteer, query};
    mintu_greenway_input *input = *out = calloc(1, sizeof *input);
    mintu_status status = input ? MINTU_STATUS_OK : mintu_fail_memory(error, "preparing greenways");
    for (int i = 0; i < LAYERS && status == MINTU_STATUS_OK; i++)
        status = read_layer(&from, i, error, &input->layers[i]);
    if (status != MINTU_STATUS_OK) {
        mintu_greenway_input_free(input);
        *out = NULL;
        return status;
    }
    input->options = (mintu_greenway_options){.lines = input->layers[LINES],
                                              .places = input->layers[PLACES],
                                              .towns = input->layers[TOWNS],
                                              .land = input->layers[LAND],
                                              .crossings = input->layers[CROSSINGS],
                                              .barriers = input->layers[BARRIERS],
                                              .max_km = query->max_km,
                                              .as_of = query->as_of ? query->as_of : mintu_gazetteer_as_of(gazetteer),
                                              .datum = query->lines ? query->datum : MINTU_DATUM_WGS84};
    return status;
}

const mintu_greenway_options *mintu_greenway_input_options(const mintu_greenway_input *input)
{
    if (!input)
        return NULL;
    return &input->options;
}

void mintu_greenway_input_free(mintu_greenway_input *input)
{
    for (int i = 0; i < LAYERS && input; i++)
        mintu_layer_free(input->layers[i]);
    free(input);
}
