#include "geometry/validity.h"

#include "base/array.h"
#include "base/earth.h"
#include "geometry/cap.h"
#include "geometry/validity_test.h"

#include <math.h>
#include <string.h>

static const double EDGE = 1e-9; /* degrees by which a window stays within half the way round, so that PROJ keeps to its side */

/* Kinds of which the whole earth is one piece, cut along the meridian opposite the middle. */
static const char *const WHOLE[] = {
    "aea",     "aitoff", "apian",    "august",    "bacon", "boggs",   "bonne",   "cea",       "collg",   "comill",
    "crast",   "denoy",  "eck1",     "eck2",      "eck3",  "eck4",    "eck5",    "eck6",      "eqc",     "eqdc",
    "eqearth", "fahey",  "fouc",     "fouc_s",    "gall",  "gins8",   "gn_sinu", "goode",     "hammer",  "hatano",
    "kav5",    "kav7",   "larr",     "lask",      "loxim", "mbt_fps", "mbt_s",   "mbtfpp",    "mbtfpq",  "mbtfps",
    "mill",    "moll",   "natearth", "natearth2", "nell",  "nell_h",  "ortel",   "patterson", "poly",    "putp1",
    "putp2",   "putp3",  "putp3p",   "putp4p",    "putp5", "putp5p",  "putp6",   "putp6p",    "qua_aut", "robin",
    "rpoly",   "sinu",   "times",    "tobmerc",   "urm5",  "urmfps",  "vandg",   "wag1",      "wag2",    "wag3",
    "wag4",    "wag5",   "wag6",     "wag7",      "weren", "wink1",   "wink2",   "wintri",    NULL};

/* Kinds about a place, and how far from it they can be drawn: what lies beyond has no place, or a place that is out of all proportion. */
static const struct {
    const char *kind;
    double radius;
} CAPS[] = {{"ortho", 89.5}, {"gnom", 80},  {"stere", 150},  {"sterea", 150},
            {"ups", 150},    {"laea", 179}, {"aeqd", 179.5}, {"airy", 90}};

static const char *const TRANSVERSE[] = {"tmerc", "utm", "etmerc", "gstmerc", NULL};
static const double TRANSVERSE_RADIUS = 75, MERCATOR_NORTH = 85.0511287798066, CONFORMAL_CONIC_END = -80;

static void add_window(mintu_validity *out, double west, double south, double east, double north)
{
    const double window[4] = {out->middle + west, south, out->middle + east, north};
    memcpy(out->windows[out->window_count++], window, sizeof window);
}

static void add_band(mintu_validity *out, double south, double north)
{
    add_window(out, -180 + EDGE, south, 180 - EDGE, north);
}

static void set_cap(mintu_validity *out, double lon, double lat, double radius)
{
    out->middle = out->centre[0] = lon;
    out->centre[1] = lat;
    out->capped = true;
    out->radius = radius;
    add_band(out, -90, 90);
}

/* Goode's projection in lobes; their edges are degrees from the middle. */
static void add_lobes(mintu_validity *out, bool oceans)
{
    static const double LAND[] = {-180, -40, 180, -180, -100, -20, 80, 180},
                        OCEANS[] = {-180, -90, 60, 180, -180, -60, 90, 180};
    const double *edges = oceans ? OCEANS : LAND;
    size_t north = oceans ? 3 : 2;
    for (size_t i = 0; i < 7; i++)
        if (i != north)
            add_window(out, edges[i] + EDGE, i < north ? 0 : -90, edges[i + 1] - EDGE, i < north ? 90 : 0);
}

static bool set_azimuthal(const mintu_projection *projection, const char *kind, mintu_validity *out)
{
    double lon = mintu_projection_number(projection, "lon_0", 0), lat = mintu_projection_number(projection, "lat_0", 0);
    for (size_t i = 0; i < sizeof CAPS / sizeof *CAPS; i++)
        if (strcmp(kind, CAPS[i].kind) == 0) {
            if (strcmp(kind, "ups") == 0)
                lat = mintu_projection_has(projection, "south") ? -90 : 90;
            set_cap(out, lon, lat, CAPS[i].radius);
            return true;
        }
    if (strcmp(kind, "nsper") != 0 && strcmp(kind, "geos") != 0)
        return false;
    double height = mintu_projection_number(projection, "h", 0) / MINTU_SEMI_MAJOR;
    set_cap(out, lon, strcmp(kind, "geos") == 0 ? 0 : lat, fmax(acos(1 / (1 + height)) / MINTU_DEGREE - 0.4, 0.1));
    return true;
}

static bool set_by_kind(const mintu_projection *projection, const char *kind, const double about[2], mintu_validity *out)
{
    out->middle = mintu_projection_number(projection, "lon_0", 0);
    if (mintu_text_listed(kind, TRANSVERSE)) {
        double zone = mintu_projection_number(projection, "zone", 0);
        set_cap(out, zone > 0 ? 6 * zone - 183 : out->middle, about[1], TRANSVERSE_RADIUS);
    } else if (strcmp(kind, "merc") == 0 || strcmp(kind, "webmerc") == 0) {
        add_band(out, -MERCATOR_NORTH, MERCATOR_NORTH);
    } else if (strcmp(kind, "cc") == 0) {
        add_band(out, CONFORMAL_CONIC_END, -CONFORMAL_CONIC_END);
    } else if (strcmp(kind, "lcc") == 0) {
        double first = mintu_projection_number(projection, "lat_1", mintu_projection_number(projection, "lat_0", 0));
        bool north = first + mintu_projection_number(projection, "lat_2", first) > 0;
        add_band(out, north ? CONFORMAL_CONIC_END : -90, north ? 90 : -CONFORMAL_CONIC_END);
    } else if (strcmp(kind, "igh") == 0 || strcmp(kind, "igh_o") == 0) {
        add_lobes(out, kind[3] != '\0');
    } else if (mintu_text_listed(kind, WHOLE)) {
        add_band(out, -90, 90);
    } else {
        return set_azimuthal(projection, kind, out);
    }
    return true;
}

/* A kind that is not known: the whole earth, else a cap about where the map is, or about the projection's own centre if that is much
 * larger. */
static mintu_status try_kind(mintu_projection *projection, double middle, const double about[2], mintu_error *error,
                             mintu_validity *out)
{
    static const double MUCH = 1.5;
    double own[2] = {mintu_projection_number(projection, "lonc", middle), mintu_projection_number(projection, "lat_0", 0)};
    double radius = 0, larger = 0;
    mintu_status status = mintu_validity_test(projection, middle, about, error, &radius);
    if (status == MINTU_STATUS_OK && radius < 180)
        status = mintu_validity_test(projection, middle, own, error, &larger);
    *out = (mintu_validity){.middle = middle};
    if (radius >= 180)
        add_band(out, -90, 90);
    else if (larger > MUCH * radius)
        set_cap(out, own[0], own[1], larger);
    else
        set_cap(out, about[0], about[1], radius);
    return status;
}

mintu_status mintu_validity_of(mintu_projection *projection, const double about[2], mintu_error *error, mintu_validity *out)
{
    const char *kind = mintu_projection_kind(projection);
    *out = (mintu_validity){0};
    if (kind && set_by_kind(projection, kind, about, out))
        return MINTU_STATUS_OK;
    return try_kind(projection, kind ? mintu_projection_number(projection, "lon_0", 0) : about[0], about, error, out);
}

double mintu_validity_longitude(const mintu_validity *validity, double lon)
{
    double off = lon - validity->middle;
    return off >= -180 && off <= 180 ? lon : validity->middle + remainder(off, 360);
}

bool mintu_validity_holds(const mintu_validity *validity, double lon, double lat)
{
    double at[2] = {mintu_validity_longitude(validity, lon), lat};
    if (validity->capped && mintu_bearing_of(validity->centre, at[0], at[1]).distance > validity->radius)
        return false;
    for (size_t i = 0; i < validity->window_count; i++) {
        const double *w = validity->windows[i];
        if (at[0] >= w[0] - 2 * EDGE && at[0] <= w[2] + 2 * EDGE && at[1] >= w[1] && at[1] <= w[3])
            return true;
    }
    return false;
}

void mintu_validity_clamp(const mintu_validity *validity, double lonlat[2])
{
    lonlat[0] = mintu_validity_longitude(validity, lonlat[0]);
    if (validity->capped) {
        mintu_bearing bearing = mintu_bearing_of(validity->centre, lonlat[0], lonlat[1]);
        bearing.distance = fmin(bearing.distance, validity->radius);
        mintu_bearing_reach(validity->centre, bearing, lonlat);
        return;
    }
    double best = INFINITY, found[2] = {lonlat[0], lonlat[1]};
    for (size_t i = 0; i < validity->window_count; i++) {
        const double *w = validity->windows[i];
        double x = fmin(fmax(lonlat[0], w[0]), w[2]), y = fmin(fmax(lonlat[1], w[1]), w[3]);
        double off = hypot(x - lonlat[0], y - lonlat[1]);
        if (off < best)
            best = off, found[0] = x, found[1] = y;
    }
    memcpy(lonlat, found, sizeof found);
}

void mintu_validity_cap_edge(const mintu_validity *validity, double lonlat[2 * MINTU_CAP_EDGE])
{
    for (size_t i = 0; i < MINTU_CAP_EDGE; i++)
        mintu_bearing_reach(validity->centre, (mintu_bearing){validity->radius, (double)(i % (MINTU_CAP_EDGE - 1))},
                            lonlat + 2 * i);
}

double mintu_validity_share(const mintu_validity *validity, const double extent[4])
{
    enum { PLACES = 60 };
    double valid = 0, all = 0;
    for (int i = 0; i < PLACES; i++)
        for (int j = 0; j < PLACES; j++) {
            double lon = extent[0] + (extent[2] - extent[0]) * (i + 0.5) / PLACES;
            double lat = extent[1] + (extent[3] - extent[1]) * (j + 0.5) / PLACES, area = cos(lat * MINTU_DEGREE);
            all += area;
            valid += mintu_validity_holds(validity, lon, lat) ? area : 0;
        }
    return valid / all;
}
