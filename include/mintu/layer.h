/** @file layer.h
 *  The layer: the one table type. Features with typed attributes and a geometry, in WGS 84 longitude, latitude
 *  (EPSG:4326, longitude first). A layer lives in memory; reading brings files of the formats listed at mintu_layer_load() to this form. */
#ifndef MINTU_LAYER_H
#define MINTU_LAYER_H

#include <mintu/context.h>
#include <mintu/output.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_layer mintu_layer;

typedef enum mintu_field_type {
    MINTU_FIELD_TYPE_TEXT = 0, /**< UTF-8 */
    MINTU_FIELD_TYPE_INTEGER,  /**< 64 bit */
    MINTU_FIELD_TYPE_REAL,     /**< double */
    MINTU_FIELD_TYPE_BOOLEAN,  /**< true or false */
    MINTU_FIELD_TYPE_DATE,     /**< a day as text, 2014-11-01 */
    MINTU_FIELD_TYPE_DATETIME, /**< a day and a time as text, 2014-11-01T08:00:00 with its zone when it is known: Z or +08:00 */
    MINTU_FIELD_TYPE_JSON,     /**< lists and objects, as JSON text */
    MINTU_FIELD_TYPE_ANY,      /**< values of more than one type: mintu_layer_value_type() says which */
    MINTU_FIELD_TYPE_END       /**< sentinel; of a value: it is null */
} mintu_field_type;

typedef enum mintu_geometry_type {
    MINTU_GEOMETRY_TYPE_NONE = 0,
    MINTU_GEOMETRY_TYPE_POINT,   /**< points and multipoints */
    MINTU_GEOMETRY_TYPE_LINE,    /**< line strings and multi line strings */
    MINTU_GEOMETRY_TYPE_POLYGON, /**< polygons and multipolygons */
    MINTU_GEOMETRY_TYPE_MIXED,   /**< of a layer: more than one of these */
    MINTU_GEOMETRY_TYPE_END      /**< sentinel */
} mintu_geometry_type;

/** Datum in which the coordinates of an input stand. GCJ-02 and BD-09 are offsets on Chinese web maps, not reference systems. */
typedef enum mintu_datum {
    MINTU_DATUM_WGS84 = 0,
    MINTU_DATUM_GCJ02,
    MINTU_DATUM_BD09,
    MINTU_DATUM_END /**< sentinel */
} mintu_datum;

enum { MINTU_DATUMS_MOST = 8 }; /**< room of what has a place for each datum */

/** How to write a layer. Zero-initialise for the defaults. */
typedef struct mintu_write_options {
    const char *
        format; /**< "geojson", "json" (attributes alone), "csv", "gpkg", "xlsx", "fgb", "shp" or "dxf"; NULL: from the path's ending */
    bool coordinates; /**< CSV: write `lon`, `lat` columns of points even when no fields of these names exist */
    bool force;       /**< write what is refused for good reason: GeoJSON in another system (with the member `crs` of before RFC
                          7946), and systems to which only a guess leads */
    const char *crs; /**< an authority and its code, such as "EPSG:4548": coordinates are brought to this reference system, x or
                          longitude first, metres to a millimetre. GPKG and FlatGeobuf say which it is; tables (CSV, XLSX, JSON)
                          get columns `crs` and, of points, `easting`, `northing` or `lon`, `lat`; GeoJSON is WGS 84 and
                          refused. Points outside the system's area of use are told to the context's listener. NULL: WGS 84 */
    uint64_t reserved[7]; /**< zero: see version.h */
} mintu_write_options;

/** Makes an empty layer named @p name. Ownership of @p *out passes to the caller (mintu_layer_free()). */
MINTU_API mintu_status mintu_layer_new(mintu_context *context, const char *name, mintu_error *error, mintu_layer **out);

/** Reads the layer @p name (NULL: the only one, or the first) of a local file: GeoJSON, GeoJSONSeq, TopoJSON, GeoPackage,
 *  Shapefile, FlatGeobuf, CSV, XLSX, ODS, KML, GPX, GML, MapInfo, a file geodatabase (.gdb) or DXF, told by its content. Formats
 *  that show the content of other files, and GDAL's virtual file systems, are not read. A pipe, or "-" for standard input, is
 *  read to its end first. Coordinates are brought to WGS 84
 *  from the file's reference system; a file with none is taken as WGS 84 when its coordinates are degrees, else refused. Bytes
 *  of a text that are no UTF-8 become U+FFFD, and the context's listener hears of it. GeoJSON (RFC 7946), and texts of it one
 *  after the other (RFC 8142, or one per line), are read by the library itself: invalid JSON and geometries that are none are
 *  refused with line, column and feature; values keep their types; open rings are closed, and told. */
MINTU_API mintu_status mintu_layer_load(mintu_context *context, const char *path, const char *name, mintu_error *error,
                                        mintu_layer **out);

/** Reads a table of a PostGIS database. @p connection is GDAL's: "PG:dbname=gis host=localhost"; what may be secret of it stands in no
 *  message. @p name is "table" or "schema.table"; NULL: the only one. A program must give only what its user typed. */
MINTU_API mintu_status mintu_layer_load_database(mintu_context *context, const char *connection, const char *name,
                                                 mintu_error *error, mintu_layer **out);

/** Reads a GeoJSON text as a file of it is read; @p source (may be NULL) names it in messages. */
MINTU_API mintu_status mintu_layer_parse(mintu_context *context, const char *text, const char *source, mintu_error *error,
                                         mintu_layer **out);

/** Frees a layer; NULL is allowed. */
MINTU_API void mintu_layer_free(mintu_layer *layer);

MINTU_API const char *mintu_layer_name(const mintu_layer *layer); /**< never NULL; lives as long as the layer */
MINTU_API size_t mintu_layer_count(const mintu_layer *layer);     /**< number of features (rows) */
MINTU_API mintu_geometry_type mintu_layer_geometry_type(const mintu_layer *layer); /**< of all features together */
MINTU_API size_t mintu_layer_field_count(const mintu_layer *layer);                /**< number of attributes */
/** Name of a field; NULL outside. Its type; MINTU_FIELD_TYPE_END outside. */
MINTU_API const char *mintu_layer_field_name(const mintu_layer *layer, size_t field);
MINTU_API mintu_field_type mintu_layer_field_type(const mintu_layer *layer, size_t field);

/** Index of the field @p name, or -1 when there is none. */
MINTU_API int mintu_layer_field_find(const mintu_layer *layer, const char *name);

/** Adds a field at the end; existing features have null in it. */
MINTU_API mintu_status mintu_layer_field_add(mintu_layer *layer, const char *name, mintu_field_type type, mintu_error *error);

/** Adds a feature with null attributes and no geometry; its row is mintu_layer_count() - 1. */
MINTU_API mintu_status mintu_layer_append(mintu_layer *layer, mintu_error *error);

/** Type of the attribute in that row, which is the field's unless that is MINTU_FIELD_TYPE_ANY (or REAL, where a whole number is
 *  MINTU_FIELD_TYPE_INTEGER); MINTU_FIELD_TYPE_END when it is null. */
MINTU_API mintu_field_type mintu_layer_value_type(const mintu_layer *layer, size_t row, size_t field);

/** True when the feature has the attribute, be it null. Features of GeoJSON have the members that they name; rows of tables and of
 *  layers that are computed have those that are not null. */
MINTU_API bool mintu_layer_has(const mintu_layer *layer, size_t row, size_t field);

/** The feature's id as its file has it (of GeoJSON: its member `id`), as text or number; NULL when it has none. Valid as long as the
 *  layer. @p number (may be NULL) tells which. */
MINTU_API const char *mintu_layer_id(const mintu_layer *layer, size_t row, bool *number);

/** True for a row of the same feature as the row before it: one whose geometry is of several kinds (a GeometryCollection) is a
 *  row for each of them, all with its id and attributes. Who counts features or adds up attributes leaves such rows out. False
 *  outside. */
MINTU_API bool mintu_layer_is_further(const mintu_layer *layer, size_t row);

/** True when the attribute is null or unset. Rows and fields are from 0; outside them the answer is true. */
MINTU_API bool mintu_layer_is_null(const mintu_layer *layer, size_t row, size_t field);

/** The attribute as text: `true` and `false` of a boolean, JSON of a list or an object; "" when null. Valid until the row's next change or the next call on this layer for a number field. */
MINTU_API const char *mintu_layer_text(const mintu_layer *layer, size_t row, size_t field);

/** The attribute as a number, also where a text is one; NaN when null or no number. */
MINTU_API double mintu_layer_number(const mintu_layer *layer, size_t row, size_t field);

/** Reads the texts of a field as numbers, as those of a table (CSV, XLSX, ODS) are when it is read: full-width digits, thousands,
 *  per cent, 万 and 亿, units; words for no value become null. Fields of codes (0591, 18 digits) and fields that are mostly other
 *  texts stay as they are, and so do the types of columns that were told apart by their texts before. What was done, and the rows
 *  that are no numbers, is told to the context's listener. Features of JSON, GeoPackage and other files that say whether a value is
 *  text keep that until this is called. */
MINTU_API mintu_status mintu_layer_numbers_read(mintu_context *context, mintu_layer *layer, size_t field, mintu_error *error);

/** Where row @p row stands, for a message: "line 4: 丙县" of a table, "row 3: 丙县" of other files. @p text gets at most @p size bytes with
 *  the NUL behind them. */
MINTU_API void mintu_layer_row_place(const mintu_layer *layer, size_t row, char *text, size_t size);

/** Sets an attribute. A text (NULL: null) for a field of another type is read as that type. What does not fit, and a row or field that
 *  there is none of, is MINTU_STATUS_USAGE; a text that is no UTF-8 is MINTU_STATUS_INPUT. The text is copied. A number that is not
 *  finite is null. */
MINTU_API mintu_status mintu_layer_text_set(mintu_layer *layer, size_t row, size_t field, const char *value,
                                            mintu_error *error);
MINTU_API mintu_status mintu_layer_number_set(mintu_layer *layer, size_t row, size_t field, double value, mintu_error *error);

/** Sets an attribute of a field of type MINTU_FIELD_TYPE_BOOLEAN or MINTU_FIELD_TYPE_ANY. */
MINTU_API mintu_status mintu_layer_boolean_set(mintu_layer *layer, size_t row, size_t field, bool value, mintu_error *error);

/** Gives row @p row a point in degrees, longitude first, in place of the geometry that it has. */
MINTU_API mintu_status mintu_layer_point_set(mintu_layer *layer, size_t row, double lon, double lat, mintu_error *error);

/** Gives row @p row a geometry as two-dimensional WKB (ISO 13249-3, either order of bytes) of degrees: points, lines and polygons, or
 *  several of one of these (types 1 to 6). Z, M, SRIDs and collections are refused, and so are bytes that are cut off or too many,
 *  rings that are not closed and positions that are none (MINTU_STATUS_INPUT); the row then keeps what it has. 0 bytes, and empty
 *  geometries, leave it none. */
MINTU_API mintu_status mintu_layer_wkb_set(mintu_layer *layer, size_t row, const unsigned char *wkb, size_t size,
                                           mintu_error *error);

/** The geometry of row @p row as WKB, the lowest byte first; no bytes when it has none. */
MINTU_API mintu_status mintu_layer_wkb(const mintu_layer *layer, size_t row, mintu_error *error, mintu_bytes *out);

/** Adds @p count features as mintu_layer_append() adds one. When memory runs out those before it stay. */
MINTU_API mintu_status mintu_layer_rows_add(mintu_layer *layer, size_t count, mintu_error *error);

/** Whole columns: the values of one field in the order of the rows. @p count is the length of the caller's arrays and must be
 *  mintu_layer_count(); anything else, a field that there is none of and a field of another type are MINTU_STATUS_USAGE. Setting does
 *  all or nothing, unless memory runs out. Numbers are those of mintu_layer_number(), and NaN stands for null; they are set in fields
 *  of type MINTU_FIELD_TYPE_REAL. */
MINTU_API mintu_status mintu_layer_numbers(const mintu_layer *layer, size_t field, size_t count, double *values,
                                           mintu_error *error);
MINTU_API mintu_status mintu_layer_numbers_set(mintu_layer *layer, size_t field, size_t count, const double *values,
                                               mintu_error *error);

/** The same of fields of type MINTU_FIELD_TYPE_INTEGER, and of MINTU_FIELD_TYPE_BOOLEAN as 0 and 1. @p known tells which are not null;
 *  NULL when it is given: all. */
MINTU_API mintu_status mintu_layer_integers(const mintu_layer *layer, size_t field, size_t count, int64_t *values, bool *known,
                                            mintu_error *error);
MINTU_API mintu_status mintu_layer_integers_set(mintu_layer *layer, size_t field, size_t count, const int64_t *values,
                                                const bool *known, mintu_error *error);

/** The same of fields of texts, dates and JSON; NULL stands for null. Texts are the layer's, valid until it is changed; those given are
 *  copied and must be UTF-8. */
MINTU_API mintu_status mintu_layer_texts(const mintu_layer *layer, size_t field, size_t count, const char **values,
                                         mintu_error *error);
MINTU_API mintu_status mintu_layer_texts_set(mintu_layer *layer, size_t field, size_t count, const char *const *values,
                                             mintu_error *error);

/** The points of all rows, longitude and latitude in degrees one after the other (2 * @p count numbers); two NaN stand for none. A row
 *  of another geometry than one point is MINTU_STATUS_USAGE. What is set takes the place of the rows' geometries, up to the first that
 *  is no position (MINTU_STATUS_INPUT). */
MINTU_API mintu_status mintu_layer_points(const mintu_layer *layer, size_t count, double *lonlat, mintu_error *error);
MINTU_API mintu_status mintu_layer_points_set(mintu_layer *layer, size_t count, const double *lonlat, mintu_error *error);

/** Point of row @p row: the point itself, or a point inside the polygon or on the line. @p found is false without a geometry. */
MINTU_API mintu_status mintu_layer_point(mintu_context *context, const mintu_layer *layer, size_t row, double lonlat[2],
                                         bool *found, mintu_error *error);

/** Bounds west, south, east, north in degrees of all features. @p found is false when nothing has a geometry. */
MINTU_API mintu_status mintu_layer_bounds(const mintu_layer *layer, double bounds[4], bool *found, mintu_error *error);

/** Brings every vertex of a layer from @p datum to WGS 84, one by one, so that what neighbours share stays shared; the columns that a
 *  table's points came from get the new degrees. The note `datum` then says WGS 84. */
MINTU_API mintu_status mintu_layer_datum_convert(mintu_context *context, mintu_layer *layer, mintu_datum datum,
                                                 mintu_error *error);

/** A note about the layer as a whole (title, source, licence, as-of date, …), written as a foreign member of GeoJSON and as
 *  metadata of GPKG, or a sheet of XLSX. The value is UTF-8; setting NULL removes it. Keys in use: title, title-zh (the
 *  title in Chinese), source, licence, package (name and version of the data package), datum (what the coordinates were brought to), as-of, stated, listed, note; and, which
 *  maps must show on their face, credit (where it holds " / ", what is before is for Chinese maps and what is behind for English
 *  ones) and schematic. */
MINTU_API mintu_status mintu_layer_note_set(mintu_layer *layer, const char *key, const char *value, mintu_error *error);

/** The note @p key, or NULL. */
MINTU_API const char *mintu_layer_note(const mintu_layer *layer, const char *key);

/** Writes a layer, as <mintu/output.h> says: a failure leaves what was there. @p path "-" is standard output. GeoJSON follows RFC 7946: WGS 84, right-hand rule, 7 decimals, no `crs` member, `bbox`; notes are foreign
 *  members. XLSX has the rows on its first sheet, text as text, the position of points as lon, lat, and the notes on the sheet
 *  `notes`; other geometry is left out. FlatGeobuf has a spatial index, and so its own order of rows, a geometry in
 *  every row (else it fails), and no notes. A GeoPackage, a database, goes to a file alone: standard output is
 *  MINTU_STATUS_USAGE. A Shapefile (its path ends in .shp) is several files, which come together or
 *  not at all; a DXF drawing needs options->crs. Both tell the context what they have no room for. What a driver made (gpkg, xlsx,
 *  fgb, shp, dxf) is opened again and its rows are counted before it takes its place.
 *  Equal layers give equal bytes in each format. @p options may be NULL. */
MINTU_API mintu_status mintu_layer_write(mintu_context *context, const mintu_layer *layer, const char *path,
                                         const mintu_write_options *options, mintu_error *error);

/** The same into memory; the format is that of the options, GeoJSON where they name none. */
MINTU_API mintu_status mintu_layer_write_bytes(mintu_context *context, const mintu_layer *layer,
                                               const mintu_write_options *options, mintu_error *error, mintu_bytes *out);

/** Writes a layer as a new table @p name ("table" or "schema.table"; NULL: the layer's name) of a PostGIS database, with its columns `fid`
 *  and `geom`, in one transaction: a failure leaves the database as it was. A table of that name is refused, or replaced with
 *  options->force, unless others depend on it. The format of @p options, which may be NULL, is not looked at. */
MINTU_API mintu_status mintu_layer_write_database(mintu_context *context, const mintu_layer *layer, const char *connection,
                                                  const char *name, const mintu_write_options *options, mintu_error *error);

/** Endings of the files that belong to one file of the name @p path, its own among them (".shp", ".shx", ".dbf", …), NULL after
 *  the last one. They are read and written beside it without being named. NULL when such a file stands by itself. Static storage. */
MINTU_API const char *const *mintu_layer_side_endings(const char *path);

#ifdef __cplusplus
}
#endif
#endif
