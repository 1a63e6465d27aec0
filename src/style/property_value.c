#include "style/property_value.h"

#include "base/array.h"
#include "base/context.h"
#include "expression/eval_feature.h"
#include "expression/value_text.h"
#include "style/document_parts.h"
#include "style/style_layer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Of all expressions of a map, for all features: some twenty seconds. */
static const uint64_t STEPS_MOST = 1000000000;

void mintu_style_run_begin(const mintu_style *style)
{
    *style->run = (mintu_style_run){0};
}

mintu_status mintu_style_run_end(const mintu_style *style, mintu_error *error)
{
    if (style->run->memory)
        return mintu_fail_memory(error, "evaluating the style's expressions");
    if (style->run->steps <= STEPS_MOST)
        return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = style->file},
                         "drawing the map: the expressions take more than %llu steps for all features; simplify them, or draw "
                         "fewer features",
                         (unsigned long long)STEPS_MOST);
}

struct mintu_style_arena {
    mintu_pool pool;
    mintu_fields fields;
    struct known {
        char *text;
        json_t *json;
    } properties, state; /* read last, so that many properties of one legend line read them once */
};

static struct mintu_style_arena *arena_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    if (!scope->arena)
        scope->arena = calloc(1, sizeof *scope->arena);
    layer->run->memory = layer->run->memory || !scope->arena;
    return scope->arena;
}

void mintu_style_scope_clear(mintu_style_scope *scope)
{
    if (scope->arena)
        mintu_pool_clear(&scope->arena->pool);
}

void mintu_style_scope_free(mintu_style_scope *scope)
{
    if (!scope->arena)
        return;
    mintu_pool_free(&scope->arena->pool);
    mintu_fields_free(&scope->arena->fields);
    free(scope->arena->properties.text);
    json_decref(scope->arena->properties.json);
    free(scope->arena->state.text);
    json_decref(scope->arena->state.json);
    free(scope->arena);
    scope->arena = NULL;
}

/* The scope's properties or state, read anew when the text is another one. What was read before may be in use until the next
 * clear. */
static const json_t *read_object(struct mintu_style_arena *arena, struct known *known, const char *text)
{
    if (known->text && strcmp(known->text, text) == 0)
        return known->json;
    if (known->json)
        mintu_pool_own(&arena->pool, known->json);
    free(known->text);
    known->json = json_loads(text, 0, NULL);
    known->text = mintu_text_copy(text);
    return known->json;
}

/* Each expression is complained of once: in a table with many gaps every row would say the same. */
static void warn(const mintu_style_layer *layer, mintu_property property, const mintu_style_scope *scope, const char *message)
{
    if (!scope->context || layer->warned[property])
        return;
    layer->warned[property] = true;
    if (property == MINTU_PROPERTY_END)
        mintu_context_notice(scope->context, "layer \"%s\", filter: %s A feature whose filter fails is left out.", layer->id,
                             message);
    else
        mintu_context_notice(scope->context, "layer \"%s\", \"%s\": %s The default is drawn where this fails.", layer->id,
                             mintu_property_spec_of(property)->name, message);
}

static bool icon_known(const void *sprite, const char *name)
{
    return *name && (mintu_style_icon_known(name) || mintu_style_icon_is_file(name) || mintu_sprite_find(sprite, name));
}

static bool pattern_known(const void *sprite, const char *name)
{
    return *name && (mintu_style_pattern_known(name) || mintu_sprite_find(sprite, name));
}

/* What tells the images that exist for a property; NULL where it takes none. */
static bool (*image_known(mintu_property property))(const void *sprite, const char *name)
{
    if (property == MINTU_PROPERTY_END || mintu_property_spec_of(property)->kind != MINTU_PROPERTY_KIND_IMAGE)
        return NULL;
    return property == MINTU_PROPERTY_ICON_IMAGE ? icon_known : pattern_known;
}

/* MINTU_PROPERTY_END stands for a filter, and for the visibility. */
static bool evaluate_node(const mintu_style_layer *layer, const mintu_node *node, mintu_property property,
                          mintu_style_scope *scope, mintu_value *out)
{
    struct mintu_style_arena *arena = arena_of(layer, scope);
    if (!arena || layer->run->steps > STEPS_MOST)
        return false;
    mintu_feature feature = {.zoom = scope->zoom,
                             .progress = scope->progress,
                             .layer = scope->layer,
                             .row = scope->row,
                             .promoted = layer->from ? layer->from->promoted : NULL,
                             .fields = &arena->fields};
    if (!scope->layer && scope->properties)
        feature.properties = read_object(arena, &arena->properties, scope->properties);
    if (scope->state)
        feature.state = read_object(arena, &arena->state, scope->state);
    layer->run->memory = layer->run->memory || (!scope->layer && scope->properties && !feature.properties);
    layer->run->memory = layer->run->memory || (scope->state && !feature.state);
    mintu_evaluation evaluation = {
        .feature = &feature, .pool = &arena->pool, .has_image = image_known(property), .images = layer->sprite};
    bool good = mintu_node_evaluate(node, &evaluation, out);
    layer->run->steps += (uint64_t)evaluation.steps;
    layer->run->memory = layer->run->memory || evaluation.memory;
    if (good)
        return out->kind != MINTU_KIND_NULL;
    warn(layer, property, scope, evaluation.message);
    return false;
}

static bool evaluate(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, mintu_value *out)
{
    return evaluate_node(layer, layer->properties[property], property, scope, out);
}

/* The value of a property as written, if it has one of the kind asked for. */
static bool property_value(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, mintu_kind kind,
                           mintu_value *out)
{
    const mintu_node *node = layer->properties[property];
    if (!node)
        return false;
    if (node->form == MINTU_FORM_LITERAL)
        *out = node->value;
    else if (!evaluate(layer, property, scope, out))
        return false;
    return out->kind == kind;
}

bool mintu_style_layer_accepts(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    const mintu_node *filters[2] = {layer->from ? layer->from->filter : NULL, layer->filter};
    mintu_value value;
    for (size_t i = 0; i < 2; i++)
        if (filters[i] && !(evaluate_node(layer, filters[i], MINTU_PROPERTY_END, scope, &value) &&
                            value.kind == MINTU_KIND_BOOLEAN && value.boolean))
            return false;
    return true;
}

bool mintu_style_layer_shown(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_value value;
    if (!mintu_style_layer_visible(layer, scope->zoom))
        return false;
    return !layer->visibility || !evaluate_node(layer, layer->visibility, MINTU_PROPERTY_END, scope, &value) ||
           value.kind != MINTU_KIND_STRING || strcmp(value.text, "none") != 0;
}

static double clamp(const mintu_property_spec *spec, double number)
{
    return fmin(spec->most, fmax(spec->least, number));
}

double mintu_style_number(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope)
{
    const mintu_property_spec *spec = mintu_property_spec_of(property);
    mintu_value value;
    bool found = property_value(layer, property, scope, MINTU_KIND_NUMBER, &value) && isfinite(value.number);
    return found ? clamp(spec, value.number) : spec->number;
}

bool mintu_style_boolean(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope)
{
    mintu_value value;
    if (property_value(layer, property, scope, MINTU_KIND_BOOLEAN, &value))
        return value.boolean;
    return mintu_property_spec_of(property)->number != 0;
}

mintu_color mintu_style_color(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope)
{
    mintu_value value;
    if (property_value(layer, property, scope, MINTU_KIND_COLOR, &value))
        return value.color;
    if (property == MINTU_PROPERTY_FILL_OUTLINE_COLOR)
        return mintu_style_color(layer, MINTU_PROPERTY_FILL_COLOR, scope);
    return mintu_property_spec_of(property)->color;
}

/* The text of a formatted text, without its images. */
static const char *plain_text(const mintu_style_layer *layer, mintu_style_scope *scope, const mintu_value *value)
{
    if (value->formatted->count == 1)
        return value->formatted->sections[0].text;
    struct mintu_style_arena *arena = arena_of(layer, scope);
    const char *text = arena ? mintu_value_to_text(&arena->pool, value) : NULL;
    layer->run->memory = layer->run->memory || !text;
    return text;
}

const mintu_formatted *mintu_style_formatted(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope)
{
    mintu_value value;
    return property_value(layer, property, scope, MINTU_KIND_FORMATTED, &value) ? value.formatted : NULL;
}

const char *mintu_style_string(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope)
{
    const mintu_property_spec *spec = mintu_property_spec_of(property);
    mintu_value value;
    const char *text = NULL;
    if (property_value(layer, property, scope, mintu_property_type(spec)->kind, &value)) {
        text = value.kind == MINTU_KIND_FORMATTED ? plain_text(layer, scope, &value) : value.text;
        if (text && !mintu_property_takes(spec, text))
            text = NULL;
    }
    return text ? text : spec->texts[0] ? spec->texts[0] : "";
}

size_t mintu_style_numbers(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, double *out,
                           size_t room)
{
    const mintu_property_spec *spec = mintu_property_spec_of(property);
    mintu_value value;
    bool found = property_value(layer, property, scope, MINTU_KIND_ARRAY, &value);
    for (size_t i = 0; found && i < value.array.count; i++)
        found = isfinite(value.array.items[i].number);
    size_t count = found ? value.array.count : spec->kind == MINTU_PROPERTY_KIND_PAIR ? 2 : 0;
    for (size_t i = 0; i < count && i < room; i++)
        out[i] = found ? clamp(spec, value.array.items[i].number) : spec->number;
    return count;
}

size_t mintu_style_strings(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, const char **out,
                           size_t room)
{
    const mintu_property_spec *spec = mintu_property_spec_of(property);
    mintu_value value;
    bool found = property_value(layer, property, scope, MINTU_KIND_ARRAY, &value);
    for (size_t i = 0; found && i < value.array.count; i++)
        found = mintu_property_takes(spec, value.array.items[i].text);
    size_t count = found ? value.array.count : 0;
    while (!found && count < sizeof spec->texts / sizeof *spec->texts && spec->texts[count])
        count++;
    for (size_t i = 0; i < count && i < room; i++)
        out[i] = found ? value.array.items[i].text : spec->texts[i];
    return count;
}

/* top, right, bottom, left out of one to four numbers, as CSS has them. */
static void set_sides(const mintu_property_spec *spec, const mintu_value *items, size_t count, double sides[4])
{
    static const size_t FROM[4][4] = {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    for (size_t i = 0; i < 4; i++)
        sides[i] = isfinite(items[FROM[count - 1][i]].number) ? clamp(spec, items[FROM[count - 1][i]].number) : spec->number;
}

void mintu_style_sides(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, double sides[4])
{
    const mintu_property_spec *spec = mintu_property_spec_of(property);
    mintu_value value;
    for (size_t i = 0; i < 4; i++)
        sides[i] = spec->number;
    if (property_value(layer, property, scope, MINTU_KIND_ARRAY, &value) && mintu_property_is_padding(&value))
        set_sides(spec, value.array.items, value.array.count, sides);
    else if (property_value(layer, property, scope, MINTU_KIND_NUMBER, &value))
        set_sides(spec, &value, 1, sides);
}

/* A list that is written outright, or NULL. */
static const mintu_value *written_list(const mintu_style_layer *layer, mintu_property property)
{
    const mintu_node *node = layer->properties[property];
    bool list = node && node->form == MINTU_FORM_LITERAL && node->value.kind == MINTU_KIND_ARRAY;
    return list && node->value.array.count ? &node->value : NULL;
}

size_t mintu_style_lights(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, double *out,
                          size_t room)
{
    const mintu_value *list = written_list(layer, property);
    size_t count = !list ? 1 : list->array.count < room ? list->array.count : room;
    if (!list)
        out[0] = mintu_style_number(layer, property, scope);
    for (size_t i = 0; list && i < count; i++)
        out[i] = clamp(mintu_property_spec_of(property), list->array.items[i].number);
    return count;
}

size_t mintu_style_tints(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope, mintu_color *out,
                         size_t room)
{
    const mintu_value *list = written_list(layer, property);
    size_t count = !list ? 1 : list->array.count < room ? list->array.count : room;
    if (!list)
        out[0] = mintu_style_color(layer, property, scope);
    for (size_t i = 0; list && i < count; i++)
        if (list->array.items[i].kind != MINTU_KIND_STRING || !mintu_color_parse(list->array.items[i].text, &out[i]))
            out[i] = mintu_property_spec_of(property)->color;
    return count;
}

size_t mintu_style_anchored(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope,
                            mintu_anchored *out, size_t room)
{
    const mintu_property_spec *spec = mintu_property_spec_of(property);
    mintu_value value;
    if (!property_value(layer, property, scope, MINTU_KIND_ARRAY, &value) || !mintu_property_is_anchored(&value))
        return 0;
    size_t count = value.array.count / 2 < room ? value.array.count / 2 : room;
    for (size_t i = 0; i < count; i++) {
        const mintu_value *pair = value.array.items[2 * i + 1].array.items;
        out[i] = (mintu_anchored){value.array.items[2 * i].text, {clamp(spec, pair[0].number), clamp(spec, pair[1].number)}};
    }
    return count;
}
