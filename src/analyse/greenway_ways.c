#include "analyse/greenway_ways.h"

#include "base/context.h"
#include "base/error.h"
#include "gazetteer/place_rows.h"
#include <mintu/date.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("finding ways on land");
static const double MARGIN = 0.003; /* of a degree, about 300 m: how far off a generalised coast may be */

/* Which crossings are in use on the day; one without days always is. */
static mintu_status read_open(mintu_ways *ways, mintu_error *error)
{
    const mintu_layer *layer = ways->options->crossings;
    int day = ways->options->as_of, date;
    ways->open = calloc(mintu_layer_count(layer) + 1, sizeof *ways->open);
    if (!ways->open)
        return mintu_fail_memory(error, DOING);
    for (size_t row = 0; row < mintu_layer_count(layer); row++) {
        bool early = mintu_date_parse(mintu_layer_field_text(layer, row, "opened"), &date) && date > day;
        bool late = mintu_date_parse(mintu_layer_field_text(layer, row, "closed"), &date) && date <= day;
        ways->open[row] = day == 0 || !(early || late);
    }
    return MINTU_STATUS_OK;
}

mintu_status mintu_ways_open(mintu_context *context, const mintu_greenway_options *options, mintu_error *error, mintu_ways *out)
{
    *out = (mintu_ways){.context = context, .options = options};
    mintu_status status = MINTU_STATUS_OK;
    if (options->land)
        status = mintu_sight_new(context, options->land, options->barriers, MARGIN, error, &out->sight);
    if (status == MINTU_STATUS_OK && options->crossings)
        status = read_open(out, error);
    return status;
}

void mintu_ways_close(mintu_ways *ways)
{
    mintu_router_free(ways->router);
    mintu_sight_free(ways->sight);
    free(ways->open);
    *ways = (mintu_ways){0};
}

static mintu_status set_straight(const double from[2], const mintu_nearest_hit *straight, mintu_error *error, mintu_way *out)
{
    if (!mintu_array_reserve(&out->route.lonlat, &out->route.room, 2, 2 * sizeof *out->route.lonlat))
        return mintu_fail_memory(error, DOING);
    memcpy(out->route.lonlat, from, 2 * sizeof *from);
    memcpy(out->route.lonlat + 2, straight->lonlat, sizeof straight->lonlat);
    out->route.count = 2;
    out->route.crossing_count = 0;
    out->route.length = straight->distance_m;
    out->route.row = straight->row;
    return MINTU_STATUS_OK;
}

static mintu_status make_lines_field(mintu_ways *ways, mintu_way_target *target, mintu_error *error)
{
    const mintu_layer *lines = ways->options->lines;
    unsigned char *mask = calloc(mintu_layer_count(lines) + 1, sizeof *mask);
    if (!mask)
        return mintu_fail_memory(error, DOING);
    for (size_t row = 0; row < mintu_layer_count(lines); row++)
        mask[row] = !target->groups || target->groups[row] == target->group;
    mintu_status status = mintu_route_to_lines(ways->router, lines, mask, ways->options->datum, error, &target->field);
    free(mask);
    return status;
}

static mintu_status make_router(mintu_ways *ways, mintu_error *error)
{
    const mintu_route_crossings crossings = {ways->options->crossings, ways->open};
    return ways->router ? MINTU_STATUS_OK : mintu_router_new(ways->sight, &crossings, error, &ways->router);
}

static mintu_status make_field(mintu_ways *ways, mintu_way_target *target, mintu_error *error)
{
    mintu_status status = make_router(ways, error);
    if (status == MINTU_STATUS_OK && !target->field)
        status = target->point ? mintu_route_to_point(ways->router, target->point, error, &target->field)
                               : make_lines_field(ways, target, error);
    return status;
}

/* "" when it is neither: a route is to be found. */
static mintu_status find_course(const mintu_ways *ways, const mintu_way_target *target, const double from[2],
                                const double to[2], mintu_error *error, const char **out)
{
    bool clear = false, from_land = false, to_land = true;
    *out = "land";
    mintu_status status = mintu_sight_clear(ways->sight, from, to, error, &clear);
    if (status != MINTU_STATUS_OK || clear)
        return status;
    status = mintu_sight_clear(ways->sight, from, from, error, &from_land);
    if (status == MINTU_STATUS_OK && target->point)
        status = mintu_sight_clear(ways->sight, to, to, error, &to_land);
    *out = from_land && to_land ? "" : "off-land";
    return status;
}

mintu_status mintu_ways_find(mintu_ways *ways, mintu_way_target *target, const double from[2],
                             const mintu_nearest_hit *straight, mintu_error *error, mintu_way *out)
{
    out->course = "";
    mintu_status status = mintu_context_steps(ways->context, ways->found++, (double)NAN, DOING, error);
    if (status == MINTU_STATUS_OK)
        status = set_straight(from, straight, error, out);
    if (status != MINTU_STATUS_OK || !ways->sight)
        return status;
    status = find_course(ways, target, from, straight->lonlat, error, &out->course);
    if (status != MINTU_STATUS_OK || out->course[0])
        return status;
    status = make_field(ways, target, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_route_find(ways->router, target->field, from, error, &out->route);
    if (status != MINTU_STATUS_OK)
        return status;
    out->course = out->route.crossing_count ? "crossing" : "routed";
    if (out->route.count > 0)
        return MINTU_STATUS_OK;
    out->course = "no-land-route";
    return set_straight(from, straight, error, out);
}

mintu_status mintu_ways_land(mintu_ways *ways, const double lonlat[2], mintu_error *error, size_t *out)
{
    *out = 1;
    mintu_status status = ways->sight ? make_router(ways, error) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK && ways->sight)
        *out = mintu_router_land(ways->router, lonlat);
    return status;
}

bool mintu_way_is_cut(const mintu_way *way)
{
    return strcmp(way->course, "no-land-route") == 0 || strcmp(way->course, "off-land") == 0;
}

mintu_status mintu_way_draw(const mintu_way *way, mintu_shape *scratch, mintu_layer *layer, size_t row, mintu_error *error)
{
    mintu_shape_clear(scratch);
    scratch->type = MINTU_GEOMETRY_TYPE_LINE;
    mintu_status status = mintu_shape_part(scratch, true, error);
    for (size_t i = 0; i < way->route.count && status == MINTU_STATUS_OK; i++)
        status = mintu_shape_vertex(scratch, way->route.lonlat[2 * i], way->route.lonlat[2 * i + 1], error);
    return status == MINTU_STATUS_OK ? mintu_layer_shape_set(layer, row, scratch, error) : status;
}

void mintu_ways_name(const mintu_ways *ways, const mintu_way *way, const char *field, mintu_buffer *out)
{
    mintu_buffer_clear(out);
    mintu_buffer_text(out, "");
    for (size_t i = 0; i < way->route.crossing_count; i++)
        mintu_buffer_format(out, "%s%s", i ? "|" : "",
                            mintu_layer_field_text(ways->options->crossings, way->route.crossings[i], field));
}
