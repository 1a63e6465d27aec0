/* One expression on its own: parsed, evaluated once, its value as JSON. */
#include "base/argument.h"
#include "base/message.h"
#include "expression/eval_feature.h"
#include "expression/expression_parser.h"
#include "expression/legacy.h"
#include "expression/legacy_function.h"
#include "expression/outline_read.h"
#include "expression/value_json.h"
#include "format/json_locate.h"

#include <mintu/style.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What an evaluation works with; all of it goes when it is done. */
typedef struct session {
    mintu_pool pool;
    mintu_parser parser;
    mintu_feature feature;
} session;

static mintu_status load_json(session *s, const char *text, const char *name, mintu_error *error, const json_t **out)
{
    json_t *json = NULL;
    if (!text)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_json_parse(text, strlen(text), name, error, &json);
    if (status != MINTU_STATUS_OK)
        return status;
    *out = json;
    return mintu_pool_own(&s->pool, json) ? MINTU_STATUS_OK : mintu_fail_memory(error, "evaluating the expression");
}

/* What is wrong with an option is the caller's, other than with the expression, which is a document's. */
static mintu_status load_option(session *s, const char *text, const char *name, mintu_error *error, const json_t **out)
{
    mintu_error own = {0};
    mintu_status status = load_json(s, text, name, &own, out);
    if (status == MINTU_STATUS_OK)
        return status;
    return mintu_fail_at(error, status == MINTU_STATUS_INPUT ? MINTU_STATUS_USAGE : status,
                         (mintu_where){own.source, own.line, own.column}, "%s", own.text);
}

/* Null stands for none, as in GeoJSON. */
static mintu_status load_object(session *s, const char *text, const char *name, mintu_error *error, const json_t **out)
{
    mintu_status status = load_option(s, text, name, error, out);
    if (status == MINTU_STATUS_OK && json_is_null(*out))
        *out = NULL;
    if (status != MINTU_STATUS_OK || !*out || json_is_object(*out))
        return status;
    return mintu_fail_at(error, MINTU_STATUS_USAGE, (mintu_where){name, 1, 1},
                         "evaluating the expression: the JSON is no object; expected one such as {\"name\": \"value\"}");
}

static mintu_status load_id(session *s, const char *text, mintu_error *error)
{
    mintu_status status = load_option(s, text, "<id>", error, &s->feature.id);
    const json_t *id = s->feature.id;
    if (status != MINTU_STATUS_OK || !id || json_is_number(id) || json_is_string(id) || json_is_null(id))
        return status;
    return mintu_fail_at(error, MINTU_STATUS_USAGE, (mintu_where){"<id>", 1, 1},
                         "evaluating the expression: a feature's id is a number or a text; expected one such as 7 or \"a\"");
}

/* An array of names. */
static mintu_status load_images(session *s, const char *text, mintu_error *error)
{
    mintu_status status = load_option(s, text, "<images>", error, &s->feature.images);
    bool good = !s->feature.images || json_is_array(s->feature.images);
    for (size_t i = 0; good && i < json_array_size(s->feature.images); i++)
        good = json_is_string(json_array_get(s->feature.images, i));
    if (status != MINTU_STATUS_OK || good)
        return status;
    return mintu_fail_at(error, MINTU_STATUS_USAGE, (mintu_where){"<images>", 1, 1},
                         "evaluating the expression: the images are an array of names; expected one such as [\"a\",\"b\"]");
}

/* The level of a tile "z/x/y", or "z". */
static mintu_status load_tile(session *s, const char *tile, mintu_error *error)
{
    char *end = NULL;
    long level = strtol(tile, &end, 10);
    size_t x = *end == '/' ? strspn(end + 1, "0123456789") : 0,
           y = x && end[1 + x] == '/' ? strspn(end + 2 + x, "0123456789") : 0;
    bool whole = *end == '\0' || (y > 0 && end[2 + x + y] == '\0');
    if (end == tile || !whole || level < 0 || level > 24)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "evaluating the expression: \"%s\" is no tile; expected Z/X/Y, as 8/211/108", tile);
    s->feature.rounded = true;
    s->feature.tile_level = (int)level;
    return MINTU_STATUS_OK;
}

/* What the language calls a type of GeoJSON: MultiPoint is Point. NULL for one that is none of these. */
static const char *type_name(const char *type)
{
    static const char *const names[] = {"Point", "LineString", "Polygon"};
    const char *single = type && strncmp(type, "Multi", 5) == 0 ? type + 5 : type;
    for (size_t i = 0; single && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], single) == 0)
            return names[i];
    return NULL;
}

static mintu_status fail_geometry(mintu_where where, const char *why, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_USAGE, where,
                         "evaluating the expression: the geometry is no GeoJSON%s%s; expected a Point, LineString or Polygon, "
                         "or a Multi… of these, with its coordinates",
                         why[0] ? ": " : "", mintu_message(why));
}

/* A geometry, or the feature that has it, by the reader of files. */
static mintu_status load_geometry(session *s, const char *text, mintu_error *error)
{
    const json_t *object = NULL;
    const mintu_outline_text given = {.text = text, .name = "<geometry>"};
    mintu_outlines outlines;
    mintu_error own = {0};
    mintu_status status = load_object(s, text, given.name, error, &object);
    if (status != MINTU_STATUS_OK || !object)
        return status;
    status = mintu_outlines_read(&s->pool, &given, &own, &outlines);
    if (status == MINTU_STATUS_MEMORY)
        return mintu_fail_memory(error, "evaluating the expression");
    if (status != MINTU_STATUS_OK)
        return fail_geometry((mintu_where){own.source, own.line, own.column}, own.text, error);
    const char *type = json_string_value(json_object_get(object, "type"));
    if (type && strcmp(type, "Feature") == 0)
        type = json_string_value(json_object_get(json_object_get(object, "geometry"), "type"));
    if (!type_name(type))
        return fail_geometry((mintu_where){given.name, 1, 1}, "", error);
    if (!s->feature.geometry_type)
        s->feature.geometry_type = type_name(type);
    s->feature.geometry = outlines.count ? outlines.items : NULL;
    return MINTU_STATUS_OK;
}

/* Where the geometry is rounded to. */
static mintu_status load_grid(session *s, const mintu_style_eval_options *options, mintu_error *error)
{
    s->feature.rounded = options->zoom > 0;
    s->feature.tile_level = (int)fmin(24, fmax(0, floor(options->zoom)));
    return options->tile ? load_tile(s, options->tile, error) : MINTU_STATUS_OK;
}

static mintu_status load_feature(session *s, const mintu_style_eval_options *options, mintu_error *error)
{
    mintu_status status = load_object(s, options->properties, "<properties>", error, &s->feature.properties);
    if (status == MINTU_STATUS_OK)
        status = load_id(s, options->id, error);
    if (status == MINTU_STATUS_OK)
        status = load_object(s, options->state, "<state>", error, &s->feature.state);
    if (status == MINTU_STATUS_OK)
        status = load_images(s, options->images, error);
    s->feature.zoom = options->zoom;
    s->feature.geometry_type = options->geometry_type;
    if (status == MINTU_STATUS_OK)
        status = load_grid(s, options, error);
    return status == MINTU_STATUS_OK && options->geometry ? load_geometry(s, options->geometry, error) : status;
}

/* *annotation: a text property converts what it is given, any other one insists on its type. */
static mintu_status expected_type(session *s, const char *name, mintu_error *error, const mintu_type **type,
                                  mintu_annotation *annotation)
{
    *annotation = name && strcmp(name, "string") == 0 ? MINTU_ANNOTATION_COERCE : MINTU_ANNOTATION_USUAL;
    *type = NULL;
    if (!name)
        return MINTU_STATUS_OK;
    *type = strcmp(name, "enum") == 0 ? &MINTU_TYPE_STRING : mintu_type_parse(&s->pool, name);
    if (*type)
        return MINTU_STATUS_OK;
    return mintu_fail(error, MINTU_STATUS_USAGE,
                      "evaluating the expression: the type \"%s\" is not known; expected number, string, enum, boolean, color, "
                      "formatted, resolvedImage, padding, object, value, null or array<…>",
                      name);
}

static mintu_status report(const session *s, const char *expression, mintu_error *error)
{
    const mintu_parser *parser = &s->parser;
    if (parser->status == MINTU_STATUS_MEMORY)
        return mintu_fail_memory(error, "reading the expression");
    mintu_where where = mintu_json_locate("<expression>", expression, strlen(expression), parser->pointer);
    return mintu_fail_at(error, parser->status, where, "reading the expression, at %s: %s",
                         parser->pointer[0] ? parser->pointer : mintu_message("its root"), parser->text);
}

static mintu_status refuse_function(session *s, const json_t *json, const mintu_type *type, bool enumerated)
{
    const mintu_type *mixed = type && type->kind == MINTU_KIND_ARRAY ? type->item : type;
    const mintu_legacy_property property = {
        .type = type,
        .enumerated = enumerated,
        .interpolated = !type || mixed->kind == MINTU_KIND_NUMBER || type->kind == MINTU_KIND_COLOR,
    };
    mintu_legacy_refuse(&s->parser, "a function object", mintu_legacy_function(json, &property));
    return s->parser.status;
}

static mintu_status write_value(const mintu_value *value, mintu_error *error, char **out)
{
    mintu_buffer text = {0};
    mintu_value_write(value, &text);
    if (text.failed || !text.data) {
        mintu_buffer_free(&text);
        return mintu_fail_memory(error, "writing the value");
    }
    *out = text.data;
    return MINTU_STATUS_OK;
}

/* An image that does not exist. */
static mintu_status write_missing(const char *name, mintu_error *error, char **out)
{
    json_t *value = json_pack("{ssso}", "name", name, "available", json_false());
    *out = json_dumps(value, JSON_COMPACT);
    json_decref(value);
    return *out ? MINTU_STATUS_OK : mintu_fail_memory(error, "writing the value");
}

static mintu_status evaluate(session *s, const char *expression, const mintu_style_eval_options *options, mintu_error *error,
                             char **out)
{
    const json_t *json = NULL;
    const mintu_type *type = NULL;
    mintu_annotation annotation = MINTU_ANNOTATION_USUAL;
    mintu_status status = load_feature(s, options, error);
    if (status == MINTU_STATUS_OK)
        status = load_json(s, expression, "<expression>", error, &json);
    if (status == MINTU_STATUS_OK)
        status = expected_type(s, options->type, error, &type, &annotation);
    if (status != MINTU_STATUS_OK)
        return status;
    bool function = json_is_object(json) && (json_object_get(json, "stops") || json_object_get(json, "property"));
    bool enumerated = options->type && strcmp(options->type, "enum") == 0;
    if (function && refuse_function(s, json, type, enumerated) != MINTU_STATUS_OK)
        return report(s, expression, error);
    const mintu_node *node = mintu_parser_expression(&s->parser, json, type, annotation);
    if (!node || !mintu_parser_check_zoom(&s->parser, node))
        return report(s, expression, error);
    mintu_evaluation evaluation = {.feature = &s->feature, .pool = &s->pool};
    mintu_value value;
    bool good = mintu_node_evaluate(node, &evaluation, &value);
    if (!good && evaluation.memory)
        return mintu_fail_memory(error, "evaluating the expression");
    if (!good)
        return mintu_fail(error, MINTU_STATUS_FINDINGS, "evaluating the expression: %s", evaluation.message);
    const bool missing = value.kind == MINTU_KIND_IMAGE && !mintu_feature_has_image(&s->feature, value.text);
    return missing ? write_missing(value.text, error, out) : write_value(&value, error, out);
}

mintu_status mintu_style_eval(const char *expression, const mintu_style_eval_options *options, mintu_error *error, char **out)
{
    if (MINTU_GIVEN_OUT(error, out, expression) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    static const mintu_style_eval_options none = {0};
    session s = {0};
    s.parser.pool = &s.pool;
    mintu_status status = evaluate(&s, expression, options ? options : &none, error, out);
    mintu_pool_free(&s.pool);
    return status;
}
