#include "gazetteer/package_layer.h"

#include "gazetteer/place_rows.h"

#include <stdlib.h>

mintu_status mintu_package_layer(mintu_context *context, const mintu_package *package, const char *stem, const char *name,
                                 mintu_error *error, mintu_layer **out)
{
    const json_t *resource = mintu_package_resource(package, stem, NULL);
    if (!resource)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, mintu_package_where(package, "/resources"),
                             "loading the layer %s: no resource %s is listed; expected one; take the package anew",
                             name ? name : stem, stem);
    char *path = mintu_package_file(package, resource);
    mintu_status status =
        path ? mintu_package_load(context, package, path, name, error, out) : mintu_fail_memory(error, "loading a layer");
    free(path);
    return status;
}

mintu_status mintu_file_notes_copy(const mintu_layer *from, mintu_layer *to, mintu_error *error)
{
    static const char *const keys[] = {"source", "credit", "licence", "note", "schematic"};
    return mintu_layer_notes_copy(to, from, keys, sizeof keys / sizeof *keys, error);
}
