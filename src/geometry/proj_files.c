#define _DEFAULT_SOURCE /* realpath() */
#include "geometry/proj_files.h"

#include "base/array.h"
#include "base/loaded_library.h"
#include "base/refused.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct mintu_proj_functions mintu_proj;

enum { FOLDERS_MOST = 16 };

/* Where PROJ looks: as it calls the folder, and where it really is; NULL there for the user's own, in which it finds nothing. */
static struct {
    char *name, *real;
} folders[FOLDERS_MOST];
static size_t folder_count;

static void add_folder(PJ_CONTEXT *proj, const char *name)
{
    const char *users = proj_context_get_user_writable_directory(proj, 0);
    char *copy = folder_count < FOLDERS_MOST ? mintu_text_copy(name) : NULL;
    if (!copy)
        return;
    folders[folder_count].name = copy;
    folders[folder_count++].real = users && strcmp(users, name) == 0 ? NULL : realpath(name, NULL);
}

/* What stands in @p path after a folder; NULL when it does not lie there. */
static const char *beneath(const char *folder, const char *path)
{
    size_t size = folder ? strlen(folder) : 0;
    return folder && strncmp(path, folder, size) == 0 && (path[size] == '/' || path[size] == '\0') ? path + size : NULL;
}

/* The real name of what lies in PROJ's data, on the heap; NULL when it is elsewhere or not there. */
static char *resolve(const char *path)
{
    char *real = realpath(path, NULL);
    for (size_t i = 0; real && i < folder_count; i++)
        if (beneath(folders[i].real, real))
            return real;
    free(real);
    return NULL;
}

/* PROJ looks for a file in each of its folders, and by its bare name in the current one. Any other place stands in a definition. */
static void note(const char *path)
{
    bool looks = !strchr(path, '/');
    for (size_t i = 0; i < folder_count && !looks; i++) {
        const char *rest = beneath(folders[i].name, path);
        looks = rest && !strstr(rest, "/../");
    }
    if (!looks)
        mintu_refused_note();
}

static PROJ_FILE_HANDLE *open_file(PJ_CONTEXT *proj, const char *path, PROJ_OPEN_ACCESS access, void *user)
{
    (void)proj, (void)user;
    char *real = access == PROJ_OPEN_ACCESS_READ_ONLY ? resolve(path) : NULL;
    if (!real) {
        note(path);
        return NULL;
    }
    struct stat there;
    int descriptor = open(real, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK); /* a pipe there is not waited for */
    free(real);
    FILE *file = NULL;
    if (descriptor >= 0 && fstat(descriptor, &there) == 0 && S_ISREG(there.st_mode))
        file = fdopen(descriptor, "rb");
    if (!file && descriptor >= 0)
        close(descriptor);
    return (PROJ_FILE_HANDLE *)file;
}

static size_t read_file(PJ_CONTEXT *proj, PROJ_FILE_HANDLE *file, void *buffer, size_t size, void *user)
{
    (void)proj, (void)user;
    return fread(buffer, 1, size, (FILE *)file);
}

static size_t write_nothing(PJ_CONTEXT *proj, PROJ_FILE_HANDLE *file, const void *buffer, size_t size, void *user)
{
    (void)proj, (void)file, (void)buffer, (void)size, (void)user;
    return 0;
}

static int seek_file(PJ_CONTEXT *proj, PROJ_FILE_HANDLE *file, long long offset, int whence, void *user)
{
    (void)proj, (void)user;
    return fseeko((FILE *)file, (off_t)offset, whence) == 0;
}

static unsigned long long tell_file(PJ_CONTEXT *proj, PROJ_FILE_HANDLE *file, void *user)
{
    (void)proj, (void)user;
    return (unsigned long long)ftello((FILE *)file);
}

static void close_file(PJ_CONTEXT *proj, PROJ_FILE_HANDLE *file, void *user)
{
    (void)proj, (void)user;
    fclose((FILE *)file);
}

/* Folders are asked for, too. */
static int exists(PJ_CONTEXT *proj, const char *path, void *user)
{
    (void)proj, (void)user;
    char *real = resolve(path);
    bool good = real;
    free(real);
    return good;
}

static int change_nothing(PJ_CONTEXT *proj, const char *path, void *user)
{
    (void)proj, (void)path, (void)user;
    return 0;
}

static int rename_nothing(PJ_CONTEXT *proj, const char *path, const char *target, void *user)
{
    (void)proj, (void)path, (void)target, (void)user;
    return 0;
}

static bool set_files(PJ_CONTEXT *proj)
{
    static const PROJ_FILE_API files = {.version = 1,
                                        .open_cbk = open_file,
                                        .read_cbk = read_file,
                                        .write_cbk = write_nothing,
                                        .seek_cbk = seek_file,
                                        .tell_cbk = tell_file,
                                        .close_cbk = close_file,
                                        .exists_cbk = exists,
                                        .mkdir_cbk = change_nothing,
                                        .unlink_cbk = change_nothing,
                                        .rename_cbk = rename_nothing};
    return proj_context_set_fileapi(proj, &files, NULL);
}

/* A new context inherits from the default one how files are found, but not how they are opened. Before PROJ opens any file it
 * looks for its settings, and GDAL has it look as soon as it has a context, to keep it from the network: that is the moment. */
static const char *find_file(PJ_CONTEXT *proj, const char *name, void *user)
{
    (void)name, (void)user;
    set_files(proj);
    return NULL; /* where it looks is its own matter */
}

static void begin(void)
{
    PJ_CONTEXT *proj = proj_context_create();
    char *names = proj ? mintu_text_copy(proj_info().searchpath) : NULL, *rest = NULL;
    for (char *name = names ? strtok_r(names, ":", &rest) : NULL; name; name = strtok_r(NULL, ":", &rest))
        add_folder(proj, name);
    free(names);
    if (proj)
        proj_context_destroy(proj);
    proj_context_set_file_finder(NULL, find_file, NULL);
}

mintu_status mintu_proj_begin(const char *doing, mintu_error *error)
{
    static const char *const names[] = {MINTU_PROJ_NAMES};
    static mintu_loaded_library library = {.file = MINTU_PROJ_FILE, .names = names, .functions = &mintu_proj};
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    mintu_status status = mintu_library_load(&library, doing, error);
    if (status == MINTU_STATUS_OK)
        pthread_once(&once, begin);
    return status;
}

PJ_CONTEXT *mintu_proj_context_new(void)
{
    PJ_CONTEXT *proj = proj_context_create();
    if (proj && set_files(proj))
        return proj;
    if (proj)
        proj_context_destroy(proj);
    return NULL;
}
