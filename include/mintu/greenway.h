/** @file greenway.h
 *  Greenway lines and what lies near them: the nearest point of lines for millions of points, and connectors from places to
 *  each line. Lengths are geodesic on WGS 84 (Karney 2013, Algorithms for geodesics, through PROJ's geodesic.h).
 *
 *      mintu_nearest *nearest; mintu_nearest_hit hit; mintu_error error;
 *      mintu_nearest_new(context, lines, MINTU_DATUM_WGS84, &error, &nearest);
 *      mintu_nearest_find(nearest, lonlat, 1, &hit);   // hit.row, hit.distance_m, hit.lonlat
 */
#ifndef MINTU_GREENWAY_H
#define MINTU_GREENWAY_H

#include <mintu/layer.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_nearest mintu_nearest;

/** Nearest point of the lines. */
typedef struct mintu_nearest_hit {
    long row;          /**< row of the line in its layer; -1 when the point is no position (NaN, out of range) */
    double lonlat[2];  /**< the point on the line, WGS 84 degrees */
    double distance_m; /**< geodesic, in metres; NaN when row is -1 */
} mintu_nearest_hit;

/** Builds an index over the lines of a layer, whose edges are geodesics. @p datum is what their coordinates stand in. A row
 *  without a line is left out, and the context's listener hears so; when no line is left it is MINTU_STATUS_INPUT. The layer
 *  need not outlive the index. */
MINTU_API mintu_status mintu_nearest_new(mintu_context *context, const mintu_layer *lines, mintu_datum datum,
                                         mintu_error *error, mintu_nearest **out);

/** Frees an index; NULL is allowed. */
MINTU_API void mintu_nearest_free(mintu_nearest *nearest);

/** Looks up @p count points (x0 y0 x1 y1 …, WGS 84 degrees) into @p out. Never fails. Any number of threads may ask at once.
 *  The point found is the nearest by chord, which differs from the geodesic by less than 1e-5 over 1000 km. */
MINTU_API void mintu_nearest_find(const mintu_nearest *nearest, const double *lonlat, size_t count, mintu_nearest_hit *out);

/** What mintu_greenway_connectors() reads. Zero-initialise, then set lines and places. Layers are borrowed. */
typedef struct mintu_greenway_options {
    const mintu_layer *lines;  /**< rows with the same text in the field `line` (else `name`) are one line; certainty, source */
    const mintu_layer *places; /**< points with code, name, kind, county, prefecture, precision, as far as there are */
    const mintu_layer *towns;  /**< points with name, for what a connector passes; NULL: none */
    const mintu_layer *land;   /**< polygons that a connector does not leave where a way inside exists; NULL: not looked at */
    const mintu_layer *barriers;  /**< polygons and lines that no connector crosses; NULL: none. They need land */
    const mintu_layer *crossings; /**< lines that lead over water, with name, kind, opened, closed; NULL: none */
    int as_of;                    /**< day YYYYMMDD on which a crossing is to be in use; 0: any */
    mintu_datum datum;            /**< of the lines */
    double max_km;                /**< longer connectors are left out and counted in the note `omitted`; 0: none */
    double near_km;               /**< a connector passes towns this near; 0: 2 km */
    uint64_t reserved[8];         /**< zero: see version.h */
} mintu_greenway_options;

/** How many connectors are made before only the nearest line of each place is taken, which the note `limited` then says. */
enum { MINTU_GREENWAY_CONNECTORS = 200000 };

/** Connectors as a line layer, a row per place and line, with the fields place_code, place, kind, county, prefecture, precision,
 *  line, line_name, rank, length_m, straight_m (to the nearest point of the line), course, certainty (of the stretch reached),
 *  towns (joined by `|`), town_count, foot_lon, foot_lat, source, crossings and crossing_kinds (name and kind of the crossings used,
 *  joined by `|`).
 *
 *  A connector is the shortest way to any point of the line that stays within the land, grown by 0.003 degrees as coasts are
 *  generalised, and off the barriers, or leads over crossings. course says what it is: `land` (straight), `routed` (with bends),
 *  `crossing` (over crossings), or, straight because nothing better is known, `no-land-route` (no way on land or over a crossing)
 *  and `off-land` (the place is not on land); "" without land. rank counts by length, lines without a way last. A crossing may end
 *  off the land or on an islet: it is attached to all land within 3 km, though not across a barrier. The edges of the land are
 *  straight in longitude and latitude, and so are the legs of a connector; lengths are geodesic.
 *
 *  Places listed twice by code are taken once with their kinds joined by `+`, and the note `doubles` counts them; a place without
 *  a point is in the note `unplaced`. More than 10000 inward corners of the land, where a route is needed, are
 *  MINTU_STATUS_INPUT. */
MINTU_API mintu_status mintu_greenway_connectors(mintu_context *context, const mintu_greenway_options *options,
                                                 mintu_error *error, mintu_layer **out);

/** Networks that link all places with the lines, which are taken as linked among themselves at no length. Links are the shortest
 *  ways on land where the options have land. */
typedef enum mintu_network_kind {
    MINTU_NETWORK_STRAIGHT = 0, /**< each place to the nearest line */
    MINTU_NETWORK_FOREST,       /**< minimum spanning forest: a place may be linked through others */
    MINTU_NETWORK_STEINER,      /**< the forest with Steiner points where they shorten it; never longer, not always shortest */
    MINTU_NETWORK_END           /**< sentinel */
} mintu_network_kind;

/** A network as a line layer, a row per link, with the fields from, from_name, to, to_name (codes and names of places; S1, S2, …
 *  for Steiner points; `line` and `name` of a line), kind (to-line, between, steiner: an end is a Steiner point), certainty and
 *  source of the stretch reached, course, crossings and crossing_kinds as of mintu_greenway_connectors(), km (geodesic). Links are
 *  ways on land as connectors are. The forest has the fewest links without a way (no-land-route, off-land), and of all such
 *  forests it is the shortest by the ways; Steiner points leave these links alone, and are kept where they shorten the ways. Of the
 *  options max_km, towns and near_km do not count. Notes doubles and unplaced as of mintu_greenway_connectors(), and `cut`: how
 *  many links have no way. More than 20000 places are MINTU_STATUS_INPUT but for the straight network. */
MINTU_API mintu_status mintu_greenway_network(mintu_context *context, const mintu_greenway_options *options,
                                              mintu_network_kind kind, mintu_error *error, mintu_layer **out);

/** Totals of the three networks and a lower bound, a row each, with the fields network, what, km, saving_km and saving_percent
 *  (over the network above), over_bound_km and over_bound_percent. No network, whatever its Steiner points and the ways it takes,
 *  is shorter than the bound: it is the length of the minimum spanning forest of straight links times the larger of
 *  (1 / (2 - 2/k)), k places and the root, which holds in any metric space, and 0.8241 (Chung and Graham 1985, A new bound for
 *  Euclidean Steiner minimal trees) less the most that the ellipsoid's curvature can take from it. */
MINTU_API mintu_status mintu_greenway_totals(mintu_context *context, const mintu_greenway_options *options, mintu_error *error,
                                             mintu_layer **out);

/** Counts places and towns within each of @p count distances in kilometres of a line: those whose connector of rank 1, as of
 *  mintu_greenway_connectors(), is no longer. The ways count, not the distance straight to the line, which only counts where no way
 *  is known and in options without land. A table with the fields within_km, places, places_assumed (of these, those whose connector
 *  ends on a stretch with the certainty assumed), places_of (all that have a point), towns, towns_assumed, towns_of. Of the options
 *  max_km and near_km do not count. A distance below 0 is MINTU_STATUS_USAGE. */
MINTU_API mintu_status mintu_greenway_service(mintu_context *context, const mintu_greenway_options *options, const double *km,
                                              size_t count, mintu_error *error, mintu_layer **out);

/** Lines added and dropped, for mintu_greenway_changes(). Zero-initialise. All is borrowed. */
typedef struct mintu_greenway_change {
    const mintu_layer *const
        *add; /**< lines with line, name, certainty, source; without line and name the layer's name is taken */
    size_t add_count;
    mintu_datum add_datum;   /**< of these */
    const char *const *drop; /**< lines to leave out, by the text of `line` or `name` */
    size_t drop_count;
    const double *within_km; /**< distances in which mintu_greenway_change_totals() counts places and towns */
    size_t within_count;
    uint64_t reserved[4]; /**< zero: see version.h */
} mintu_greenway_change;

/** What would change: as a line layer the lines dropped and added, then every place whose nearest line or way to it changes, with its
 *  way after the change. Nearest lines, ways and lengths are those of rank 1 of mintu_greenway_connectors() with the same options
 *  and the lines before or after. Fields: what (dropped, added, nearer, farther, other-line: as far as before, cut-off: no way on
 *  land or over a crossing is left, reached: the first such way), place_code, place, kind, county, prefecture, line_before,
 *  name_before, certainty_before, line_after, name_after, certainty_after, course_before, course_after, before_km, after_km,
 *  change_km (straight where course says so). Notes: places, changed (how many places), sum (over all places, as the straight network
 *  of mintu_greenway_totals() has it), doubles, unplaced. Of the options max_km, towns and near_km do not count. A drop that names
 *  no line is MINTU_STATUS_USAGE with the lines that there are, and so is a change that leaves none. */
MINTU_API mintu_status mintu_greenway_changes(mintu_context *context, const mintu_greenway_options *options,
                                              const mintu_greenway_change *change, mintu_error *error, mintu_layer **out);

/** The totals of mintu_greenway_totals() and the counts of mintu_greenway_service() before and after, a row each: of, before,
 *  after, change, change_percent (null where it was 0). Notes doubles, unplaced, and cut of the networks after. */
MINTU_API mintu_status mintu_greenway_change_totals(mintu_context *context, const mintu_greenway_options *options,
                                                    const mintu_greenway_change *change, mintu_error *error, mintu_layer **out);

/** What is doubtful about lines that somebody brings, a row each without geometry: what (no-line: rows without one; broken:
 *  vertices that are no position; outside: not on @p options' land; datum: another one than declared fits @p known), count (rows,
 *  or vertices), text. None when all is well. Of the options lines, datum and land count; @p known are lines in WGS 84 that the
 *  lines may follow, or NULL. */
MINTU_API mintu_status mintu_greenway_examine(mintu_context *context, const mintu_greenway_options *options,
                                              const mintu_layer *known, mintu_error *error, mintu_layer **out);

#ifdef __cplusplus
}
#endif
#endif
