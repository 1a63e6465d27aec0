#define _POSIX_C_SOURCE 200809L
#include "amend/package_change.h"

#include "amend/change_log.h"
#include "amend/package_copy.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/message.h"
#include "format/digest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char DOING[] = N_("changing the data package"), DESCRIPTOR[] = "datapackage.json";

mintu_status mintu_change_open(mintu_context *context, const mintu_package *package, mintu_error *error, mintu_change *out)
{
    *out = (mintu_change){.context = context, .package = package, .root = json_deep_copy(package->root)};
    return out->root ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
}

void mintu_change_close(mintu_change *change)
{
    for (size_t i = 0; i < change->count; i++) {
        free(change->files[i].name);
        mintu_buffer_free(&change->files[i].text);
    }
    free(change->files);
    json_decref(change->root);
    *change = (mintu_change){.count = 0};
}

json_t *mintu_change_resource(const mintu_change *change, const char *stem)
{
    size_t index;
    json_t *resources = json_object_get(change->root, "resources");
    return mintu_package_resource(change->package, stem, &index) ? json_array_get(resources, index) : NULL;
}

static mintu_status add_file(mintu_change *change, const char *name, mintu_buffer *text, bool added, mintu_error *error)
{
    char *kept = mintu_text_copy(name);
    if (!kept || text->failed || !MINTU_ARRAY_RESERVE(change->files, change->room, change->count + 1)) {
        free(kept);
        return mintu_fail_memory(error, DOING);
    }
    change->files[change->count++] = (mintu_change_file){.name = kept, .text = *text, .added = added};
    *text = (mintu_buffer){0};
    return MINTU_STATUS_OK;
}

mintu_status mintu_change_table(mintu_change *change, json_t *resource, mintu_buffer *text, size_t rows, bool added,
                                mintu_error *error)
{
    const char *name = json_string_value(json_object_get(resource, "path"));
    char hash[8 + MINTU_DIGEST_SIZE] = "sha256:";
    if (!name || strchr(name, '/'))
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, mintu_package_where(change->package, "/resources"),
            "%s: the table %s stands in another folder than datapackage.json; expected it beside that; move it there",
            mintu_message(DOING), name ? name : "");
    mintu_digest(text->data, text->size, hash + strlen(hash));
    if (json_object_set_new(resource, "bytes", json_integer((json_int_t)text->size)) ||
        json_object_set_new(resource, "hash", json_string(hash)) ||
        json_object_set_new(resource, "mintu:rows", json_integer((json_int_t)rows)))
        return mintu_fail_memory(error, DOING);
    return add_file(change, name, text, added, error);
}

mintu_status mintu_change_made(mintu_change *change, const char *name, mintu_error *error)
{
    mintu_buffer none = {0};
    char *path = mintu_path_join(change->package->dir, name);
    bool added = path && access(path, F_OK) != 0;
    mintu_status status = path ? add_file(change, name, &none, added, error) : mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        change->files[change->count - 1].made = true;
    free(path);
    return status;
}

static bool is_package(const char *dir)
{
    char *path = mintu_path_join(dir, DESCRIPTOR);
    bool found = path && access(path, R_OK) == 0;
    free(path);
    return found;
}

static bool is_nothing(const char *dir)
{
    (void)dir;
    return false;
}

mintu_status mintu_change_folder(const char *dir, const char *target, mintu_error *error, mintu_folder **out)
{
    static const mintu_folder_kind packages = {N_("a data package"), is_package}, none = {"empty", is_nothing};
    if (target && is_package(target))
        return mintu_fail_at(
            error, MINTU_STATUS_OUTPUT, (mintu_where){.source = target},
            "cannot make the folder: a data package is there already, with what was changed in it; name a new folder, "
            "or change that package itself");
    return mintu_folder_open(target ? target : dir, target ? &none : &packages, error, out);
}

/* Only the change's own folders are made here, in a folder that nobody else knows. */
static mintu_status make_folder(const char *path, mintu_error *error)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST)
        return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = path}, "cannot make the folder: %s",
                         strerror(errno));
}

/* The file as it was goes to before/N. */
static mintu_status step_aside(const char *dir, const char *before, const char *name, mintu_error *error)
{
    char *from = mintu_path_join(dir, name), *to = mintu_path_join(before, name);
    mintu_status status = from && to ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK && rename(from, to) != 0)
        status = mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = to}, "cannot keep the earlier file: %s",
                               strerror(errno));
    free(from);
    free(to);
    return status;
}

/* Lines as sha256sum writes and checks them. */
static mintu_status add_sum(const char *dir, const char *name, mintu_buffer *out, mintu_error *error)
{
    char hash[MINTU_DIGEST_SIZE] = "";
    mintu_buffer bytes = {0};
    char *path = mintu_path_join(dir, name);
    mintu_status status = path ? mintu_file_read(path, DOING, (mintu_file_bounds){MINTU_MEBIBYTES(1024), false}, error, &bytes)
                               : mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        mintu_digest(bytes.data, bytes.size, hash);
    mintu_buffer_format(out, "%s  %s\n", hash, name);
    mintu_buffer_free(&bytes);
    free(path);
    return status;
}

static mintu_status put_sums(const mintu_change *change, const char *dir, const char *before, mintu_error *error)
{
    mintu_buffer text = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < change->count && status == MINTU_STATUS_OK; i++)
        if (change->files[i].made)
            status = add_sum(dir, change->files[i].name, &text, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_package_put(before, MINTU_SUMS, &text, error);
    mintu_buffer_free(&text);
    return status;
}

static mintu_status put_files(const mintu_change *change, const char *dir, const char *before, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < change->count && status == MINTU_STATUS_OK; i++) {
        const mintu_change_file *file = &change->files[i];
        if (!file->added)
            status = step_aside(dir, before, file->name, error);
        if (status == MINTU_STATUS_OK && !file->made)
            status = mintu_package_put(dir, file->name, &file->text, error);
    }
    if (status == MINTU_STATUS_OK && change->make)
        status = change->make(change->user, dir, error);
    return status == MINTU_STATUS_OK && change->make ? put_sums(change, dir, before, error) : status;
}

static mintu_status describe(mintu_change *change, mintu_error *error)
{
    mintu_buffer text = {0};
    char *dump = json_dumps(change->root, JSON_INDENT(2) | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(15));
    mintu_buffer_text(&text, dump ? dump : "");
    mintu_buffer_text(&text, "\n");
    mintu_status status = dump ? add_file(change, DESCRIPTOR, &text, false, error) : mintu_fail_memory(error, DOING);
    mintu_buffer_free(&text);
    free(dump);
    return status;
}

/* The names that the log keeps for undoing. */
static void list_files(const mintu_change *change, mintu_buffer *out)
{
    mintu_buffer_text(out, "");
    for (size_t i = 0; i < change->count; i++)
        mintu_buffer_format(out, "%s%s%s", i ? "|" : "", change->files[i].added ? "+" : "", change->files[i].name);
}

static mintu_status digest_input(const char *path, char out[MINTU_DIGEST_SIZE], mintu_error *error)
{
    mintu_buffer bytes = {0};
    out[0] = '\0';
    if (!path)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_file_read(path, N_("reading the file again for its checksum"),
                                          (mintu_file_bounds){MINTU_MEBIBYTES(1024), false}, error, &bytes);
    if (status == MINTU_STATUS_OK)
        mintu_digest(bytes.data, bytes.size, out);
    mintu_buffer_free(&bytes);
    return status;
}

/* ISO 8601 in UTC, so that logs from several places can be compared. */
static void write_now(char out[32])
{
    struct tm day = {0};
    time_t now = time(NULL);
    gmtime_r(&now, &day);
    snprintf(out, 32, "%04d-%02d-%02dT%02d:%02d:%02dZ", (day.tm_year + 1900) % 10000, (day.tm_mon + 1) % 100, day.tm_mday % 100,
             day.tm_hour % 100, day.tm_min % 100, day.tm_sec % 100);
}

static mintu_status put_log(const mintu_change *change, const char *dir, const mintu_table *log, size_t number,
                            const mintu_change_told *told, mintu_error *error)
{
    char now[32], numbers[4][24], input[MINTU_DIGEST_SIZE], result[MINTU_DIGEST_SIZE];
    mintu_buffer text = {0}, files = {0};
    const size_t counts[] = {number, told->added, told->changed, told->removed};
    const mintu_buffer *described = &change->files[change->count - 1].text;
    const char *slash = told->path ? strrchr(told->path, '/') : NULL;
    for (int i = 0; i < 4; i++)
        snprintf(numbers[i], sizeof numbers[i], "%zu", counts[i]);
    write_now(now);
    list_files(change, &files);
    mintu_digest(described->data, described->size, result);
    mintu_status status = digest_input(told->path, input, error);
    const char *const cells[MINTU_CHANGE_END] = {
        numbers[0], now,        told->command, told->what, slash ? slash + 1 : told->path ? told->path : "",
        input,      numbers[1], numbers[2],    numbers[3], files.data ? files.data : "",
        result};
    mintu_change_log_text(log, log ? mintu_table_count(log) : 0, cells, &text);
    text.failed = text.failed || files.failed;
    if (status == MINTU_STATUS_OK)
        status = mintu_package_put(dir, MINTU_CHANGES, &text, error);
    mintu_buffer_free(&text);
    mintu_buffer_free(&files);
    return status;
}

static mintu_status write_change(mintu_change *change, const char *dir, const mintu_change_told *told, mintu_error *error)
{
    mintu_table *log = NULL;
    size_t last = 0;
    char name[48];
    char *all = mintu_path_join(dir, MINTU_BEFORE), *before = NULL;
    mintu_status status = mintu_change_log_load(change->package->dir, error, &log);
    if (status == MINTU_STATUS_OK)
        status = mintu_change_log_last(log, error, &last);
    snprintf(name, sizeof name, "%s/%zu", MINTU_BEFORE, last + 1);
    before = mintu_path_join(dir, name);
    if (status == MINTU_STATUS_OK && (!all || !before))
        status = mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        status = mintu_package_copy(change->context, change->package->dir, dir, error);
    if (status == MINTU_STATUS_OK)
        status = make_folder(all, error);
    if (status == MINTU_STATUS_OK)
        status = make_folder(before, error);
    if (status == MINTU_STATUS_OK)
        status = put_files(change, dir, before, error);
    if (status == MINTU_STATUS_OK)
        status = put_log(change, dir, log, last + 1, told, error);
    mintu_table_free(log);
    free(all);
    free(before);
    return status;
}

mintu_status mintu_change_commit(mintu_change *change, const char *target, const mintu_change_told *told, mintu_error *error)
{
    mintu_folder *folder = NULL;
    mintu_status status = describe(change, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_change_folder(change->package->dir, target, error, &folder);
    if (status != MINTU_STATUS_OK)
        return status;
    status = write_change(change, mintu_folder_path(folder), told, error);
    if (status == MINTU_STATUS_OK)
        return mintu_folder_commit(folder, error);
    mintu_folder_retell(folder, error);
    mintu_folder_discard(folder);
    return status;
}
