/* --extent: bounds in degrees, or places and files with commas between; a place is looked up as `mintu geocode` does. */
#define _DEFAULT_SOURCE /* M_PI */
#include "cli/extent.h"
#include "cli/cli.h"
#include "console/arguments.h"
#include "console/language.h"
#include "console/layer_get.h"
#include "console/near_word.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What one reading of the option goes through. */
typedef struct reading {
    const cli_arguments *arguments;
    const cli_session *session;
    mintu_geocoder *geocoder; /* made for the first name that is no code */
    int as_of;
    bool bounded; /* something is shown that the map is not about: a file, what lies around a town */
    cli_extent *out;
} reading;

static mintu_status usage(mintu_error *error, const char *value, const char *expected)
{
    return cli_usage(error, "--extent '%s' cannot be read; expected %s", value, cli_text(expected));
}

/* Numbers with commas between, unless one is as long as codes of places are. */
static bool is_bounds(const char *value)
{
    static const size_t CODE = 6;
    for (const char *at = value; *at; at += strspn(at, ",")) {
        if (strspn(at, "0123456789") >= CODE)
            return false;
        at += strcspn(at, ",");
    }
    return strchr(value, ',') && value[strspn(value, "0123456789.,+-eE ")] == '\0';
}

/* Of the package's names the one that was probably meant; NULL when none is near. */
static const char *near_name(const mintu_gazetteer *gazetteer, const char *name)
{
    cli_near near = {0};
    for (size_t i = 0; i < mintu_gazetteer_count(gazetteer); i++)
        cli_near_add(&near, name, mintu_gazetteer_place(gazetteer, i)->name);
    return near.word;
}

static mintu_status read_bounds(const char *value, mintu_error *error, double out[4])
{
    static const char expected[] = N_("WEST,SOUTH,EAST,NORTH in degrees, for example 117,24,119,26, or the name of a place");
    const char *at = value;
    for (int i = 0; i < 4; i++) {
        const char *end;
        out[i] = mintu_number_read(at, &end);
        if (end == at || *end != (i < 3 ? ',' : '\0'))
            return usage(error, value, expected);
        at = end + 1;
    }
    if (out[0] > 0 && out[2] < 0) /* across the antimeridian, as in GeoJSON */
        out[2] += 360;
    if (!(out[0] >= -180 && out[0] <= 180 && out[0] < out[2] && out[2] <= out[0] + 360 && out[1] >= -90 && out[1] < out[3] &&
          out[3] <= 90))
        return usage(error, value, expected);
    return MINTU_STATUS_OK;
}

/* The place that a name stands for; more than one, or none, is a wrong usage that lists them. */
static mintu_status find_place(reading *r, const char *name, mintu_error *error, const mintu_place **out)
{
    const mintu_gazetteer *gazetteer = r->session->gazetteer;
    const mintu_geocode_options options = {.as_of = r->as_of};
    if ((*out = mintu_gazetteer_find(gazetteer, name)))
        return MINTU_STATUS_OK;
    mintu_match match = {0};
    mintu_status status = r->geocoder ? MINTU_STATUS_OK : mintu_geocoder_new(gazetteer, &options, error, &r->geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_match(r->geocoder, name, error, &match);
    *out = match.place;
    if (status == MINTU_STATUS_OK && !match.place) {
        char expected[400] = "";
        size_t used = (size_t)snprintf(expected, sizeof expected, cli_text("the name of one place; this may be"));
        for (size_t i = 0; i < match.candidate_count && i < 6 && used < sizeof expected - 80; i++) {
            const mintu_place *parent = mintu_gazetteer_find(gazetteer, match.candidates[i]->parent);
            used += (size_t)snprintf(expected + used, sizeof expected - used, "%s %s%s", i ? "," : "",
                                     parent ? parent->name : "", match.candidates[i]->name);
        }
        const char *near = match.candidate_count ? NULL : near_name(gazetteer, name);
        if (near)
            snprintf(expected, sizeof expected, cli_text("the name of a place in the data package; did you mean %s?"), near);
        status = usage(error, name,
                       match.candidate_count || near
                           ? expected
                           : N_("WEST,SOUTH,EAST,NORTH in degrees, or the name of a place in the data package, or a file"));
    }
    return status;
}

static void join(double bounds[4], const double more[4])
{
    bool first = bounds[0] == 0 && bounds[1] == 0 && bounds[2] == 0 && bounds[3] == 0;
    for (int i = 0; i < 4; i++)
        bounds[i] = first ? more[i] : i < 2 ? fmin(bounds[i], more[i]) : fmax(bounds[i], more[i]);
}

/* A place without a polygon: about 10 km around its point. */
static mintu_status around_point(reading *r, const char *value, double lon, double lat, mintu_error *error)
{
    static const double REACH = 0.09;
    if (isnan(lon) || isnan(lat))
        return usage(error, value, N_("a place whose position is known"));
    double across = REACH / cos(lat * M_PI / 180);
    join(r->out->bounds, (const double[]){lon - across, lat - REACH, lon + across, lat + REACH});
    r->bounded = true;
    return MINTU_STATUS_OK;
}

/* The extent of a file's features, a little wider than they are. */
static mintu_status read_file(reading *r, const char *path, mintu_error *error)
{
    static const double MARGIN = 0.04, LEAST = 1e-4;
    mintu_layer *layer = NULL;
    double b[4];
    bool found = false;
    mintu_status status = cli_layer_open(r->arguments, r->session, path, r->as_of, error, &layer);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_bounds(layer, b, &found, error);
    mintu_layer_free(layer);
    if (status != MINTU_STATUS_OK)
        return status;
    if (!found)
        return usage(error, path, "a file that has a feature with a position");
    double dx = (b[2] - b[0]) * MARGIN, dy = (b[3] - b[1]) * MARGIN;
    if (dx < LEAST && dy < LEAST)
        return around_point(r, path, b[0], b[1], error);
    join(r->out->bounds,
         (const double[]){b[0] - fmax(dx, LEAST), b[1] - fmax(dy, LEAST), b[2] + fmax(dx, LEAST), b[3] + fmax(dy, LEAST)});
    r->bounded = true;
    return MINTU_STATUS_OK;
}

/* Where the layer of its level has the place; false when it is not there on that day. */
static bool find_row(const mintu_layer *layer, const mintu_place *place, size_t *row)
{
    int field = mintu_layer_field_find(layer, "code");
    for (*row = 0; field >= 0 && *row < mintu_layer_count(layer); (*row)++)
        if (strcmp(mintu_layer_text(layer, *row, (size_t)field), place->code) == 0)
            return true;
    return false;
}

/* A place within one that is named already says nothing more, and the other way round. */
static bool is_named(reading *r, const mintu_place *place)
{
    const mintu_gazetteer *gazetteer = r->session->gazetteer;
    cli_extent *out = r->out;
    size_t kept = 0;
    for (size_t i = 0; i < out->place_count; i++)
        if (mintu_gazetteer_within(gazetteer, place, out->places[i]->level, r->as_of) == out->places[i])
            return true;
    for (size_t i = 0; i < out->place_count; i++) {
        if (mintu_gazetteer_within(gazetteer, out->places[i], place->level, r->as_of) == place)
            continue;
        out->places[kept] = out->places[i];
        out->place_layers[kept] = out->place_layers[i];
        out->rows[kept++] = out->rows[i];
    }
    out->place_count = kept;
    return false;
}

static mintu_status add_place(reading *r, const char *value, const mintu_place *place, mintu_error *error)
{
    static const char *const names[MINTU_LEVEL_END] = {[MINTU_LEVEL_PROVINCE] = "province",
                                                       [MINTU_LEVEL_PREFECTURE] = "prefectures",
                                                       [MINTU_LEVEL_COUNTY] = "counties",
                                                       [MINTU_LEVEL_TOWNSHIP] = "places"};
    cli_extent *out = r->out;
    mintu_layer **layer = &out->layers[place->level];
    size_t row = 0;
    if (is_named(r, place))
        return MINTU_STATUS_OK;
    if (out->place_count == CLI_EXTENT_PLACES)
        return usage(error, value, "no more than 16 places");
    mintu_status status =
        *layer ? MINTU_STATUS_OK : cli_layer_get(r->arguments, r->session, names[place->level], r->as_of, error, layer);
    if (status != MINTU_STATUS_OK)
        return status;
    bool found = find_row(*layer, place, &row);
    if (found) {
        out->places[out->place_count] = place;
        out->place_layers[out->place_count] = *layer;
        out->rows[out->place_count++] = row;
    }
    return found && place->level < MINTU_LEVEL_TOWNSHIP ? MINTU_STATUS_OK
                                                        : around_point(r, value, place->lon, place->lat, error);
}

/* Of a place's polygon: beside what has bounds of its own, they count too. */
static mintu_status join_polygon(reading *r, size_t index, mintu_error *error)
{
    mintu_layer *one = NULL;
    mintu_bytes wkb = {0};
    double bounds[4];
    bool found = false;
    mintu_status status = mintu_layer_new(r->session->context, "extent", error, &one);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_append(one, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_wkb(r->out->place_layers[index], r->out->rows[index], error, &wkb);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_wkb_set(one, 0, wkb.data, wkb.size, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_bounds(one, bounds, &found, error);
    if (status == MINTU_STATUS_OK && found)
        join(r->out->bounds, bounds);
    mintu_bytes_free(&wkb);
    mintu_layer_free(one);
    return status;
}

static mintu_status read_part(reading *r, const char *value, mintu_error *error)
{
    const mintu_place *place = NULL;
    if (strpbrk(value, "./") || cli_layer_is_database(value))
        return read_file(r, value, error);
    mintu_status status = find_place(r, value, error, &place);
    return status == MINTU_STATUS_OK ? add_place(r, value, place, error) : status;
}

/* A name of several places may have its unit behind a comma, as in `mintu geocode`: then the whole names one. */
static bool names_one(reading *r, const char *value, const mintu_place **place)
{
    mintu_error ignored = {0};
    const mintu_place *alone = NULL;
    const char *at = value;
    char *first = strchr(value, ',') && !strpbrk(value, "./") ? cli_list_next(&at) : NULL;
    bool one = first && find_place(r, first, &ignored, &alone) != MINTU_STATUS_OK &&
               find_place(r, value, &ignored, place) == MINTU_STATUS_OK;
    free(first);
    return one;
}

static mintu_status read_parts(reading *r, const char *value, mintu_error *error)
{
    const mintu_place *place = NULL;
    mintu_status status = MINTU_STATUS_OK;
    if (names_one(r, value, &place))
        return add_place(r, value, place, error);
    for (const char *at = value; at && status == MINTU_STATUS_OK;) {
        char *part = cli_list_next(&at);
        status = part ? read_part(r, part + strspn(part, " "), error) : cli_fail_memory(error, "reading the extent");
        free(part);
    }
    for (size_t i = 0; i < r->out->place_count && r->bounded && status == MINTU_STATUS_OK; i++)
        if (r->out->places[i]->level < MINTU_LEVEL_TOWNSHIP)
            status = join_polygon(r, i, error);
    return status;
}

mintu_status cli_extent_read(const cli_arguments *arguments, const cli_session *session, int as_of, mintu_error *error,
                             cli_extent *out)
{
    const char *value = cli_option_value(arguments, "extent");
    reading r = {.arguments = arguments, .session = session, .as_of = as_of, .out = out};
    *out = (cli_extent){0};
    if (!value)
        return MINTU_STATUS_OK;
    mintu_status status = is_bounds(value) ? read_bounds(value, error, out->bounds) : read_parts(&r, value, error);
    mintu_geocoder_free(r.geocoder);
    return status;
}

mintu_status cli_extent_focus(const cli_extent *extent, mintu_map *map, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < extent->place_count && status == MINTU_STATUS_OK; i++)
        status = i ? mintu_map_focus_add(map, extent->place_layers[i], extent->rows[i], error)
                   : mintu_map_focus_set(map, extent->place_layers[i], extent->rows[i], error);
    return status;
}

void cli_extent_free(cli_extent *extent)
{
    for (size_t i = 0; i < MINTU_LEVEL_END; i++)
        mintu_layer_free(extent->layers[i]);
    *extent = (cli_extent){0};
}
