#define _DEFAULT_SOURCE /* realpath() */
#include "base/path.h"

#include "base/array.h"
#include "base/error.h"
#include "base/file.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

static bool has_part(const char *name, const char *part)
{
    size_t size = strlen(part);
    for (const char *at = name; at; at = strchr(at, '/') ? strchr(at, '/') + 1 : NULL)
        if (strncmp(at, part, size) == 0 && (at[size] == '/' || at[size] == '\0'))
            return true;
    return false;
}

const char *mintu_path_fault(const char *name, bool elsewhere)
{
    if (!*name)
        return "it is empty";
    if (strstr(name, "://"))
        return "it is an address, and nothing is fetched";
    if (strncasecmp(name, "/vsi", 4) == 0)
        return "it names a virtual file system";
    if (name[0] == '/' && !elsewhere)
        return "it is an absolute path";
    return has_part(name, "..") && !elsewhere ? "it leads upwards" : NULL;
}

static bool lies_beneath(const char *folder, const char *path)
{
    size_t size = strlen(folder);
    return strcmp(folder, "/") == 0 || (strncmp(folder, path, size) == 0 && (path[size] == '/' || path[size] == '\0'));
}

mintu_status mintu_path_check(const char *folder, const char *path, const char *doing, mintu_error *error)
{
    struct stat there;
    mintu_where where = {.source = path};
    if (stat(path, &there) != 0)
        return MINTU_STATUS_OK;
    if (!S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode))
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "%s: it is a pipe or a device, and a document may name files only; put its content into a file",
                             doing);
    if (!folder)
        return MINTU_STATUS_OK;
    char *inside = realpath(folder, NULL), *real = realpath(path, NULL);
    bool known = inside && real, beneath = known && lies_beneath(inside, real);
    free(inside);
    free(real);
    if (!known)
        return mintu_fail_memory(error, doing);
    return beneath ? MINTU_STATUS_OK
                   : mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                                   "%s: the file leads out of the folder %s; a document reads only what lies in its own "
                                   "folder; copy the file there, or allow files elsewhere",
                                   doing, folder);
}

/* Checks the entries of a folder whose names begin with @p stem and a full stop; all of them without one. */
static mintu_status check_entries(const char *folder, const char *entries, const char *stem, const char *doing,
                                  mintu_error *error)
{
    DIR *list = opendir(entries);
    size_t size = stem ? strlen(stem) : 0;
    const struct dirent *entry;
    mintu_status status = MINTU_STATUS_OK;
    while (status == MINTU_STATUS_OK && list && (entry = readdir(list))) {
        if (stem ? strncasecmp(entry->d_name, stem, size) != 0 || entry->d_name[size] != '.'
                 : strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        char *path = mintu_path_join(entries, entry->d_name);
        status = path ? mintu_path_check(folder, path, doing, error) : mintu_fail_memory(error, doing);
        free(path);
    }
    if (list)
        closedir(list);
    return status;
}

mintu_status mintu_path_check_siblings(const char *folder, const char *path, const char *doing, mintu_error *error)
{
    struct stat there;
    if (stat(path, &there) == 0 && S_ISDIR(there.st_mode))
        return check_entries(folder, path, NULL, doing, error);
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    char *entries = mintu_path_folder(path), *stem = mintu_text_copy_n(name, dot ? (size_t)(dot - name) : strlen(name));
    mintu_status status =
        entries && stem ? check_entries(folder, entries, stem, doing, error) : mintu_fail_memory(error, doing);
    free(entries);
    free(stem);
    return status;
}
