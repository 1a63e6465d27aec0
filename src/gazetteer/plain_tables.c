#include "gazetteer/plain_tables.h"

#include "gazetteer/place_rows.h"
#include "gazetteer/places_query.h"
#include "layer/layer_end.h"

#include <string.h>

static const char *path_of(const json_t *resource)
{
    return json_string_value(json_object_get(resource, "path"));
}

static bool is_table(const json_t *resource)
{
    const char *name = json_string_value(json_object_get(resource, "name")), *slash = strrchr(path_of(resource), '/');
    const char *file = slash ? slash + 1 : path_of(resource);
    return name && strncmp(file, name, strlen(name)) == 0 && strcmp(file + strlen(name), ".csv") == 0;
}

static const json_t *table_at(const mintu_package *package, size_t at)
{
    for (size_t i = 0; i < json_array_size(package->resources); i++)
        if (is_table(json_array_get(package->resources, i)) && at-- == 0)
            return json_array_get(package->resources, i);
    return NULL;
}

const char *mintu_plain_name(const mintu_package *package, size_t at)
{
    return json_string_value(json_object_get(table_at(package, at), "name"));
}

/* A title in both languages is written "zh / en". */
const char *mintu_plain_title(const mintu_package *package, size_t at)
{
    const json_t *resource = table_at(package, at);
    const char *title = mintu_package_text(resource, "title", "en");
    const char *slash = title ? strstr(title, " / ") : NULL;
    return slash ? slash + 3 : title ? title : json_string_value(json_object_get(resource, "name"));
}

bool mintu_plain_there(const mintu_package *package, const char *name)
{
    const json_t *resource = mintu_package_resource(package, name, NULL);
    return resource && is_table(resource);
}

static mintu_field_type type_of(const json_t *resource, const char *column)
{
    const json_t *fields = json_object_get(json_object_get(resource, "schema"), "fields"), *field;
    size_t index;
    json_array_foreach(fields, index, field)
    {
        const char *name = json_string_value(json_object_get(field, "name"));
        const char *type = json_string_value(json_object_get(field, "type"));
        if (!name || !type || strcmp(name, column) != 0)
            continue;
        return strcmp(type, "integer") == 0  ? MINTU_FIELD_TYPE_INTEGER
               : strcmp(type, "number") == 0 ? MINTU_FIELD_TYPE_REAL
                                             : MINTU_FIELD_TYPE_TEXT;
    }
    return MINTU_FIELD_TYPE_TEXT;
}

static mintu_status add_row(const mintu_table *table, size_t row, mintu_layer *layer, mintu_error *error)
{
    mintu_row out = mintu_row_append(layer, error);
    for (size_t column = 0; column < mintu_table_column_count(table) && out.status == MINTU_STATUS_OK; column++) {
        double value;
        if (mintu_layer_field_type(layer, column) == MINTU_FIELD_TYPE_TEXT) {
            mintu_row_text(&out, mintu_table_text(table, row, column));
            continue;
        }
        out.status = mintu_cell_number(table, row, (int)column, error, &value);
        mintu_row_number(&out, value);
    }
    return out.status;
}

static mintu_status fill(const mintu_table *table, const json_t *resource, mintu_layer *layer, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t column = 0; column < mintu_table_column_count(table) && status == MINTU_STATUS_OK; column++) {
        const char *name = mintu_table_column_name(table, column);
        status = mintu_layer_field_add(layer, name, type_of(resource, name), error);
    }
    for (size_t row = 0; row < mintu_table_count(table) && status == MINTU_STATUS_OK; row++)
        status = add_row(table, row, layer, error);
    return status;
}

mintu_status mintu_plain_layer(mintu_context *context, const mintu_gazetteer *gazetteer, const char *name, mintu_error *error,
                               mintu_layer **out)
{
    const json_t *resource = mintu_package_resource(&gazetteer->package, name, NULL);
    const char *title = mintu_package_text(resource, "title", "zh");
    mintu_table *table = NULL;
    *out = NULL;
    mintu_status status = mintu_tables_load(&gazetteer->package, name, true, error, &table);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_new(context, name, error, out);
    if (status == MINTU_STATUS_OK)
        status = fill(table, resource, *out, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_note(gazetteer, *out, &(mintu_notes){title ? title : name, name, 0, 0}, error);
    mintu_table_free(table);
    return mintu_layer_end(status, out);
}
