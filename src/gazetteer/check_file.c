#include "gazetteer/check_file.h"

#include "base/message.h"
#include "gazetteer/check_data.h"

#include "base/file.h"
#include "format/digest.h"
#include "gazetteer/built_layers.h"

#include <stdlib.h>
#include <string.h>

/* The package's largest are its polygons. */
#define FILE_BYTES_MOST MINTU_MEBIBYTES(1024)

static void compare(const json_t *resource, const char *path, const mintu_buffer *file, mintu_gate *gate)
{
    static const char prefix[] = "sha256:";
    const json_t *bytes = json_object_get(resource, "bytes");
    const char *hash = json_string_value(json_object_get(resource, "hash"));
    const mintu_where where = {.source = path};
    char found[MINTU_DIGEST_SIZE];
    mintu_digest(file->data, file->size, found);
    gate->count = (double)file->size;
    if (json_is_integer(bytes)) {
        gate->stated = (double)json_integer_value(bytes);
        if ((json_int_t)file->size != json_integer_value(bytes))
            mintu_gate_problem(gate, where, "the file has %zu bytes, expected %lld; take it anew", file->size,
                               (long long)json_integer_value(bytes));
    }
    if (hash && strncmp(hash, prefix, strlen(prefix)) != 0)
        mintu_gate_problem(gate, where, "the hash \"%.20s…\" is of a kind not known; expected sha256:…", hash);
    else if (hash && strcmp(hash + strlen(prefix), found) != 0)
        mintu_gate_problem(gate, where, "the file's SHA-256 is %.16s…, expected %.16s…; take it anew, or state the new hash",
                           found, hash + strlen(prefix));
}

void mintu_check_file(mintu_check *check, size_t resource, const char *path)
{
    const json_t *description = mintu_check_resource(check, resource);
    mintu_gate gate = mintu_gate_new(mintu_check_name(check, resource), "file, size in bytes and SHA-256");
    mintu_buffer file = {0};
    if (!mintu_built_there(path)) {
        gate.note = json_is_true(json_object_get(description, "mintu:built"));
        mintu_gate_problem(&gate, (mintu_where){.source = path},
                           gate.note ? N_("not built on this machine; schematic borders take its place")
                                     : N_("the file is missing; take it anew"));
    } else if (check->report.status == MINTU_STATUS_OK) {
        const mintu_file_bounds bounds = {FILE_BYTES_MOST, false};
        check->report.status = mintu_file_read(path, "checking the data package", bounds, check->report.error, &file);
        if (check->report.status == MINTU_STATUS_OK)
            compare(description, path, &file, &gate);
    }
    mintu_buffer_free(&file);
    mintu_report_gate(&check->report, &gate);
}
