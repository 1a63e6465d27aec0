#define _POSIX_C_SOURCE 200809L
#include "gazetteer/built_layers.h"

#include "base/file.h"

#include <string.h>
#include <unistd.h>

const char *const mintu_built_units[] = {"province", "prefectures", "counties"};

char *mintu_built_path(const char *counties, const char *layer)
{
    static const char own[] = "counties";
    if (strcmp(layer, own) == 0)
        return mintu_text_copy(counties);
    const char *slash = strrchr(counties, '/');
    const char *name = slash ? slash + 1 : counties;
    const char *found = strstr(name, own);
    const char *dot = strrchr(name, '.');
    size_t cut = (size_t)((found ? found : dot ? dot : name + strlen(name)) - counties);
    const char *rest = found ? found + strlen(own) : counties + cut;
    mintu_buffer path = {0};
    mintu_buffer_add(&path, counties, cut);
    mintu_buffer_format(&path, "%s%s%s", found ? "" : "-", layer, rest);
    if (path.failed)
        mintu_buffer_free(&path);
    return path.data;
}

char *mintu_built_counties(const mintu_package *package)
{
    const json_t *resource = mintu_package_resource(package, "counties", NULL);
    return resource ? mintu_package_file(package, resource) : mintu_path_join(package->dir, "counties.gpkg");
}

bool mintu_built_there(const char *path)
{
    return access(path, R_OK) == 0;
}
