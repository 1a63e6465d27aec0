#include "format/json_locate.h"

#include "format/json.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* jansson keeps no positions, so a finding's place is looked up again in the text, which is known to be valid JSON. */
typedef struct cursor {
    const char *at, *end;
} cursor;

static void skip_space(cursor *c)
{
    while (c->at < c->end && strchr(" \t\r\n", *c->at) && *c->at)
        c->at++;
}

/* Past the text that begins at the quote. */
static void skip_string(cursor *c)
{
    for (c->at++; c->at < c->end && *c->at != '"'; c->at++)
        if (*c->at == '\\')
            c->at++;
    c->at++;
}

/* Past a whole value, without recursion, so that depth costs nothing. */
static void skip_value(cursor *c)
{
    long depth = 0;
    do {
        skip_space(c);
        if (c->at >= c->end)
            return;
        char head = *c->at;
        if (head == '"') {
            skip_string(c);
        } else if (head == '{' || head == '[') {
            depth++;
            c->at++;
        } else if (head == '}' || head == ']') {
            depth--;
            c->at++;
        } else if (head == ',' || head == ':') {
            c->at++;
        } else {
            do
                c->at++;
            while (c->at < c->end && !strchr(",:]} \t\r\n", *c->at));
        }
    } while (depth > 0);
}

/* True when the quoted key equals the pointer's token (RFC 6901: ~1 is /, ~0 is ~). Keys with escapes are compared decoded. */
static bool key_equals(const char *key, size_t size, const char *token, size_t token_size)
{
    json_t *decoded = json_loadb(key, size, JSON_DECODE_ANY, NULL);
    const char *name = decoded ? json_string_value(decoded) : NULL;
    bool equal = name != NULL;
    for (size_t i = 0; equal && i < token_size; i++, name++) {
        char expected = token[i];
        if (expected == '~' && i + 1 < token_size)
            expected = token[++i] == '1' ? '/' : '~';
        equal = *name == expected;
    }
    equal = equal && *name == '\0';
    json_decref(decoded);
    return equal;
}

/* Moves from an object or array to the member that the token names. */
static bool enter(cursor *c, const char *token, size_t size)
{
    skip_space(c);
    if (c->at >= c->end || (*c->at != '{' && *c->at != '['))
        return false;
    bool object = *c->at++ == '{';
    unsigned long wanted = object ? 0 : strtoul(token, NULL, 10);
    for (unsigned long index = 0; c->at < c->end; index++) {
        skip_space(c);
        if (c->at >= c->end || *c->at == '}' || *c->at == ']')
            return false;
        bool here = !object && index == wanted;
        if (object) {
            const char *key = c->at;
            skip_string(c);
            here = key_equals(key, (size_t)(c->at - key), token, size);
            skip_space(c);
            c->at++;
            skip_space(c);
        }
        if (here)
            return true;
        skip_value(c);
        skip_space(c);
        if (c->at < c->end && *c->at == ',')
            c->at++;
    }
    return false;
}

mintu_where mintu_json_locate(const char *source, const char *text, size_t size, const char *pointer)
{
    const char *end = text + size;
    text += mintu_json_mark(text, size); /* it is no column of the first line */
    cursor c = {text, end};
    while (*pointer == '/') {
        const char *token = pointer + 1;
        size_t length = strcspn(token, "/");
        if (!enter(&c, token, length))
            return (mintu_where){.source = source};
        pointer = token + length;
    }
    skip_space(&c);
    return mintu_where_at(source, text, (size_t)((c.at < c.end ? c.at : c.end) - text));
}
