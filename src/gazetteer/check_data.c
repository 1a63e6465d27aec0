#include "gazetteer/check_data.h"

const json_t *mintu_check_resource(const mintu_check *check, size_t resource)
{
    return json_array_get(check->package.resources, resource);
}

const char *mintu_check_name(const mintu_check *check, size_t resource)
{
    const json_t *description = mintu_check_resource(check, resource);
    const char *name = json_string_value(json_object_get(description, "name"));
    return name ? name : json_string_value(json_object_get(description, "path"));
}
