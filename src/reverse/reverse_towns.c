#include "reverse/reverse_towns.h"

#include "base/error.h"
#include "gazetteer/gazetteer_data.h"
#include "gazetteer/names_in_time.h"
#include "geometry/measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static uint32_t group_of(const mintu_gazetteer *gazetteer, const mintu_place *town, int date,
                         const mintu_place *const *counties, uint32_t count)
{
    const mintu_place *county = mintu_gazetteer_within(gazetteer, town, MINTU_LEVEL_COUNTY, date);
    for (int round = 0; round < 2 && county; round++) {
        for (uint32_t group = 0; group < count; group++)
            if (counties[group] == county)
                return group;
        /* Polygons may know a county only as part of the one that took it over. */
        county = mintu_gazetteer_successor(gazetteer, county, mintu_gazetteer_as_of(gazetteer));
    }
    return count;
}

static bool is_wanted(const mintu_gazetteer *gazetteer, const mintu_place *place, int date)
{
    return place->level == MINTU_LEVEL_TOWNSHIP && strcmp(place->precision, "town") == 0 && isfinite(place->lon) &&
           mintu_gazetteer_then(gazetteer, place, date).in_force;
}

/* Counting sort by group. start[g + 1] counts group g, then is where its next town goes, and in the end where it ends. */
static void sort_towns(const mintu_gazetteer *gazetteer, const uint32_t *groups, mintu_towns *towns)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < gazetteer->count; i++)
        if (groups[i] != UINT32_MAX)
            towns->start[groups[i] + 1]++;
    for (uint32_t group = 0; group <= towns->group_count; group++) {
        uint32_t count = towns->start[group + 1];
        towns->start[group + 1] = sum;
        sum += count;
    }
    for (size_t i = 0; i < gazetteer->count; i++) {
        if (groups[i] == UINT32_MAX)
            continue;
        uint32_t at = towns->start[groups[i] + 1]++;
        towns->places[at] = &gazetteer->places[i];
        mintu_space_from_degrees((const double[]){gazetteer->places[i].lon, gazetteer->places[i].lat}, towns->xyz[at]);
    }
}

mintu_status mintu_towns_build(const mintu_gazetteer *gazetteer, int date, const mintu_place *const *counties, uint32_t count,
                               mintu_error *error, mintu_towns *out)
{
    uint32_t *groups = malloc((gazetteer->count + 1) * sizeof *groups);
    *out = (mintu_towns){calloc(gazetteer->count + 1, sizeof(const mintu_place *)),
                         calloc(gazetteer->count + 1, sizeof *out->xyz), calloc((size_t)count + 2, sizeof *out->start), count};
    if (!groups || !out->places || !out->xyz || !out->start) {
        free(groups);
        return mintu_fail_memory(error, "indexing towns");
    }
    for (size_t i = 0; i < gazetteer->count; i++) {
        const mintu_place *place = &gazetteer->places[i];
        groups[i] = is_wanted(gazetteer, place, date) ? group_of(gazetteer, place, date, counties, count) : UINT32_MAX;
    }
    sort_towns(gazetteer, groups, out);
    free(groups);
    return MINTU_STATUS_OK;
}

void mintu_towns_free(mintu_towns *towns)
{
    free(towns->places);
    free(towns->xyz);
    free(towns->start);
    *towns = (mintu_towns){0};
}

const mintu_place *mintu_towns_nearest(const mintu_towns *towns, uint32_t group, const double lonlat[2], double *distance)
{
    bool all = group == UINT32_MAX;
    uint32_t first = all ? 0 : towns->start[group], end = towns->start[all ? towns->group_count + 1 : group + 1], best = end;
    double here[3], least = INFINITY;
    mintu_space_from_degrees(lonlat, here);
    for (uint32_t i = first; i < end; i++) {
        double chord = mintu_space_chord(towns->xyz[i], here);
        if (chord < least) {
            least = chord;
            best = i;
        }
    }
    *distance = (double)NAN;
    if (best == end)
        return NULL;
    *distance = mintu_geodesic_distance(lonlat[0], lonlat[1], towns->places[best]->lon, towns->places[best]->lat);
    return towns->places[best];
}
