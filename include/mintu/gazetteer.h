/** @file gazetteer.h
 *  The data package opened: administrative places of all levels with codes, parents and names in time, rosters, and the
 *  bundled layers. Codes follow GB/T 2260 (six digits) and the statistical codes of townships (nine digits). */
#ifndef MINTU_GAZETTEER_H
#define MINTU_GAZETTEER_H

#include <mintu/layer.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_gazetteer mintu_gazetteer;

typedef enum mintu_level {
    MINTU_LEVEL_ANY = 0, /**< in a query: whatever level; of no place */
    MINTU_LEVEL_PROVINCE,
    MINTU_LEVEL_PREFECTURE,
    MINTU_LEVEL_COUNTY,
    MINTU_LEVEL_TOWNSHIP,
    MINTU_LEVEL_END /**< sentinel */
} mintu_level;

enum { MINTU_ROSTERS_MOST = 32 }; /**< rosters of a package: one bit each of an unsigned */
#define MINTU_ROSTERS_ANY (~0U)   /**< in a query: any roster that is not apart, however many the package has */

/** A list of places that a notice draws up: a row of the package's table rosters. Strings are borrowed, never NULL. */
typedef struct mintu_roster {
    const char *id;               /**< small-city: in the column kind, and in options */
    const char *layer;            /**< small-cities: the name of its layer, and of its class of places (join.h) */
    const char *table;            /**< pilot_cities: the resource with its rows */
    const char *title, *title_en; /**< what its places are called, in English in the plural */
    const char *one;              /**< one of them in English */
    const char *count_field;      /**< field of units with the number of its places; "" for none */
    const char *note_key;         /**< KEY of the notes KEY-stated and KEY-listed of layers; "" for none */
    size_t stated, listed;        /**< places it has by its own statement (0: it says nothing), and rows of its table */
    bool apart; /**< of another origin than the notice: found by its id, but none of those that are asked for together */
} mintu_roster;

/** One place. All strings are borrowed from the gazetteer, UTF-8 and never NULL ("" when unknown). */
typedef struct mintu_place {
    const char *code;    /**< stable code: today's, or the last in force of a unit that was abolished */
    const char *name;    /**< today's official name, 高陂镇 */
    const char *name_en; /**< English name without the type, Gaopi */
    const char *type;    /**< district, county-level-city, county, town, township, … */
    const char *parent;  /**< code of the parent unit today */
    mintu_level level;
    unsigned rosters;      /**< bit i: on roster i, see mintu_gazetteer_roster(), unless that is apart */
    double lon, lat;       /**< WGS 84 degrees; NaN when unknown */
    const char *precision; /**< level of the unit whose seat the point is: town, county, prefecture, province */
    const char *certainty; /**< of the point */
    const char *source;
    int from, to;           /**< in force from (inclusive) and to (exclusive) as YYYYMMDD; 0 without limit */
    const char *into;       /**< code of the unit that took over an abolished one; "" when the package does not say */
    const char *out_of;     /**< code of the unit that it was parted from; "" likewise */
    unsigned rosters_apart; /**< the same as rosters, of those that are apart */
    double elevation;       /**< metres above sea level of a town's own point; NaN when unknown */
} mintu_place;

/** What a unit was called on a day. Borrowed strings, never NULL. */
typedef struct mintu_place_then {
    const char *name;   /**< official name on the day */
    const char *code;   /**< code in force on the day; "" when the package does not know it */
    const char *parent; /**< stable code of the parent on the day */
    bool in_force;      /**< false when the unit did not exist on the day */
} mintu_place_then;

/** What mintu_gazetteer_places_layer() selects. Zero-initialise for all places of the package's date. */
typedef struct mintu_places_query {
    mintu_level level;    /**< only places of this level; MINTU_LEVEL_ANY, which is 0: of any */
    unsigned rosters;     /**< bits of rosters whose entries are asked for; 0: places, on a roster or not */
    const char *in;       /**< code of a unit, as mintu_geocoder_unit() finds it by its name; NULL: anywhere */
    int as_of;            /**< YYYYMMDD; 0: the package's date */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_places_query;

/** Text of a level as in tables: province, prefecture, county, township; "" for any other. Static storage. */
MINTU_API const char *mintu_level_text(mintu_level level);

/** The level of a text, MINTU_LEVEL_END when it is none, or NULL. */
MINTU_API mintu_level mintu_level_parse(const char *text);

/** Opens the data package in folder @p dir. A missing or damaged file is named with line and column, and the remedy. */
MINTU_API mintu_status mintu_gazetteer_open(mintu_context *context, const char *dir, mintu_error *error, mintu_gazetteer **out);

/** Frees a gazetteer; NULL is allowed. */
MINTU_API void mintu_gazetteer_free(mintu_gazetteer *gazetteer);

MINTU_API int mintu_gazetteer_as_of(const mintu_gazetteer *gazetteer); /**< the package's date as YYYYMMDD */
MINTU_API const char *mintu_gazetteer_title(const mintu_gazetteer *gazetteer, const char *lang); /**< "zh" or "en" */
MINTU_API size_t mintu_gazetteer_count(const mintu_gazetteer *gazetteer); /**< places of all levels, abolished ones too */

/** Place @p index from 0; the struct is owned by the gazetteer; NULL outside. */
MINTU_API const mintu_place *mintu_gazetteer_place(const mintu_gazetteer *gazetteer, size_t index);

/** Place with the stable code, or a code of former times; NULL when there is none. */
MINTU_API const mintu_place *mintu_gazetteer_find(const mintu_gazetteer *gazetteer, const char *code);

/** What @p place was called on @p date (YYYYMMDD; 0: the package's). "" and not in force on what is no day. */
MINTU_API mintu_place_then mintu_gazetteer_then(const mintu_gazetteer *gazetteer, const mintu_place *place, int date);

/** The unit of level @p level that @p place lay in on @p date (0: the package's), itself when of that level; NULL when there is none, or
 *  @p date is no day. */
MINTU_API const mintu_place *mintu_gazetteer_within(const mintu_gazetteer *gazetteer, const mintu_place *place,
                                                    mintu_level level, int date);

/** Number of the rosters of the package. */
MINTU_API size_t mintu_gazetteer_roster_count(const mintu_gazetteer *gazetteer);

/** Roster @p index from 0; the struct is owned by the gazetteer; NULL outside. */
MINTU_API const mintu_roster *mintu_gazetteer_roster(const mintu_gazetteer *gazetteer, size_t index);

/** Places as a point layer with fields code, name, level, kind, type, county, prefecture, lon, lat, precision, certainty,
 *  source, name_en, code_then, name_now, county_code, prefecture_code, both, point_certainty, point_source, roster_no,
 *  notice_name, batch, roster_note, remark, elevation. name, county and prefecture are those of the date; remark says between which days a
 *  change happened whose day the package does not know, when the date lies between them. Without a roster, kind is the
 *  ids of the place's rosters (`small-city+town`) or "", and certainty and source are the point's. With rosters asked for, one
 *  row per entry: kind is the id of its roster, certainty and source are the entry's. both is 1 for a place on several rosters.
 *  @p query NULL: all places. An unknown `in` is MINTU_STATUS_INPUT with the candidates named. */
MINTU_API mintu_status mintu_gazetteer_places_layer(mintu_context *context, const mintu_gazetteer *gazetteer,
                                                    const mintu_places_query *query, mintu_error *error, mintu_layer **out);

/** What mintu_gazetteer_changes_layer() compares. Zero-initialise, then set the days. */
typedef struct mintu_changes_query {
    int from, to;         /**< YYYYMMDD, the earlier one first */
    mintu_level level;    /**< only units of this level; MINTU_LEVEL_ANY, which is 0: of any */
    const char *in;       /**< code of a unit that they lay in on one of the days; NULL: anywhere */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_changes_query;

/** What became of the units between two days, so that numbers of both can be joined: a layer without geometry with fields
 *  code_before, name_before, county_before, code_after, name_after, county_after, change, day, level, code (the stable one of the unit
 *  after). change is renamed, moved (to another unit above), recoded (the code alone), merged (into the unit after), split (the unit
 *  after was parted from the one before), made or ended (from or into nothing that the package knows). day is a day, or the two
 *  that the change lies between. Units that did not change have no row; the note `unchanged` is their number. No query, or days that
 *  are none or not in their order, are MINTU_STATUS_USAGE. */
MINTU_API mintu_status mintu_gazetteer_changes_layer(mintu_context *context, const mintu_gazetteer *gazetteer,
                                                     const mintu_changes_query *query, mintu_error *error, mintu_layer **out);

/** Number of bundled layers, and their names for mintu_gazetteer_layer(): counties, prefectures, province, neighbours, …, and
 *  after them the package's plain tables under the names of their resources: tasks, task_places, agencies, … A plain table is
 *  a layer without geometry, a field per column. Names and titles are borrowed from the gazetteer. */
MINTU_API size_t mintu_gazetteer_layer_count(const mintu_gazetteer *gazetteer);
MINTU_API const char *mintu_gazetteer_layer_name(const mintu_gazetteer *gazetteer, size_t index);
MINTU_API const char *mintu_gazetteer_layer_title(const mintu_gazetteer *gazetteer, size_t index); /**< one line for lists */

/** The bundled layer @p name as of @p date (0: the package's), which the caller frees; an unknown name is MINTU_STATUS_USAGE. Without built county polygons, counties, prefectures and
 *  province are the schematic partition (Voronoi cells of the town points, dissolved and clipped to the outline) and carry
 *  the note `schematic`. */
MINTU_API mintu_status mintu_gazetteer_layer(mintu_context *context, const mintu_gazetteer *gazetteer, const char *name,
                                             int date, mintu_error *error, mintu_layer **out);

/** Checks the whole package against datapackage.json: files, hashes, schemas, foreign keys, stated counts, county polygons.
 *  @p out is a layer without geometry with fields resource, status (ok, note, finding), count, stated, text. Returns
 *  MINTU_STATUS_FINDINGS when one row is a finding. */
MINTU_API mintu_status mintu_gazetteer_check(mintu_context *context, const char *dir, mintu_error *error, mintu_layer **out);

/** The files that the data package in folder @p dir is made of, as a layer without geometry with one field, path: datapackage.json,
 *  its resources, and the boundaries that an import makes. Files elsewhere are listed where the context allows them. For who writes
 *  files and must not replace one of these. */
MINTU_API mintu_status mintu_gazetteer_files(mintu_context *context, const char *dir, mintu_error *error, mintu_layer **out);

/** What mintu_gazetteer_boundaries() reads and writes. Zero-initialise, then set the paths. */
typedef struct mintu_boundaries_options {
    const char *const *paths; /**< polygon files of the formats that mintu_layer_load() reads */
    size_t path_count;
    mintu_datum datum; /**< datum of the input */
    const char
        *name_field; /**< field with the unit's name or code; NULL: the first of code, name, NAME, shapeName, … that fits */
    int as_of;       /**< date of the names; 0: found from the names themselves */
    const char *source;   /**< credit line of the polygons, kept with the layer and shown on maps; NULL: the file's name */
    const char *target;   /**< GPKG to write, the others beside it; NULL: counties.gpkg of the package */
    bool force;           /**< write also what leaves units without a polygon or looks shifted by a datum */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_boundaries_options;

/** Makes county polygons from polygon files: to WGS 84, repaired without opening gaps between neighbours, clipped to land (with
 *  a margin of 250 m for land reclaimed since) with inland borders left as they are, coded by GB/T 2260, and written with the
 *  polygons of prefectures and province and their borders. The counties' file is replaced in one step; the others step aside
 *  before and come after it, and while they are not there they are made when asked for: at no moment, also of a crash, do the
 *  package's answers mix two imports. Files that would replace one of the inputs, or a file of the package that is no boundary,
 *  are MINTU_STATUS_USAGE. @p findings (may be NULL) is a layer of what did not match or looks
 *  wrong, one row each: status (unmatched, missing, finding, note), name, text; the caller frees it, also after a failure.
 *  Returns MINTU_STATUS_FINDINGS when names did not match; INPUT, with nothing written and the findings listed all the same,
 *  when no name matched, and unless forced when a unit has no polygon or the coordinates fit the coast better in another
 *  datum. Forced, it is FINDINGS, and an incomplete layer carries the note `schematic`, which maps show on their face. */
MINTU_API mintu_status mintu_gazetteer_boundaries(mintu_context *context, const mintu_gazetteer *gazetteer,
                                                  const mintu_boundaries_options *options, mintu_error *error,
                                                  mintu_layer **findings);

#ifdef __cplusplus
}
#endif
#endif
