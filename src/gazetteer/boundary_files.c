#define _XOPEN_SOURCE 700
#include "gazetteer/boundary_files.h"

#include "base/destination.h"
#include "base/file.h"
#include "base/message.h"
#include "gazetteer/built_layers.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char DOING[] = N_("importing boundaries");

const char *mintu_boundary_file_layer(int index)
{
    if (index < MINTU_BORDERS)
        return mintu_borders_layers[index].name;
    return mintu_built_units[MINTU_LEVEL_PROVINCE + index - MINTU_BORDERS]; /* province, prefectures, counties */
}

static mintu_status refuse(const char *path, const char *file, const char *what, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_USAGE, (mintu_where){.source = path}, "%s: the import would replace %s, %s",
                         mintu_message(DOING), file, mintu_message(what));
}

/* The package's own boundaries are what an import is for; all else of it stays. */
static bool is_of_package(const mintu_package *package, const char *path, const char *layer)
{
    char *counties = mintu_built_counties(package), *own = counties ? mintu_built_path(counties, layer) : NULL;
    char *real = realpath(path, NULL), *folder = realpath(package->dir, NULL);
    size_t length = folder ? strlen(folder) : 0;
    bool found = real && folder && strncmp(real, folder, length) == 0 && real[length] == '/';
    for (size_t i = 0; i < json_array_size(package->resources) && !found; i++) {
        char *file = mintu_package_file(package, json_array_get(package->resources, i));
        found = file && mintu_file_same(path, file);
        free(file);
    }
    found = found && !(own && mintu_file_same(path, own));
    free(folder);
    free(real);
    free(own);
    free(counties);
    return found;
}

static mintu_status check_file(const mintu_package *package, const char *path, const char *layer, mintu_error *error)
{
    if (!is_of_package(package, path, layer))
        return MINTU_STATUS_OK;
    return refuse(path, path, N_("a file of the data package; name another file, or none to update the package"), error);
}

mintu_status mintu_boundary_files_check(const mintu_package *package, const char *target, const char *const *inputs,
                                        size_t count, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (int i = 0; i < MINTU_BOUNDARY_FILES && status == MINTU_STATUS_OK; i++) {
        char *path = mintu_built_path(target, mintu_boundary_file_layer(i));
        status = path ? check_file(package, path, mintu_boundary_file_layer(i), error) : mintu_fail_memory(error, DOING);
        for (size_t j = 0; j < count && status == MINTU_STATUS_OK; j++)
            if (mintu_file_same(path, inputs[j]))
                status = refuse(path, inputs[j],
                                N_("which it reads; copy that file elsewhere first, or write to another with -o"), error);
        free(path);
    }
    return status;
}

static mintu_status fail_target(const mintu_boundary_files *files, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = files->target},
                         "%s: cannot write there: %s; check the folder, its permissions and the room on the disk",
                         mintu_message(DOING), strerror(errno));
}

/* Where one file is written, and where it goes: links stay, and what they lead to is replaced. */
static mintu_status name_file(mintu_boundary_files *files, int index, mintu_error *error)
{
    mintu_boundary_file *file = &files->files[index];
    mintu_destination target;
    char *path = mintu_built_path(files->target, mintu_boundary_file_layer(index));
    if (!path)
        return mintu_fail_memory(error, DOING);
    mintu_status status = mintu_destination_find(path, error, &target);
    if (status == MINTU_STATUS_OK) {
        const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
        mintu_buffer aside = {0};
        mintu_buffer_format(&aside, "%s/old-%s", files->temporary.path, name);
        file->place = target.path;
        file->aside = aside.data;
        file->made = mintu_path_join(files->temporary.path, name);
        errno = target.kind == MINTU_DESTINATION_FOLDER ? EISDIR : EINVAL;
        if (aside.failed || !file->made)
            status = mintu_fail_memory(error, DOING);
        else if (target.kind != MINTU_DESTINATION_NEW && target.kind != MINTU_DESTINATION_FILE)
            status = mintu_destination_fail(path, "write the file", error);
    }
    free(path);
    return status;
}

mintu_status mintu_boundary_files_open(const char *target, mintu_error *error, mintu_boundary_files *out)
{
    mintu_destination counties;
    *out = (mintu_boundary_files){.target = target};
    mintu_status status = mintu_destination_find(target, error, &counties);
    if (status != MINTU_STATUS_OK)
        return status;
    if (counties.kind == MINTU_DESTINATION_STREAM)
        status =
            mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = target},
                          "%s: several files are written, and this is a pipe or a device; name a file", mintu_message(DOING));
    else if (!mintu_temporary_folder(&out->temporary, counties.path))
        status = fail_target(out, error);
    free(counties.path);
    for (int i = 0; i < MINTU_BOUNDARY_FILES && status == MINTU_STATUS_OK; i++)
        status = name_file(out, i, error);
    return status;
}

/* Takes the old files of borders, prefectures and province aside. */
static bool clear_places(mintu_boundary_files *files)
{
    for (int i = 0; i < MINTU_BOUNDARY_COUNTIES; i++) {
        mintu_boundary_file *file = &files->files[i];
        file->was = rename(file->place, file->aside) == 0;
        if (!file->was && errno != ENOENT)
            return false;
    }
    return true;
}

/* With the permissions of the file that it replaces, which stands aside or in its place. */
static bool put_in_place(mintu_boundary_file *file)
{
    int descriptor = open(file->made, O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        mintu_permissions_keep(descriptor, file->was ? file->aside : file->place);
        close(descriptor);
    }
    return file->came = rename(file->made, file->place) == 0;
}

/* The old counties' file keeps its place till the new one takes it; a second name holds it, where the file system has those. */
static bool fill_places(mintu_boundary_files *files)
{
    mintu_boundary_file *counties = &files->files[MINTU_BOUNDARY_COUNTIES];
    counties->was = link(counties->place, counties->aside) == 0;
    bool good = put_in_place(counties);
    for (int i = 0; i < MINTU_BOUNDARY_COUNTIES && good; i++)
        good = put_in_place(&files->files[i]);
    return good;
}

/* Back in the order that keeps files of two imports apart. */
static void undo(mintu_boundary_files *files)
{
    mintu_boundary_file *counties = &files->files[MINTU_BOUNDARY_COUNTIES];
    int problem = errno;
    for (int i = 0; i < MINTU_BOUNDARY_COUNTIES; i++)
        if (files->files[i].came)
            rename(files->files[i].place, files->files[i].made);
    if (counties->came && counties->was)
        rename(counties->aside, counties->place);
    else if (counties->came)
        unlink(counties->place);
    for (int i = 0; i < MINTU_BOUNDARY_COUNTIES; i++)
        if (files->files[i].was)
            rename(files->files[i].aside, files->files[i].place);
    errno = problem;
}

mintu_status mintu_boundary_files_settle(mintu_boundary_files *files, mintu_error *error)
{
    int lock = mintu_folder_lock(files->files[MINTU_BOUNDARY_COUNTIES].place);
    bool good = mintu_temporary_lock();
    if (good) {
        good = clear_places(files) && fill_places(files);
        if (!good)
            undo(files);
        mintu_temporary_unlock();
    }
    mintu_status status =
        good && mintu_folder_sync(files->files[MINTU_BOUNDARY_COUNTIES].place) ? MINTU_STATUS_OK : fail_target(files, error);
    if (lock >= 0)
        close(lock);
    return status;
}

void mintu_boundary_files_retell(const mintu_boundary_files *files, mintu_error *error)
{
    char *folder = mintu_path_folder(files->target);
    if (folder && files->temporary.open)
        mintu_temporary_retell(&files->temporary, folder, error);
    free(folder);
}

void mintu_boundary_files_close(mintu_boundary_files *files)
{
    mintu_temporary_close(&files->temporary);
    for (int i = 0; i < MINTU_BOUNDARY_FILES; i++) {
        free(files->files[i].made);
        free(files->files[i].place);
        free(files->files[i].aside);
    }
}
