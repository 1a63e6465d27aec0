/* The files that a data package is made of. */
#include "base/argument.h"
#include "base/message.h"
#include "gazetteer/boundary_files.h"
#include "gazetteer/built_layers.h"
#include "gazetteer/place_rows.h"
#include "layer/layer_end.h"

#include <stdlib.h>

static const char DOING[] = N_("listing the files of the data package");

static mintu_status add(mintu_layer *layer, char *path, mintu_error *error)
{
    if (!path)
        return mintu_fail_memory(error, DOING);
    mintu_row row = mintu_row_append(layer, error);
    mintu_row_text(&row, path);
    free(path);
    return row.status;
}

/* What an import makes may be there without being listed as a resource. */
static mintu_status add_built(const mintu_package *package, mintu_layer *layer, mintu_error *error)
{
    char *counties = mintu_built_counties(package);
    mintu_status status = counties ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    for (int i = 0; i < MINTU_BOUNDARY_FILES && status == MINTU_STATUS_OK; i++)
        status = add(layer, mintu_built_path(counties, mintu_boundary_file_layer(i)), error);
    free(counties);
    return status;
}

static mintu_status list(mintu_context *context, const mintu_package *package, mintu_error *error, mintu_layer **out)
{
    static const mintu_field fields[] = {{"path", MINTU_FIELD_TYPE_TEXT}};
    mintu_status status = mintu_rows_new(context, "files", fields, 1, error, out);
    if (status == MINTU_STATUS_OK)
        status = add(*out, mintu_text_copy(package->path), error);
    for (size_t i = 0; i < json_array_size(package->resources) && status == MINTU_STATUS_OK; i++)
        status = add(*out, mintu_package_file(package, json_array_get(package->resources, i)), error);
    if (status == MINTU_STATUS_OK)
        status = add_built(package, *out, error);
    return mintu_layer_end(status, out);
}

mintu_status mintu_gazetteer_files(mintu_context *context, const char *dir, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, dir))
        return MINTU_STATUS_USAGE;
    mintu_package package;
    mintu_status status = mintu_package_open(context, dir, error, &package);
    if (status != MINTU_STATUS_OK)
        return status;
    status = list(context, &package, error, out);
    mintu_package_close(&package);
    return status;
}
