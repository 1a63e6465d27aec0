#include "base/ascii.h"

#include <mintu/layer.h>

#include <string.h>

/* Shapefile, MapInfo, MapInfo's exchange format, tables, GML, GeoTIFF, SQLite. */
static const char *const groups[][16] = {
    {".shp", ".shx", ".dbf", ".prj", ".cpg", ".cst", ".qix", ".sbn", ".sbx", ".idm", ".ind", ".qpj"},
    {".tab", ".dat", ".dbf", ".map", ".id", ".ind"},
    {".mif", ".mid"},
    {".csv", ".csvt", ".prj"},
    {".tsv", ".csvt", ".prj"},
    {".gml", ".xsd", ".gfs"},
    {".tif", ".tfw", ".wld", ".prj", ".tif.aux.xml", ".tif.ovr", ".tif.msk"},
    {".gpkg", ".gpkg-wal", ".gpkg-journal", ".gpkg-shm"},
};
enum { GROUPS = sizeof groups / sizeof *groups };

const char *const *mintu_layer_side_endings(const char *path)
{
    if (!path)
        return NULL;
    const char *slash = strrchr(path, '/'), *own = strrchr(slash ? slash : path, '.');
    for (int i = 0; own && i < GROUPS; i++)
        for (const char *const *ending = groups[i]; *ending; ending++)
            if (mintu_ascii_compare(*ending, own) == 0)
                return groups[i];
    return NULL;
}
