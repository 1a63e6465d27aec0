/* The print layout: `mintu:layout` in the document's metadata. */
#include "style/layout.h"

#include "expression/suggest.h"
#include "format/number.h"
#include "geometry/projection.h"
#include "style/document_check.h"
#include "style/document_parts.h"

#include <math.h>
#include <string.h>

/* Sheets of ISO 216, upright, in millimetres. */
static const struct sheet {
    const char *name;
    double width, height;
} SHEETS[] = {
    {"A0", 841, 1189}, {"A1", 594, 841}, {"A2", 420, 594}, {"A3", 297, 420},
    {"A4", 210, 297},  {"A5", 148, 210}, {"A6", 105, 148},
};

/* The corners first. */
static const char *const ANCHORS[] = {"top-left", "top-right", "bottom-left", "bottom-right", "top",
                                      "bottom",   "left",      "right",       "none",         NULL};
enum { CORNERS = 4 };

/* "WIDTHxHEIGHTmm". */
static bool parse_size(const char *text, double *width, double *height)
{
    const char *cross = strchr(text, 'x');
    size_t size = strlen(text);
    if (!cross || size < 3 || strcmp(text + size - 2, "mm") != 0 || cross > text + size - 3)
        return false;
    return mintu_number_scan_decimal(text, (size_t)(cross - text), width) &&
           mintu_number_scan_decimal(cross + 1, (size_t)(text + size - 2 - cross - 1), height) && *width >= 20 &&
           *height >= 20 && *width <= 5000 && *height <= 5000;
}

static bool read_size(mintu_parser *parser, mintu_layout *layout, const char *text)
{
    for (size_t i = 0; i < sizeof SHEETS / sizeof *SHEETS; i++)
        if (strcmp(SHEETS[i].name, text) == 0) {
            layout->width_mm = SHEETS[i].width;
            layout->height_mm = SHEETS[i].height;
            return true;
        }
    return parse_size(text, &layout->width_mm, &layout->height_mm) ||
           mintu_parser_note(
               parser, MINTU_STATUS_INPUT, "size",
               "\"size\" is \"%s\", but must be A0 to A6 or WIDTHxHEIGHTmm between 20 and 5000, as in \"210x297mm\"", text);
}

static bool read_orientation(mintu_parser *parser, mintu_layout *layout, const char *text)
{
    bool across = strcmp(text, "landscape") == 0;
    if (!across && strcmp(text, "portrait") != 0)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "orientation",
                                 "\"orientation\" is \"%s\", but must be \"portrait\" or \"landscape\"", text);
    if (layout->width_mm == 0)
        read_size(parser, layout, "A4");
    double shorter = fmin(layout->width_mm, layout->height_mm), longer = fmax(layout->width_mm, layout->height_mm);
    layout->width_mm = across ? longer : shorter;
    layout->height_mm = across ? shorter : longer;
    return true;
}

static bool read_page(mintu_parser *parser, mintu_layout *layout, const json_t *json)
{
    static const char *const keys[] = {"size", "orientation", "margin", NULL};
    const char *size = json_string_value(json_object_get(json, "size"));
    const char *orientation = json_string_value(json_object_get(json, "orientation"));
    if (!mintu_parser_check_keys(parser, json, keys, "the page") ||
        !mintu_parser_check_member(parser, json, "size", "string") ||
        !mintu_parser_check_member(parser, json, "orientation", "string") ||
        !mintu_parser_check_member(parser, json, "margin", "number"))
        return false;
    layout->margin_mm = json_number_value(json_object_get(json, "margin"));
    if (layout->margin_mm < 0 || layout->margin_mm > 200)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "margin",
                                 "\"margin\" is %g, but must be between 0 and 200 millimetres", layout->margin_mm);
    return (!size || read_size(parser, layout, size)) && (!orientation || read_orientation(parser, layout, orientation));
}

static bool read_extent(mintu_parser *parser, mintu_layout *layout, const json_t *json)
{
    bool good = json_array_size(json) == 4;
    for (size_t i = 0; good && i < 4; i++) {
        good = json_is_number(json_array_get(json, i));
        layout->extent[i] = json_number_value(json_array_get(json, i));
    }
    const double *e = layout->extent;
    good = good && e[0] >= -180 && e[0] < e[2] && e[2] <= 180 && e[1] >= -90 && e[1] < e[3] && e[3] <= 90;
    return good ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"extent\" must be [west, south, east, north] in degrees");
}

static bool read_anchor(mintu_parser *parser, const json_t *json, const char *key, bool corner, const char **anchor)
{
    const char *text = json_string_value(json_object_get(json, key));
    if (!mintu_parser_check_member(parser, json, key, "string"))
        return false;
    for (size_t i = 0; text && ANCHORS[i] && !(corner && i == CORNERS); i++)
        if (strcmp(ANCHORS[i], text) == 0)
            *anchor = text;
    return !text || **anchor ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, key,
                             "\"%s\" is \"%s\", but must be top-left, top-right, bottom-left%s bottom-right%s", key, text,
                             corner ? " or" : ",", corner ? "" : ", top, bottom, left, right or none");
}

static bool read_position(mintu_parser *parser, const json_t *json, mintu_layout_position *position)
{
    static const double MOST = 5000;
    const json_t *value = json_object_get(json, "position"), *x = json_array_get(value, 0), *y = json_array_get(value, 1);
    if (!value)
        return true;
    *position = (mintu_layout_position){true, json_number_value(x), json_number_value(y)};
    bool good = json_array_size(value) == 2 && json_is_number(x) && json_is_number(y) && position->x_mm >= 0 &&
                position->y_mm >= 0 && position->x_mm <= MOST && position->y_mm <= MOST;
    return good || mintu_parser_note(parser, MINTU_STATUS_INPUT, "position",
                                     "\"position\" must be [x, y] in millimetres from the page's upper left corner, 0 to 5000");
}

static bool check_furniture(mintu_parser *parser, const json_t *json, const char *const *keys, const char *what,
                            const char **anchor)
{
    return mintu_parser_check_keys(parser, json, keys, what) && mintu_parser_check_text(parser, json, "title") &&
           read_anchor(parser, json, "anchor", false, anchor);
}

static bool read_part(mintu_parser *parser, mintu_layout *layout, const json_t *json, size_t part)
{
    static const char *const legend_keys[] = {"anchor", "position", "prefer", "title", NULL},
                             *const keys[] = {"anchor", "position", NULL},
                             *const inset_keys[] = {"anchor", "position", "source", NULL};
    switch (part) {
    case 0:
        return read_page(parser, layout, json);
    case 1:
        return check_furniture(parser, json, legend_keys, "the legend", &layout->legend_anchor) &&
               read_position(parser, json, &layout->legend_at) &&
               read_anchor(parser, json, "prefer", true, &layout->legend_prefer);
    case 2:
        return check_furniture(parser, json, keys, "the scale bar", &layout->scale_anchor) &&
               read_position(parser, json, &layout->scale_at);
    case 3:
        return check_furniture(parser, json, keys, "the north arrow", &layout->north_anchor) &&
               read_position(parser, json, &layout->north_at);
    case 4:
        layout->inset_source = json_string_value(json_object_get(json, "source"));
        return mintu_parser_check_member(parser, json, "source", "string") &&
               check_furniture(parser, json, inset_keys, "the inset", &layout->inset_anchor) &&
               read_position(parser, json, &layout->inset_at);
    default:
        return read_extent(parser, layout, json);
    }
}

static bool read_parts(mintu_parser *parser, mintu_layout *layout, const json_t *json)
{
    static const char *const names[] = {"page", "legend", "scale-bar", "north-arrow", "inset", "extent"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const json_t *value = json_object_get(json, names[i]);
        const mintu_path step = {parser->path, names[i], 0};
        if (!value)
            continue;
        if (!mintu_parser_check_member(parser, json, names[i], i < 5 ? "object" : "array"))
            return false;
        parser->path = &step;
        bool good = read_part(parser, layout, value, i);
        parser->path = step.up;
        if (!good)
            return false;
    }
    return true;
}

static bool check_notes(mintu_parser *parser, const json_t *json)
{
    const mintu_path list = {parser->path, "notes", 0};
    const json_t *notes = json_object_get(json, "notes");
    if (!mintu_parser_check_member(parser, json, "notes", "array"))
        return false;
    for (size_t i = 0; i < json_array_size(notes); i++) {
        const mintu_path step = {&list, NULL, i};
        parser->path = &step;
        bool good = mintu_parser_check_text_value(parser, json_array_get(notes, i));
        parser->path = list.up;
        if (!good)
            return false;
    }
    return true;
}

bool mintu_style_read_layout(mintu_parser *parser, mintu_style *style, const json_t *json)
{
    static const char *const keys[] = {"page",    "extent", "scale",  "crs",       "title",       "subtitle",
                                       "source",  "notes",  "legend", "scale-bar", "north-arrow", "graticule",
                                       "imprint", "place",  "review", "inset",     NULL};
    mintu_layout *layout = &style->layout;
    if (!json_is_object(json))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"mintu:layout\" must be an object");
    bool good = mintu_parser_check_keys(parser, json, keys, "\"mintu:layout\"") &&
                mintu_parser_check_member(parser, json, "scale", "number") &&
                mintu_parser_check_member(parser, json, "crs", "string") &&
                mintu_parser_check_member(parser, json, "graticule", "boolean") &&
                mintu_parser_check_member(parser, json, "imprint", "boolean") &&
                mintu_parser_check_text(parser, json, "title") && mintu_parser_check_text(parser, json, "subtitle") &&
                mintu_parser_check_text(parser, json, "source") && mintu_parser_check_text(parser, json, "place") &&
                mintu_parser_check_text(parser, json, "review") && check_notes(parser, json) &&
                read_parts(parser, layout, json);
    if (!good)
        return false;
    const json_t *scale = json_object_get(json, "scale");
    layout->scale = json_number_value(scale);
    if (scale && !(layout->scale >= 1 && layout->scale <= 1e9))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "scale",
                                 "\"scale\" is %g, but must be the N of 1:N, from 1 to 1e9", layout->scale);
    const char *crs = json_string_value(json_object_get(json, "crs"));
    layout->crs = crs ? crs : "";
    mintu_error error = {0};
    mintu_status status = *layout->crs ? mintu_projection_check(layout->crs, &error) : MINTU_STATUS_OK;
    if (status != MINTU_STATUS_OK)
        return mintu_parser_note(parser, status == MINTU_STATUS_USAGE ? MINTU_STATUS_INPUT : status, "crs", "%s", error.text);
    layout->graticule = json_is_true(json_object_get(json, "graticule"));
    layout->no_imprint = json_is_false(json_object_get(json, "imprint"));
    style->layout_json = json;
    return true;
}

const mintu_layout *mintu_style_layout(const mintu_style *style)
{
    return &style->layout;
}

const char *mintu_style_layout_text(const mintu_style *style, const char *key, size_t index, const char *lang)
{
    const json_t *json = style->layout_json;
    if (strcmp(key, "legend.title") == 0)
        return mintu_json_text(json_object_get(json_object_get(json, "legend"), "title"), lang);
    if (strcmp(key, "notes") == 0)
        return mintu_json_text(json_array_get(json_object_get(json, "notes"), index), lang);
    bool known = strcmp(key, "title") == 0 || strcmp(key, "subtitle") == 0 || strcmp(key, "source") == 0 ||
                 strcmp(key, "place") == 0 || strcmp(key, "review") == 0;
    return known && index == 0 ? mintu_json_text(json_object_get(json, key), lang) : NULL;
}
