#define _GNU_SOURCE /* S_ISSOCK() */
#include "gdal/source_find.h"

#include "base/ascii.h"
#include "base/file.h"
#include "base/message.h"
#include "base/path_beneath.h"
#include "base/utf8.h"
#include "format/json.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const char doing[] = N_("reading a layer");

/* What comes through a pipe, or is converted, is kept in memory whole. */
#define STREAM_BYTES_MOST MINTU_MEBIBYTES(1024)
#define JSON_BYTES_MOST   MINTU_MEBIBYTES(4096)

static bool ends_with(const char *path, const char *const *endings)
{
    const char *ending = mintu_path_ending(path);
    for (size_t i = 0; endings[i]; i++)
        if (mintu_ascii_compare(endings[i], ending) == 0)
            return true;
    return false;
}

static bool is_csv(const char *path)
{
    static const char *const endings[] = {"csv", "tsv", NULL};
    return ends_with(path, endings);
}

/* By how it begins, whatever it is called, unless it is called a table. What is called JSON and is a text, but no XML, is to be JSON:
 * it is then told why it is none. */
static bool is_json(const char *path, const char *head, size_t size)
{
    static const char *const endings[] = {"geojson", "json", "geojsonl", "geojsons", "ndjson", "topojson", NULL};
    size_t at = mintu_json_mark(head, size);
    while (at < size && strchr(" \t\r\n", head[at]) && head[at])
        at++;
    if (is_csv(path))
        return false;
    size_t inside = at + 1;
    while (inside < size && strchr(" \t\r\n", head[inside]) && head[inside])
        inside++;
    if (at < size && (head[at] == '{' || head[at] == '\x1E' || (head[at] == '[' && inside < size && head[inside] == '{')))
        return true;
    bool wide = size >= 2 && (memcmp(head, "\xFF\xFE", 2) == 0 || memcmp(head, "\xFE\xFF", 2) == 0);
    return ends_with(path, endings) && (at == size || head[at] != '<') && (wide || !memchr(head, '\0', size));
}

enum { HEAD = 4096 };

static size_t read_head(const char *path, char head[HEAD])
{
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(head, 1, HEAD, file) : 0;
    if (file)
        fclose(file);
    return size;
}

/* GDAL takes every table for UTF-8, and a NUL for the end of a value. */
static mintu_status decode_table(mintu_source *source, mintu_error *error)
{
    return mintu_decode(source->path, doing, &source->content, error, &source->decoding);
}

static mintu_status read_content(mintu_source *source, size_t most, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    if (!source->content.data) /* else whoever opened the stream has read it */
        status = mintu_file_read(source->path, doing, (mintu_file_bounds){most, true}, error, &source->content);
    if (status == MINTU_STATUS_OK)
        source->json = is_json(source->path, source->content.data, source->content.size < HEAD ? source->content.size : HEAD);
    return status;
}

/* A text that is neither JSON nor XML is a table, where nothing in the name says what it is. */
static bool is_table(const mintu_source *source)
{
    const mintu_buffer *content = &source->content;
    size_t head = content->size < HEAD ? content->size : HEAD, at = mintu_json_mark(content->data, head);
    bool wide = head >= 2 && (memcmp(content->data, "\xFF\xFE", 2) == 0 || memcmp(content->data, "\xFE\xFF", 2) == 0);
    while (at < head && strchr(" \t\r\n", content->data[at]) && content->data[at])
        at++;
    return head > 0 && !mintu_path_ending(source->path)[0] && (wide || !memchr(content->data, '\0', head)) &&
           (at == head || content->data[at] != '<') && memcmp(content->data, "PK\3\4", head < 4 ? head : 4) != 0;
}

static mintu_status read_stream(mintu_source *source, mintu_error *error)
{
    mintu_status status = read_content(source, STREAM_BYTES_MOST, error);
    source->table = status == MINTU_STATUS_OK && !source->json && (is_csv(source->path) || is_table(source));
    return status;
}

mintu_status mintu_source_decode_table(mintu_source *source, mintu_error *error)
{
    mintu_status status = source->content.data ? MINTU_STATUS_OK : read_content(source, STREAM_BYTES_MOST, error);
    if (status != MINTU_STATUS_OK)
        return status;
    return mintu_decode_is_plain(source->content.data, source->content.size) ? status : decode_table(source, error);
}

/* A .txt is a table when its first line has a delimiter, and is not what others than tables begin with. */
static bool is_delimited(const char *path, const char *head, size_t size)
{
    static const char *const endings[] = {"txt", NULL};
    bool text = ends_with(path, endings) && size > 0 && !memchr(head, '\0', size) && !strchr("{[<", head[0]);
    for (size_t at = 0; text && at < size && head[at] != '\n'; at++)
        if (strchr("\t,;|", head[at]))
            return true;
    return false;
}

static mintu_status check_regular(const mintu_source *source, const struct stat *there, mintu_error *error)
{
    const mintu_where where = {.source = source->path};
    bool folder = S_ISDIR(there->st_mode);
    if (folder && mintu_ascii_compare(mintu_path_ending(source->path), "gdb") != 0)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "%s: it is a folder, and only a geodatabase (.gdb) is one; name a file in it",
                             mintu_message(doing));
    if (!folder && !S_ISREG(there->st_mode))
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where, "%s: it is a device; name a file or a pipe",
                             mintu_message(doing));
    mintu_status status = mintu_path_check_siblings(NULL, source->path, doing, error);
    if (status == MINTU_STATUS_OK && !folder && there->st_size == 0)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "%s: the file is empty; expected GeoJSON, GeoPackage, CSV, Shapefile or another vector file",
                             mintu_message(doing));
    return status;
}

mintu_status mintu_source_find(mintu_source *source, mintu_error *error)
{
    struct stat there;
    char head[HEAD];
    if (strcmp(source->path, "-") == 0 || source->content.data)
        return read_stream(source, error);
    bool found = mintu_ascii_compare_n(source->path, "/vsi", 4) != 0 && stat(source->path, &there) == 0;
    if (!found && mintu_path_is_text(source->path))
        return mintu_fail(error, MINTU_STATUS_INPUT, "%s: %s", mintu_message(doing), mintu_message(MINTU_PATH_IS_TEXT));
    if (!found)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                             "%s: there is no such file, or it cannot be read; check the name and its permissions",
                             mintu_message(doing));
    if (S_ISFIFO(there.st_mode) || S_ISSOCK(there.st_mode))
        return read_stream(source, error);
    mintu_status status = check_regular(source, &there, error);
    if (status != MINTU_STATUS_OK || !S_ISREG(there.st_mode))
        return status;
    source->table = is_csv(source->path);
    if (source->table)
        return status;
    size_t size = read_head(source->path, head);
    source->table = is_delimited(source->path, head, size);
    if (source->table)
        return status;
    return is_json(source->path, head, size) ? read_content(source, JSON_BYTES_MOST, error) : status;
}

mintu_status mintu_source_decode(mintu_source *source, mintu_error *error)
{
    mintu_buffer *text = &source->content;
    return mintu_utf8_valid(text->data, text->size, NULL) ? MINTU_STATUS_OK
                                                          : mintu_decode(source->path, doing, text, error, &source->decoding);
}
