#include "amend/point_check.h"

#include "base/array.h"
#include "base/message.h"
#include "gazetteer/built_layers.h"
#include "gazetteer/names_in_time.h"
#include "geometry/datum.h"

#include <math.h>
#include <mintu/reverse.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("placing units");

typedef struct checking {
    const mintu_gazetteer *gazetteer;
    const mintu_reverser *reverser; /* NULL: the package has no county polygons */
    mintu_point_file *file;
    mintu_datum datum;
    mintu_amend_told *told;
} checking;

static bool is_position(const double at[2])
{
    return fabs(at[0]) <= 180 && fabs(at[1]) <= 90;
}

static void convert(const double raw[2], mintu_datum datum, double out[2])
{
    out[0] = raw[0];
    out[1] = raw[1];
    if (is_position(raw))
        mintu_datum_to_wgs84(datum, out, 1);
}

/* A county's point lies in it, a town's in its county, a prefecture's and the province's in one of theirs. */
static bool holds(const checking *c, const mintu_place *place, const mintu_place *county)
{
    if (!county)
        return false;
    return place->level == MINTU_LEVEL_TOWNSHIP
               ? mintu_gazetteer_within(c->gazetteer, place, MINTU_LEVEL_COUNTY, 0) == county
               : mintu_gazetteer_is_within(c->gazetteer, county, place, c->gazetteer->package.as_of);
}

static bool is_in(const checking *c, const mintu_place *place, const double at[2])
{
    const mintu_place *county = NULL;
    if (is_position(at))
        mintu_reverser_counties(c->reverser, at, 1, &county);
    return holds(c, place, county);
}

/* Borders are good to about 200 m, and land has been reclaimed since the coast was drawn. */
static bool is_near(const checking *c, const mintu_place *place, const double at[2])
{
    static const double reach = 0.003; /* degrees: some 300 m */
    static const double around[8][2] = {{1, 0}, {0.7, 0.7}, {0, 1}, {-0.7, 0.7}, {-1, 0}, {-0.7, -0.7}, {0, -1}, {0.7, -0.7}};
    bool found = is_in(c, place, at);
    for (int i = 0; i < 8 && !found; i++)
        found = is_in(c, place, (const double[2]){at[0] + reach * around[i][0], at[1] + reach * around[i][1]});
    return found;
}

static void tell_outside(const checking *c, const mintu_point_line *line)
{
    const mintu_place *county = NULL, *own = mintu_gazetteer_within(c->gazetteer, line->place, MINTU_LEVEL_COUNTY, 0);
    double turned[2];
    const double other[2] = {line->raw[1], line->raw[0]};
    mintu_amend_spot spot = mintu_point_file_spot(c->file, line->row);
    if (is_position(line->lonlat))
        mintu_reverser_counties(c->reverser, line->lonlat, 1, &county);
    convert(other, c->datum, turned);
    if (is_near(c, line->place, turned))
        mintu_amend_tell(c->told, spot, line->place->name,
                         "%.5f, %.5f lies in its unit the other way round: longitude and latitude are swapped; not taken",
                         line->raw[0], line->raw[1]);
    else if (!is_position(line->lonlat))
        mintu_amend_tell(c->told, spot, line->place->name, "%.5f, %.5f is no position in degrees; not taken", line->raw[0],
                         line->raw[1]);
    else
        mintu_amend_tell(c->told, spot, line->place->name, "%.5f, %.5f lies in %s, and not in %s; not taken", line->lonlat[0],
                         line->lonlat[1], county ? county->name : mintu_message("no county"),
                         own ? own->name : line->place->name);
}

/* How many rows lie in their county, read in a datum. */
static size_t count_inside(const checking *c, mintu_datum datum)
{
    size_t count = 0;
    for (size_t i = 0; i < c->file->count; i++) {
        double at[2];
        convert(c->file->lines[i].raw, datum, at);
        count += is_in(c, c->file->lines[i].place, at);
    }
    return count;
}

static mintu_status refuse(const checking *c, const char *path, mintu_datum fits, const char *why)
{
    return mintu_fail_at(
        c->told->error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
        "%s: the points are said to be %s, but fit the units only as %s%s; nothing was written; declare the datum %s",
        mintu_message(DOING), mintu_datum_title(c->datum), mintu_datum_title(fits), mintu_message(why), mintu_datum_word(fits));
}

/* The rows whose units have a point of their own already, compared with these. */
static mintu_status check_known(const checking *c, const char *path)
{
    size_t count = 0;
    mintu_datum_check check = {.suspect = false};
    double *given = calloc(2 * c->file->count + 1, sizeof *given), *known = calloc(2 * c->file->count + 1, sizeof *known);
    for (size_t i = 0; i < c->file->count && given && known; i++) {
        const mintu_point_line *line = &c->file->lines[i];
        if (line->place->level != MINTU_LEVEL_TOWNSHIP || strcmp(line->place->precision, "town") != 0 ||
            !is_position(line->raw))
            continue;
        memcpy(given + 2 * count, line->raw, sizeof line->raw);
        known[2 * count] = line->place->lon;
        known[2 * count++ + 1] = line->place->lat;
    }
    mintu_status status = given && known ? mintu_datum_suspect(given, known, count, c->datum, c->told->error, &check)
                                         : mintu_fail_memory(c->told->error, DOING);
    free(given);
    free(known);
    return status == MINTU_STATUS_OK && check.suspect ? refuse(c, path, check.fits, N_(", by those that have a point already"))
                                                      : status;
}

/* The rows that another datum brings into their counties, and that it takes out of them. */
static mintu_status check_sides(const checking *c, const char *path)
{
    enum { FEW = 3 };
    size_t inside = count_inside(c, c->datum);
    for (int datum = 0; datum < MINTU_DATUM_END; datum++)
        if (datum != (int)c->datum && count_inside(c, (mintu_datum)datum) >= inside + FEW)
            return refuse(c, path, (mintu_datum)datum, N_(", by the counties that they lie in"));
    return MINTU_STATUS_OK;
}

static void take(const checking *c)
{
    for (size_t i = 0; i < c->file->count; i++) {
        mintu_point_line *line = &c->file->lines[i];
        line->taken = c->reverser ? is_near(c, line->place, line->lonlat) : is_position(line->lonlat);
        if (!line->taken && c->reverser)
            tell_outside(c, line);
        else if (!line->taken)
            mintu_amend_tell(c->told, mintu_point_file_spot(c->file, line->row), line->place->name,
                             "%.5f, %.5f is no position in degrees; not taken", line->raw[0], line->raw[1]);
        else if (c->reverser && !is_in(c, line->place, line->lonlat))
            mintu_amend_note(c->told, mintu_point_file_spot(c->file, line->row), line->place->name,
                             "%.5f, %.5f lies up to 300 m outside its county, as borders and coasts are drawn; taken",
                             line->lonlat[0], line->lonlat[1]);
    }
}

/* Without polygons there are only cells around the towns' points, which say nothing about new ones. */
static mintu_status open_polygons(mintu_context *context, checking *c, mintu_reverser **out)
{
    char *counties = mintu_built_counties(&c->gazetteer->package);
    bool there = counties && mintu_built_there(counties);
    mintu_status status = counties ? MINTU_STATUS_OK : mintu_fail_memory(c->told->error, DOING);
    free(counties);
    *out = NULL;
    if (there)
        status = mintu_reverser_new(context, c->gazetteer, 0, c->told->error, out);
    else if (status == MINTU_STATUS_OK)
        mintu_amend_note(c->told, (mintu_amend_spot){0}, "",
                         "the package has no county polygons: whether points lie in their counties was not checked");
    c->reverser = *out;
    return status;
}

mintu_status mintu_point_check(mintu_context *context, const mintu_gazetteer *gazetteer, const char *path, mintu_datum datum,
                               mintu_amend_told *told, mintu_point_file *file)
{
    mintu_reverser *reverser;
    checking c = {.gazetteer = gazetteer, .file = file, .datum = datum, .told = told};
    mintu_status status = open_polygons(context, &c, &reverser);
    for (size_t i = 0; i < file->count; i++)
        convert(file->lines[i].raw, datum, file->lines[i].lonlat);
    if (status == MINTU_STATUS_OK)
        status = check_known(&c, path);
    if (status == MINTU_STATUS_OK && reverser)
        status = check_sides(&c, path);
    if (status == MINTU_STATUS_OK)
        take(&c);
    mintu_reverser_free(reverser);
    return status;
}
