#include "geometry/datum.h"

#include "base/argument.h"
#include "base/earth.h"
#include "base/error.h"
#include "layer/layer_data.h"
#include "layer/shape.h"
#include "table/table_points.h"

#include <math.h>

/* GCJ-02 as published in "eviltransform": a series in degrees from 105 E, 35 N, scaled by the radii of Krasovsky's ellipsoid. */
static const double SEMI_MAJOR = 6378245.0;
static const double ECCENTRICITY_SQUARED = 0.00669342162296594323;
static const double BD_TURN = MINTU_PI * 3000.0 / 180.0;

/* The formula holds in this box; outside it the offset is nil. */
static bool offset_applies(double lon, double lat)
{
    return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

static double common_waves(double x)
{
    return (20.0 * sin(6.0 * x * MINTU_PI) + 20.0 * sin(2.0 * x * MINTU_PI)) * 2.0 / 3.0;
}

static double north_metres(double x, double y)
{
    double waves = (20.0 * sin(y * MINTU_PI) + 40.0 * sin(y / 3.0 * MINTU_PI)) * 2.0 / 3.0;
    double long_waves = (160.0 * sin(y / 12.0 * MINTU_PI) + 320.0 * sin(y * MINTU_PI / 30.0)) * 2.0 / 3.0;
    return -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(fabs(x)) + common_waves(x) + waves + long_waves;
}

static double east_metres(double x, double y)
{
    double waves = (20.0 * sin(x * MINTU_PI) + 40.0 * sin(x / 3.0 * MINTU_PI)) * 2.0 / 3.0;
    double long_waves = (150.0 * sin(x / 12.0 * MINTU_PI) + 300.0 * sin(x / 30.0 * MINTU_PI)) * 2.0 / 3.0;
    return 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(fabs(x)) + common_waves(x) + waves + long_waves;
}

static void gcj02_offset(const double wgs84[2], double offset[2])
{
    offset[0] = offset[1] = 0;
    if (!offset_applies(wgs84[0], wgs84[1]))
        return;
    double x = wgs84[0] - 105.0, y = wgs84[1] - 35.0;
    double latitude = wgs84[1] / 180.0 * MINTU_PI;
    double magic = 1 - ECCENTRICITY_SQUARED * sin(latitude) * sin(latitude);
    double meridian = SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (magic * sqrt(magic));
    double parallel = SEMI_MAJOR / sqrt(magic) * cos(latitude);
    offset[0] = east_metres(x, y) * 180.0 / (parallel * MINTU_PI);
    offset[1] = north_metres(x, y) * 180.0 / (meridian * MINTU_PI);
}

static void gcj02_from_wgs84(double lonlat[2])
{
    double offset[2];
    gcj02_offset(lonlat, offset);
    lonlat[0] += offset[0];
    lonlat[1] += offset[1];
}

/* Inverts an offset that changes by less than a hundredth of the step, so that the fixed point is reached in a few rounds. */
static void invert(void (*offset)(double lonlat[2]), const double image[2], double lonlat[2])
{
    for (int round = 0; round < 30; round++) {
        double here[2] = {lonlat[0], lonlat[1]};
        offset(here);
        double step[2] = {image[0] - here[0], image[1] - here[1]};
        lonlat[0] += step[0];
        lonlat[1] += step[1];
        if (fabs(step[0]) + fabs(step[1]) < 1e-12)
            break;
    }
}

static void gcj02_to_wgs84(double lonlat[2])
{
    const double image[2] = {lonlat[0], lonlat[1]};
    if (offset_applies(image[0], image[1]))
        invert(gcj02_from_wgs84, image, lonlat);
}

/* BD-09 is a turn and a stretch of GCJ-02. */
static void bd09_from_gcj02(double lonlat[2])
{
    if (!offset_applies(lonlat[0], lonlat[1]))
        return;
    double radius = hypot(lonlat[0], lonlat[1]) + 0.00002 * sin(lonlat[1] * BD_TURN);
    double angle = atan2(lonlat[1], lonlat[0]) + 0.000003 * cos(lonlat[0] * BD_TURN);
    lonlat[0] = radius * cos(angle) + 0.0065;
    lonlat[1] = radius * sin(angle) + 0.006;
}

static void bd09_to_gcj02(double lonlat[2])
{
    const double image[2] = {lonlat[0], lonlat[1]};
    double guess[2] = {image[0] - 0.0065, image[1] - 0.006};
    if (!offset_applies(guess[0], guess[1]))
        return;
    invert(bd09_from_gcj02, image, guess);
    lonlat[0] = guess[0];
    lonlat[1] = guess[1];
}

const char *mintu_datum_title(mintu_datum datum)
{
    static const char *const titles[MINTU_DATUM_END] = {"WGS 84", "GCJ-02", "BD-09"};
    return titles[datum];
}

const char *mintu_datum_word(mintu_datum datum)
{
    static const char *const words[MINTU_DATUM_END] = {"wgs84", "gcj02", "bd09"};
    return words[datum];
}

void mintu_datum_to_wgs84(mintu_datum from, double *lonlat, size_t count)
{
    if (from == MINTU_DATUM_WGS84)
        return;
    for (size_t i = 0; i < count; i++) {
        if (from == MINTU_DATUM_BD09)
            bd09_to_gcj02(lonlat + 2 * i);
        gcj02_to_wgs84(lonlat + 2 * i);
    }
}

void mintu_datum_from_wgs84(mintu_datum to, double *lonlat, size_t count)
{
    if (to == MINTU_DATUM_WGS84)
        return;
    for (size_t i = 0; i < count; i++) {
        gcj02_from_wgs84(lonlat + 2 * i);
        if (to == MINTU_DATUM_BD09)
            bd09_from_gcj02(lonlat + 2 * i);
    }
}

/* The columns that a table's points came from say what the points do. */
static mintu_status set_column(mintu_layer *layer, size_t row, size_t column, double degrees, mintu_error *error)
{
    if (column >= layer->field_count || mintu_layer_is_null(layer, row, column))
        return MINTU_STATUS_OK;
    if (layer->fields[column].type == MINTU_FIELD_TYPE_INTEGER)
        layer->fields[column].type = MINTU_FIELD_TYPE_REAL;
    return mintu_layer_number_set(layer, row, column, round(degrees * 1e7) / 1e7, error);
}

static mintu_status set_columns(mintu_layer *layer, size_t row, const mintu_position_columns *columns, const mintu_shape *shape,
                                mintu_error *error)
{
    if (shape->type != MINTU_GEOMETRY_TYPE_POINT || shape->vertex_count != 1)
        return MINTU_STATUS_OK;
    mintu_status status = set_column(layer, row, columns->lon, shape->xy[0], error);
    return status == MINTU_STATUS_OK ? set_column(layer, row, columns->lat, shape->xy[1], error) : status;
}

mintu_status mintu_layer_datum_convert(mintu_context *context, mintu_layer *layer, mintu_datum datum, mintu_error *error)
{
    if (MINTU_GIVEN(error, context, layer))
        return MINTU_STATUS_USAGE;
    if ((unsigned)datum >= MINTU_DATUM_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "bringing a layer to WGS 84: %d is no datum; expected a mintu_datum",
                          (int)datum);
    mintu_shape shape = {0};
    const mintu_position_columns columns = mintu_table_positions(layer);
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(layer) && status == MINTU_STATUS_OK && datum != MINTU_DATUM_WGS84; row++) {
        status = mintu_layer_shape(layer, row, &shape, error);
        if (status != MINTU_STATUS_OK || shape.type == MINTU_GEOMETRY_TYPE_NONE)
            continue;
        mintu_datum_to_wgs84(datum, shape.xy, shape.vertex_count);
        status = mintu_layer_shape_set(layer, row, &shape, error);
        if (status == MINTU_STATUS_OK)
            status = set_columns(layer, row, &columns, &shape, error);
    }
    mintu_shape_free(&shape);
    return status == MINTU_STATUS_OK && datum != MINTU_DATUM_WGS84 ? mintu_layer_note_set(layer, "datum", "WGS 84", error)
                                                                   : status;
}

bool mintu_layer_is_web_map(const mintu_layer *layer)
{
    return !mintu_layer_note(layer, "datum") && mintu_layer_field_find(layer, "adcode") >= 0 &&
           mintu_layer_field_find(layer, "center") >= 0 && mintu_layer_field_find(layer, "centroid") >= 0;
}
