#define _POSIX_C_SOURCE 200809L
#include "gdal/gpkg_plain.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/context.h"
#include "base/file.h"
#include "base/message.h"
#include "base/utf8.h"
#include "gdal/gpkg_notes.h"
#include "gdal/gpkg_steps.h"
#include "layer/geojson_read.h"
#include "layer/layer_data.h"
#include "layer/layer_end.h"
#include "layer/layer_value.h"
#include "layer/row_limit.h"
#include "layer/shape.h"
#include "layer/wkb_read.h"

#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char doing[] = N_("reading a layer");

typedef struct plain {
    mintu_context *context;
    const char *path;
    sqlite3 *database;
    mintu_queries queries;
    char *table, *geometry; /* names; geometry: the column */
    mintu_layer *layer;
    mintu_shape shape;
    bool fits; /* nothing is otherwise so far */
} plain;

/* A statement with up to two texts for its question marks; NULL when it cannot be made, and the file does not fit. */
static sqlite3_stmt *prepare(plain *of, const char *sql, const char *first, const char *second)
{
    sqlite3_stmt *statement = NULL;
    bool good = sqlite3_prepare_v2(of->database, sql, -1, &statement, NULL) == SQLITE_OK &&
                (!first || sqlite3_bind_text(statement, 1, first, -1, SQLITE_STATIC) == SQLITE_OK) &&
                (!second || sqlite3_bind_text(statement, 2, second, -1, SQLITE_STATIC) == SQLITE_OK);
    if (!good) {
        sqlite3_finalize(statement);
        statement = NULL;
    }
    of->fits = of->fits && good;
    return statement;
}

/* The text in the first column of the only row, on the heap; NULL when there is not just one row, or it holds no text. */
static char *only_text(plain *of, const char *sql, const char *first, const char *second)
{
    sqlite3_stmt *statement = prepare(of, sql, first, second);
    char *text = NULL;
    if (statement && sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_type(statement, 0) == SQLITE_TEXT)
        text = mintu_text_copy((const char *)sqlite3_column_text(statement, 0));
    if (text && sqlite3_step(statement) != SQLITE_DONE) {
        free(text);
        text = NULL;
    }
    sqlite3_finalize(statement);
    return text;
}

static bool has_row(plain *of, const char *sql, const char *first, const char *second)
{
    sqlite3_stmt *statement = prepare(of, sql, first, second);
    bool found = statement && sqlite3_step(statement) == SQLITE_ROW;
    sqlite3_finalize(statement);
    return found;
}

/* The table of the layer: with no name given the only one that is not the format's own. */
static void find_table(plain *of, const char *name)
{
    static const char features[] =
        "select c.table_name from gpkg_contents c join sqlite_master m on m.name = c.table_name "
        "where c.data_type = 'features' and m.type = 'table' and c.table_name = coalesce(?1, c.table_name) "
        "and m.sql not like 'create virtual%'";
    static const char others[] =
        "select 1 from sqlite_master where type in ('table', 'view') and name <> ?1 and name not like 'gpkg\\_%' "
        "escape '\\' and name not like 'sqlite\\_%' escape '\\' and name not like 'rtree\\_%' escape '\\'";
    of->table = only_text(of, features, name, NULL);
    of->fits = of->fits && of->table && (name || !has_row(of, others, of->table, NULL));
}

/* Coordinates are degrees of WGS 84, of two dimensions, and nothing but an index stands beside them. */
static void find_geometry(plain *of)
{
    static const char column[] = "select column_name from gpkg_geometry_columns where table_name = ?1 and z = 0 and m = 0";
    static const char code[] = "select cast(s.organization_coordsys_id as text) from gpkg_geometry_columns g "
                               "join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id "
                               "where g.table_name = ?1 and upper(s.organization) = 'EPSG'";
    static const char extensions[] =
        "select 1 from gpkg_extensions where (table_name = ?1 and extension_name <> 'gpkg_rtree_index') "
        "or (table_name is null and extension_name <> 'gpkg_metadata')";
    of->geometry = of->fits ? only_text(of, column, of->table, NULL) : NULL;
    char *reference = of->geometry ? only_text(of, code, of->table, NULL) : NULL;
    of->fits = of->fits && reference && mintu_code_is_wgs84(reference) &&
               (!has_row(of, "select 1 from sqlite_master where name = 'gpkg_extensions'", NULL, NULL) ||
                !has_row(of, extensions, of->table, NULL));
    free(reference);
}

/* Types by which OGR reads a column as a text or number; every other one is for it. */
static bool column_type(const char *declared, mintu_field_type *out)
{
    static const struct {
        const char *name;
        mintu_field_type type;
    } types[] = {
        {"text", MINTU_FIELD_TYPE_TEXT},         {"integer", MINTU_FIELD_TYPE_INTEGER},  {"int", MINTU_FIELD_TYPE_INTEGER},
        {"mediumint", MINTU_FIELD_TYPE_INTEGER}, {"smallint", MINTU_FIELD_TYPE_INTEGER}, {"tinyint", MINTU_FIELD_TYPE_INTEGER},
        {"real", MINTU_FIELD_TYPE_REAL},         {"double", MINTU_FIELD_TYPE_REAL},      {"boolean", MINTU_FIELD_TYPE_BOOLEAN}};
    for (size_t i = 0; declared && i < sizeof types / sizeof *types; i++)
        if (mintu_ascii_compare(declared, types[i].name) == 0) {
            *out = types[i].type;
            return true;
        }
    return false;
}

/* Adds a field for a column that is neither the key nor the geometry, and its name to the query. */
static mintu_status add_column(plain *of, const char *name, const char *declared, mintu_buffer *query, mintu_error *error)
{
    mintu_field_type type;
    of->fits = column_type(declared, &type) && mintu_layer_field_find(of->layer, name) < 0;
    if (!of->fits)
        return MINTU_STATUS_OK;
    char *quoted = sqlite3_mprintf(", \"%w\"", name);
    mintu_status status = quoted ? mintu_layer_field_add(of->layer, name, type, error) : mintu_fail_memory(error, doing);
    if (quoted)
        mintu_buffer_text(query, quoted);
    sqlite3_free(quoted);
    of->fits = status != MINTU_STATUS_USAGE; /* a name that is none */
    return of->fits ? status : MINTU_STATUS_OK;
}

/* "select geometry, column, … from table": the key, which is an integer, is no field. */
static mintu_status read_columns(plain *of, mintu_buffer *query, mintu_error *error)
{
    sqlite3_stmt *columns = prepare(of, "select name, type, pk from pragma_table_xinfo(?1)", of->table, NULL);
    mintu_status status = MINTU_STATUS_OK;
    size_t count = 0, keys = 0;
    int step = SQLITE_DONE;
    while (of->fits && status == MINTU_STATUS_OK && (step = sqlite3_step(columns)) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(columns, 0), *type = (const char *)sqlite3_column_text(columns, 1);
        bool key = sqlite3_column_int(columns, 2) > 0;
        keys += key;
        of->fits = name && type && (!key || mintu_ascii_compare(type, "integer") == 0) && count++ < of->context->limits.fields;
        if (of->fits && !key && mintu_ascii_compare(name, of->geometry) != 0)
            status = add_column(of, name, type, query, error);
    }
    of->fits = of->fits && step == SQLITE_DONE && keys == 1;
    sqlite3_finalize(columns);
    return status;
}

/* A value that is not of the column's type is for GDAL, which converts it. */
static mintu_status read_value(plain *of, sqlite3_stmt *rows, size_t field, mintu_error *error)
{
    size_t row = of->layer->count - 1;
    int column = (int)field + 1, kind = sqlite3_column_type(rows, column);
    switch (mintu_layer_field_type(of->layer, field)) {
    case MINTU_FIELD_TYPE_INTEGER:
        of->fits = kind == SQLITE_INTEGER;
        mintu_layer_integer_set(of->layer, row, field, sqlite3_column_int64(rows, column));
        return MINTU_STATUS_OK;
    case MINTU_FIELD_TYPE_BOOLEAN:
        of->fits = kind == SQLITE_INTEGER;
        return mintu_layer_boolean_set(of->layer, row, field, sqlite3_column_int64(rows, column) != 0, error);
    case MINTU_FIELD_TYPE_REAL:
        of->fits = kind == SQLITE_FLOAT;
        return mintu_layer_number_set(of->layer, row, field, sqlite3_column_double(rows, column), error);
    default:
        break;
    }
    const char *text = (const char *)sqlite3_column_text(rows, column);
    size_t size = (size_t)sqlite3_column_bytes(rows, column);
    of->fits = kind == SQLITE_TEXT && text && strlen(text) == size && mintu_utf8_valid(text, size, NULL);
    return of->fits ? mintu_layer_text_set(of->layer, row, field, text, error) : MINTU_STATUS_OK;
}

/* Bytes before the geometry, by the flags of the head (GeoPackage 1.3, clause 2.1.3.1.1); 0 when it is none of this version. */
static size_t head_size(const unsigned char *blob, size_t size)
{
    static const size_t envelopes[] = {0, 32, 48, 48, 64};
    const size_t fixed = 8;
    if (size < fixed || memcmp(blob, "GP", 2) != 0 || blob[2] != 0 || blob[3] & 0x20) /* of an extension */
        return 0;
    size_t envelope = blob[3] >> 1 & 7;
    return envelope < sizeof envelopes / sizeof *envelopes && size >= fixed + envelopes[envelope] ? fixed + envelopes[envelope]
                                                                                                  : 0;
}

static mintu_status read_geometry(plain *of, sqlite3_stmt *rows, mintu_error *error)
{
    if (sqlite3_column_type(rows, 0) == SQLITE_NULL)
        return MINTU_STATUS_OK;
    const unsigned char *blob = sqlite3_column_blob(rows, 0);
    size_t size = blob ? (size_t)sqlite3_column_bytes(rows, 0) : 0, head = head_size(blob, size);
    mintu_status status = head ? mintu_wkb_read(blob + head, size - head, &of->shape, error) : MINTU_STATUS_INPUT;
    of->fits = status != MINTU_STATUS_INPUT;
    if (!of->fits || status != MINTU_STATUS_OK || of->shape.type == MINTU_GEOMETRY_TYPE_NONE)
        return of->fits ? status : MINTU_STATUS_OK;
    return mintu_layer_shape_set(of->layer, of->layer->count - 1, &of->shape, error);
}

static mintu_status read_row(plain *of, sqlite3_stmt *rows, mintu_row_sum *sum, mintu_error *error)
{
    mintu_status status = mintu_context_steps(of->context, of->layer->count, (double)NAN, doing, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_append(of->layer, error);
    for (size_t field = 0; field < of->layer->field_count && status == MINTU_STATUS_OK && of->fits; field++)
        if (sqlite3_column_type(rows, (int)field + 1) != SQLITE_NULL)
            status = read_value(of, rows, field, error);
    if (status == MINTU_STATUS_OK && of->fits)
        status = read_geometry(of, rows, error);
    return status == MINTU_STATUS_OK && of->fits ? mintu_row_count(sum, of->layer, error) : status;
}

static mintu_status read_rows(plain *of, const mintu_buffer *columns, mintu_error *error)
{
    char *query = sqlite3_mprintf("select \"%w\"%s from \"%w\"", of->geometry, columns->size ? columns->data : "", of->table);
    sqlite3_stmt *rows = query ? prepare(of, query, NULL, NULL) : NULL;
    mintu_status status = query ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
    mintu_row_sum sum = {.path = of->path, .limits = &of->context->limits};
    int step = SQLITE_DONE;
    while (rows && of->fits && status == MINTU_STATUS_OK && (step = sqlite3_step(rows)) == SQLITE_ROW)
        status = read_row(of, rows, &sum, error);
    of->fits = of->fits && (status != MINTU_STATUS_OK || step == SQLITE_DONE);
    sqlite3_finalize(rows);
    sqlite3_free(query);
    return status;
}

static mintu_status read_notes(plain *of, mintu_error *error)
{
    static const char tables[] = "select 1 from sqlite_master where name = 'gpkg_metadata_reference'";
    static const char own[] = "select 1 from gpkg_metadata_reference where table_name = ?1";
    static const char text[] = "select m.metadata from gpkg_metadata m join gpkg_metadata_reference r on r.md_file_id = m.id "
                               "where r.table_name = ?1 and r.reference_scope = 'table' "
                               "and m.md_standard_uri = 'http://gdal.org' and m.mime_type = 'text/xml'";
    if (!of->fits || !has_row(of, tables, NULL, NULL) || !has_row(of, own, of->table, NULL))
        return MINTU_STATUS_OK;
    char *document = only_text(of, text, of->table, NULL);
    mintu_status status = MINTU_STATUS_OK;
    of->fits = document != NULL;
    if (document)
        status = mintu_gpkg_notes(of->layer, document, error, &of->fits);
    free(document);
    return status;
}

static mintu_status read_table(plain *of, mintu_error *error)
{
    mintu_buffer columns = {0};
    mintu_status status = mintu_layer_new(of->context, of->table, error, &of->layer);
    if (status == MINTU_STATUS_OK)
        status = read_columns(of, &columns, error);
    if (status == MINTU_STATUS_OK && columns.failed)
        status = mintu_fail_memory(error, doing);
    if (status == MINTU_STATUS_OK && of->fits)
        status = read_rows(of, &columns, error);
    if (status == MINTU_STATUS_OK)
        status = read_notes(of, error);
    mintu_buffer_free(&columns);
    return status;
}

/* Not mintu_database_has_log(), which sees into archives too, and needs GDAL for it. */
static bool has_log(const char *path)
{
    static const char *const logs[] = {"-wal", "-journal"};
    bool found = false;
    for (size_t i = 0; i < sizeof logs / sizeof *logs && !found; i++) {
        mintu_buffer log = {0};
        mintu_buffer_format(&log, "%s%s", path, logs[i]);
        found = log.failed || access(log.data, F_OK) == 0;
        mintu_buffer_free(&log);
    }
    return found;
}

static void open_database(plain *of)
{
    of->queries = (mintu_queries){.path = of->path, .most = of->context->limits.steps, .seconds = of->context->limits.seconds};
    mintu_queries_begin(&of->queries);
    of->fits = sqlite3_open_v2(of->path, &of->database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK;
    if (of->database)
        mintu_queries_watch(of->database);
}

mintu_status mintu_gpkg_plain_read(mintu_context *context, const char *path, const char *name, mintu_error *error,
                                   mintu_layer **out)
{
    plain of = {.context = context, .path = path};
    *out = NULL;
    if (has_log(path))
        return MINTU_STATUS_OK;
    const mintu_file_state before = mintu_file_state_named(path);
    open_database(&of);
    if (of.fits)
        find_table(&of, name);
    if (of.fits)
        find_geometry(&of);
    mintu_status status = of.fits ? read_table(&of, error) : MINTU_STATUS_OK;
    if (of.fits && status == MINTU_STATUS_OK)
        status = mintu_file_state_check(before, mintu_file_state_named(path), path, doing, error);
    sqlite3_close(of.database);
    mintu_queries_end(&of.queries);
    mintu_shape_free(&of.shape);
    free(of.table);
    free(of.geometry);
    *out = of.layer;
    mintu_status ended = of.fits ? status : MINTU_STATUS_CANCELLED;
    ended = mintu_layer_end(ended, out); /* takes away what does not fit */
    return of.fits ? ended : status;
}
