/* The last change of a package taken back. */
#define _POSIX_C_SOURCE 200809L
#include "amend/change_log.h"
#include "amend/package_change.h"
#include "amend/package_copy.h"
#include "base/argument.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/message.h"
#include "base/path_beneath.h"
#include "base/tree.h"
#include "format/digest.h"

#include <mintu/amend.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char DOING[] = N_("undoing the last change");

typedef struct undoing {
    mintu_context *context;
    const mintu_package *package;
    const mintu_table *log;
    size_t row;        /* of the change */
    char *before;      /* before/N, in the folder in the making */
    mintu_buffer sums; /* checksums that the description has none of */
} undoing;

static mintu_where where(const undoing *u)
{
    return (mintu_where){mintu_table_path(u->log), mintu_table_line(u->log, u->row), 0};
}

/* The next name of the list; false at its end. */
static bool next_name(const char **at, char name[256], bool *added)
{
    size_t size = strcspn(*at, "|");
    if (size == 0 || size > 255)
        return false;
    *added = **at == '+';
    snprintf(name, 256, "%.*s", (int)(size - *added), *at + *added);
    *at += size + ((*at)[size] == '|');
    return true;
}

/* What was changed since by other hands would be lost. */
static mintu_status check_unchanged(const undoing *u, const char *name, const char *stated, mintu_error *error)
{
    char *path = mintu_path_join(u->package->dir, name);
    char found[MINTU_DIGEST_SIZE] = "";
    mintu_buffer bytes = {0};
    mintu_status status = path ? mintu_file_read(path, DOING, (mintu_file_bounds){MINTU_MEBIBYTES(1024), false}, error, &bytes)
                               : mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        mintu_digest(bytes.data, bytes.size, found);
    if (status == MINTU_STATUS_OK && strcmp(found, stated) != 0)
        status =
            mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                          "%s: the file was changed since by other means, which would be lost; bring back the files of the "
                          "folder before by hand",
                          mintu_message(DOING));
    mintu_buffer_free(&bytes);
    free(path);
    return status;
}

/* The hash that the description states for a file, without its kind. */
static const char *stated_hash(const undoing *u, const char *name)
{
    for (size_t i = 0; i < json_array_size(u->package->resources); i++) {
        const json_t *resource = json_array_get(u->package->resources, i);
        const char *hash = json_string_value(json_object_get(resource, "hash"));
        if (strcmp(json_string_value(json_object_get(resource, "path")), name) == 0 && hash && strncmp(hash, "sha256:", 7) == 0)
            return hash + 7;
    }
    return "";
}

/* The checksum in a line of before/N/after.sha256. */
static const char *kept_hash(const undoing *u, const char *name, char out[MINTU_DIGEST_SIZE])
{
    const size_t digits = MINTU_DIGEST_SIZE - 1, size = strlen(name);
    out[0] = '\0';
    for (const char *at = u->sums.data; at && *at;) {
        size_t length = strcspn(at, "\n");
        if (length == digits + 2 + size && strncmp(at + digits + 2, name, size) == 0)
            snprintf(out, MINTU_DIGEST_SIZE, "%.*s", (int)digits, at);
        at += length + (at[length] == '\n');
    }
    return out;
}

/* They are there where files were made that are no tables. */
static mintu_status load_sums(undoing *u, mintu_error *error)
{
    char name[96];
    snprintf(name, sizeof name, "%s/%.40s/%s", MINTU_BEFORE, mintu_table_text(u->log, u->row, MINTU_CHANGE_NO), MINTU_SUMS);
    char *path = mintu_path_join(u->package->dir, name);
    mintu_status status = path ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    if (path && access(path, F_OK) == 0)
        status = mintu_file_read(path, DOING, (mintu_file_bounds){MINTU_MEBIBYTES(1), true}, error, &u->sums);
    free(path);
    return status;
}

static mintu_status check_file(const undoing *u, const char *name, mintu_error *error)
{
    if (strchr(name, '/') || name[0] == '.' || mintu_path_fault(name, false))
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where(u),
                             "%s: \"%.80s\" is no name of a file in the package; expected names with | between; mend the line",
                             mintu_message(DOING), name);
    char kept[MINTU_DIGEST_SIZE];
    bool described = strcmp(name, "datapackage.json") == 0;
    const char *stated = described ? mintu_table_text(u->log, u->row, MINTU_CHANGE_RESULT) : stated_hash(u, name);
    return check_unchanged(u, name, stated[0] ? stated : kept_hash(u, name, kept), error);
}

static mintu_status check_files(const undoing *u, mintu_error *error)
{
    const char *at = mintu_table_text(u->log, u->row, MINTU_CHANGE_FILES);
    char name[256];
    bool added;
    mintu_status status = MINTU_STATUS_OK;
    while (status == MINTU_STATUS_OK && next_name(&at, name, &added))
        status = check_file(u, name, error);
    return status;
}

static mintu_status bring_back(const undoing *u, const char *dir, const char *name, bool added, mintu_error *error)
{
    char *now = mintu_path_join(dir, name), *earlier = mintu_path_join(u->before, name);
    mintu_status status = now && earlier ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK && (added ? unlink(now) : rename(earlier, now)) != 0)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = added ? now : earlier},
                               "%s: the file is not there; expected it as the change left it; bring the package back by hand",
                               mintu_message(DOING));
    free(now);
    free(earlier);
    return status;
}

/* The log without its last change; without any, there is no log. */
static mintu_status shorten_log(const undoing *u, const char *dir, mintu_error *error)
{
    char *path = mintu_path_join(dir, u->row ? "" : MINTU_CHANGES), *all = mintu_path_join(dir, MINTU_BEFORE);
    mintu_buffer text = {0};
    mintu_status status = path && all ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    mintu_tree_remove(u->before);
    if (u->row) {
        mintu_change_log_text(u->log, u->row, NULL, &text);
        status = status == MINTU_STATUS_OK ? mintu_package_put(dir, MINTU_CHANGES, &text, error) : status;
    } else if (status == MINTU_STATUS_OK) {
        unlink(path);
        rmdir(all);
    }
    mintu_buffer_free(&text);
    free(path);
    free(all);
    return status;
}

static mintu_status write_back(undoing *u, const char *dir, mintu_error *error)
{
    const char *at = mintu_table_text(u->log, u->row, MINTU_CHANGE_FILES);
    char name[256], folder[64];
    bool added;
    snprintf(folder, sizeof folder, "%s/%.40s", MINTU_BEFORE, mintu_table_text(u->log, u->row, MINTU_CHANGE_NO));
    u->before = mintu_path_join(dir, folder);
    mintu_status status =
        u->before ? mintu_package_copy(u->context, u->package->dir, dir, error) : mintu_fail_memory(error, DOING);
    while (status == MINTU_STATUS_OK && next_name(&at, name, &added))
        status = bring_back(u, dir, name, added, error);
    if (status == MINTU_STATUS_OK)
        status = shorten_log(u, dir, error);
    free(u->before);
    return status;
}

static mintu_status undo(undoing *u, mintu_error *error)
{
    mintu_folder *folder = NULL;
    mintu_status status = load_sums(u, error);
    if (status == MINTU_STATUS_OK)
        status = check_files(u, error);
    mintu_buffer_free(&u->sums);
    if (status == MINTU_STATUS_OK)
        status = mintu_change_folder(u->package->dir, NULL, error, &folder);
    if (status != MINTU_STATUS_OK)
        return status;
    status = write_back(u, mintu_folder_path(folder), error);
    if (status == MINTU_STATUS_OK)
        return mintu_folder_commit(folder, error);
    mintu_folder_retell(folder, error);
    mintu_folder_discard(folder);
    return status;
}

mintu_status mintu_amend_undo(mintu_context *context, const char *dir, mintu_error *error)
{
    if (MINTU_GIVEN(error, context, dir))
        return MINTU_STATUS_USAGE;
    mintu_package package;
    mintu_table *log = NULL;
    size_t last = 0;
    mintu_status status = mintu_package_open(context, dir, error, &package);
    if (status != MINTU_STATUS_OK)
        return status;
    status = mintu_change_log_load(dir, error, &log);
    if (status == MINTU_STATUS_OK)
        status = mintu_change_log_last(log, error, &last);
    if (status == MINTU_STATUS_OK && last == 0)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = dir},
                               "%s: the package has none; expected a log of changes in it, changes.csv; name another package",
                               mintu_message(DOING));
    if (status == MINTU_STATUS_OK)
        status = undo(&(undoing){context, &package, log, mintu_table_count(log) - 1, NULL, {0}}, error);
    mintu_table_free(log);
    mintu_package_close(&package);
    return status;
}
