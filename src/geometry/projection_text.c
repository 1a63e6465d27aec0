#include "geometry/projection_text.h"

#include <mintu/number.h>

#include <string.h>

const char *mintu_proj_parameter(const char *text, const char *name)
{
    size_t size = strlen(name);
    for (const char *at = text; at && (at = strchr(at, '+'));) {
        at++;
        if (strncmp(at, name, size) == 0 && (at[size] == '=' || at[size] == ' ' || at[size] == '\0'))
            return at + size + (at[size] == '=');
    }
    return NULL;
}

double mintu_proj_number(const char *text, const char *name, double other)
{
    const char *value = mintu_proj_parameter(text, name), *end = value;
    double number = value ? mintu_number_read(value, &end) : 0;
    return end != value ? number : other;
}
