#include "style/raster_source.h"

#include <math.h>
#include <string.h>

static double number_of(const json_t *json, const char *key, double usual)
{
    const json_t *value = json_object_get(json, key);
    return json_is_number(value) ? json_number_value(value) : usual;
}

/* Terrain-RGB, Terrarium, or factors of one's own. */
static void read_encoding(mintu_raster_source *raster, const json_t *json)
{
    static const double mapbox[4] = {6553.6, 25.6, 0.1, 10000}, terrarium[4] = {256, 1, 1.0 / 256, 32768};
    const char *encoding = json_string_value(json_object_get(json, "encoding"));
    const double own[4] = {number_of(json, "redFactor", 1), number_of(json, "greenFactor", 1), number_of(json, "blueFactor", 1),
                           number_of(json, "baseShift", 0)};
    bool custom = encoding && strcmp(encoding, "custom") == 0, terrain = encoding && strcmp(encoding, "terrarium") == 0;
    memcpy(raster->unpack, custom ? own : terrain ? terrarium : mapbox, sizeof raster->unpack);
}

/* Whether two sides that meet nowhere else cross, or a corner lies on its neighbours' line: such a picture folds over itself. */
static double turn(const double a[2], const double b[2], const double c[2])
{
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
}

static bool is_convex(const double (*corners)[2])
{
    int left = 0, right = 0;
    for (int i = 0; i < 4; i++) {
        double angle = turn(corners[i], corners[(i + 1) % 4], corners[(i + 2) % 4]);
        left += angle > 0;
        right += angle < 0;
    }
    return left == 4 || right == 4;
}

static bool read_corners(mintu_parser *parser, mintu_raster_source *raster, const json_t *json)
{
    raster->has_corners = json != NULL;
    for (size_t i = 0; i < 4 && json; i++)
        for (size_t axis = 0; axis < 2; axis++) {
            const json_t *value = json_array_get(json_array_get(json, i), axis);
            double degrees = raster->corners[i][axis] = json_number_value(value);
            if (!json_is_number(value) || !(fabs(degrees) <= (axis ? 90 : 540)))
                return mintu_parser_note(parser, MINTU_STATUS_INPUT, "coordinates",
                                         "\"coordinates\" must be four positions [longitude, latitude] in degrees");
        }
    return !json || is_convex((const double(*)[2])raster->corners) ||
           mintu_parser_note(
               parser, MINTU_STATUS_UNSUPPORTED, "coordinates",
               "in print the corners in \"coordinates\" must make a convex figure; expected upper left, upper right, "
               "lower right, lower left");
}

bool mintu_raster_source_read(mintu_parser *parser, mintu_raster_source *raster, const json_t *json)
{
    *raster = (mintu_raster_source){.elevation = strcmp(json_string_value(json_object_get(json, "type")), "raster-dem") == 0,
                                    .tile_size = number_of(json, "tileSize", 512),
                                    .maxzoom = number_of(json, "maxzoom", 22)};
    if (!(raster->tile_size >= 1 && raster->tile_size <= 65536))
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, "tileSize",
                                 "\"tileSize\" is %g, but in print must be between 1 and 65536", raster->tile_size);
    read_encoding(raster, json);
    return read_corners(parser, raster, json_object_get(json, "coordinates"));
}
