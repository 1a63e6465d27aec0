#define _XOPEN_SOURCE 700
#include "base/output_set.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/destination.h"
#include "base/error.h"
#include "base/file.h"
#include "base/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES = 16 };

typedef struct set_file {
    const char *ending;
    char *made, *place, *aside; /* where it is written, where it goes, and where the old one stands meanwhile */
    bool written, was, came;    /* made is whole; there is an old one at aside; the new one is in its place */
} set_file;

struct mintu_output_set {
    char *name; /* as it was given, for messages */
    mintu_destination target;
    mintu_temporary temporary; /* the folder of made */
    char *aside;               /* the folder of the old files */
    set_file files[FILES];     /* the first file's own ending first */
    size_t count;
};

static const char DOING[] = N_("writing a set of files");

static mintu_status fail(const mintu_output_set *set, const char *what, mintu_error *error)
{
    return mintu_destination_fail(set->name, what, error);
}

/* FOLDER/STEM and an ending; on the heap. */
static char *name_place(const char *first, const char *ending)
{
    size_t stem = (size_t)(strrchr(first, '.') - first);
    mintu_buffer path = {0};
    mintu_buffer_add(&path, first, stem);
    mintu_buffer_text(&path, ending);
    if (path.failed)
        mintu_buffer_free(&path);
    return path.data;
}

/* A link or a folder under the name of a part would not be replaced by it. */
static mintu_status check_place(const set_file *file, mintu_error *error)
{
    struct stat there;
    if (lstat(file->place, &there) != 0 || S_ISREG(there.st_mode))
        return MINTU_STATUS_OK;
    return mintu_fail_at(
        error, MINTU_STATUS_OUTPUT, (mintu_where){.source = file->place},
        "%s: it is no regular file, and one of several that are written together; move it away, or name another "
        "file",
        mintu_message(DOING));
}

static mintu_status name_file(mintu_output_set *set, const char *ending, mintu_error *error)
{
    set_file *file = &set->files[set->count++];
    file->ending = ending;
    file->place = name_place(set->target.path, ending);
    const char *slash = file->place ? strrchr(file->place, '/') : NULL;
    file->made = slash ? mintu_path_join(set->temporary.path, slash + 1) : NULL;
    file->aside = slash ? mintu_path_join(set->aside, slash + 1) : NULL;
    return file->made && file->aside ? check_place(file, error) : mintu_fail_memory(error, DOING);
}

static mintu_status name_files(mintu_output_set *set, const char *const *endings, mintu_error *error)
{
    const char *own = strrchr(set->target.path, '.');
    mintu_status status = name_file(set, own, error);
    for (size_t i = 0; endings[i] && set->count < FILES && status == MINTU_STATUS_OK; i++)
        if (mintu_ascii_compare(endings[i], own) != 0)
            status = name_file(set, endings[i], error);
    return status;
}

/* Old files back into their places. */
static bool restore(const mintu_output_set *set)
{
    bool good = true;
    for (size_t i = set->count; i-- > 0;) /* the first file last */
        good = (rename(set->files[i].aside, set->files[i].place) == 0 || errno == ENOENT) && good;
    return good;
}

/* What a run left that was killed while its files took their places. The first file comes last: where it stands the new set is whole,
 * else the old one comes back, without what came of the new one. */
static mintu_status recover(mintu_output_set *set, mintu_error *error)
{
    struct stat there;
    bool good = true;
    if (lstat(set->aside, &there) != 0)
        return MINTU_STATUS_OK;
    bool whole = lstat(set->files[0].place, &there) == 0;
    for (size_t i = 0; i < set->count; i++)
        unlink(whole ? set->files[i].aside : set->files[i].place);
    good = whole || restore(set);
    return good && rmdir(set->aside) == 0 ? MINTU_STATUS_OK
                                          : fail(set, N_("put back the old files from .NAME.mintu-old"), error);
}

static mintu_status find_target(mintu_output_set *set, mintu_error *error)
{
    struct stat there;
    mintu_status status = mintu_destination_find(set->name, error, &set->target);
    if (status != MINTU_STATUS_OK)
        return status;
    bool link = lstat(set->name, &there) == 0 && S_ISLNK(there.st_mode);
    if (link || (set->target.kind != MINTU_DESTINATION_NEW && set->target.kind != MINTU_DESTINATION_FILE))
        return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = set->name},
                             "cannot write the files: several are written beside one another, and this is a link, a folder, a "
                             "pipe or a device; name a file");
    return MINTU_STATUS_OK;
}

static mintu_status open_set(mintu_output_set *set, const char *const *endings, mintu_error *error)
{
    mintu_status status = find_target(set, error);
    if (status != MINTU_STATUS_OK)
        return status;
    set->aside = mintu_temporary_name(set->target.path, "old");
    if (!set->aside)
        return mintu_fail_memory(error, DOING);
    if (!mintu_temporary_folder(&set->temporary, set->target.path))
        return fail(set, N_("write the files"), error);
    status = name_files(set, endings, error);
    int lock = mintu_folder_lock(set->target.path);
    if (status == MINTU_STATUS_OK)
        status = recover(set, error);
    if (lock >= 0)
        close(lock);
    return status;
}

static void discard(mintu_output_set *set)
{
    mintu_temporary_close(&set->temporary);
    for (size_t i = 0; i < set->count; i++) {
        free(set->files[i].made);
        free(set->files[i].place);
        free(set->files[i].aside);
    }
    free(set->aside);
    free(set->target.path);
    free(set->name);
    free(set);
}

mintu_status mintu_output_set_open(const char *path, const char *const *endings, mintu_error *error, mintu_output_set **out)
{
    mintu_output_set *set = calloc(1, sizeof *set);
    *out = NULL;
    if (!set)
        return mintu_fail_memory(error, DOING);
    set->name = mintu_text_copy(path);
    mintu_status status = set->name ? open_set(set, endings, error) : mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        *out = set;
    else
        discard(set);
    return status;
}

static bool write_whole(int descriptor, const char *data, size_t size)
{
    return mintu_file_send(descriptor, data, size) && fsync(descriptor) == 0;
}

mintu_status mintu_output_set_add(mintu_output_set *set, const char *ending, const void *data, size_t size, mintu_error *error)
{
    set_file *file = NULL;
    for (size_t i = 0; i < set->count; i++)
        if (mintu_ascii_compare(set->files[i].ending, ending) == 0)
            file = &set->files[i];
    if (!file)
        return mintu_fail(error, MINTU_STATUS_DEFECT, "%s: there is no part %s; report this as a defect of mintu",
                          mintu_message(DOING), ending);
    int descriptor = open(file->made, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return fail(set, N_("write the files"), error);
    mintu_permissions_keep(descriptor, file->place);
    bool good = write_whole(descriptor, data, size);
    good = close(descriptor) == 0 && good;
    file->written = good;
    return good ? MINTU_STATUS_OK : fail(set, N_("write the files"), error);
}

static bool clear_places(mintu_output_set *set)
{
    bool good = mkdir(set->aside, 0700) == 0;
    for (size_t i = 0; i < set->count && good; i++) {
        set_file *file = &set->files[i];
        file->was = rename(file->place, file->aside) == 0;
        good = file->was || errno == ENOENT;
    }
    return good;
}

static bool fill_places(mintu_output_set *set)
{
    bool good = true;
    for (size_t i = set->count; i-- > 0 && good;) /* the first file last */
        if (set->files[i].written)
            good = set->files[i].came = rename(set->files[i].made, set->files[i].place) == 0;
    return good;
}

static void undo(mintu_output_set *set)
{
    int problem = errno;
    for (size_t i = 0; i < set->count; i++)
        if (set->files[i].came)
            unlink(set->files[i].place);
    restore(set);
    rmdir(set->aside);
    errno = problem;
}

static void forget(mintu_output_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->files[i].was)
            unlink(set->files[i].aside);
    rmdir(set->aside);
}

static mintu_status settle(mintu_output_set *set, mintu_error *error)
{
    int lock = mintu_folder_lock(set->target.path);
    bool good = mintu_temporary_lock();
    if (good) {
        good = clear_places(set) && fill_places(set);
        if (good)
            forget(set);
        else
            undo(set);
        mintu_temporary_unlock();
    }
    good = good && mintu_folder_sync(set->target.path);
    mintu_status status = good ? MINTU_STATUS_OK : fail(set, N_("finish the files"), error);
    if (lock >= 0)
        close(lock);
    return status;
}

mintu_status mintu_output_set_end(mintu_output_set *set, mintu_status status, mintu_error *error)
{
    if (status == MINTU_STATUS_OK)
        status = settle(set, error);
    discard(set);
    return status;
}
