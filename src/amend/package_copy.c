#define _POSIX_C_SOURCE 200809L
#include "amend/package_copy.h"

#include "base/file.h"
#include "base/message.h"
#include "base/output.h"

#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char DOING[] = N_("copying the data package");

/* The largest are polygons. */
#define FILE_BYTES_MOST MINTU_MEBIBYTES(1024)

enum { DEPTH_MOST = 16 };

mintu_status mintu_package_put(const char *dir, const char *name, const mintu_buffer *text, mintu_error *error)
{
    char *path = mintu_path_join(dir, name);
    mintu_output *output = NULL;
    mintu_status status = path && !text->failed ? mintu_output_open(path, error, &output) : mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        status = mintu_output_write(output, text->data ? text->data : "", text->size, error);
    status = mintu_output_end(output, status, error);
    free(path);
    return status;
}

static mintu_status copy_file(const char *path, const char *dir, const char *name, mintu_error *error)
{
    mintu_buffer bytes = {0};
    mintu_status status = mintu_file_read(path, DOING, (mintu_file_bounds){FILE_BYTES_MOST, false}, error, &bytes);
    if (status == MINTU_STATUS_OK)
        status = mintu_package_put(dir, name, &bytes, error);
    mintu_buffer_free(&bytes);
    return status;
}

/* A folder being copied, and those around it. */
typedef struct copying {
    mintu_context *context;
    const char *from, *to;
    struct stat whole; /* the folder that all is copied to */
    int depth;
} copying;

static mintu_status copy_folder(const copying *c, mintu_error *error);

static mintu_status copy_below(const copying *c, const char *path, const char *name, mintu_error *error)
{
    struct stat there;
    char *to = mintu_path_join(c->to, name);
    mintu_status status = to ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    if (to && stat(path, &there) == 0 && there.st_dev == c->whole.st_dev && there.st_ino == c->whole.st_ino) {
        free(to);
        return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = c->to},
                             "%s: the new folder would stand in the package itself; expected one outside; name another",
                             mintu_message(DOING));
    }
    if (to && c->depth == DEPTH_MOST)
        status =
            mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                          "%s: folders stand in one another more than %d deep; expected a package's files; move the folder "
                          "away",
                          mintu_message(DOING), DEPTH_MOST);
    else if (to && mkdir(to, 0777) != 0)
        status = mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = to}, "cannot make the folder: %s",
                               strerror(errno));
    if (status == MINTU_STATUS_OK)
        status = copy_folder(&(copying){c->context, path, to, c->whole, c->depth + 1}, error);
    free(to);
    return status;
}

static mintu_status copy_entry(const copying *c, const char *name, mintu_error *error)
{
    struct stat there;
    char *path = mintu_path_join(c->from, name);
    mintu_status status = path ? mintu_context_step(c->context, (double)NAN, DOING, error) : mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK && lstat(path, &there) != 0)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path}, "%s: cannot look at it: %s",
                               mintu_message(DOING), strerror(errno));
    else if (status == MINTU_STATUS_OK && S_ISREG(there.st_mode))
        status = copy_file(path, c->to, name, error);
    else if (status == MINTU_STATUS_OK && S_ISDIR(there.st_mode))
        status = copy_below(c, path, name, error);
    else if (status == MINTU_STATUS_OK)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                               "%s: it is a link, a pipe or a device; expected files and folders; put the file itself in its "
                               "place, or move it away",
                               mintu_message(DOING));
    free(path);
    return status;
}

static mintu_status copy_folder(const copying *c, mintu_error *error)
{
    DIR *entries = opendir(c->from);
    mintu_status status = MINTU_STATUS_OK;
    if (!entries)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = c->from}, "%s: cannot list the folder: %s",
                             mintu_message(DOING), strerror(errno));
    for (struct dirent *entry; status == MINTU_STATUS_OK && (entry = readdir(entries));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            status = copy_entry(c, entry->d_name, error);
    closedir(entries);
    return status;
}

mintu_status mintu_package_copy(mintu_context *context, const char *from, const char *to, mintu_error *error)
{
    copying c = {.context = context, .from = from, .to = to};
    if (stat(to, &c.whole) != 0)
        return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = to}, "cannot write into the folder: %s",
                             strerror(errno));
    return copy_folder(&c, error);
}
