#include "style/decision.h"

#include "expression/operator_control.h"

#include <math.h>
#include <string.h>

bool mintu_node_is(const mintu_node *node, const char *name)
{
    return node->operation && node->operation->name && strcmp(node->operation->name, name) == 0;
}

/* Assertions and conversions of one argument, named or added by the parser. */
static bool is_wrapper(const mintu_node *node)
{
    static const char *const names[] = {"number",    "string",     "boolean",  "to-number",
                                        "to-string", "to-boolean", "to-color", NULL};
    const mintu_operator *operation = node->operation;
    return operation && node->count == 1 && (!operation->name || mintu_text_listed(operation->name, names));
}

const mintu_node *mintu_node_bare(const mintu_node *node)
{
    for (;;) {
        if (mintu_node_is(node, "var"))
            node = mintu_var_node(node);
        else if (node->form == MINTU_FORM_LET)
            node = node->arguments[node->count - 1];
        else if (is_wrapper(node))
            node = node->arguments[0];
        else
            return node;
    }
}

bool mintu_decider_asks(const mintu_decider *input, const char *name)
{
    for (size_t i = 0; i < input->field_count; i++)
        if (strcmp(input->fields[i], name) == 0)
            return true;
    return false;
}

static bool add_field(mintu_decider *input, const char *name)
{
    if (mintu_decider_asks(input, name))
        return true;
    if (input->field_count == MINTU_DECIDER_FIELDS)
        return false;
    input->fields[input->field_count++] = name;
    return true;
}

/* A short expression with variables in variables can stand for a very long one. */
enum { NODES_MOST = 2000 };

static bool gather_fields(const mintu_node *node, mintu_decider *input)
{
    if (++input->size > NODES_MOST)
        return false;
    if (mintu_node_is(node, "var"))
        return gather_fields(mintu_var_node(node), input);
    if (!(node->flags & MINTU_NODE_FEATURE))
        return true;
    bool field = (mintu_node_is(node, "get") || mintu_node_is(node, "has")) && node->count == 1;
    if (field)
        return node->arguments[0]->form == MINTU_FORM_LITERAL && add_field(input, node->arguments[0]->value.text);
    if (node->form == MINTU_FORM_LET)
        return gather_fields(node->arguments[node->count - 1], input);
    for (size_t i = 0; i < node->count; i++)
        if (node->arguments[i] && !gather_fields(node->arguments[i], input))
            return false;
    return true;
}

bool mintu_decider_read(const mintu_node *node, mintu_decider *out)
{
    *out = (mintu_decider){.node = node};
    const mintu_node *bare = mintu_node_bare(node);
    if (!gather_fields(node, out))
        return false;
    out->name = out->field_count == 1 ? out->fields[0] : bare->operation && bare->operation->name ? bare->operation->name : "";
    return true;
}

bool mintu_decider_same(const mintu_decider *a, const mintu_decider *b)
{
    if (a->field_count == 1 && b->field_count == 1)
        return strcmp(a->fields[0], b->fields[0]) == 0;
    return mintu_node_bare(a->node) == mintu_node_bare(b->node);
}

double mintu_decider_at(const mintu_decider *input, double number)
{
    mintu_pool pool = {0};
    json_t *properties = json_object();
    for (size_t i = 0; i < input->field_count; i++)
        json_object_set_new(properties, input->fields[i], json_real(i == 0 ? number : 1));
    mintu_feature feature = {.properties = properties};
    mintu_evaluation evaluation = {.feature = &feature, .pool = &pool};
    mintu_value value;
    bool found = mintu_node_evaluate(input->node, &evaluation, &value) && value.kind == MINTU_KIND_NUMBER;
    double out = found ? value.number : (double)NAN;
    mintu_pool_free(&pool);
    json_decref(properties);
    return out;
}

/* The number between the two, at which the input passes the value. */
static double bisect(const mintu_decider *input, double value, double low, double high, bool rising)
{
    for (int i = 0; i < 200 && nextafter(low, high) < high; i++) {
        double middle = low / 2 + high / 2, at = mintu_decider_at(input, middle);
        if (rising ? at >= value : at <= value)
            high = middle;
        else
            low = middle;
    }
    return high;
}

static double with_digits(double number, int digits)
{
    double unit = pow(10, floor(log10(fmax(fabs(number), 1e-300))) - digits + 1);
    return round(number / unit) * unit;
}

/* As short as a number can be written at which the input is the value. */
static double shorten(const mintu_decider *input, double value, double number)
{
    for (int digits = 1; digits < 15; digits++) {
        double shorter = with_digits(number, digits);
        if (fabs(mintu_decider_at(input, shorter) - value) <= 1e-12 * fmax(1, fabs(value)))
            return shorter;
    }
    return number;
}

static const double powers[] = {0, 1e-6, 1e-3, 1e-2, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e9, 1e12};
enum { POWERS = sizeof powers / sizeof *powers, PLACES = 2 * POWERS - 1 };

/* The numbers at which inputs are tried, rising. */
static double place_at(int i)
{
    return i < POWERS - 1 ? -powers[POWERS - 1 - i] : powers[i - POWERS + 1];
}

double mintu_decider_flat_end(const mintu_decider *input, double value)
{
    double low = NAN;
    for (int i = 0; i < PLACES; i++) {
        double high = place_at(i), at = mintu_decider_at(input, high);
        if (!isfinite(at))
            continue;
        if (at != value && isnan(low))
            return NAN;
        if (at == value) {
            low = high;
            continue;
        }
        bool rising = at > value;
        double past = bisect(input, rising ? nextafter(value, INFINITY) : nextafter(value, -INFINITY), low, high, rising);
        int digits = 1; /* by its own place: the input is the value at all shorter numbers below it, too */
        while (digits < 15 && fabs(with_digits(past, digits) - past) > 1e-9 * fmax(1, fabs(past)))
            digits++;
        return with_digits(past, digits);
    }
    return low;
}

bool mintu_decider_first(const mintu_decider *input, double value, double *number, bool *rising)
{
    double before = NAN, least = NAN, place = NAN;
    int up = 0, down = 0;
    if (input->field_count == 0)
        return false;
    if (mintu_node_is(mintu_node_bare(input->node), "get")) {
        *number = value;
        *rising = true;
        return true;
    }
    double low = NAN, high = NAN, first = NAN, last = NAN;
    for (int i = 0; i < PLACES; i++) {
        double x = place_at(i), at = mintu_decider_at(input, x);
        if (!isfinite(at))
            continue;
        up += at > before;
        down += at < before;
        if (isfinite(before) && ((before < value && at >= value) || (before > value && at <= value))) {
            low = place;
            high = x;
        }
        first = isnan(first) ? at : first;
        last = at;
        before = at;
        place = x;
        least = isnan(least) ? x : least;
    }
    if (isnan(least) || (up > 0) == (down > 0))
        return false;
    *rising = up > 0;
    if (!isnan(low))
        *number = shorten(input, value, bisect(input, value, low, high, *rising));
    else if (first == value)
        *number = mintu_decider_at(input, least) == value && mintu_decider_at(input, nextafter(least, INFINITY)) == value
                      ? -(double)INFINITY
                      : least;
    else /* out of reach: below all of the input, or above */
        *number = (last < value) == *rising ? (double)INFINITY : -(double)INFINITY;
    return true;
}

bool mintu_decider_invert(const mintu_decider *input, double value, double *number, bool *rising)
{
    if (input->field_count < 2)
        return mintu_decider_first(input, value, number, rising);
    *number = value;
    *rising = true;
    return true;
}

double mintu_decider_measure(const mintu_decider *input, double number)
{
    return input->field_count < 2 ? mintu_decider_at(input, number) : number;
}
