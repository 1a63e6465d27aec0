/* Numbers: + - * / % ^ abs ceil floor round min max sqrt ln log10 log2 sin cos tan asin acos atan e pi ln2. */
#include "base/earth.h"
#include "expression/operator_group.h"

#include <math.h>

enum { SUM, PRODUCT, LEAST, MOST };

static double join(int code, double total, double next)
{
    switch (code) {
    case SUM:
        return total + next;
    case PRODUCT:
        return total * next;
    case LEAST:
        return isnan(total) || isnan(next) ? (double)NAN : fmin(total, next);
    default:
        return isnan(total) || isnan(next) ? (double)NAN : fmax(total, next);
    }
}

/* Any number of arguments; without any, what leaves the next one as it is. */
static bool evaluate_many(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    const double starts[] = {[SUM] = 0, [PRODUCT] = 1, [LEAST] = (double)INFINITY, [MOST] = -(double)INFINITY};
    double total = starts[node->code];
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, out))
            return false;
        total = join(node->code, total, out->number);
    }
    *out = mintu_value_number(total);
    return true;
}

static bool evaluate_two(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value first, second = mintu_value_number(0);
    if (!mintu_node_argument(node, 0, evaluation, &first) ||
        (node->count > 1 && !mintu_node_argument(node, 1, evaluation, &second)))
        return false;
    double a = first.number, b = second.number;
    double result = node->code == '/' ? a / b : node->code == '%' ? fmod(a, b) : node->code == '^' ? pow(a, b) : a - b;
    *out = mintu_value_number(node->count == 1 ? -a : result);
    return true;
}

enum { ABS, CEIL, FLOOR, ROUND, SQRT, LN, LOG10, LOG2, SIN, COS, TAN, ASIN, ACOS, ATAN, FUNCTIONS };

static bool evaluate_function(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    /* round() takes halves away from zero, as the specification asks. */
    static double (*const functions[FUNCTIONS])(double) = {
        [ABS] = fabs,  [CEIL] = ceil, [FLOOR] = floor, [ROUND] = round, [SQRT] = sqrt, [LN] = log,    [LOG10] = log10,
        [LOG2] = log2, [SIN] = sin,   [COS] = cos,     [TAN] = tan,     [ASIN] = asin, [ACOS] = acos, [ATAN] = atan,
    };
    if (!mintu_node_argument(node, 0, evaluation, out))
        return false;
    *out = mintu_value_number(functions[node->code](out->number));
    return true;
}

static bool evaluate_constant(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    (void)evaluation;
    *out = mintu_value_number(node->code == 'e'   ? 2.71828182845904523536
                              : node->code == 'p' ? MINTU_PI
                                                  : 0.69314718055994530942);
    return true;
}

#define NUMBER &MINTU_TYPE_NUMBER
#define MANY(name, code)                                                                                                       \
    {                                                                                                                          \
        name, NULL, evaluate_many, NUMBER, 0, -1, {NUMBER}, 0, code                                                            \
    }
#define TWO(name, least, code)                                                                                                 \
    {                                                                                                                          \
        name, NULL, evaluate_two, NUMBER, least, 2, {NUMBER, NUMBER}, 0, code                                                  \
    }
#define FUNCTION(name, code)                                                                                                   \
    {                                                                                                                          \
        name, NULL, evaluate_function, NUMBER, 1, 1, {NUMBER}, 0, code                                                         \
    }
#define CONSTANT(name, code)                                                                                                   \
    {                                                                                                                          \
        name, NULL, evaluate_constant, NUMBER, 0, 0, {NULL}, 0, code                                                           \
    }

const mintu_operator MINTU_OPERATORS_MATH[] = {
    MANY("+", SUM),           MANY("*", PRODUCT),
    MANY("min", LEAST),       MANY("max", MOST),
    TWO("-", 1, '-'),         TWO("/", 2, '/'),
    TWO("%", 2, '%'),         TWO("^", 2, '^'),
    FUNCTION("abs", ABS),     FUNCTION("ceil", CEIL),
    FUNCTION("floor", FLOOR), FUNCTION("round", ROUND),
    FUNCTION("sqrt", SQRT),   FUNCTION("ln", LN),
    FUNCTION("log10", LOG10), FUNCTION("log2", LOG2),
    FUNCTION("sin", SIN),     FUNCTION("cos", COS),
    FUNCTION("tan", TAN),     FUNCTION("asin", ASIN),
    FUNCTION("acos", ACOS),   FUNCTION("atan", ATAN),
    CONSTANT("e", 'e'),       CONSTANT("pi", 'p'),
    CONSTANT("ln2", 'l'),     {0},
};
