#define _POSIX_C_SOURCE 200809L /* access() */
#include "gazetteer/package.h"

#include "base/file.h"
#include "base/message.h"
#include "base/path_beneath.h"
#include "format/json.h"
#include "format/json_locate.h"
#include "gdal/layer_load.h"
#include <mintu/date.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char OPENING[] = N_("opening the data package");

mintu_where mintu_package_where(const mintu_package *package, const char *pointer)
{
    return mintu_json_locate(package->path, package->text.data, package->text.size, pointer);
}

static mintu_status fail(const mintu_package *package, mintu_error *error, const char *pointer, const char *expected)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, mintu_package_where(package, pointer),
                         "%s: %s is missing or wrong; expected %s; mend datapackage.json or take the package anew",
                         mintu_message(OPENING), pointer, mintu_message(expected));
}

/* A resource may not lead out of its package: Frictionless asks for relative paths without "..", and a link may not either. */
static mintu_status check_resource(const mintu_package *package, size_t index, bool elsewhere, mintu_error *error)
{
    const json_t *resource = json_array_get(package->resources, index);
    const char *name = json_string_value(json_object_get(resource, "path"));
    if (!name || mintu_path_fault(name, elsewhere)) {
        char pointer[48];
        snprintf(pointer, sizeof pointer, "/resources/%zu/path", index);
        return fail(package, error, pointer, N_("a path inside the package, such as \"places.csv\""));
    }
    char *path = mintu_package_file(package, resource);
    if (!path)
        return mintu_fail_memory(error, OPENING);
    mintu_status status = mintu_path_check(elsewhere ? NULL : package->dir, path, OPENING, error);
    free(path);
    return status;
}

static mintu_status check_resources(const mintu_package *package, bool elsewhere, mintu_error *error)
{
    mintu_status status = mintu_path_check(elsewhere ? NULL : package->dir, package->path, OPENING, error);
    for (size_t i = 0; i < json_array_size(package->resources) && status == MINTU_STATUS_OK; i++)
        status = check_resource(package, i, elsewhere, error);
    return status;
}

static mintu_status check_descriptor(mintu_package *package, bool elsewhere, mintu_error *error)
{
    if (!json_is_object(package->root))
        return fail(package, error, "", N_("an object"));
    package->resources = json_object_get(package->root, "resources");
    if (!json_is_array(package->resources))
        return fail(package, error, "/resources", N_("an array of resources"));
    const char *date = json_string_value(json_object_get(package->root, "mintu:as-of"));
    if (!date || !mintu_date_parse(date, &package->as_of))
        return fail(package, error, "/mintu:as-of", N_("a date YYYY-MM-DD, the day for which the package holds"));
    return check_resources(package, elsewhere, error);
}

static mintu_status read_descriptor(mintu_package *package, bool elsewhere, mintu_error *error)
{
    if (access(package->path, R_OK) != 0)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = package->path},
                             "%s: cannot read datapackage.json; expected the folder of a data package; name another folder",
                             mintu_message(OPENING));
    const mintu_file_bounds bounds = {MINTU_MEBIBYTES(16), false};
    mintu_status status = mintu_file_read(package->path, OPENING, bounds, error, &package->text);
    if (status == MINTU_STATUS_OK)
        status = mintu_json_parse(package->text.data, package->text.size, package->path, error, &package->root);
    return status == MINTU_STATUS_OK ? check_descriptor(package, elsewhere, error) : status;
}

mintu_status mintu_package_open(const mintu_context *context, const char *dir, mintu_error *error, mintu_package *out)
{
    *out = (mintu_package){.dir = mintu_text_copy(dir), .path = mintu_path_join(dir, "datapackage.json")};
    mintu_status status = MINTU_STATUS_OK;
    if (!out->dir || !out->path)
        status = mintu_fail_memory(error, OPENING);
    else
        status = read_descriptor(out, mintu_context_elsewhere(context), error);
    if (status != MINTU_STATUS_OK)
        mintu_package_close(out);
    return status;
}

void mintu_package_close(mintu_package *package)
{
    json_decref(package->root);
    mintu_buffer_free(&package->text);
    free(package->dir);
    free(package->path);
    *package = (mintu_package){0};
}

static bool stem_is(const char *path, const char *stem)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t size = strlen(stem);
    return strncmp(name, stem, size) == 0 && name[size] == '.' && !strchr(name + size + 1, '.');
}

const json_t *mintu_package_resource(const mintu_package *package, const char *stem, size_t *index)
{
    for (size_t i = 0; i < json_array_size(package->resources); i++) {
        const json_t *resource = json_array_get(package->resources, i);
        if (!stem_is(json_string_value(json_object_get(resource, "path")), stem))
            continue;
        if (index)
            *index = i;
        return resource;
    }
    return NULL;
}

mintu_status mintu_package_load(mintu_context *context, const mintu_package *package, const char *path, const char *name,
                                mintu_error *error, mintu_layer **out)
{
    return mintu_layer_load_beneath(context, package->dir, path, name, error, out);
}

char *mintu_package_file(const mintu_package *package, const json_t *resource)
{
    return mintu_path_join(package->dir, json_string_value(json_object_get(resource, "path")));
}

const char *mintu_package_text(const json_t *object, const char *key, const char *lang)
{
    const json_t *value = json_object_get(object, key);
    if (json_is_object(value))
        value = json_object_get(value, lang);
    return json_string_value(value);
}

void mintu_package_credit(const mintu_package *package, const json_t *resource, const char *key, mintu_buffer *out)
{
    const json_t *list = json_object_get(resource, key);
    if (!json_array_size(list))
        list = json_object_get(package->root, key);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i);
        const char *title = mintu_package_text(item, "title", "zh");
        if (!title)
            title = json_string_value(json_object_get(item, "name"));
        if (!title)
            continue;
        mintu_buffer_text(out, out->size ? "; " : "");
        mintu_buffer_text(out, title);
    }
}
