#include "expression/value_type.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const mintu_type MINTU_TYPES[MINTU_KIND_END] = {
    [MINTU_KIND_NULL] = {MINTU_KIND_NULL, NULL, -1},
    [MINTU_KIND_NUMBER] = {MINTU_KIND_NUMBER, NULL, -1},
    [MINTU_KIND_STRING] = {MINTU_KIND_STRING, NULL, -1},
    [MINTU_KIND_BOOLEAN] = {MINTU_KIND_BOOLEAN, NULL, -1},
    [MINTU_KIND_COLOR] = {MINTU_KIND_COLOR, NULL, -1},
    [MINTU_KIND_OBJECT] = {MINTU_KIND_OBJECT, NULL, -1},
    [MINTU_KIND_ARRAY] = {MINTU_KIND_ARRAY, &MINTU_TYPE_VALUE, -1},
    [MINTU_KIND_FORMATTED] = {MINTU_KIND_FORMATTED, NULL, -1},
    [MINTU_KIND_IMAGE] = {MINTU_KIND_IMAGE, NULL, -1},
    [MINTU_KIND_PADDING] = {MINTU_KIND_PADDING, NULL, -1},
    [MINTU_KIND_NUMBERS] = {MINTU_KIND_NUMBERS, NULL, -1},
    [MINTU_KIND_COLORS] = {MINTU_KIND_COLORS, NULL, -1},
    [MINTU_KIND_ANCHORED] = {MINTU_KIND_ANCHORED, NULL, -1},
    [MINTU_KIND_PROJECTION] = {MINTU_KIND_PROJECTION, NULL, -1},
    [MINTU_KIND_COLLATOR] = {MINTU_KIND_COLLATOR, NULL, -1},
    [MINTU_KIND_VALUE] = {MINTU_KIND_VALUE, NULL, -1},
    [MINTU_KIND_ERROR] = {MINTU_KIND_ERROR, NULL, -1},
};

const mintu_type MINTU_TYPE_NUMBERS = {MINTU_KIND_ARRAY, &MINTU_TYPE_NUMBER, -1};
const mintu_type MINTU_TYPE_STRINGS = {MINTU_KIND_ARRAY, &MINTU_TYPE_STRING, -1};
const mintu_type MINTU_TYPE_NUMBERS_2 = {MINTU_KIND_ARRAY, &MINTU_TYPE_NUMBER, 2};
const mintu_type MINTU_TYPE_NUMBERS_4 = {MINTU_KIND_ARRAY, &MINTU_TYPE_NUMBER, 4};

/* By kind. */
static const char *const NAMES[MINTU_KIND_END] = {"null",
                                                  "number",
                                                  "string",
                                                  "boolean",
                                                  "color",
                                                  "object",
                                                  "array",
                                                  "formatted",
                                                  "resolvedImage",
                                                  "padding",
                                                  "numberArray",
                                                  "colorArray",
                                                  "variableAnchorOffsetCollection",
                                                  "projectionDefinition",
                                                  "collator",
                                                  "value",
                                                  "error"};

const mintu_type *mintu_type_of_kind(mintu_kind kind)
{
    return &MINTU_TYPES[kind];
}

const char *mintu_type_text(const mintu_type *type, char text[MINTU_TYPE_TEXT_SIZE])
{
    size_t used = 0, depth = 0;
    const mintu_type *base = type;
    for (; base->kind == MINTU_KIND_ARRAY && depth < 8; base = base->item, depth++)
        if (base->length < 0 && base->item->kind == MINTU_KIND_VALUE)
            break;
        else
            used += (size_t)snprintf(text + used, MINTU_TYPE_TEXT_SIZE - used, "array<");
    int written = snprintf(text + used, MINTU_TYPE_TEXT_SIZE - used, "%s", NAMES[base->kind]);
    used += (size_t)written;
    /* The lengths stand behind, the innermost first. */
    for (; depth > 0; depth--) {
        const mintu_type *array = type;
        for (size_t i = 1; i < depth; i++)
            array = array->item;
        if (used + 28 > MINTU_TYPE_TEXT_SIZE)
            break;
        char length[24] = "";
        if (array->length >= 0)
            snprintf(length, sizeof length, ", %ld", array->length);
        used += (size_t)snprintf(text + used, MINTU_TYPE_TEXT_SIZE - used, "%s>", length);
    }
    return text;
}

bool mintu_type_accepts(const mintu_type *expected, const mintu_type *type)
{
    if (type->kind == MINTU_KIND_ERROR)
        return true;
    if (expected->kind == MINTU_KIND_VALUE)
        return type->kind != MINTU_KIND_COLLATOR;
    if (expected->kind != MINTU_KIND_ARRAY || type->kind != MINTU_KIND_ARRAY)
        return expected->kind == type->kind;
    bool empty = type->length == 0 && type->item->kind == MINTU_KIND_VALUE;
    return (empty || mintu_type_accepts(expected->item, type->item)) &&
           (expected->length < 0 || expected->length == type->length);
}

const mintu_type *mintu_type_parse(mintu_pool *pool, const char *text)
{
    for (int kind = 0; kind < MINTU_KIND_END; kind++)
        if (strcmp(NAMES[kind], text) == 0)
            return &MINTU_TYPES[kind];
    char item[16];
    size_t size = strncmp(text, "array<", 6) == 0 ? strcspn(text + 6, ",>") : 0;
    if (size == 0 || size >= sizeof item)
        return NULL;
    memcpy(item, text + 6, size);
    item[size] = '\0';
    mintu_type *type = mintu_pool_take(pool, sizeof *type);
    const mintu_type *item_type = mintu_type_parse(pool, item);
    if (!type || !item_type)
        return NULL;
    char *end = NULL;
    const char *rest = text + 6 + size;
    *type = (mintu_type){MINTU_KIND_ARRAY, item_type, *rest == ',' ? strtol(rest + 1, &end, 10) : -1};
    return strcmp(end ? end : rest, ">") == 0 ? type : NULL;
}
