#include "reverse/reverse_datum.h"

#include "base/context.h"
#include "base/error.h"
#include "geometry/datum.h"
#include "reverse/reverse_findings.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first rows all, then one in so many: names and conversions cost more than the lookup itself. */
enum { PAIRS = 4096, ALL_ROWS = 4096, ROW_STRIDE = 16 };

mintu_status mintu_datum_sampler_open(const mintu_reverser *reverser, mintu_datum declared, bool names, mintu_error *error,
                                      mintu_datum_sampler *out)
{
    *out = (mintu_datum_sampler){.reverser = reverser, .declared = declared, .pair_stride = 1};
    if (!names)
        return MINTU_STATUS_OK;
    out->given = malloc(PAIRS * sizeof(double[2]));
    out->reference = malloc(PAIRS * sizeof(double[2]));
    if (!out->given || !out->reference)
        return mintu_fail_memory(error, "checking the datum");
    mintu_geocode_options options = {0};
    options.as_of = reverser->date;
    return mintu_geocoder_new(reverser->gazetteer, &options, error, &out->geocoder);
}

void mintu_datum_sampler_free(mintu_datum_sampler *sampler)
{
    mintu_geocoder_free(sampler->geocoder);
    free(sampler->given);
    free(sampler->reference);
    *sampler = (mintu_datum_sampler){0};
}

/* When there is no room every second pair goes, and from then on half as many are taken. */
static void add_pair(mintu_datum_sampler *sampler, const double given[2], const mintu_place *place)
{
    if (sampler->pairs_seen++ % sampler->pair_stride)
        return;
    if (sampler->pair_count == PAIRS) {
        for (size_t i = 0; i < PAIRS / 2; i++) {
            memcpy(sampler->given + 2 * i, sampler->given + 4 * i, 2 * sizeof(double));
            memcpy(sampler->reference + 2 * i, sampler->reference + 4 * i, 2 * sizeof(double));
        }
        sampler->pair_count = PAIRS / 2;
        sampler->pair_stride *= 2;
    }
    double *at = sampler->reference + 2 * sampler->pair_count;
    memcpy(sampler->given + 2 * sampler->pair_count++, given, 2 * sizeof(double));
    at[0] = place->lon;
    at[1] = place->lat;
}

/* A place whose point is its own, named without doubt: a name that is only similar proves nothing. */
static const mintu_place *named_place(const mintu_match *match)
{
    const mintu_place *place = match->status == MINTU_MATCH_STATUS_MATCHED ? match->place : NULL;
    bool plain = match->kind == MINTU_MATCH_KIND_CODE || match->kind == MINTU_MATCH_KIND_EXACT ||
                 match->kind == MINTU_MATCH_KIND_ALIAS || match->kind == MINTU_MATCH_KIND_SHORT;
    return place && plain && place->level == MINTU_LEVEL_TOWNSHIP && strcmp(place->precision, "town") == 0 ? place : NULL;
}

static void add_side(const mintu_datum_sampler *sampler, const double raw[2], bool inside, mintu_reverse_summary *summary)
{
    summary->sampled++;
    for (int datum = 0; datum < MINTU_DATUM_END; datum++) {
        double other[2] = {raw[0], raw[1]};
        if (datum == (int)sampler->declared)
            continue;
        mintu_datum_to_wgs84((mintu_datum)datum, other, 1);
        bool then = mintu_grid_find(&sampler->reverser->grid, other[0], other[1]) != 0;
        summary->gained[datum] += then && !inside;
        summary->lost[datum] += inside && !then;
    }
}

mintu_status mintu_datum_sampler_add(mintu_datum_sampler *sampler, const double lonlat[2], const char *name, mintu_error *error,
                                     mintu_reverse_summary *summary)
{
    size_t row = sampler->rows_seen++;
    if (row >= ALL_ROWS && row % ROW_STRIDE)
        return MINTU_STATUS_OK;
    double raw[2] = {lonlat[0], lonlat[1]};
    mintu_datum_from_wgs84(sampler->declared, raw, 1);
    add_side(sampler, raw, mintu_grid_find(&sampler->reverser->grid, lonlat[0], lonlat[1]) != 0, summary);
    if (!sampler->geocoder || !name || !name[0])
        return MINTU_STATUS_OK;
    mintu_match match;
    mintu_status status = mintu_geocoder_match(sampler->geocoder, name, error, &match);
    const mintu_place *place = status == MINTU_STATUS_OK ? named_place(&match) : NULL;
    if (place)
        add_pair(sampler, raw, place);
    return status;
}

/* A vector in words: "550 m east, 377 m south". */
static void say_vector(const double vector[2], char text[64])
{
    snprintf(text, 64, "%.0f m %s, %.0f m %s", fabs(vector[0]), vector[0] < 0 ? "west" : "east", fabs(vector[1]),
             vector[1] < 0 ? "south" : "north");
}

static void tell_names(const mintu_datum_check *check, mintu_context *context, const mintu_reverse_options *options)
{
    char residual[64], expected[64], remaining[64];
    const char *fits = mintu_datum_title(check->fits);
    say_vector(check->residual, residual);
    say_vector(check->expected, expected);
    say_vector(check->remaining, remaining);
    mintu_reverse_finding(
        context, options,
        "the points are said to be %s, but fit the places that they name only as %s: over %zu rows they lie %s of "
        "them (median), where %s would lie %s, and %s once converted; declare the datum %s",
        mintu_datum_title(check->declared), fits, check->pairs, residual, fits, expected, remaining, fits);
}

/* McNemar's test: of the rows that change sides, a right declaration has no reason to see them come in rather than go out. A
 * coast that is drawn too far inland looks the same, so that this is a hint and no finding. */
static void tell_sides(const mintu_reverse_summary *summary, mintu_datum declared, mintu_context *context)
{
    double most = 3.3; /* standard deviations: one in two thousand by chance */
    int best = -1;
    for (int datum = 0; datum < MINTU_DATUM_END; datum++) {
        double gained = (double)summary->gained[datum], lost = (double)summary->lost[datum];
        double excess = gained > lost ? (gained - lost) / sqrt(gained + lost) : 0;
        if (datum != (int)declared && excess > most) {
            most = excess;
            best = datum;
        }
    }
    if (best >= 0)
        mintu_context_notice(
            context,
            "of %zu rows looked at, %zu lie outside all polygons as %s and inside one as %s, and %zu the other "
            "way round; check whether the points are %s",
            summary->sampled, summary->gained[best], mintu_datum_title(declared), mintu_datum_title((mintu_datum)best),
            summary->lost[best], mintu_datum_title((mintu_datum)best));
}

mintu_status mintu_datum_sampler_judge(mintu_datum_sampler *sampler, mintu_context *context,
                                       const mintu_reverse_options *options, mintu_error *error, mintu_reverse_summary *summary)
{
    mintu_status status =
        mintu_datum_suspect(sampler->given, sampler->reference, sampler->pair_count, sampler->declared, error, &summary->names);
    if (status != MINTU_STATUS_OK)
        return status;
    if (summary->names.suspect)
        tell_names(&summary->names, context, options);
    else
        tell_sides(summary, sampler->declared, context);
    return MINTU_STATUS_OK;
}
