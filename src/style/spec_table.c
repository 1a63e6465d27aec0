#include "style/spec_table.h"

#include <string.h>

const mintu_spec *mintu_spec_rows(const char *group)
{
    const mintu_spec_group *const tables[3] = {MINTU_SPECS_LAYER, MINTU_SPECS_SYMBOL, MINTU_SPECS_ROOT};
    for (size_t i = 0; i < 3; i++)
        for (const mintu_spec_group *at = tables[i]; at->name; at++)
            if (strcmp(at->name, group) == 0)
                return at->rows;
    return NULL;
}

const mintu_spec *mintu_spec_find(const mintu_spec *rows, const char *name)
{
    while (rows && rows->name && strcmp(rows->name, name) != 0 && strcmp(rows->name, "*") != 0)
        rows++;
    return rows && rows->name ? rows : NULL;
}

bool mintu_spec_lists(const char *words, const char *text)
{
    size_t size = strlen(text);
    for (const char *at = words; at; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (strcspn(at, " ") == size && memcmp(at, text, size) == 0)
            return true;
    }
    return false;
}
