/* A layer as a new table of a PostGIS database, in one transaction: the table is there whole, or all is as it was. */
#include "base/argument.h"
#include "base/array.h"
#include "base/context.h"
#include "base/error.h"
#include "gdal/database.h"
#include "gdal/layer_target.h"
#include "gdal/ogr.h"
#include "gdal/ogr_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("writing a table");

enum { NAME_MOST = 63, TEXT = 256 }; /* bytes of a name in PostgreSQL */

/* What the driver would otherwise take from the environment. */
static const mintu_setting settings[] = {
    {"PG_USE_COPY", "YES"}, {"PG_USE_POSTGIS", "YES"}, {"PG_USE_TEXT", "YES"}, {"PG_USE_BASE64", "NO"}, {"OGR_TRUNCATE", "NO"}};

typedef struct table {
    GDALDatasetH dataset;
    const char *connection, *shown;
    mintu_layer layer; /* what is written, under the table's name; shares all with the layer */
    const mintu_column *given;
    mintu_column *columns; /* the layer's own, but for real numbers: as texts */
    mintu_text_store texts;
    char *schema, *name;
    bool replace;
    char failure[TEXT]; /* what was heard first */
} table;

/* The driver goes on after a failure; the first one is kept. */
static void CPL_STDCALL hear(CPLErr level, CPLErrorNum number, const char *text)
{
    char *first = CPLGetErrorHandlerUserData();
    (void)number;
    if (level >= CE_Failure && !first[0])
        snprintf(first, TEXT, "%s", text[0] ? text : mintu_message("the driver does not say why"));
}

static mintu_status fail(const table *to, const char *what, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = to->shown},
                         "%s: %s; all is as it was, and the table was not written", mintu_message(doing), mintu_message(what));
}

static mintu_status fail_heard(const table *to, mintu_error *error)
{
    return fail(to, to->failure[0] ? to->failure : mintu_message("the driver does not say why it failed"), error);
}

static void add_quoted(mintu_buffer *sql, const char *text, char quote)
{
    mintu_buffer_add(sql, &quote, 1);
    for (; *text; text++) {
        if (*text == quote)
            mintu_buffer_add(sql, text, 1);
        mintu_buffer_add(sql, text, 1);
    }
    mintu_buffer_add(sql, &quote, 1);
}

/* Runs a statement (GDAL takes a SELECT for one only with a FROM); its first value on the heap goes to @p value (may be NULL), NULL when there is none. False when it fails. */
static bool run(const table *to, const char *sql, char **value)
{
    OGRLayerH rows = GDALDatasetExecuteSQL(to->dataset, sql, NULL, NULL);
    OGRFeatureH row = rows ? OGR_L_GetNextFeature(rows) : NULL;
    if (value)
        *value = row && OGR_F_GetFieldCount(row) > 0 && OGR_F_IsFieldSetAndNotNull(row, 0)
                     ? mintu_text_copy(OGR_F_GetFieldAsString(row, 0))
                     : NULL;
    OGR_F_Destroy(row);
    if (rows)
        GDALDatasetReleaseResultSet(to->dataset, rows);
    return !to->failure[0];
}

/* "SQL" with the table's name behind, as an identifier. */
static bool run_on_table(const table *to, const char *sql, char **value)
{
    mintu_buffer text = {0};
    mintu_buffer_text(&text, sql);
    add_quoted(&text, to->schema, '"');
    mintu_buffer_text(&text, ".");
    add_quoted(&text, to->name, '"');
    bool good = !text.failed && run(to, text.data, value);
    mintu_buffer_free(&text);
    return good;
}

/* Whether a relation of that name is there, of whatever kind. */
static bool find_relation(const table *to, bool *found)
{
    char *value = NULL;
    mintu_buffer text = {0};
    mintu_buffer_text(&text,
                      "SELECT 1 AS found FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ");
    add_quoted(&text, to->schema, '\'');
    mintu_buffer_text(&text, " AND c.relname = ");
    add_quoted(&text, to->name, '\'');
    bool good = !text.failed && run(to, text.data, &value);
    mintu_buffer_free(&text);
    *found = value;
    free(value);
    return good;
}

/* "schema.table", or a table in the schema that new ones go to. */
static mintu_status find_name(table *to, const char *name, mintu_error *error)
{
    const char *dot = strchr(name, '.');
    to->name = mintu_text_copy(dot ? dot + 1 : name);
    if (dot)
        to->schema = mintu_text_copy_n(name, (size_t)(dot - name));
    else if (!run(to, "SELECT CAST(current_schema() AS text) AS found FROM pg_database LIMIT 1", &to->schema))
        return fail_heard(to, error);
    if (!to->name || (dot && !to->schema))
        return mintu_fail_memory(error, doing);
    if (!to->schema || !to->schema[0] || !to->name[0])
        return fail(to, N_("there is no schema for it; name it as schema.table"), error);
    for (size_t i = 0; i <= to->layer.field_count; i++) {
        const char *one = i < to->layer.field_count ? to->layer.fields[i].name : to->name;
        if (strlen(one) > NAME_MOST || !one[0])
            return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = to->shown},
                                 "%s: the name \"%s\" has %zu bytes, and PostgreSQL takes 1 to %d; rename it",
                                 mintu_message(doing), one, strlen(one), NAME_MOST);
    }
    to->layer.name = to->name;
    return MINTU_STATUS_OK;
}

static mintu_status check_database(const table *to, mintu_error *error)
{
    char *value = NULL;
    bool needed = mintu_layer_geometry_type(&to->layer) != MINTU_GEOMETRY_TYPE_NONE;
    if (!run(to, "SELECT CAST(extname AS text) AS found FROM pg_extension WHERE extname = 'postgis'", &value))
        return fail_heard(to, error);
    bool there = value;
    free(value);
    return there || !needed ? MINTU_STATUS_OK
                            : fail(to, "the database has no PostGIS; run CREATE EXTENSION postgis in it first", error);
}

/* Not CASCADE: a view that shows the table keeps it. */
static mintu_status make_room(const table *to, mintu_error *error)
{
    bool found;
    char text[TEXT];
    if (!find_relation(to, &found))
        return fail_heard(to, error);
    if (found && !to->replace) {
        snprintf(text, sizeof text, mintu_message("there is a table %.80s.%.80s already; name another, or force it"),
                 to->schema, to->name);
        return fail(to, text, error);
    }
    return !found || run_on_table(to, "DROP TABLE ", NULL) ? MINTU_STATUS_OK : fail_heard(to, error);
}

static bool has_zone(const char *time)
{
    size_t size = strlen(time);
    return size > 0 && (time[size - 1] == 'Z' || (size > 6 && strchr("+-", time[size - 6]) && time[size - 3] == ':'));
}

static bool is_without_zones(const mintu_layer *layer, size_t field)
{
    for (size_t row = 0; row < layer->count; row++)
        if (layer->fields[field].cells[row].kind == MINTU_CELL_TEXT && has_zone(layer->fields[field].cells[row].text))
            return false;
    return true;
}

/* The option that gives a column its type has no words for some names. */
static bool is_exact(const mintu_column *column)
{
    return column->type == MINTU_FIELD_TYPE_REAL && !strpbrk(column->name, ",=");
}

static void add_type(const char *name, const char *type, mintu_buffer *out)
{
    mintu_buffer_format(out, "%s%s=%s", out->failed || out->data[out->size - 1] == '=' ? "" : ",", name, type);
}

/* Times without a zone get none: the driver would give them the server's. Real numbers come as texts (make_exact()). */
static void add_types(const table *to, const mintu_layer *layer, mintu_buffer *out)
{
    mintu_buffer_text(out, "COLUMN_TYPES=");
    for (size_t i = 0; i < layer->field_count; i++) {
        const char *name = layer->fields[i].name;
        if (is_exact(&to->given[i]))
            add_type(name, "float8", out);
        else if (layer->fields[i].type == MINTU_FIELD_TYPE_DATETIME && !strpbrk(name, ",=") && is_without_zones(layer, i))
            add_type(name, "timestamp", out);
    }
}

static bool make_texts(table *to, const mintu_layer *layer, size_t field)
{
    mintu_cell *cells = to->columns[field].cells = calloc(layer->count + 1, sizeof *cells);
    for (size_t row = 0; cells && row < layer->count; row++) {
        const char *text = mintu_layer_text(layer, row, field);
        if (layer->fields[field].cells[row].kind <= MINTU_CELL_NULL)
            continue;
        cells[row] = (mintu_cell){.kind = MINTU_CELL_TEXT, .text = mintu_text_store_add(&to->texts, text, strlen(text))};
        if (!cells[row].text)
            return false;
    }
    to->columns[field].type = MINTU_FIELD_TYPE_TEXT;
    return cells;
}

/* The driver writes 15 digits of a real number, and a text as it is. */
static mintu_status make_exact(table *to, const mintu_layer *layer, mintu_error *error)
{
    bool good = (to->columns = calloc(layer->field_count + 1, sizeof *to->columns));
    to->layer = *layer;
    to->given = layer->fields;
    for (size_t i = 0; i < layer->field_count && good; i++) {
        to->columns[i] = layer->fields[i];
        if (is_exact(&layer->fields[i]))
            good = make_texts(to, layer, i);
    }
    to->layer.fields = to->columns;
    return good ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
}

static void free_table(table *to)
{
    for (size_t i = 0; to->columns && i < to->layer.field_count; i++)
        if (to->columns[i].cells != to->given[i].cells)
            free(to->columns[i].cells);
    free(to->columns);
    mintu_text_store_free(&to->texts);
    free(to->schema);
    free(to->name);
}

static OGRLayerH make_table(const table *to)
{
    mintu_buffer types = {0}, schema = {0};
    add_types(to, &to->layer, &types);
    mintu_buffer_format(&schema, "SCHEMA=%s", to->schema);
    const char *const options[] = {mintu_ogr_key_option(&to->layer),
                                   mintu_ogr_geometry_option(&to->layer),
                                   "LAUNDER=NO",
                                   "EXTRACT_SCHEMA_FROM_LAYER_NAME=NO",
                                   "OVERWRITE=NO",
                                   schema.data,
                                   types.data,
                                   NULL};
    OGRLayerH out = types.failed || schema.failed ? NULL : mintu_ogr_layer(to->dataset, &to->layer, options);
    mintu_buffer_free(&types);
    mintu_buffer_free(&schema);
    return out;
}

static mintu_status fill_table(const table *to, mintu_error *error)
{
    char *count = NULL;
    OGRLayerH out = make_table(to);
    if (!out || !mintu_ogr_rows(out, &to->layer) || !run_on_table(to, "SELECT count(*) AS found FROM ", &count) ||
        to->failure[0]) {
        free(count);
        return fail_heard(to, error);
    }
    bool whole = count && strtoull(count, NULL, 10) == to->layer.count;
    free(count);
    return whole ? MINTU_STATUS_OK : fail(to, N_("read again, the table has not all rows"), error);
}

static mintu_status write_table(table *to, const char *name, mintu_error *error)
{
    if (GDALDatasetStartTransaction(to->dataset, 0) != OGRERR_NONE)
        return fail_heard(to, error);
    mintu_status status = find_name(to, name, error);
    if (status == MINTU_STATUS_OK)
        status = check_database(to, error);
    if (status == MINTU_STATUS_OK)
        status = make_room(to, error);
    if (status == MINTU_STATUS_OK)
        status = fill_table(to, error);
    if (status == MINTU_STATUS_OK && (GDALDatasetCommitTransaction(to->dataset) != OGRERR_NONE || to->failure[0]))
        status = fail_heard(to, error);
    if (status != MINTU_STATUS_OK)
        GDALDatasetRollbackTransaction(to->dataset);
    return status;
}

static mintu_status open_and_write(table *to, const char *name, mintu_error *error)
{
    mintu_status status = mintu_database_open(to->connection, to->shown, true, error, &to->dataset);
    if (status != MINTU_STATUS_OK)
        return status;
    char **before = mintu_settings_begin(settings, sizeof settings / sizeof *settings);
    CPLPushErrorHandlerEx(hear, to->failure);
    status = write_table(to, name, error);
    GDALClose(to->dataset);
    CPLPopErrorHandler();
    mintu_settings_end(before);
    return status;
}

mintu_status mintu_layer_write_database(mintu_context *context, const mintu_layer *layer, const char *connection,
                                        const char *name, const mintu_write_options *options, mintu_error *error)
{
    if (MINTU_GIVEN(error, context, layer, connection) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    const mintu_write_options none = {0};
    char *shown = mintu_database_shown(connection);
    mintu_layer_target target = {0};
    table to = {.connection = connection, .shown = shown, .replace = options && options->force};
    mintu_status status = shown ? mintu_context_step(context, 0, doing, error) : mintu_fail_memory(error, doing);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_target_open(context, layer, shown, options ? options : &none, error, &target);
    if (status == MINTU_STATUS_OK)
        status = make_exact(&to, target.layer, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_gdal_begin(doing, error);
    if (status == MINTU_STATUS_OK) {
        status = open_and_write(&to, name ? name : layer->name, error);
        mintu_gdal_end();
    }
    free_table(&to);
    mintu_layer_target_close(&target);
    free(shown);
    return status;
}
