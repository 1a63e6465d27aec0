#include "base/crs_definition.h"

#include "base/ascii.h"

#include <string.h>

/* A ratio or a unit, as in m/s, has a slash as well. */
static bool is_number_key(const char *key, size_t size)
{
    static const char *const keys[] = {"to_meter", "vto_meter", "units", "vunits"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strlen(keys[i]) == size && mintu_ascii_compare_n(key, keys[i], size) == 0)
            return true;
    return false;
}

static bool is_path(const char *value, size_t size)
{
    return size > 0 && (memchr(value, '/', size) || memchr(value, '\\', size) || value[0] == '~');
}

/* "key=value" of a PROJ string, wherever it stands; PROJ allows spaces about the sign, and quotes. */
static bool has_path_value(const char *text)
{
    for (const char *sign = strchr(text, '='); sign; sign = strchr(sign + 1, '=')) {
        const char *end = sign, *value = sign + 1;
        while (end > text && mintu_ascii_is_space(end[-1]))
            end--;
        const char *key = end;
        while (key > text && (mintu_ascii_is_alnum(key[-1]) || key[-1] == '_'))
            key--;
        value += strspn(value, " \t\r\n\"'");
        if (!is_number_key(key, (size_t)(end - key)) && is_path(value, strcspn(value, " \t\r\n\"'])}")))
            return true;
    }
    return false;
}

/* The text after a word of WKT that gives a file, up to the node's end. */
static bool has_path_after(const char *text, const char *word)
{
    size_t size = strlen(word);
    for (; *text; text++)
        if (mintu_ascii_compare_n(text, word, size) == 0 && is_path(text + size, strcspn(text + size, "])")))
            return true;
    return false;
}

/* Values in PROJJSON are numbers, but for files. */
static bool has_path_member(const char *text)
{
    static const char key[] = "\"value\"";
    for (const char *at = strstr(text, key); at; at = strstr(at, key)) {
        at += sizeof key - 1;
        const char *value = at + strspn(at, " \t\r\n:");
        if (*value == '"' && is_path(value + 1, strcspn(value + 1, "\"")))
            return true;
    }
    return false;
}

bool mintu_reference_names_file(const char *definition)
{
    return has_path_value(definition) || has_path_after(definition, "parameterfile") ||
           has_path_after(definition, "proj4_grids") || has_path_member(definition);
}
