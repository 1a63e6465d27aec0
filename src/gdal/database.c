#include "gdal/database.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/error.h"
#include "gdal/driver.h"

#include <stdlib.h>
#include <string.h>

static const char PREFIX[] = "PG:";
static const char SEPARATORS[] = " \t\r\n='\"\\:@/?&,;";

static bool is_listed(const char *word, size_t size, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (strlen(words[i]) == size && mintu_ascii_compare_n(word, words[i], size) == 0)
            return true;
    return false;
}

static bool is_shown_key(const char *key, size_t size)
{
    static const char *const keys[] = {"dbname", "host", "port", "user", "service", "schemas", "active_schema", "tables", NULL};
    return is_listed(key, size, keys);
}

/* A value may be a connection in itself, with a password: only plain words are shown. */
static bool is_plain(const char *value, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (!mintu_ascii_is_alnum(value[i]) && (unsigned char)value[i] < 0x80 && !strchr("_-./", value[i]))
            return false;
    return size > 0;
}

/* Length of a value, with its quotes. */
static size_t value_size(const char *value)
{
    size_t size = 0;
    if (value[0] != '\'')
        return strcspn(value, " \t\r\n");
    for (size = 1; value[size] && value[size] != '\''; size++)
        size += value[size] == '\\' && value[size + 1];
    return size + (value[size] == '\'');
}

char *mintu_database_shown(const char *connection)
{
    mintu_buffer out = {0};
    const char *at = connection + sizeof PREFIX - 1;
    mintu_buffer_text(&out, PREFIX);
    for (at += strspn(at, " \t\r\n"); *at && !strstr(connection, "://"); at += strspn(at, " \t\r\n")) {
        size_t key = strcspn(at, "= \t\r\n");
        const char *value = at + key + strspn(at + key, " \t\r\n");
        if (*value != '=')
            break;
        value += 1 + strspn(value + 1, " \t\r\n");
        size_t size = value_size(value), quoted = value[0] == '\'';
        if (quoted && (size < 2 || value[size - 1] != '\'')) /* the quote does not end */
            break;
        if (is_shown_key(at, key) && is_plain(value + quoted, size - 2 * quoted))
            mintu_buffer_format(&out, "%s%.*s=%.*s", out.size > sizeof PREFIX - 1 ? " " : "", (int)key, at,
                                (int)(size - 2 * quoted), value + quoted);
        at = value + size;
    }
    if (!out.failed && out.size == sizeof PREFIX - 1)
        mintu_buffer_text(&out, "…");
    if (out.failed)
        mintu_buffer_free(&out);
    return out.data;
}

static bool holds(const char *text, const char *word, size_t size)
{
    for (; *text; text++)
        if (strncmp(text, word, size) == 0)
            return true;
    return false;
}

/* libpq shows what it does not understand of a connection. */
const char *mintu_database_text(const char *connection, const char *shown)
{
    static const char *const parsing[] = {"connection info string", "connection option", "URI", NULL};
    const char *text = mintu_gdal_text();
    bool safe = true;
    for (size_t i = 0; parsing[i] && safe; i++)
        safe = !strstr(text, parsing[i]);
    for (const char *at = connection + sizeof PREFIX - 1; *at && safe;) {
        size_t size = strcspn(at, SEPARATORS);
        bool key = at[size + strspn(at + size, " \t\r\n")] == '=';
        safe = size == 0 || key || holds(shown, at, size) || !holds(text, at, size);
        at += size + (at[size] != '\0');
    }
    return safe ? text
                : mintu_message(
                      "the connection is not understood, or refused; its text is not shown, for it may hold a password");
}

mintu_status mintu_database_open(const char *connection, const char *shown, bool update, mintu_error *error, GDALDatasetH *out)
{
    static const char *const names[] = {"PostgreSQL", NULL};
    const mintu_where where = {.source = shown};
    *out = NULL;
    if (!mintu_driver_database())
        return mintu_fail_at(error, MINTU_STATUS_USAGE, where,
                             "opening a database: GDAL was built without its driver; use a file");
    mintu_gdal_forget();
    *out = GDALOpenEx(connection, GDAL_OF_VECTOR | (unsigned)(update ? GDAL_OF_UPDATE : GDAL_OF_READONLY), names, NULL, NULL);
    return *out ? MINTU_STATUS_OK
                : mintu_fail_at(error, update ? MINTU_STATUS_OUTPUT : MINTU_STATUS_INPUT, where,
                                "opening a database: %s; expected for example PG:dbname=gis host=localhost, and a password in "
                                "~/.pgpass",
                                mintu_database_text(connection, shown));
}
