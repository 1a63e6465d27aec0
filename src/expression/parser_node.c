#include "expression/parser_node.h"

#include "expression/parser_error.h"

void *mintu_parser_take(mintu_parser *parser, size_t size)
{
    void *memory = mintu_pool_take(parser->pool, size);
    if (!memory)
        mintu_parser_fail_memory(parser);
    return memory;
}

mintu_node *mintu_parser_node(mintu_parser *parser, const mintu_operator *operation, size_t count)
{
    mintu_node *node = mintu_parser_take(parser, sizeof *node);
    mintu_node **arguments = count ? mintu_parser_take(parser, count * sizeof(mintu_node *)) : NULL;
    if (!node || (count && !arguments))
        return NULL;
    *node = (mintu_node){
        .operation = operation,
        .type = operation->type,
        .form = operation->form,
        .flags = operation->flags,
        .count = count,
        .arguments = arguments,
    };
    return node;
}

mintu_node *mintu_parser_literal(mintu_parser *parser, const mintu_type *type, mintu_value value)
{
    mintu_node *node = mintu_parser_take(parser, sizeof *node);
    if (node)
        *node = (mintu_node){.type = type, .form = MINTU_FORM_LITERAL, .value = value};
    return node;
}

const mintu_type *mintu_parser_known_type(const mintu_parser *parser)
{
    return parser->expected && parser->expected->kind != MINTU_KIND_VALUE ? parser->expected : NULL;
}

bool mintu_parser_check(mintu_parser *parser, size_t index, const mintu_type *expected, const mintu_type *type)
{
    char wanted[MINTU_TYPE_TEXT_SIZE], found[MINTU_TYPE_TEXT_SIZE];
    if (mintu_type_accepts(expected, type))
        return true;
    mintu_parser_fail_at(parser, index, "Expected %s but found %s instead.", mintu_type_text(expected, wanted),
                         mintu_type_text(type, found));
    return false;
}
