#define _GNU_SOURCE
#include "console/guard_sides.h"

#include <mintu/layer.h>

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static size_t count_of(const char *const *endings)
{
    size_t count = 0;
    while (endings && endings[count])
        count++;
    return count;
}

size_t cli_side_count(const char *path)
{
    return 2 * count_of(mintu_layer_side_endings(path));
}

char *cli_side_path(const char *path, size_t index)
{
    const char *const *endings = mintu_layer_side_endings(path);
    size_t count = count_of(endings);
    char *side = NULL;
    if (count == 0)
        return NULL;
    if (asprintf(&side, "%.*s%s", (int)(strrchr(path, '.') - path), path, endings[index % count]) < 0)
        return NULL;
    for (char *at = side + (strrchr(path, '.') - path); index >= count && *at; at++)
        *at = (char)toupper((unsigned char)*at); /* the endings of files from elsewhere may be in capitals */
    return side;
}
