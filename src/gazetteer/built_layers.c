#define _POSIX_C_SOURCE 200809L
#include "gazetteer/built_layers.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *const mintu_built_units[] = {"", "province", "prefectures", "counties"};

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

mintu_status mintu_built_load(mintu_context *context, const mintu_package *package, const char *layer, mintu_error *error,
                              mintu_layer **out)
{
    char *counties = mintu_built_counties(package);
    char *own = counties ? mintu_built_path(counties, layer) : NULL;
    mintu_status status = own ? MINTU_STATUS_OK : mintu_fail_memory(error, "loading a layer");
    *out = NULL;
    if (own && mintu_built_there(counties) && mintu_built_there(own))
        status = mintu_package_load(context, package, own, NULL, error, out);
    free(own);
    free(counties);
    return status;
}

bool mintu_built_there(const char *path)
{
    return access(path, R_OK) == 0;
}
