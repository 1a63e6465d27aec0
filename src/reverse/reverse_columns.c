#define _POSIX_C_SOURCE 200809L
#include "reverse/reverse_columns.h"
#include "base/ascii.h"
#include "base/error.h"
#include "base/utf8.h"
#include "table/position_names.h"

#include <stdio.h>
#include <string.h>

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
                                    mintu_message(wanted), header->count, (int)shown, list.data, shown < list.size ? "…" : "");
    mintu_buffer_free(&list);
    return status;
}

/* The column that an option names. */
static mintu_status find_named(const mintu_record *header, mintu_where where, const char *option, mintu_error *error,
                               size_t *out)
{
    enum { SHOWN = 100 };
    char wanted[SHOWN + 28];
    *out = find(header, option);
    if (*out != MINTU_COLUMN_NONE)
        return MINTU_STATUS_OK;
    snprintf(wanted, sizeof wanted, "\"%.*s\"", (int)mintu_utf8_cut(option, strlen(option) > SHOWN ? SHOWN : strlen(option)),
             option);
    return fail_missing(header, where, wanted, error);
}

static const char *name_of(const void *header, size_t column)
{
    return field(header, column);
}

/* The columns of options, or else of the usual names. */
static mintu_status find_positions(const mintu_record *header, mintu_where where, const mintu_reverse_options *options,
                                   mintu_error *error, mintu_columns *out)
{
    mintu_position_columns usual = mintu_position_columns_find(header, header->count, name_of);
    out->lon = usual.lon;
    out->lat = usual.lat;
    mintu_status status =
        options->lon_field ? find_named(header, where, options->lon_field, error, &out->lon) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK && options->lat_field)
        status = find_named(header, where, options->lat_field, error, &out->lat);
    if (status == MINTU_STATUS_OK && out->lon == MINTU_COLUMN_NONE)
        status = fail_missing(
            header, where, usual.many ? N_("the only longitude") : N_("the longitude (lon, lng, longitude, 经度, x)"), error);
    if (status == MINTU_STATUS_OK && out->lat == MINTU_COLUMN_NONE)
        status = fail_missing(header, where, usual.many ? N_("the only latitude") : N_("the latitude (lat, latitude, 纬度, y)"),
                              error);
    return status;
}

mintu_status mintu_columns_find(const mintu_record *header, const char *path, const mintu_reverse_options *options,
                                mintu_error *error, mintu_columns *out)
{
    mintu_where where = {path, header->line, 1};
    *out = (mintu_columns){header->count, MINTU_COLUMN_NONE, MINTU_COLUMN_NONE, MINTU_COLUMN_NONE};
    mintu_status status = find_positions(header, where, options, error, out);
    if (status == MINTU_STATUS_OK && options->name_field)
        status = find_named(header, where, options->name_field, error, &out->name);
    if (status == MINTU_STATUS_OK && out->lon == out->lat)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                               "reading points: longitude and latitude are the same column; expected two");
    return status;
}
