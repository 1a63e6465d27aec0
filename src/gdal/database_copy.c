#define _GNU_SOURCE /* stat64 of GDAL's VSIStatBufL */
#include "gdal/database_copy.h"

#include "base/array.h"
#include "base/error.h"
#include "base/file.h"
#include "gdal/ogr.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char DOING[] = N_("reading a layer");
static const char *const logs[] = {"-wal", "-journal"};
enum { LOGS = sizeof logs / sizeof *logs };

static bool is_there(const char *path, const char *ending)
{
    VSIStatBufL there;
    mintu_buffer name = {0};
    mintu_buffer_format(&name, "%s%s", path, ending);
    bool found = !name.failed && VSIStatL(name.data, &there) == 0 && there.st_size > 0;
    mintu_buffer_free(&name);
    return found;
}

bool mintu_database_has_log(const char *path)
{
    return is_there(path, logs[0]) || is_there(path, logs[1]);
}

static bool is_database(const char *path)
{
    static const char mark[] = "SQLite format 3";
    char head[sizeof mark] = "";
    return mintu_gdal_head(path, head, sizeof head) == sizeof head && memcmp(head, mark, sizeof mark) == 0;
}

bool mintu_database_is_left(const char *path)
{
    return mintu_database_has_log(path) && !is_there(path, "-shm") && is_database(path);
}

static bool copy(const char *from, const char *to, const char *ending)
{
    mintu_buffer source = {0}, target = {0};
    mintu_buffer_format(&source, "%s%s", from, ending);
    mintu_buffer_format(&target, "%s%s", to, ending);
    bool good = !source.failed && !target.failed && CPLCopyFile(target.data, source.data) == 0;
    mintu_buffer_free(&source);
    mintu_buffer_free(&target);
    return good;
}

/* Whoever opens a database for writing brings it up to its log, or takes back what was not finished. */
static bool settle(const char *path)
{
    sqlite3 *database = NULL;
    bool good = sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
                sqlite3_exec(database, "select count(*) from sqlite_master", NULL, NULL, NULL) == SQLITE_OK;
    return sqlite3_close(database) == SQLITE_OK && good;
}

/* The folder is made where files go that nobody keeps, for nobody else to look into. */
static bool make_folder(const char *name, mintu_temporary *folder)
{
    const char *place = getenv("TMPDIR");
    char *real = realpath(place && place[0] ? place : "/tmp", NULL), *path = real ? mintu_path_join(real, name) : NULL;
    bool made = path && mintu_temporary_folder(folder, path) && fchmod(folder->descriptor, 0700) == 0;
    free(path);
    free(real);
    return made;
}

mintu_status mintu_database_copy(const char *path, mintu_temporary *folder, mintu_error *error, char **out)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    bool good = make_folder(name, folder);
    *out = good ? mintu_path_join(folder->path, name) : NULL;
    good = *out && copy(path, *out, "");
    for (int i = 0; i < LOGS && good; i++)
        good = !is_there(path, logs[i]) || copy(path, *out, logs[i]);
    if (good && settle(*out))
        return MINTU_STATUS_OK;
    free(*out);
    *out = NULL;
    return mintu_fail_at(
        error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
        "%s: the last changes of the database stand in a log beside it (-wal or -journal), and it could not be "
        "copied to be read with them; make room in /tmp or name another folder in TMPDIR, or open and close it "
        "with the program that it was changed with",
        mintu_message(DOING));
}
