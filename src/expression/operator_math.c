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
    double total = starts[node->operation->code];
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, out))
            return false;
        total = join(node->operation->code, total, out->number);
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
    int code = node->operation->code;
    double result = code == '/' ? a / b : code == '%' ? fmod(a, b) : code == '^' ? pow(a, b) : a - b;
    *out = mintu_value_number(node->count == 1 ? -a : result);
    return true;
}

static bool evaluate_function(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    if (!mintu_node_argument(node, 0, evaluation, out))
        return false;
    *out = mintu_value_number(node->operation->function(out->number));
    return true;
}

enum { E, PI, LN2 };

static bool evaluate_constant(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    static const double constants[] = {[E] = 2.71828182845904523536, [PI] = MINTU_PI, [LN2] = 0.69314718055994530942};
    (void)evaluation;
    *out = mintu_value_number(constants[node->operation->code]);
    return true;
}

#define NUMBER   &MINTU_TYPE_NUMBER
#define MANY     .evaluate = evaluate_many, .type = NUMBER, .most = -1, .parameters = {NUMBER}
#define TWO      .evaluate = evaluate_two, .type = NUMBER, .most = 2, .parameters = {NUMBER, NUMBER}
#define FUNCTION .evaluate = evaluate_function, .type = NUMBER, .least = 1, .most = 1, .parameters = {NUMBER}
#define CONSTANT .evaluate = evaluate_constant, .type = NUMBER

/* round() takes halves away from zero, as the specification asks. */
const mintu_operator MINTU_OPERATORS_MATH[] = {
    {"+", MANY, .code = SUM},
    {"*", MANY, .code = PRODUCT},
    {"min", MANY, .code = LEAST},
    {"max", MANY, .code = MOST},
    {"-", TWO, .least = 1, .code = '-'},
    {"/", TWO, .least = 2, .code = '/'},
    {"%", TWO, .least = 2, .code = '%'},
    {"^", TWO, .least = 2, .code = '^'},
    {"abs", FUNCTION, .function = fabs},
    {"ceil", FUNCTION, .function = ceil},
    {"floor", FUNCTION, .function = floor},
    {"round", FUNCTION, .function = round},
    {"sqrt", FUNCTION, .function = sqrt},
    {"ln", FUNCTION, .function = log},
    {"log10", FUNCTION, .function = log10},
    {"log2", FUNCTION, .function = log2},
    {"sin", FUNCTION, .function = sin},
    {"cos", FUNCTION, .function = cos},
    {"tan", FUNCTION, .function = tan},
    {"asin", FUNCTION, .function = asin},
    {"acos", FUNCTION, .function = acos},
    {"atan", FUNCTION, .function = atan},
    {"e", CONSTANT, .code = E},
    {"pi", CONSTANT, .code = PI},
    {"ln2", CONSTANT, .code = LN2},
    {0},
};
