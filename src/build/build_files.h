/* SHA-256 of files, each computed once as long as the file stays what it was: size, file number and both times. */
#ifndef BUILD_BUILD_FILES_H
#define BUILD_BUILD_FILES_H

#include "console/opened_files.h"

#include <jansson.h>
#include <stdbool.h>

/* Path to {sha256, stamp}, and "fleeting" where the stamp holds for this build alone. */
typedef struct cli_build_files {
    json_t *known, *added; /* added: since the log was read, and to be put into it */
} cli_build_files;

bool cli_build_files_new(cli_build_files *out);
void cli_build_files_free(cli_build_files *files);

/* What the log knows of a file. */
void cli_build_files_know(cli_build_files *files, const char *path, const json_t *record);

/* The hash of a file, valid until the next call for it; NULL when it cannot be read, or changes all the time. */
const char *cli_build_files_hash(cli_build_files *files, const char *path);

/* The stamp of the file when its hash was asked for; NULL when it was not. */
const char *cli_build_files_stamp(const cli_build_files *files, const char *path);

/* The hash of a text: 64 hexadecimal digits and a NUL. */
enum { CLI_BUILD_HASH = 65 };
void cli_build_hash_text(const char *text, size_t size, char out[CLI_BUILD_HASH]);

/* The hash of the names of the files in a folder, hidden ones left out: another when one comes or leaves. */
void cli_build_hash_names(const char *folder, char out[CLI_BUILD_HASH]);

#endif
