#define _GNU_SOURCE /* DT_DIR */
#include "build/build_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PIECE = 1 << 16, TRIES = 3 };

bool cli_build_files_new(cli_build_files *out)
{
    *out = (cli_build_files){json_object(), json_object()};
    return out->known && out->added;
}

void cli_build_files_free(cli_build_files *files)
{
    json_decref(files->known);
    json_decref(files->added);
    *files = (cli_build_files){0};
}

void cli_build_files_know(cli_build_files *files, const char *path, const json_t *record)
{
    json_object_set(files->known, path, (json_t *)(uintptr_t)record);
}

static void end_hash(struct sha256_ctx *hash, char out[CLI_BUILD_HASH])
{
    uint8_t bytes[SHA256_DIGEST_SIZE];
    sha256_digest(hash, sizeof bytes, bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(out + 2 * i, 3, "%02x", bytes[i]);
}

void cli_build_hash_text(const char *text, size_t size, char out[CLI_BUILD_HASH])
{
    struct sha256_ctx hash;
    sha256_init(&hash);
    sha256_update(&hash, size, (const uint8_t *)text);
    end_hash(&hash, out);
}

static bool read_all(int descriptor, char out[CLI_BUILD_HASH])
{
    struct sha256_ctx hash;
    uint8_t *piece = malloc(PIECE);
    ssize_t size = piece ? 0 : -1;
    sha256_init(&hash);
    while (piece && (size = read(descriptor, piece, PIECE)) > 0)
        sha256_update(&hash, (size_t)size, piece);
    free(piece);
    end_hash(&hash, out);
    return size == 0;
}

/* Before and after, so that the hash belongs to the stamp. */
static bool hash_once(const char *path, char stamp[CLI_STAMP], char out[CLI_BUILD_HASH])
{
    struct stat before, after;
    char later[CLI_STAMP];
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return false;
    bool good =
        fstat(descriptor, &before) == 0 && S_ISREG(before.st_mode) && read_all(descriptor, out) && stat(path, &after) == 0;
    close(descriptor);
    if (!good)
        return false;
    cli_opened_stamp(&before, stamp);
    cli_opened_stamp(&after, later);
    return strcmp(stamp, later) == 0;
}

/* A file that was touched a moment ago may be touched again within the same tick of its clock, and look as if it had not: its stamp is not
 * kept for the next build. */
static bool is_settled(const struct stat *there)
{
    return there->st_ctim.tv_sec + 2 < time(NULL);
}

static const char *take(cli_build_files *files, const char *path, const char *hash, const char *stamp)
{
    struct stat there;
    json_t *record = json_pack("{ssss}", "sha256", hash, "stamp", stamp);
    if (json_object_set_new(files->known, path, record) != 0)
        return NULL;
    if (stat(path, &there) == 0 && is_settled(&there))
        json_object_set(files->added, path, record);
    else
        json_object_set_new(record, "fleeting", json_true());
    return json_string_value(json_object_get(record, "sha256"));
}

const char *cli_build_files_hash(cli_build_files *files, const char *path)
{
    struct stat there;
    char stamp[CLI_STAMP], hash[CLI_BUILD_HASH];
    const json_t *record = json_object_get(files->known, path);
    const char *known = json_string_value(json_object_get(record, "stamp"));
    if (stat(path, &there) != 0)
        return NULL;
    cli_opened_stamp(&there, stamp);
    if (known && strcmp(known, stamp) == 0)
        return json_string_value(json_object_get(record, "sha256"));
    for (int try = 0; try < TRIES; try++)
        if (hash_once(path, stamp, hash))
            return take(files, path, hash, stamp);
    return NULL;
}

const char *cli_build_files_stamp(const cli_build_files *files, const char *path)
{
    return json_string_value(json_object_get(json_object_get(files->known, path), "stamp"));
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && entry->d_type != DT_DIR;
}

/* In the order of their bytes, whatever the locale. */
static int by_bytes(const struct dirent **one, const struct dirent **other)
{
    return strcmp((*one)->d_name, (*other)->d_name);
}

void cli_build_hash_names(const char *folder, char out[CLI_BUILD_HASH])
{
    struct dirent **entries = NULL;
    struct sha256_ctx hash;
    int count = scandir(folder, &entries, is_shown, by_bytes);
    sha256_init(&hash);
    for (int i = 0; i < count; i++) {
        sha256_update(&hash, strlen(entries[i]->d_name) + 1, (const uint8_t *)entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    end_hash(&hash, out);
}
