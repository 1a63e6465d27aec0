/* Curves over a number: step, interpolate, interpolate-hcl, interpolate-lab. */
#include "expression/operator_curve.h"

#include "base/message.h"
#include "expression/bezier.h"
#include "expression/color_space.h"
#include "expression/expression_parser.h"
#include "expression/operator_group.h"

#include <float.h>
#include <math.h>
#include <string.h>

typedef struct curve {
    bool bezier;
    double base;      /* exponential; 1: linear */
    double points[4]; /* cubic-bezier */
    double labels[];  /* of step: the first is minus infinity */
} curve;

/* The last label that is not above the input. */
static size_t find_stop(const curve *stops, size_t count, double input)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (stops->labels[middle] <= input)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static bool evaluate_input(const mintu_node *node, mintu_evaluation *evaluation, double *input)
{
    mintu_value value;
    if (!mintu_node_argument(node, 0, evaluation, &value))
        return false;
    *input = value.number;
    return isnan(*input) ? mintu_evaluation_fail(evaluation, "Input is not a number.") : true;
}

static bool choose_step(const mintu_node *node, mintu_evaluation *evaluation, size_t *out)
{
    double input = 0;
    if (!evaluate_input(node, evaluation, &input))
        return false;
    *out = 1 + find_stop(node->detail, node->count - 1, input);
    return true;
}

const double *mintu_curve_labels(const mintu_node *node)
{
    return ((const curve *)node->detail)->labels;
}

static double curve_share(const curve *stops, double input, double low, double high)
{
    double span = high - low, progress = input - low;
    if (span == 0)
        return 0;
    if (stops->bezier)
        return mintu_bezier_ease(stops->points, progress / span);
    return stops->base == 1 ? progress / span : (pow(stops->base, progress) - 1) / (pow(stops->base, span) - 1);
}

static double mix_numbers(double from, double to, double share)
{
    return from + share * (to - from);
}

/* A share between two values, and the colour space for colours. */
typedef struct mixture {
    double share;
    mintu_color_space space;
} mixture;

static bool mix_values(mintu_evaluation *evaluation, const mintu_value *from, const mintu_value *to, mixture how,
                       mintu_value *out);

static bool mix_arrays(mintu_evaluation *evaluation, const mintu_value *from, const mintu_value *to, mixture how,
                       mintu_value *out)
{
    size_t count = from->array.count;
    mintu_value *items = mintu_evaluation_take(evaluation, (count + 1) * sizeof *items);
    if (!items)
        return false;
    if (count != to->array.count)
        return mintu_evaluation_fail(evaluation, "Cannot interpolate arrays of different lengths.");
    for (size_t i = 0; i < count; i++)
        if (!mix_values(evaluation, &from->array.items[i], &to->array.items[i], how, &items[i]))
            return false;
    *out = (mintu_value){.kind = MINTU_KIND_ARRAY, .array = {items, count}};
    return true;
}

/* Anchors must be the same on both sides. */
static bool mix_values(mintu_evaluation *evaluation, const mintu_value *from, const mintu_value *to, mixture how,
                       mintu_value *out)
{
    if (from->kind != to->kind)
        return mintu_evaluation_fail(evaluation, "Cannot interpolate values of different types.");
    *out = *from;
    switch (from->kind) {
    case MINTU_KIND_NUMBER:
        out->number = mix_numbers(from->number, to->number, how.share);
        return true;
    case MINTU_KIND_COLOR:
        out->color = mintu_color_mix(from->color, to->color, how.share, how.space);
        return true;
    case MINTU_KIND_ARRAY:
        return mix_arrays(evaluation, from, to, how, out);
    default:
        return mintu_value_equals(from, to) || mintu_evaluation_fail(evaluation, "Cannot interpolate different texts.");
    }
}

/* Between the names of two projections stands an array of both and the share. */
static bool mix_projections(mintu_evaluation *evaluation, const mintu_value *from, const mintu_value *to, double share,
                            mintu_value *out)
{
    mintu_value *items = mintu_evaluation_take(evaluation, 3 * sizeof *items);
    if (!items)
        return false;
    items[0] = *from;
    items[1] = *to;
    items[2] = mintu_value_number(share);
    *out = (mintu_value){.kind = MINTU_KIND_ARRAY, .array = {items, 3}};
    return true;
}

static bool evaluate_interpolate(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    const curve *stops = node->detail;
    size_t count = node->count - 1;
    double input = 0;
    mintu_value from, to;
    if (!evaluate_input(node, evaluation, &input))
        return false;
    size_t stop = find_stop(stops, count, input);
    if (input <= stops->labels[0] || stop + 1 == count)
        return mintu_node_argument(node, 1 + stop, evaluation, out);
    if (!mintu_node_argument(node, 1 + stop, evaluation, &from) || !mintu_node_argument(node, 2 + stop, evaluation, &to))
        return false;
    double share = curve_share(stops, input, stops->labels[stop], stops->labels[stop + 1]);
    if (node->type->kind == MINTU_KIND_PROJECTION)
        return mix_projections(evaluation, &from, &to, share, out);
    return mix_values(evaluation, &from, &to, (mixture){share, (mintu_color_space)node->operation->code}, out);
}

/* A limit of classes that was computed, 0.1 + 0.2 say, is the decimal number that was meant: a legend names that one, and a value that is
 * written so must be drawn in the class that begins with it. At most two steps of a double away, as sums of some limits are. */
static double without_noise(double number)
{
    enum { DIGITS = 15 };
    double size = fabs(number);
    if (!(size > 1e-6) || !(size < 1e15) || number == floor(number))
        return number;
    double power = pow(10, DIGITS - 1 - floor(log10(size))), plain = round(number * power) / power;
    return fabs(plain - number) <= 2 * DBL_EPSILON * size ? plain : number;
}

/* Labels and outputs; node->type is the outputs' type, NULL when still open. */
static bool parse_stops(mintu_parser *parser, const json_t *array, curve *stops, mintu_node *node)
{
    const char *name = node->operation->name;
    double *labels = stops->labels;
    /* Item of the array at which labels and outputs begin; the first output of step has no label. */
    size_t first = node->form == MINTU_FORM_STEP ? 1 : 3;
    for (size_t i = 1; i < node->count; i++) {
        size_t place = first + 2 * (i - 1);
        bool open = place == 1;
        const json_t *label = json_array_get(array, place);
        double number = open ? -(double)INFINITY : json_number_value(label);
        if (!open && !json_is_number(label))
            mintu_parser_fail_at(parser, place,
                                 "Input/output pairs for \"%s\" expressions must be defined using literal numeric "
                                 "values (not computed expressions) for the input values.",
                                 name);
        else if (i > 1 && labels[i - 2] >= number)
            mintu_parser_fail_at(parser, place,
                                 "Input/output pairs for \"%s\" expressions must be arranged with input values in "
                                 "strictly ascending order.",
                                 name);
        labels[i - 1] = number;
        if (node->form == MINTU_FORM_STEP && !open && !(i > 1 && labels[i - 2] >= without_noise(number)))
            labels[i - 1] = without_noise(number);
        if (parser->status != MINTU_STATUS_OK ||
            !mintu_parser_argument(parser, array, place + 1, node->type, &node->arguments[i]))
            return false;
        node->type = node->type ? node->type : node->arguments[i]->type;
    }
    return true;
}

static bool parse_points(const json_t *shape, double points[4])
{
    bool good = json_array_size(shape) == 5;
    for (size_t i = 0; good && i < 4; i++) {
        const json_t *point = json_array_get(shape, i + 1);
        points[i] = json_number_value(point);
        good = json_is_number(point) && points[i] >= 0 && points[i] <= 1;
    }
    return good;
}

/* The second item: ["linear"], ["exponential", base], ["cubic-bezier", x1, y1, x2, y2]. */
static bool parse_shape(mintu_parser *parser, const json_t *shape, curve *stops)
{
    const char *name = json_string_value(json_array_get(shape, 0));
    if (!json_is_array(shape) || json_array_size(shape) == 0) {
        mintu_parser_fail_at(parser, 1, "Expected an interpolation type expression.");
    } else if (name && strcmp(name, "exponential") == 0) {
        const json_t *base = json_array_get(shape, 1);
        stops->base = json_number_value(base);
        if (!json_is_number(base))
            mintu_parser_fail_at(parser, 1, "Exponential interpolation requires a numeric base.");
    } else if (name && strcmp(name, "cubic-bezier") == 0) {
        stops->bezier = true;
        if (!parse_points(shape, stops->points))
            mintu_parser_fail_at(parser, 1,
                                 "Cubic bezier interpolation requires four numeric arguments with values between 0 and "
                                 "1.");
    } else if (!name || strcmp(name, "linear") != 0) {
        mintu_parser_fail_at(parser, 1, "Unknown interpolation type %s; it is one of linear, exponential, cubic-bezier.",
                             name ? name : mintu_message("that is no string"));
    }
    return parser->status == MINTU_STATUS_OK;
}

/* Types of which arrays are the values. */
static bool is_array_kind(mintu_kind kind)
{
    return kind >= MINTU_KIND_PADDING && kind <= MINTU_KIND_PROJECTION;
}

static bool is_interpolable(const mintu_type *type)
{
    if (type->kind == MINTU_KIND_ARRAY)
        return type->item->kind == MINTU_KIND_NUMBER && type->length >= 0;
    return type->kind == MINTU_KIND_NUMBER || type->kind == MINTU_KIND_COLOR || is_array_kind(type->kind);
}

/* A node with room for @p count labels and outputs. */
static mintu_node *curve_node(mintu_parser *parser, const mintu_operator *operation, size_t count, curve **out)
{
    mintu_node *node = mintu_parser_node(parser, operation, count + 1);
    *out = node ? mintu_parser_take(parser, sizeof **out + count * sizeof *(*out)->labels) : NULL;
    if (!*out)
        return NULL;
    (*out)->base = 1;
    node->detail = *out;
    const mintu_type *known = mintu_parser_known_type(parser);
    bool colors = known && known->kind == MINTU_KIND_COLORS;
    node->type = operation->type && !colors ? operation->type : known;
    return node;
}

static mintu_node *parse_step(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    curve *stops;
    if (!mintu_parser_check_count(parser, array, 4, true))
        return NULL;
    mintu_node *node = curve_node(parser, operation, (json_array_size(array) - 1) / 2, &stops);
    bool good = node && mintu_parser_argument(parser, array, 1, &MINTU_TYPE_NUMBER, &node->arguments[0]) &&
                parse_stops(parser, array, stops, node);
    return good ? node : NULL;
}

static mintu_node *parse_interpolate(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    size_t size = json_array_size(array);
    curve *stops;
    mintu_node *node = curve_node(parser, operation, size > 3 ? (size - 3) / 2 : 0, &stops);
    char text[MINTU_TYPE_TEXT_SIZE];
    if (!node || !parse_shape(parser, json_array_get(array, 1), stops) || !mintu_parser_check_count(parser, array, 4, true) ||
        !mintu_parser_argument(parser, array, 2, &MINTU_TYPE_NUMBER, &node->arguments[0]) ||
        !parse_stops(parser, array, stops, node))
        return NULL;
    if (node->type && !is_interpolable(node->type))
        return mintu_parser_fail(parser, "Type %s is not interpolatable.", mintu_type_text(node->type, text));
    return node;
}

#define INTERPOLATE parse_interpolate, evaluate_interpolate, .form = MINTU_FORM_INTERPOLATE
#define COLOR       &MINTU_TYPE_COLOR

const mintu_operator MINTU_OPERATORS_CURVE[] = {
    {"step", parse_step, .choose = choose_step, .form = MINTU_FORM_STEP},
    {"interpolate", INTERPOLATE, .code = MINTU_COLOR_SPACE_RGB},
    {"interpolate-hcl", INTERPOLATE, .type = COLOR, .code = MINTU_COLOR_SPACE_HCL},
    {"interpolate-lab", INTERPOLATE, .type = COLOR, .code = MINTU_COLOR_SPACE_LAB},
    {0},
};
