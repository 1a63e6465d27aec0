#include "reverse/reverse_position.h"

#include "base/argument.h"
#include "base/error.h"
#include "base/utf8.h"
#include "format/number.h"
#include "geometry/datum.h"
#include "reverse/reverse.h"
#include "table/degrees.h"
#include "table/position_fault.h"

#include <math.h>
#include <string.h>

static const char doing[] = N_("reading a position");

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The first or second coordinate. */
static mintu_status read_number(const char *text, int number, mintu_error *error, double *out)
{
    const char *what = number == 1 ? "longitude" : "latitude";
    mintu_where where = {.column = number};
    while (is_blank(*text))
        text++;
    size_t size = strlen(text);
    while (size && is_blank(text[size - 1]))
        size--;
    if (size == 0)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where, "%s: the %s is missing; expected decimal degrees",
                             mintu_message(doing), mintu_message(what));
    size_t shown = size > 40 ? mintu_utf8_cut(text, 40) : size;
    char excerpt[41] = ""; /* on one line, whatever is in it */
    for (size_t i = 0; i < shown; i++)
        excerpt[i] = (char)((unsigned char)text[i] < ' ' || text[i] == 127 ? '?' : text[i]);
    if (!mintu_number_scan_decimal(text, size, out) && !mintu_degrees_read(text, number == 1, out))
        *out = (double)NAN;
    if (!isfinite(*out))
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "%s: the %s \"%s%s\" is no number; expected degrees such as 25.06 or 25°3′36″",
                             mintu_message(doing), mintu_message(what), excerpt, shown < size ? "…" : "");
    return MINTU_STATUS_OK;
}

bool mintu_position_swapped(const mintu_reverser *reverser, const double given[2])
{
    double lon = given[0], lat = given[1];
    const mintu_raster *raster = &reverser->grid.edges.raster;
    double west = raster->west, east = west + raster->columns / raster->per_lon;
    double south = raster->south, north = south + raster->bands / raster->per_lat;
    bool as_said = lon >= west && lon <= east && lat >= south && lat <= north;
    return !as_said && lat >= west && lat <= east && lon >= south && lon <= north;
}

mintu_status mintu_position_read(const char *const texts[2], mintu_error *error, double out[2])
{
    mintu_status status = read_number(texts[0], 1, error, &out[0]);
    return status == MINTU_STATUS_OK ? read_number(texts[1], 2, error, &out[1]) : status;
}

mintu_status mintu_reverser_position(const mintu_reverser *reverser, const double given[2], mintu_datum datum,
                                     mintu_error *error, double lonlat[2])
{
    lonlat[0] = lonlat[1] = (double)NAN;
    if (mintu_position_swapped(reverser, given))
        return mintu_fail(error, MINTU_STATUS_INPUT,
                          "%s: longitude %.10g, latitude %.10g lies far off; longitude comes first; did you mean %.10g %.10g?",
                          mintu_message(doing), given[0], given[1], given[1], given[0]);
    if (!mintu_position_valid(given[0], given[1]))
        return mintu_fail(error, MINTU_STATUS_INPUT,
                          "%s: longitude %.10g, latitude %.10g is not on Earth; expected degrees from -180 to 180 and from -90 "
                          "to 90%s",
                          mintu_message(doing), given[0], given[1],
                          mintu_position_number_fault(given) == MINTU_FAULT_METRES ? mintu_message("; are they metres?") : "");
    memcpy(lonlat, given, 2 * sizeof *given);
    mintu_datum_to_wgs84(datum, lonlat, 1);
    return MINTU_STATUS_OK;
}

mintu_status mintu_reverser_position_parse(const mintu_reverser *reverser, const char *lon, const char *lat, mintu_datum datum,
                                           mintu_error *error, double lonlat[2])
{
    if (MINTU_GIVEN(error, reverser, lon, lat, lonlat))
        return MINTU_STATUS_USAGE;
    double given[2] = {0};
    lonlat[0] = lonlat[1] = (double)NAN;
    mintu_status status = mintu_position_read((const char *const[]){lon, lat}, error, given);
    return status == MINTU_STATUS_OK ? mintu_reverser_position(reverser, given, datum, error, lonlat) : status;
}
