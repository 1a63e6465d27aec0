/* Colours: rgb rgba to-rgba. */
#include "expression/operator_group.h"

static bool evaluate_rgba(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    double parts[4] = {0, 0, 0, 1};
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, out))
            return false;
        parts[i] = out->number;
    }
    for (int i = 0; i < 3; i++)
        if (!(parts[i] >= 0 && parts[i] <= 255))
            return mintu_evaluation_fail(evaluation,
                                         "Invalid rgba value [%g, %g, %g, %g]: 'r', 'g', and 'b' must be between 0 and "
                                         "255.",
                                         parts[0], parts[1], parts[2], parts[3]);
    if (!(parts[3] >= 0 && parts[3] <= 1))
        return mintu_evaluation_fail(evaluation, "Invalid rgba value [%g, %g, %g, %g]: 'a' must be between 0 and 1.", parts[0],
                                     parts[1], parts[2], parts[3]);
    *out = (mintu_value){.kind = MINTU_KIND_COLOR, .color = {parts[0] / 255, parts[1] / 255, parts[2] / 255, parts[3]}};
    return true;
}

static bool evaluate_to_rgba(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value *items = mintu_evaluation_take(evaluation, 4 * sizeof *items);
    if (!items || !mintu_node_argument(node, 0, evaluation, out))
        return false;
    mintu_color color = out->color;
    items[0] = mintu_value_number(color.red * 255);
    items[1] = mintu_value_number(color.green * 255);
    items[2] = mintu_value_number(color.blue * 255);
    items[3] = mintu_value_number(color.alpha);
    *out = (mintu_value){.kind = MINTU_KIND_ARRAY, .array = {items, 4}};
    return true;
}

#define NUMBER &MINTU_TYPE_NUMBER

const mintu_operator MINTU_OPERATORS_COLOR[] = {
    {"rgb", NULL, evaluate_rgba, &MINTU_TYPE_COLOR, 3, 3, {NUMBER, NUMBER, NUMBER}, 0, 0},
    {"rgba", NULL, evaluate_rgba, &MINTU_TYPE_COLOR, 4, 4, {NUMBER, NUMBER, NUMBER, NUMBER}, 0, 0},
    {"to-rgba", NULL, evaluate_to_rgba, &MINTU_TYPE_NUMBERS_4, 1, 1, {&MINTU_TYPE_COLOR}, 0, 0},
    {0},
};
