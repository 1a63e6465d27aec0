#include "style/layout.h"

#include "base/message.h"
#include "format/number.h"
#include "geometry/projection.h"

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
                                      "bottom",   "left",      "right",       "none"};
enum { CORNERS = 4, PLACES = sizeof ANCHORS / sizeof *ANCHORS };

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

static bool take_sheet(mintu_layout *layout, const char *name)
{
    for (size_t i = 0; i < sizeof SHEETS / sizeof *SHEETS; i++)
        if (strcmp(SHEETS[i].name, name) == 0) {
            layout->width_mm = SHEETS[i].width;
            layout->height_mm = SHEETS[i].height;
            return true;
        }
    return false;
}

static bool read_size(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_layout *layout = into;
    const char *text = json_string_value(json);
    return take_sheet(layout, text) || parse_size(text, &layout->width_mm, &layout->height_mm) ||
           mintu_parser_note(
               parser, MINTU_STATUS_INPUT, NULL,
               "\"size\" is \"%s\", but must be A0 to A6 or WIDTHxHEIGHTmm between 20 and 5000, as in \"210x297mm\"", text);
}

/* Behind the size, which it turns; without one it turns A4. */
static bool read_orientation(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_layout *layout = into;
    const char *text = json_string_value(json);
    bool across = strcmp(text, "landscape") == 0;
    if (!across && strcmp(text, "portrait") != 0)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"orientation\" is \"%s\", but must be \"portrait\" or \"landscape\"", text);
    if (layout->width_mm == 0)
        take_sheet(layout, "A4");
    double shorter = fmin(layout->width_mm, layout->height_mm), longer = fmax(layout->width_mm, layout->height_mm);
    layout->width_mm = across ? longer : shorter;
    layout->height_mm = across ? shorter : longer;
    return true;
}

static bool read_margin(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_layout *layout = into;
    layout->margin_mm = json_number_value(json);
    layout->has_margin = true;
    return (layout->margin_mm >= 0 && layout->margin_mm <= 200) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"margin\" is %g, but must be between 0 and 200 millimetres",
                             layout->margin_mm);
}

/* A number between two, else a note. */
static bool read_between(mintu_parser *parser, const json_t *json, double least, double most, double *out)
{
    *out = json_number_value(json);
    return (*out >= least && *out <= most) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is %g, but must be between %g and %g", parser->path->key,
                             *out, least, most);
}

static bool read_type_scale(mintu_parser *parser, void *into, const json_t *json)
{
    return read_between(parser, json, MINTU_TYPE_SCALE_LEAST, MINTU_TYPE_SCALE_MOST, &((mintu_layout *)into)->type_scale);
}

static bool read_page(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {{"margin", "number", read_margin},
                                                  {"size", "string", read_size},
                                                  {"orientation", "string", read_orientation},
                                                  {"type-scale", "number", read_type_scale},
                                                  {0}};
    return mintu_parser_read_members(parser, json, "the page", members, into);
}

static bool read_extent(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_layout *layout = into;
    bool good = json_array_size(json) == 4;
    for (size_t i = 0; good && i < 4; i++) {
        good = json_is_number(json_array_get(json, i));
        layout->extent[i] = json_number_value(json_array_get(json, i));
    }
    double *e = layout->extent;
    if (good && e[0] > 0 && e[2] < 0) /* across the antimeridian, as in GeoJSON */
        e[2] += 360;
    good = good && e[0] >= -180 && e[0] <= 180 && e[0] < e[2] && e[2] <= e[0] + 360 && e[1] >= -90 && e[1] < e[3] && e[3] <= 90;
    return good ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"extent\" must be [west, south, east, north] in degrees");
}

static bool read_title_size(mintu_parser *parser, void *into, const json_t *json)
{
    return read_between(parser, json, MINTU_TYPE_LEAST, MINTU_TYPE_MOST, &((mintu_layout *)into)->title_pt);
}

/* Of the legend's labels; the reader of the legend has its place alone. */
static bool read_legend_size(mintu_parser *parser, void *into, const json_t *json)
{
    return read_between(parser, json, MINTU_TYPE_LEAST, MINTU_TYPE_MOST, &((mintu_layout_place *)into)->size_pt);
}

static bool find_anchor(mintu_parser *parser, const char *text, size_t most, const char **anchor)
{
    for (size_t i = 0; i < most; i++)
        if (strcmp(ANCHORS[i], text) == 0)
            *anchor = text;
    bool corner = most == CORNERS;
    return **anchor || mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                         "\"%s\" is \"%s\", but must be top-left, top-right, bottom-left%s bottom-right%s",
                                         parser->path->key, text, corner ? mintu_message(" or") : ",",
                                         corner ? "" : mintu_message(", top, bottom, left, right or none"));
}

static bool read_anchor(mintu_parser *parser, void *into, const json_t *json)
{
    return find_anchor(parser, json_string_value(json), PLACES, &((mintu_layout_place *)into)->anchor);
}

/* Off the map's face, too. */
static bool read_legend_anchor(mintu_parser *parser, void *into, const json_t *json)
{
    const char *text = json_string_value(json);
    if (strcmp(text, "below") != 0 && strcmp(text, "beside") != 0)
        return read_anchor(parser, into, json);
    ((mintu_layout_place *)into)->anchor = text;
    return true;
}

static bool read_preference(mintu_parser *parser, void *into, const json_t *json)
{
    return find_anchor(parser, json_string_value(json), CORNERS, &((mintu_layout_place *)into)->prefer);
}

static bool read_position(mintu_parser *parser, void *into, const json_t *json)
{
    static const double MOST = 5000;
    mintu_layout_place *place = into;
    const json_t *x = json_array_get(json, 0), *y = json_array_get(json, 1);
    place->given = true;
    place->x_mm = json_number_value(x);
    place->y_mm = json_number_value(y);
    bool good = json_array_size(json) == 2 && json_is_number(x) && json_is_number(y) && place->x_mm >= 0 && place->y_mm >= 0 &&
                place->x_mm <= MOST && place->y_mm <= MOST;
    return good || mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                     "\"position\" must be [x, y] in millimetres from the page's upper left corner, 0 to 5000");
}

static bool read_legend(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {
        {"anchor", "string", read_legend_anchor}, {"position", NULL, read_position},       {"size", "number", read_legend_size},
        {"prefer", "string", read_preference},    {"title", NULL, mintu_parser_read_text}, {0}};
    return mintu_parser_read_members(parser, json, "the legend", members, &((mintu_layout *)into)->legend);
}

/* The scale bar or the north arrow. */
static bool read_piece(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {{"anchor", "string", read_anchor}, {"position", NULL, read_position}, {0}};
    mintu_layout *layout = into;
    bool bar = strcmp(parser->path->key, "scale-bar") == 0;
    return mintu_parser_read_members(parser, json, bar ? "the scale bar" : N_("the north arrow"), members,
                                     bar ? &layout->scale_bar : &layout->north_arrow);
}

static bool read_inset(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {
        {"source", "string", NULL}, {"anchor", "string", read_anchor}, {"position", NULL, read_position}, {0}};
    mintu_layout *layout = into;
    layout->inset_source = json_string_value(json_object_get(json, "source"));
    return mintu_parser_read_members(parser, json, "the inset", members, &layout->inset);
}

static bool read_scale(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_layout *layout = into;
    layout->scale = json_number_value(json);
    return (layout->scale >= 1 && layout->scale <= 1e9) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"scale\" is %g, but must be the N of 1:N, from 1 to 1e9",
                             layout->scale);
}

static bool read_crs(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_layout *layout = into;
    mintu_error error = {0};
    layout->crs = json_string_value(json);
    mintu_status status = *layout->crs ? mintu_projection_check(layout->crs, &error) : MINTU_STATUS_OK;
    return status == MINTU_STATUS_OK ||
           mintu_parser_note(parser, status == MINTU_STATUS_USAGE ? MINTU_STATUS_INPUT : status, NULL, "%s", error.text);
}

static bool read_title_block(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {{"maker", NULL, mintu_parser_read_text},
                                                  {"date", NULL, mintu_parser_read_text},
                                                  {"sheet", NULL, mintu_parser_read_text},
                                                  {"secrecy", NULL, mintu_parser_read_text},
                                                  {0}};
    return mintu_parser_read_members(parser, json, "the title block", members, into);
}

bool mintu_style_read_layout(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {
        {"title", NULL, mintu_parser_read_text},
        {"title-size", "number", read_title_size},
        {"subtitle", NULL, mintu_parser_read_text},
        {"source", NULL, mintu_parser_read_text},
        {"place", NULL, mintu_parser_read_text},
        {"caption", NULL, mintu_parser_read_text},
        {"review", NULL, mintu_parser_read_text},
        {"notes", "array", mintu_parser_read_texts},
        {"title-block", "object", read_title_block},
        {"page", "object", read_page},
        {"legend", "object", read_legend},
        {"scale-bar", "object", read_piece},
        {"north-arrow", "object", read_piece},
        {"inset", "object", read_inset},
        {"extent", "array", read_extent},
        {"scale", "number", read_scale},
        {"crs", "string", read_crs},
        {"graticule", "boolean", NULL},
        {"imprint", "boolean", NULL},
        {0},
    };
    mintu_style *style = into;
    style->layout_json = json;
    style->layout.graticule = json_is_true(json_object_get(json, "graticule"));
    style->layout.no_imprint = json_is_false(json_object_get(json, "imprint"));
    return mintu_parser_read_members(parser, json, "\"mintu:layout\"", members, &style->layout);
}

const char *mintu_style_caption(const mintu_style *style, const char *lang)
{
    const char *caption =
        style ? mintu_style_layout_text(style, "caption", 0, lang && strcmp(lang, "en") == 0 ? "en" : "zh") : NULL;
    return caption ? caption : "";
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
    if (strncmp(key, "title-block.", strlen("title-block.")) == 0)
        return mintu_json_text(json_object_get(json_object_get(json, "title-block"), key + strlen("title-block.")), lang);
    if (strcmp(key, "notes") == 0)
        return mintu_json_text(json_array_get(json_object_get(json, "notes"), index), lang);
    return mintu_json_text(json_object_get(json, key), lang);
}
