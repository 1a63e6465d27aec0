#define _DEFAULT_SOURCE /* realpath() */
#include "base/path_beneath.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/error.h"
#include "base/file.h"

#include <mintu/layer.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
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
        return N_("it is empty");
    if (strstr(name, "://"))
        return N_("it is an address, and nothing is fetched");
    if (mintu_ascii_compare_n(name, "/vsi", 4) == 0)
        return N_("it names a virtual file system");
    if (name[0] == '/' && !elsewhere)
        return N_("it is an absolute path");
    return has_part(name, "..") && !elsewhere ? N_("it leads upwards") : NULL;
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
                             "%s: it is a pipe or a device, which only a person may name; put its content into a file",
                             mintu_message(doing));
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
                                   mintu_message(doing), folder);
}

/* Whose files they are: a document's, which lie in its folder, or one that was typed, beside which they lie. */
typedef struct scope {
    const char *folder; /* of the document; NULL for a typed file */
    char *own[2];       /* real folders of a typed file: as its name says, and where it is */
    const char *doing;
} scope;

/* True for a file that libraries read beside that of the name @p path without being asked. */
static bool is_side_file(const char *path, const char *ending)
{
    for (const char *const *side = mintu_layer_side_endings(path); side && *side; side++)
        if (mintu_ascii_compare(ending, *side) == 0)
            return true;
    return false;
}

static mintu_status check_beside(const scope *in, const char *path, mintu_error *error)
{
    char *real = realpath(path, NULL);
    bool good = !real || lies_beneath(in->own[0], real) || lies_beneath(in->own[1], real);
    free(real);
    return good
               ? mintu_path_check(NULL, path, in->doing, error)
               : mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                               "%s: the file is a link that leads out of the folder %s, and would be read without being named; "
                               "copy what it leads to there",
                               mintu_message(in->doing), in->own[0]);
}

size_t mintu_layer_path_size(const char *path)
{
    const char *bar = strstr(path, MINTU_LAYER_MARK);
    return bar && bar > path && bar[sizeof MINTU_LAYER_MARK - 1] ? (size_t)(bar - path) : strlen(path);
}

const char *mintu_path_ending(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash + 1 : path, '.');
    return dot ? dot + 1 : "";
}

/* True for what is called as the file @p path but for the ending, in a typed file's folder only what libraries read. */
static bool is_sibling(const scope *in, const char *path, const char *name)
{
    const char *slash = strrchr(path, '/'), *own = slash ? slash + 1 : path, *dot = strrchr(own, '.');
    size_t size = dot ? (size_t)(dot - own) : strlen(own);
    return mintu_ascii_compare_n(name, own, size) == 0 && name[size] == '.' && (in->folder || is_side_file(path, name + size));
}

/* Checks the entries of a folder: those beside the file @p path, or all of them when the folder is the path itself. */
static mintu_status check_entries(const scope *in, const char *entries, const char *path, mintu_error *error)
{
    DIR *list = opendir(entries);
    bool whole = entries == path;
    const struct dirent *entry;
    mintu_status status = MINTU_STATUS_OK;
    while (status == MINTU_STATUS_OK && list && (entry = readdir(list))) {
        const char *name = entry->d_name;
        if (whole ? strcmp(name, ".") == 0 || strcmp(name, "..") == 0 : !is_sibling(in, path, name))
            continue;
        char *entry_path = mintu_path_join(entries, name);
        if (!entry_path)
            status = mintu_fail_memory(error, in->doing);
        else if (in->folder)
            status = mintu_path_check(in->folder, entry_path, in->doing, error);
        else
            status = check_beside(in, entry_path, error);
        free(entry_path);
    }
    if (list)
        closedir(list);
    return status;
}

static mintu_status check_siblings(const scope *in, const char *path, mintu_error *error)
{
    struct stat there;
    if (stat(path, &there) == 0 && S_ISDIR(there.st_mode))
        return check_entries(in, path, path, error);
    char *entries = mintu_path_folder(path);
    mintu_status status = entries ? check_entries(in, entries, path, error) : mintu_fail_memory(error, in->doing);
    free(entries);
    return status;
}

/* The real folder of a file, or the folder itself that is the file; NULL when memory ran out. */
static char *own_folder(const char *path, bool is_folder)
{
    char *folder = is_folder ? mintu_text_copy(path) : mintu_path_folder(path), *real = folder ? realpath(folder, NULL) : NULL;
    free(folder);
    return real;
}

mintu_status mintu_path_check_siblings(const char *folder, const char *path, const char *doing, mintu_error *error)
{
    scope in = {.folder = folder, .doing = doing};
    struct stat there;
    if (folder)
        return check_siblings(&in, path, error);
    char *real = realpath(path, NULL);
    if (!real)
        return MINTU_STATUS_OK; /* it is not there, which whoever opens it tells */
    bool is_folder = stat(real, &there) == 0 && S_ISDIR(there.st_mode);
    in.own[0] = own_folder(path, is_folder);
    in.own[1] = own_folder(real, is_folder);
    free(real);
    mintu_status status = in.own[0] && in.own[1] ? check_siblings(&in, path, error) : mintu_fail_memory(error, doing);
    free(in.own[0]);
    free(in.own[1]);
    return status;
}
