#include "gdal/view_check.h"

#include "base/ascii.h"
#include "base/message.h"

#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading a layer");

static mintu_status fail_names(const mintu_source *source, mintu_error *error, const char *what)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                         "%s: %s, and no file may lead to others; name the file that holds the data, or save it anew, for "
                         "example with ogr2ogr as GeoPackage",
                         mintu_message(doing), mintu_message(what));
}

/* What is looked at of a file's beginning. */
enum { HEAD = 1 << 20 };

static mintu_status check_table(const mintu_source *source, mintu_error *error)
{
    static const char *const words[] = {"isseamless", "create view", "open table"};
    char *text = calloc(1, HEAD + 1);
    size_t size = text ? mintu_gdal_head(source->opened, text, HEAD) : 0;
    for (size_t i = 0; i < size; i++)
        if (!text[i])
            text[i] = ' ';     /* a word may be parted by NULs, too */
    bool names = size == HEAD; /* the table is a short text, its rows are in files beside it */
    for (size_t at = 0; at < size && !names; at++)
        for (size_t i = 0; i < sizeof words / sizeof *words && !names; i++)
            names = mintu_ascii_compare_n(text + at, words[i], strlen(words[i])) == 0;
    free(text);
    return names ? fail_names(source, error, N_("the MapInfo table is a view or seamless and shows others")) : MINTU_STATUS_OK;
}

mintu_status mintu_view_check_file(const mintu_source *source, mintu_error *error)
{
    return mintu_ascii_compare(CPLGetExtension(source->opened), "tab") == 0 ? check_table(source, error) : MINTU_STATUS_OK;
}

/* Takes the next word of SQL when it is one of the list, without comments or quotes, which could hide another. */
static bool take_word(const char **sql, const char *const *words)
{
    size_t size = strspn(*sql, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    for (; *words; words++)
        if (strlen(*words) == size && mintu_ascii_compare_n(*sql, *words, size) == 0) {
            *sql += size;
            *sql += strspn(*sql, " \t\r\n");
            return true;
        }
    return false;
}

/* Takes a table's name: in quotes, none of them inside, or up to the next space. */
static bool take_name(const char **sql)
{
    bool quoted = **sql == '"';
    size_t size = strcspn(*sql + quoted, quoted ? "\"" : " \t\r\n\"'`[(/-");
    *sql += size + (quoted ? 2U : 0);
    size_t space = size ? strspn(*sql, " \t\r\n") : 0;
    *sql += space;
    return space > 0;
}

/* True for what holds its rows in the database itself. */
static bool is_own(const char *sql)
{
    static const char *const create[] = {"create", NULL}, *const plain[] = {"table",  "view",    "index",
                                                                            "unique", "trigger", NULL},
                             *const is_virtual[] = {"virtual", NULL}, *const table[] = {"table", NULL},
                             *const using[] = {"using", NULL}, *const modules[] = {"rtree", "rtree_i32", "fts3",
                                                                                   "fts4",  "fts5",      NULL};
    if (!take_word(&sql, create))
        return false;
    return take_word(&sql, plain) || (take_word(&sql, is_virtual) && take_word(&sql, table) && take_name(&sql) &&
                                      take_word(&sql, using) && take_word(&sql, modules));
}

/* True when every text that the query gives passes. */
static bool all_pass(GDALDatasetH dataset, const char *query, bool pass(const char *text))
{
    OGRLayerH rows = GDALDatasetExecuteSQL(dataset, query, NULL, NULL);
    bool good = true;
    OGRFeatureH row;
    while (rows && (row = OGR_L_GetNextFeature(rows))) {
        good = good && pass(OGR_F_GetFieldAsString(row, 0));
        OGR_F_Destroy(row);
    }
    if (rows)
        GDALDatasetReleaseResultSet(dataset, rows);
    CPLErrorReset();
    return good;
}

mintu_status mintu_view_check(const mintu_source *source, mintu_error *error)
{
    if (strcmp(source->driver, "GPKG") != 0)
        return MINTU_STATUS_OK;
    if (!all_pass(source->dataset, "SELECT sql FROM sqlite_master WHERE sql LIKE '%virtual%'", is_own))
        return fail_names(source, error, N_("the GeoPackage has a virtual table, which may show any file"));
    return MINTU_STATUS_OK;
}
