#define _GNU_SOURCE
#include "cli/guard_sides.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { ENDINGS = 12 };

/* Shapefile, MapInfo, MapInfo's exchange format, CSV, GML, SQLite. */
static const char *const groups[][ENDINGS] = {
    {".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx", ".qpj"},
    {".tab", ".dat", ".map", ".id", ".ind"},
    {".mif", ".mid"},
    {".csv", ".csvt", ".prj"},
    {".gml", ".xsd", ".gfs"},
    {".gpkg", ".gpkg-wal", ".gpkg-journal", ".gpkg-shm"},
};
enum { GROUPS = sizeof groups / sizeof *groups };

static size_t count_of(const char *const *group)
{
    size_t count = 0;
    while (count < ENDINGS && group[count])
        count++;
    return count;
}

static bool has_ending(const char *const *group, const char *ending)
{
    for (size_t i = 0; i < count_of(group); i++)
        if (strcasecmp(group[i], ending) == 0)
            return true;
    return false;
}

/* The group of a file's ending; NULL: it stands by itself. */
static const char *const *group_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *ending = strrchr(slash ? slash : path, '.');
    for (int i = 0; ending && i < GROUPS; i++)
        if (has_ending(groups[i], ending))
            return groups[i];
    return NULL;
}

size_t cli_side_count(const char *path)
{
    const char *const *group = group_of(path);
    return group ? 2 * count_of(group) : 0;
}

char *cli_side_path(const char *path, size_t index)
{
    const char *const *group = group_of(path);
    size_t count = count_of(group);
    char *side = NULL;
    if (asprintf(&side, "%.*s%s", (int)(strrchr(path, '.') - path), path, group[index % count]) < 0)
        return NULL;
    for (char *at = side + (strrchr(path, '.') - path); index >= count && *at; at++)
        *at = (char)toupper((unsigned char)*at); /* the endings of files from elsewhere may be in capitals */
    return side;
}
