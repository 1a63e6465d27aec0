/* Colours: rgb rgba to-rgba. */
#include "expression/operator_group.h"

static bool apply_rgba(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    double parts[4] = {0, 0, 0, 1};
    for (int i = 0; i < 4; i++)
        parts[i] = arguments[i].kind == MINTU_KIND_NUMBER ? arguments[i].number : parts[i];
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

static bool apply_to_rgba(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    const mintu_color color = arguments->color;
    const double parts[4] = {color.red * 255, color.green * 255, color.blue * 255, color.alpha};
    mintu_value *items = mintu_evaluation_take(evaluation, 4 * sizeof *items);
    for (int i = 0; items && i < 4; i++)
        items[i] = mintu_value_number(parts[i]);
    *out = (mintu_value){.kind = MINTU_KIND_ARRAY, .array = {items, 4}};
    return items != NULL;
}

#define NUMBER &MINTU_TYPE_NUMBER
#define COLOR  &MINTU_TYPE_COLOR

const mintu_operator MINTU_OPERATORS_COLOR[] = {
    {"rgb", .apply = apply_rgba, .type = COLOR, .least = 3, .most = 3, .parameters = {NUMBER, NUMBER, NUMBER}},
    {"rgba", .apply = apply_rgba, .type = COLOR, .least = 4, .most = 4, .parameters = {NUMBER, NUMBER, NUMBER, NUMBER}},
    {"to-rgba", .apply = apply_to_rgba, .type = &MINTU_TYPE_NUMBERS_4, .least = 1, .most = 1, .parameters = {COLOR}},
    {0},
};
