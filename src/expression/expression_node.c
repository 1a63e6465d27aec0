#include "expression/expression_node.h"

#include "base/message.h"
#include "expression/value_text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Variables are evaluated where they are used, so a short expression can describe a very long computation. */
enum { STEPS_MOST = 1000000 };

bool mintu_evaluation_fail(mintu_evaluation *evaluation, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(evaluation->message, sizeof evaluation->message, mintu_message(format), arguments);
    va_end(arguments);
    return false;
}

bool mintu_evaluation_fail_memory(mintu_evaluation *evaluation)
{
    evaluation->memory = true;
    return mintu_evaluation_fail(evaluation, "memory ran out");
}

void *mintu_evaluation_take(mintu_evaluation *evaluation, size_t size)
{
    void *memory = mintu_pool_take(evaluation->pool, size);
    if (!memory)
        mintu_evaluation_fail_memory(evaluation);
    return memory;
}

bool mintu_node_evaluate(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    if (node->form == MINTU_FORM_LITERAL) {
        *out = node->value;
        return true;
    }
    if (++evaluation->steps > STEPS_MOST)
        return mintu_evaluation_fail(evaluation, "The expression needs more than %d steps.", STEPS_MOST);
    const mintu_operator *operation = node->operation;
    if (operation->evaluate)
        return operation->evaluate(node, evaluation, out);
    if (operation->choose) {
        size_t index;
        return operation->choose(node, evaluation, &index) && mintu_node_argument(node, index, evaluation, out);
    }
    mintu_value arguments[MINTU_APPLIED] = {{.kind = MINTU_KIND_NULL}};
    for (size_t i = 0; i < node->count; i++)
        if (node->arguments[i] && !mintu_node_argument(node, i, evaluation, &arguments[i]))
            return false;
    return operation->apply(evaluation, arguments, out);
}

bool mintu_node_argument(const mintu_node *node, size_t index, mintu_evaluation *evaluation, mintu_value *out)
{
    return mintu_node_evaluate(node->arguments[index], evaluation, out);
}

bool mintu_evaluation_text(mintu_evaluation *evaluation, const char *pooled, mintu_value *out)
{
    *out = mintu_value_text(pooled);
    return pooled ? true : mintu_evaluation_fail_memory(evaluation);
}

bool mintu_evaluation_json(mintu_evaluation *evaluation, const json_t *json, mintu_value *out)
{
    return mintu_value_from_json(evaluation->pool, json, out) || mintu_evaluation_fail_memory(evaluation);
}

const char *mintu_evaluation_show(mintu_evaluation *evaluation, const mintu_value *value)
{
    if (value->kind == MINTU_KIND_NULL)
        return "null";
    const char *text = mintu_value_to_text(evaluation->pool, value);
    return text ? text : "";
}

const char *mintu_evaluation_show_type(mintu_evaluation *evaluation, const mintu_value *value)
{
    const mintu_type *type = mintu_value_type(evaluation->pool, value);
    char *text = mintu_pool_take(evaluation->pool, MINTU_TYPE_TEXT_SIZE);
    return type && text ? mintu_type_text(type, text) : "value";
}
