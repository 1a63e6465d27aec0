#include "reverse/reverse.h"

#include "base/argument.h"
#include "base/context.h"
#include "base/error.h"
#include "gazetteer/gazetteer_data.h"
#include "gazetteer/gazetteer_date.h"

#include <math.h>
#include <stdlib.h>

static const char doing[] = N_("indexing counties");

bool mintu_position_valid(double lon, double lat)
{
    return lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90;
}

const char *mintu_reverser_name(const mintu_reverser *reverser, const mintu_place *place)
{
    return place ? mintu_gazetteer_then(reverser->gazetteer, place, reverser->date).name : "";
}

/* The units that the polygons stand for, by their field `code`. */
static mintu_status read_units(const mintu_layer *polygons, mintu_reverser *reverser, mintu_error *error)
{
    size_t rows = mintu_layer_count(polygons);
    int code = mintu_layer_field_find(polygons, "code");
    /* NOLINTBEGIN(bugprone-sizeof-expression): they are arrays of pointers */
    reverser->counties = calloc(rows + 1, sizeof *reverser->counties);
    reverser->prefectures = calloc(rows + 1, sizeof *reverser->prefectures);
    /* NOLINTEND(bugprone-sizeof-expression) */
    if (!reverser->counties || !reverser->prefectures)
        return mintu_fail_memory(error, doing);
    for (size_t row = 0; row < rows && code >= 0; row++) {
        const mintu_place *unit = mintu_gazetteer_find(reverser->gazetteer, mintu_layer_text(polygons, row, (size_t)code));
        reverser->counties[row + 1] = unit;
        if (unit)
            reverser->prefectures[row + 1] =
                mintu_gazetteer_within(reverser->gazetteer, unit, MINTU_LEVEL_PREFECTURE, reverser->date);
    }
    return MINTU_STATUS_OK;
}

static mintu_status build(mintu_context *context, mintu_reverser *reverser, mintu_error *error)
{
    mintu_layer *polygons = NULL;
    mintu_status status = mintu_gazetteer_layer(context, reverser->gazetteer, "counties", reverser->date, error, &polygons);
    if (status == MINTU_STATUS_OK && mintu_layer_note(polygons, "schematic"))
        mintu_context_notice(context, "%s", mintu_layer_note(polygons, "schematic"));
    if (status == MINTU_STATUS_OK)
        status = mintu_grid_build(polygons, error, &reverser->grid);
    if (status == MINTU_STATUS_OK)
        status = read_units(polygons, reverser, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_towns_build(reverser->gazetteer, reverser->date, reverser->counties + 1, reverser->grid.edges.row_count,
                                   error, &reverser->towns);
    mintu_layer_free(polygons);
    return status;
}

mintu_status mintu_reverser_new(mintu_context *context, const mintu_gazetteer *gazetteer, int date, mintu_error *error,
                                mintu_reverser **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer) || MINTU_DATE_GIVEN(error, date))
        return MINTU_STATUS_USAGE;
    mintu_reverser *reverser = *out = calloc(1, sizeof *reverser);
    if (!reverser)
        return mintu_fail_memory(error, doing);
    reverser->gazetteer = gazetteer;
    reverser->date = mintu_gazetteer_date(gazetteer, date);
    mintu_status status = build(context, reverser, error);
    if (status != MINTU_STATUS_OK) {
        mintu_reverser_free(reverser);
        *out = NULL;
    }
    return status;
}

void mintu_reverser_free(mintu_reverser *reverser)
{
    if (!reverser)
        return;
    mintu_grid_free(&reverser->grid);
    mintu_towns_free(&reverser->towns);
    free(reverser->counties);
    free(reverser->prefectures);
    free(reverser);
}

void mintu_reverser_find(const mintu_reverser *reverser, double lon, double lat, mintu_location *out)
{
    if (!out)
        return;
    *out = (mintu_location){.distance_m = (double)NAN};
    if (!reverser || !mintu_position_valid(lon, lat))
        return;
    uint32_t unit = mintu_grid_find(&reverser->grid, lon, lat);
    out->county = reverser->counties[unit];
    out->prefecture = reverser->prefectures[unit];
    out->township = mintu_towns_nearest(&reverser->towns, out->county ? unit - 1 : UINT32_MAX, (const double[]){lon, lat},
                                        &out->distance_m);
}

void mintu_reverser_counties(const mintu_reverser *reverser, const double *lonlat, size_t count, const mintu_place **out)
{
    for (size_t i = 0; i < count && out; i++)
        out[i] = !reverser || !lonlat ? NULL
                                      : reverser->counties[mintu_grid_find(&reverser->grid, lonlat[2 * i], lonlat[2 * i + 1])];
}
