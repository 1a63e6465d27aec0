/* Failures of the parser, and the checks that need a whole expression. */
#include "expression/parser_error.h"

#include "base/message.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Writes the path after RFC 6901, as far as there is room; returns its length. */
static size_t write_pointer(char *pointer, size_t room, const mintu_path *path)
{
    char number[24];
    pointer[0] = '\0';
    if (!path)
        return 0;
    size_t used = write_pointer(pointer, room, path->up);
    snprintf(number, sizeof number, "%zu", path->index);
    if (used + 1 < room)
        pointer[used++] = '/';
    for (const char *at = path->key ? path->key : number; *at && used + 2 < room; at++) {
        bool escaped = *at == '~' || *at == '/';
        pointer[used++] = *at;
        if (escaped) {
            memcpy(&pointer[used - 1], *at == '~' ? "~0" : "~1", 2);
            used++;
        }
    }
    pointer[used] = '\0';
    return used;
}

static void note(mintu_parser *parser, mintu_status status, const mintu_path *path, const char *format, va_list arguments)
{
    if (parser->status != MINTU_STATUS_OK)
        return;
    parser->status = status;
    vsnprintf(parser->text, sizeof parser->text, mintu_message(format), arguments);
    write_pointer(parser->pointer, sizeof parser->pointer, path);
}

mintu_node *mintu_parser_fail(mintu_parser *parser, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    note(parser, MINTU_STATUS_INPUT, parser->path, format, arguments);
    va_end(arguments);
    return NULL;
}

mintu_node *mintu_parser_fail_at(mintu_parser *parser, size_t index, const char *format, ...)
{
    const mintu_path step = {parser->path, NULL, index};
    va_list arguments;
    va_start(arguments, format);
    note(parser, MINTU_STATUS_INPUT, &step, format, arguments);
    va_end(arguments);
    return NULL;
}

bool mintu_parser_note(mintu_parser *parser, mintu_status status, const char *key, const char *format, ...)
{
    const mintu_path step = {parser->path, key, 0};
    va_list arguments;
    va_start(arguments, format);
    note(parser, status, key ? &step : parser->path, format, arguments);
    va_end(arguments);
    return false;
}

bool mintu_parser_remark(mintu_parser *parser, const char *key, const char *format, ...)
{
    const mintu_path step = {parser->path, key, 0};
    va_list arguments;
    if (!parser->remark || parser->validity || parser->status != MINTU_STATUS_OK)
        return true;
    va_start(arguments, format);
    note(parser, MINTU_STATUS_FINDINGS, key ? &step : parser->path, format, arguments);
    va_end(arguments);
    parser->remark(parser);
    parser->status = MINTU_STATUS_OK;
    return true;
}

mintu_node *mintu_parser_fail_memory(mintu_parser *parser)
{
    if (parser->status == MINTU_STATUS_OK) {
        parser->status = MINTU_STATUS_MEMORY;
        snprintf(parser->text, sizeof parser->text, "memory ran out");
    }
    return NULL;
}

bool mintu_parser_check_number(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    size_t count = json_array_size(array) - 1;
    int least = operation->least, most = operation->most;
    bool any = most < 0, good = count >= (size_t)least && (any || count <= (size_t)most);
    if (!good && least == most)
        mintu_parser_fail(parser, "Expected %d argument%s, but found %zu instead.", least, least == 1 ? "" : "s", count);
    else if (!good)
        mintu_parser_fail(parser, "Expected %d %s %d arguments, but found %zu instead.", least,
                          any ? mintu_message("or more than") : mintu_message("or"), any ? least : most, count);
    return good;
}

bool mintu_parser_check_count(mintu_parser *parser, const json_t *array, size_t least, bool even)
{
    size_t count = json_array_size(array) - 1;
    if (count < least)
        mintu_parser_fail(parser, "Expected at least %zu arguments, but found only %zu.", least, count);
    else if ((count % 2 == 0) != even)
        mintu_parser_fail(parser, "Expected an %s number of arguments.", even ? "even" : "odd");
    return parser->status == MINTU_STATUS_OK;
}

bool mintu_parser_check_single(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    if (json_array_size(array) != 2)
        mintu_parser_fail(parser, "'%s' expression requires exactly one argument, but found %zu instead.", operation->name,
                          json_array_size(array) - 1);
    return parser->status == MINTU_STATUS_OK;
}

/* The curve over zoom in an expression. *bad is set when there are two, or when it stands where it may not. */
static const mintu_node *find_zoom_curve(const mintu_node *node, const char **bad)
{
    const mintu_node *first = NULL, *other = NULL, *last = NULL, *result = NULL;
    for (size_t i = 0; i < node->count && !*bad; i++) {
        last = node->arguments[i] ? find_zoom_curve(node->arguments[i], bad) : NULL;
        if (last && first && last != first)
            other = last;
        first = first ? first : last;
    }
    bool curve = node->form == MINTU_FORM_STEP || node->form == MINTU_FORM_INTERPOLATE;
    const mintu_node *input = curve ? node->arguments[0] : NULL;
    if (node->form == MINTU_FORM_LET)
        result = last;
    else if (node->form == MINTU_FORM_COALESCE)
        result = first;
    else if (input && input->form == MINTU_FORM_ZOOM)
        result = node;
    if (!*bad && first && !result)
        *bad = N_("\"zoom\" expression may only be used as input to a top-level \"step\" or \"interpolate\" expression.");
    else if (!*bad && first && (first != result || other))
        *bad = N_("Only one zoom-based \"step\" or \"interpolate\" subexpression may be used in an expression.");
    return result;
}

bool mintu_parser_check_zoom(mintu_parser *parser, const mintu_node *node)
{
    const char *bad = NULL;
    if (!(node->flags & MINTU_NODE_ZOOM))
        return true;
    if (!find_zoom_curve(node, &bad) && !bad)
        bad = N_("\"zoom\" expression may only be used as input to a top-level \"step\" or \"interpolate\" expression.");
    if (bad)
        mintu_parser_fail(parser, "%s", mintu_message(bad));
    return !bad;
}
