/* --extent: bounds in degrees, or the name of a place, which is looked up as `mintu geocode` does. */
#define _DEFAULT_SOURCE /* M_PI */
#include "cli/extent.h"
#include "cli/cli.h"
#include "console/arguments.h"
#include "console/language.h"
#include "console/layer_get.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static mintu_status usage(mintu_error *error, const char *value, const char *expected)
{
    return cli_usage(error, "--extent '%s' cannot be read; expected %s", value, cli_text(expected));
}

static bool is_bounds(const char *value)
{
    return strchr(value, ',') && value[strspn(value, "0123456789.,+-eE ")] == '\0';
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
static mintu_status find_place(const cli_session *session, const char *name, int as_of, mintu_error *error,
                               const mintu_place **out)
{
    mintu_geocode_options options = {0};
    mintu_geocoder *geocoder = NULL;
    if ((*out = mintu_gazetteer_find(session->gazetteer, name)))
        return MINTU_STATUS_OK;
    mintu_match match = {0};
    options.as_of = as_of;
    mintu_status status = mintu_geocoder_new(session->gazetteer, &options, error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_match(geocoder, name, error, &match);
    *out = match.place;
    if (status == MINTU_STATUS_OK && !match.place) {
        char expected[400] = "";
        size_t used = (size_t)snprintf(expected, sizeof expected, cli_text("the name of one place; this may be"));
        for (size_t i = 0; i < match.candidate_count && i < 6 && used < sizeof expected - 80; i++) {
            const mintu_place *parent = mintu_gazetteer_find(session->gazetteer, match.candidates[i]->parent);
            used += (size_t)snprintf(expected + used, sizeof expected - used, "%s %s%s", i ? "," : "",
                                     parent ? parent->name : "", match.candidates[i]->name);
        }
        status =
            usage(error, name,
                  match.candidate_count ? expected
                                        : N_("WEST,SOUTH,EAST,NORTH in degrees, or the name of a place in the data package"));
    }
    mintu_geocoder_free(geocoder);
    return status;
}

/* A township has no polygon: about 10 km around its point. */
static mintu_status around_point(const char *value, const mintu_place *place, mintu_error *error, double out[4])
{
    static const double REACH = 0.09;
    if (isnan(place->lon) || isnan(place->lat))
        return usage(error, value, N_("a place whose position is known"));
    double across = REACH / cos(place->lat * M_PI / 180);
    out[0] = place->lon - across, out[1] = place->lat - REACH;
    out[2] = place->lon + across, out[3] = place->lat + REACH;
    return MINTU_STATUS_OK;
}

mintu_status cli_extent_read(const cli_arguments *arguments, const cli_session *session, int as_of, mintu_error *error,
                             cli_extent *out)
{
    static const char *const layers[] = {
        [MINTU_LEVEL_PROVINCE] = "province", [MINTU_LEVEL_PREFECTURE] = "prefectures", [MINTU_LEVEL_COUNTY] = "counties"};
    const char *value = cli_option_value(arguments, "extent");
    const mintu_place *place = NULL;
    *out = (cli_extent){0};
    if (!value)
        return MINTU_STATUS_OK;
    if (is_bounds(value))
        return read_bounds(value, error, out->bounds);
    mintu_status status = find_place(session, value, as_of, error, &place);
    if (status != MINTU_STATUS_OK)
        return status;
    if (place->level >= MINTU_LEVEL_TOWNSHIP)
        return around_point(value, place, error, out->bounds);
    status = cli_layer_get(arguments, session, layers[place->level], as_of, error, &out->layer);
    int field = status == MINTU_STATUS_OK ? mintu_layer_field_find(out->layer, "code") : -1;
    for (size_t row = 0; field >= 0 && row < mintu_layer_count(out->layer); row++)
        if (strcmp(mintu_layer_text(out->layer, row, (size_t)field), place->code) == 0) {
            out->row = row;
            return MINTU_STATUS_OK;
        }
    mintu_layer_free(out->layer);
    out->layer = NULL;
    return status == MINTU_STATUS_OK ? around_point(value, place, error, out->bounds) : status;
}
