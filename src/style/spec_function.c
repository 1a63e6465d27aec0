#include "style/spec_function.h"

#include "base/message.h"
#include "style/spec_expression.h"
#include "style/spec_object.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A function whose stops are being gone through. */
typedef struct stop_walk {
    const mintu_spec *spec; /* of the values */
    mintu_spec_check_fn *check;
    const char *type; /* of the function, or NULL */
    bool zoomed;      /* its inputs are {"zoom": …, "value": …} */
    bool categorical;
    const char *kind; /* JSON type of the inputs so far, or NULL */
    double zoom, input;
    bool has_zoom, has_input;
    json_t *seen; /* inputs of a category, as keys */
} stop_walk;

static bool refuse(mintu_parser *parser, const char *text)
{
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "%s", mintu_message(text));
}

/* False when the input was there already. */
static bool see(stop_walk *walk, const json_t *input)
{
    char text[40];
    const char *key = json_string_value(input);
    snprintf(text, sizeof text, "%.17g", json_is_number(input) ? json_number_value(input) : (double)json_is_true(input));
    key = key ? key : text;
    bool fresh = !json_object_get(walk->seen, key);
    json_object_set_new(walk->seen, key, json_true());
    return fresh;
}

static bool check_input(mintu_parser *parser, stop_walk *walk, const json_t *input)
{
    const char *kind = mintu_json_type_text(input);
    double number = json_number_value(input);
    if (walk->kind && strcmp(walk->kind, kind) != 0)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "the input of a stop is of type %s, but that of the stop before is of type %s", kind,
                                 walk->kind);
    walk->kind = kind;
    if (!json_is_number(input) && !json_is_string(input) && !json_is_boolean(input))
        return refuse(parser, "the input of a stop must be a number, a string or a boolean");
    if (!json_is_number(input) && !walk->categorical)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "the input of a stop must be a number, but is of type %s; a categorical function takes any",
                                 kind);
    if (walk->categorical && json_is_number(input) && number != floor(number))
        return refuse(parser, "the input of a stop of a categorical function must be whole");
    if (!walk->categorical && walk->has_input && number < walk->input)
        return refuse(parser, "the inputs of stops must be in ascending order");
    walk->has_input = true;
    walk->input = number;
    return !walk->categorical || see(walk, input) || refuse(parser, "the inputs of stops must be unique");
}

/* Inputs of another zoom begin anew. */
static void enter_zoom(stop_walk *walk, double zoom)
{
    if (walk->has_zoom && zoom == walk->zoom)
        return;
    walk->has_zoom = true;
    walk->zoom = zoom;
    walk->has_input = false;
    json_object_clear(walk->seen);
}

static bool check_zoomed(mintu_parser *parser, stop_walk *walk, const json_t *input)
{
    const json_t *zoom = json_object_get(input, "zoom"), *value = json_object_get(input, "value");
    if (!json_is_number(zoom) || !value || json_object_size(input) != 2)
        return refuse(parser, "the input of a stop must be {\"zoom\": number, \"value\": …}, as in the first stop");
    if (walk->has_zoom && walk->zoom > json_number_value(zoom))
        return refuse(parser, "the zooms of stops must be in ascending order");
    enter_zoom(walk, json_number_value(zoom));
    return check_input(parser, walk, value);
}

static bool check_stop(mintu_parser *parser, stop_walk *walk, const json_t *stop)
{
    const mintu_path step = {parser->path, NULL, 1};
    const json_t *value = json_array_get(stop, 1);
    if (json_array_size(stop) != 2)
        return refuse(parser, "a stop must be an array of an input and a value");
    if (!(walk->zoomed ? check_zoomed : check_input)(parser, walk, json_array_get(stop, 0)))
        return false;
    parser->path = &step;
    bool good = mintu_spec_is_expression(value) ? refuse(parser, "the value of a stop cannot be an expression")
                                                : walk->check(parser, walk->spec, MINTU_SPEC_MEMBER, value);
    parser->path = step.up;
    return good;
}

static bool check_stops(mintu_parser *parser, stop_walk *walk, const json_t *stops)
{
    const mintu_path outer = {parser->path, "stops", 0};
    bool good = json_array_size(stops) > 0;
    if (!good)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "stops", "\"stops\" must be an array of at least one stop");
    walk->seen = json_object();
    for (size_t i = 0; good && i < json_array_size(stops); i++) {
        const mintu_path step = {&outer, NULL, i};
        parser->path = &step;
        good = check_stop(parser, walk, json_array_get(stops, i));
        parser->path = outer.up;
    }
    json_decref(walk->seen);
    return good;
}

/* What the property's own rules leave of functions. */
static bool check_use(mintu_parser *parser, const stop_walk *walk, const json_t *json)
{
    const mintu_spec *spec = walk->spec;
    const char *type = walk->type ? walk->type : "";
    bool named = json_object_get(json, "property") != NULL, stops = json_object_get(json, "stops") != NULL,
         identity = strcmp(type, "identity") == 0;
    if (identity && (stops || !named))
        return refuse(parser, "an identity function must have a \"property\" and no \"stops\"");
    if (!identity && !stops)
        return refuse(parser, "a function must have \"stops\"");
    if (strcmp(type, "exponential") == 0 && !(spec->flags & MINTU_SPEC_MIXED))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" takes no exponential function", spec->name);
    if ((walk->categorical || named) && !(spec->flags & MINTU_SPEC_DATA))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" takes no function of a property", spec->name);
    if (!walk->categorical && !named && !(spec->flags & MINTU_SPEC_ZOOM))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" takes no function", spec->name);
    if ((walk->categorical || walk->zoomed) && !named)
        return refuse(parser, "the function must have a \"property\"");
    return strcmp(spec->name, "text-font") != 0 || !identity || refuse(parser, "\"text-font\" takes no identity function");
}

static bool check_default(mintu_parser *parser, const stop_walk *walk, const json_t *json)
{
    const mintu_path step = {parser->path, "default", 0};
    parser->path = &step;
    bool good = !json || walk->check(parser, walk->spec, MINTU_SPEC_MEMBER, json);
    parser->path = step.up;
    return good;
}

bool mintu_spec_check_function(mintu_parser *parser, const mintu_spec *spec, const json_t *json, mintu_spec_check_fn *check)
{
    static const mintu_spec members[] = {
        {.name = "expression"},
        {.name = "stops"},
        {.name = "default"},
        {.name = "base", .type = MINTU_SPEC_NUMBER, .least = 0, .most = HUGE_VAL},
        {.name = "property", .type = MINTU_SPEC_STRING},
        {.name = "type", .type = MINTU_SPEC_ENUM, .values = "identity exponential interval categorical"},
        {.name = "colorSpace", .type = MINTU_SPEC_ENUM, .values = "rgb lab hcl"},
        {0},
    };
    const json_t *stops = json_object_get(json, "stops");
    stop_walk walk = {.spec = spec, .check = check, .type = json_string_value(json_object_get(json, "type"))};
    walk.zoomed = json_is_object(json_array_get(json_array_get(stops, 0), 0));
    walk.categorical = walk.type && strcmp(walk.type, "categorical") == 0;
    return mintu_spec_members(parser, members, "a function", json, check) && check_use(parser, &walk, json) &&
           (!stops || check_stops(parser, &walk, stops)) && check_default(parser, &walk, json_object_get(json, "default"));
}
