#define _POSIX_C_SOURCE 200809L
#include "reverse/reverse_columns.h"
#include "base/ascii.h"
#include "base/error.h"
#include "base/utf8.h"
#include "format/csv.h"
#include "format/csv_field.h"

#include <stdio.h>
#include <string.h>

/* Names in use, the surest first. */
static const char *const lon_names[] = {"lon", "lng", "long", "longitude", "经度", "經度", "x", NULL};
static const char *const lat_names[] = {"lat", "latitude", "纬度", "緯度", "y", NULL};

static const char *const results[] = {"county",        "county_code", "prefecture", "township",
                                      "township_code", "distance_m",  "status"};

static const char *field(const mintu_record *record, size_t index)
{
    return record->text + record->starts[index];
}

static size_t find(const mintu_record *header, const char *name)
{
    for (size_t i = 0; i < header->count; i++)
        if (mintu_ascii_compare(field(header, i), name) == 0)
            return i;
    return MINTU_COLUMN_NONE;
}

static mintu_status fail_missing(const mintu_record *header, mintu_where where, const char *wanted, mintu_error *error)
{
    enum { SHOWN = 200 };
    mintu_buffer list = {0};
    mintu_buffer_text(&list, "");
    for (size_t i = 0; i < header->count && list.size < SHOWN; i++)
        if (field(header, i)[0])
            mintu_buffer_format(&list, "%s%s", list.size ? ", " : "", field(header, i));
    for (size_t i = 0; i < list.size && !list.failed; i++)
        list.data[i] = (char)((unsigned char)list.data[i] < ' ' || list.data[i] == 127 ? '?' : list.data[i]);
    size_t shown = list.size > SHOWN ? mintu_utf8_cut(list.data, SHOWN) : list.size;
    mintu_status status =
        list.failed ? mintu_fail_memory(error, "reading points")
                    : mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                                    "reading points: no column is %s; expected one of the %zu: %.*s%s; name the column of each",
                                    wanted, header->count, (int)shown, list.data, shown < list.size ? "…" : "");
    mintu_buffer_free(&list);
    return status;
}

/* The column of an option, or else the first of the usual names. */
static mintu_status find_one(const mintu_record *header, mintu_where where, const char *option, const char *const *names,
                             mintu_error *error, size_t *out)
{
    enum { SHOWN = 100 };
    char wanted[SHOWN + 28];
    const char *const asked[] = {option, NULL};
    *out = MINTU_COLUMN_NONE;
    for (const char *const *name = option ? asked : names; *name && *out == MINTU_COLUMN_NONE; name++)
        *out = find(header, *name);
    if (*out != MINTU_COLUMN_NONE)
        return MINTU_STATUS_OK;
    if (option)
        snprintf(wanted, sizeof wanted, "\"%.*s\"",
                 (int)mintu_utf8_cut(option, strlen(option) > SHOWN ? SHOWN : strlen(option)), option);
    else
        snprintf(wanted, sizeof wanted, "%s",
                 names == lon_names ? "the longitude (lon, lng, longitude, x)" : "the latitude (lat, latitude, y)");
    return fail_missing(header, where, wanted, error);
}

mintu_status mintu_columns_find(const mintu_record *header, const char *path, const mintu_reverse_options *options,
                                mintu_error *error, mintu_columns *out)
{
    mintu_where where = {path, header->line, 1};
    *out = (mintu_columns){header->count, MINTU_COLUMN_NONE, MINTU_COLUMN_NONE, MINTU_COLUMN_NONE};
    mintu_status status = find_one(header, where, options->lon_field, lon_names, error, &out->lon);
    if (status == MINTU_STATUS_OK)
        status = find_one(header, where, options->lat_field, lat_names, error, &out->lat);
    if (status == MINTU_STATUS_OK && options->name_field)
        status = find_one(header, where, options->name_field, NULL, error, &out->name);
    if (status == MINTU_STATUS_OK && out->lon == out->lat)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                               "reading points: longitude and latitude are the same column; expected two");
    return status;
}

void mintu_columns_header(const mintu_record *header, mintu_buffer *line)
{
    for (size_t i = 0; i < header->count; i++)
        mintu_csv_cell(i, field(header, i), line);
    for (size_t i = 0; i < sizeof results / sizeof results[0]; i++)
        mintu_buffer_format(line, ",%s%s", find(header, results[i]) == MINTU_COLUMN_NONE ? "" : "reverse_", results[i]);
    mintu_buffer_text(line, "\n");
}
