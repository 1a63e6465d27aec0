#include "base/file.h"

#include "base/error.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static mintu_status fail_read(mintu_error *error, const char *path, const char *doing)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                         "%s: cannot read the file: %s; check the name and its permissions", doing, strerror(errno));
}

/* No table or style is larger; a device without an end must not fill the memory. */
static const size_t LARGEST = (size_t)1 << 30;

mintu_status mintu_file_read(const char *path, const char *doing, mintu_error *error, mintu_buffer *out)
{
    bool standard = strcmp(path, "-") == 0;
    FILE *stream = standard ? stdin : fopen(path, "rb");
    if (!stream)
        return fail_read(error, path, doing);
    char chunk[65536];
    size_t got;
    mintu_buffer_clear(out);
    mintu_buffer_add(out, "", 0);
    while (out->size <= LARGEST && (got = fread(chunk, 1, sizeof chunk, stream)) > 0)
        mintu_buffer_add(out, chunk, got);
    mintu_status status = MINTU_STATUS_OK;
    if (ferror(stream))
        status = fail_read(error, path, doing);
    else if (out->failed)
        status = mintu_fail_memory(error, doing);
    else if (out->size > LARGEST)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                               "%s: the file is larger than 1 GiB; expected a smaller one; check the name", doing);
    if (!standard)
        fclose(stream);
    return status;
}

bool mintu_file_same(const char *one, const char *other)
{
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

char *mintu_path_join(const char *dir, const char *name)
{
    if (name[0] == '/')
        return mintu_text_copy(name);
    mintu_buffer path = {0};
    mintu_buffer_format(&path, "%s/%s", dir, name);
    if (path.failed)
        mintu_buffer_free(&path);
    return path.data;
}

char *mintu_path_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return mintu_text_copy(".");
    return mintu_text_copy_n(path, slash == path ? 1 : (size_t)(slash - path));
}
