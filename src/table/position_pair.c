#include "table/position_pair.h"

#include "base/ascii.h"
#include "table/cell_value.h"
#include "table/degrees.h"
#include "table/position_fault.h"
#include "table/row_groups.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PAIR = 160 };

/* Which order of the two makes degrees of a text; BOTH where neither is more than 90. */
typedef enum order { NEITHER, LON_FIRST, LAT_FIRST, BOTH } order;

static bool is_named(const char *name)
{
    static const char *const names[] = {"坐标",     "座標",   "坐标点",  "中心坐标", "位置坐标",   "地理坐标",    "gps坐标",
                                        "经纬度",   "經緯度", "经纬",    "定位",     "经纬度坐标", "coordinates", "coordinate",
                                        "coord",    "coords", "lonlat",  "lnglat",   "latlon",     "latlng",      "location",
                                        "position", "gps",    "lon,lat", "lat,lon",  "lng,lat",    "lat,lng",     NULL};
    for (size_t i = 0; names[i]; i++)
        if (mintu_ascii_compare(name, names[i]) == 0)
            return true;
    return false;
}

/* The halves at a separator of @p size bytes. */
static order read_halves(const char *text, const char *at, size_t size, double out[2])
{
    char first[PAIR];
    double a[2], b[2]; /* as longitude, as latitude */
    snprintf(first, sizeof first, "%.*s", (int)(at - text), text);
    const char *second = at + size;
    bool straight = mintu_degrees_read(first, true, &a[0]) && mintu_degrees_read(second, false, &b[1]) && fabs(a[0]) <= 180 &&
                    fabs(b[1]) <= 90;
    bool turned = mintu_degrees_read(first, false, &a[1]) && mintu_degrees_read(second, true, &b[0]) && fabs(a[1]) <= 90 &&
                  fabs(b[0]) <= 180;
    if (!straight && !turned)
        return NEITHER;
    out[0] = straight ? a[0] : b[0];
    out[1] = straight ? b[1] : a[1];
    return straight && turned ? BOTH : straight ? LON_FIRST : LAT_FIRST;
}

/* Without brackets around it; the separators in the order in which they are sure. */
static order read_pair(const char *cell, double out[2])
{
    static const char *const separators[] = {",", "，", ";", "；", "、", "|", "/", "\t", "北纬", "东经", " "};
    char text[PAIR];
    size_t size = strlen(cell);
    if (size >= sizeof text)
        return NEITHER;
    memcpy(text, cell, size + 1);
    char *begin = text + strspn(text, " ([{");
    for (size = strlen(begin); size && strchr(" )]}", begin[size - 1]); size--)
        begin[size - 1] = '\0';
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        const char *at = *begin ? strstr(begin + 1, separators[i]) : NULL;
        bool word = (unsigned char)separators[i][0] >= 0x80 && strlen(separators[i]) == 6; /* belongs to what follows */
        order found = at ? read_halves(begin, at, word ? 0 : strlen(separators[i]), out) : NEITHER;
        if (found != NEITHER)
            return found;
    }
    return NEITHER;
}

/* Rows of each order, and texts in all. */
static void count_orders(const mintu_layer *layer, size_t field, size_t of[4], size_t *texts)
{
    memset(of, 0, 4 * sizeof *of);
    *texts = 0;
    for (size_t row = 0; row < layer->count; row++) {
        const mintu_cell *cell = &layer->fields[field].cells[row];
        double xy[2];
        if (cell->kind != MINTU_CELL_TEXT || mintu_position_word(cell->text, NULL))
            continue;
        of[read_pair(cell->text, xy)]++;
        ++*texts;
    }
}

static void tell_row(mintu_context *context, const mintu_layer *layer, size_t field, const mintu_table_lines *where,
                     const mintu_row_group *group, size_t row)
{
    char mark[MINTU_TABLE_MARK], list[MINTU_GROUP_LIST], text[64] = "";
    const char *cell = mintu_layer_text(layer, row - 1, field), *what = "is no pair of degrees";
    if (group->kind == MINTU_FAULT_EMPTY)
        what = "it is empty";
    else
        snprintf(text, sizeof text, "\"%.*s\" ", mintu_cell_shown(cell), cell);
    if (group->kind == MINTU_FAULT_WORD)
        what = "says that there is no value";
    mintu_context_notice(context, "%s%s: column %s: %s%s; %zu of %zu rows ha%s no point for this%s", where->path,
                         mintu_table_mark(where, row, mark), layer->fields[field].name, text, what, group->count, layer->count,
                         group->count > 1 ? "ve" : "s", mintu_row_group_list(group, where->lines != NULL, list));
}

static mintu_status set_points(mintu_context *context, mintu_layer *layer, size_t field, const mintu_table_lines *where,
                               mintu_error *error)
{
    mintu_row_groups groups = {.count = 0};
    size_t first[MINTU_ROW_GROUPS] = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < layer->count && status == MINTU_STATUS_OK; row++) {
        const mintu_cell *cell = &layer->fields[field].cells[row];
        const char *text = cell->kind == MINTU_CELL_TEXT ? cell->text : "", *word = "";
        double xy[2];
        if (read_pair(text, xy) != NEITHER) {
            status = mintu_layer_point_set(layer, row, xy[0], xy[1], error);
            continue;
        }
        const char *const texts[2] = {text, text};
        mintu_position_fault fault = mintu_position_text_fault(texts, context->tables.missing, &word);
        const mintu_row_group *group =
            mintu_row_groups_add(&groups, (int)fault, word, where->lines ? (size_t)where->lines[row] : row + 1);
        if (group->count == 1)
            first[group - groups.items] = row + 1;
    }
    for (size_t i = 0; status == MINTU_STATUS_OK && i < groups.count; i++)
        tell_row(context, layer, field, where, &groups.items[i], first[i]);
    return status;
}

mintu_status mintu_position_pairs(mintu_context *context, mintu_layer *layer, const mintu_table_lines *where,
                                  mintu_error *error)
{
    for (size_t field = 0; field < layer->field_count; field++) {
        size_t of[4], texts;
        if (!is_named(layer->fields[field].name))
            continue;
        count_orders(layer, field, of, &texts);
        if (2 * (texts - of[NEITHER]) <= texts)
            continue;
        mintu_context_notice(context, "%s: column %s holds both coordinates, %s", where->path, layer->fields[field].name,
                             of[LAT_FIRST] && of[LON_FIRST] ? "in some rows the latitude first, in others the longitude"
                             : of[LAT_FIRST]                ? "the latitude first"
                             : of[LON_FIRST]                ? "the longitude first"
                                                            : "of which the longitude is taken to be first");
        return set_points(context, layer, field, where, error);
    }
    return MINTU_STATUS_OK;
}
