#include "amend/point_file.h"

#include "amend/unmatched.h"
#include "base/array.h"
#include "base/message.h"
#include "table/degrees.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("reading positions");

static const char *head_of(const void *table, size_t column)
{
    return mintu_sheet_name(table, column);
}

/* The columns that @p field names, joined by commas; false when one is not there. */
static bool find_listed(mintu_point_file *file, const char *field)
{
    enum { NAMES = sizeof file->names / sizeof *file->names };
    char name[256];
    for (file->name_count = 0; file->name_count < NAMES; field++) {
        size_t size = strcspn(field, ","), kept = size < sizeof name ? size : sizeof name - 1;
        memcpy(name, field, kept);
        name[kept] = '\0';
        size_t column = mintu_sheet_find(&file->sheet, name);
        if (column == SIZE_MAX)
            return false;
        file->names[file->name_count++] = column;
        field += size;
        if (!*field)
            return true;
    }
    return false;
}

static mintu_status find_columns(mintu_point_file *file, const char *path, const char *field, mintu_error *error)
{
    const mintu_heads heads = {file->sheet.columns, head_of, &file->sheet};
    mintu_buffer usual = {0};
    mintu_list_heads(&heads, file->columns);
    mintu_list_field(&heads, file->columns, &usual);
    bool good = !usual.failed && find_listed(file, field ? field : usual.data);
    mintu_status status = usual.failed ? mintu_fail_memory(error, DOING) : MINTU_STATUS_OK;
    mintu_buffer_free(&usual);
    file->positions = mintu_position_columns_find(&file->sheet, file->sheet.columns, head_of);
    if (status == MINTU_STATUS_OK && !good)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                               "%s: no column has the names or codes of units (%s); say which one holds the names",
                               mintu_message(DOING), field ? field : "县区, 乡镇, 名称, 代码, name");
    if (status == MINTU_STATUS_OK && !file->sheet.layer && file->positions.lon == MINTU_POSITION_NONE)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                               "%s: no columns have the coordinates; expected %s; name them so", mintu_message(DOING),
                               MINTU_POSITION_NAMES);
    return status;
}

mintu_amend_spot mintu_point_file_spot(const mintu_point_file *file, size_t row)
{
    return (mintu_amend_spot){mintu_sheet_line(&file->sheet, row), row + 1};
}

const char *mintu_point_file_text(const mintu_point_file *file, size_t row, mintu_list_head head)
{
    return file->columns[head] == SIZE_MAX ? "" : mintu_sheet_text(&file->sheet, row, file->columns[head]);
}

static void read_name(const mintu_point_file *file, size_t row, mintu_buffer *out)
{
    mintu_buffer_clear(out);
    mintu_buffer_text(out, "");
    for (size_t i = 0; i < file->name_count; i++) {
        const char *text = mintu_sheet_text(&file->sheet, row, file->names[i]);
        mintu_buffer_text(out, text[0] && out->size ? "," : "");
        mintu_buffer_text(out, text);
    }
}

/* Degrees of a cell; one that says the latitude where the longitude is expected is read, too, as its row may be turned. */
static bool read_degrees(const mintu_point_file *file, size_t row, size_t column, bool longitude, double *out)
{
    const char *text = mintu_sheet_text(&file->sheet, row, column);
    return mintu_degrees_read(text, longitude, out) || mintu_degrees_read(text, !longitude, out);
}

/* The row's point, by its geometry or its columns. False when it has none. */
static bool read_point(mintu_context *context, const mintu_point_file *file, size_t row, mintu_error *error, double out[2])
{
    bool found = false;
    if (file->sheet.layer && mintu_layer_point(context, file->sheet.layer, row, out, &found, error) == MINTU_STATUS_OK && found)
        return true;
    return file->positions.lon != MINTU_POSITION_NONE && read_degrees(file, row, file->positions.lon, true, &out[0]) &&
           read_degrees(file, row, file->positions.lat, false, &out[1]) && isfinite(out[0]) && isfinite(out[1]);
}

static mintu_status add_line(mintu_point_file *file, const mintu_place *place, size_t row, const double raw[2],
                             mintu_error *error)
{
    if (!MINTU_ARRAY_RESERVE(file->lines, file->room, file->count + 1))
        return mintu_fail_memory(error, DOING);
    file->lines[file->count++] = (mintu_point_line){.place = place, .row = row, .raw = {raw[0], raw[1]}};
    return MINTU_STATUS_OK;
}

static const mintu_point_line *find_line(const mintu_point_file *file, const mintu_place *place)
{
    for (size_t i = 0; i < file->count; i++)
        if (file->lines[i].place == place)
            return &file->lines[i];
    return NULL;
}

static mintu_status read_row(mintu_context *context, mintu_point_file *file, size_t row, const char *query,
                             mintu_amend_told *told)
{
    mintu_match match;
    double raw[2];
    mintu_amend_spot spot = mintu_point_file_spot(file, row);
    mintu_status status = mintu_geocoder_match(file->geocoder, query, told->error, &match);
    if (status != MINTU_STATUS_OK)
        return status;
    if (match.status != MINTU_MATCH_STATUS_MATCHED)
        return mintu_amend_tell_unmatched(&(mintu_amend_asked){file->geocoder, NULL, query, spot}, &match, told);
    const mintu_point_line *first = find_line(file, match.place);
    if (first) {
        mintu_amend_spot before = mintu_point_file_spot(file, first->row);
        mintu_amend_tell(told, spot, query, "%s %s has a position before, in %s %zu, which counts", match.place->code,
                         match.place->name, before.line ? "line" : "row", before.line ? before.line : before.number);
        return MINTU_STATUS_OK;
    }
    if (read_point(context, file, row, told->error, raw))
        return add_line(file, match.place, row, raw, told->error);
    mintu_amend_tell(told, spot, query, "the row has no coordinates in degrees, such as 118.05 and 24.95");
    return MINTU_STATUS_OK;
}

static mintu_status read_rows(mintu_context *context, mintu_point_file *file, mintu_amend_told *told)
{
    mintu_buffer query = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < file->sheet.count && status == MINTU_STATUS_OK; row++) {
        read_name(file, row, &query);
        status = query.failed ? mintu_fail_memory(told->error, DOING) : read_row(context, file, row, query.data, told);
    }
    mintu_buffer_free(&query);
    return status;
}

mintu_status mintu_point_file_load(mintu_context *context, const mintu_gazetteer *gazetteer, const char *path,
                                   const mintu_amend_points_options *options, mintu_amend_told *told, mintu_point_file *out)
{
    mintu_problems problems = {.count = 0};
    const mintu_geocode_options how = {.as_of = options->date};
    mintu_status status = mintu_geocoder_new(gazetteer, &how, told->error, &out->geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_sheet_load(context, path, NULL, &problems, told->error, &out->sheet);
    for (size_t i = 0; i < problems.count; i++)
        mintu_amend_tell(told, (mintu_amend_spot){problems.items[i].line, 0}, "", "%s", problems.items[i].text);
    mintu_problems_free(&problems);
    if (status == MINTU_STATUS_OK)
        status = find_columns(out, path, options->field, told->error);
    return status == MINTU_STATUS_OK ? read_rows(context, out, told) : status;
}

void mintu_point_file_free(mintu_point_file *file)
{
    mintu_sheet_free(&file->sheet);
    mintu_geocoder_free(file->geocoder);
    free(file->lines);
    *file = (mintu_point_file){.count = 0};
}
