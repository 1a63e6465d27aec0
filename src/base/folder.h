/* Folders in the making: beside their target, and put in its place when they are whole. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include <mintu/status.h>
#include <stdbool.h>

typedef struct mintu_folder mintu_folder;

/* Folders that may be replaced. */
typedef struct mintu_folder_kind {
    const char *name;             /* "a data package" */
    bool (*is)(const char *path); /* true for a folder of the kind */
} mintu_folder_kind;

/* Makes a folder to be put in the place of @p path. What is there is refused; but a folder that is empty or of the kind that @p
 * replaces says (NULL: none) takes its leave as a whole when the new one comes, unless something is mounted in it. */
mintu_status mintu_folder_open(const char *path, const mintu_folder_kind *replaces, mintu_error *error, mintu_folder **out);

/* Where to write meanwhile. */
const char *mintu_folder_path(const mintu_folder *folder);

/* A failure in the folder names the file as it will be called. */
void mintu_folder_retell(const mintu_folder *folder, mintu_error *error);

/* Puts the folder in its place and frees it, also on failure, when what was there stays. MINTU_STATUS_FINDINGS, with the text in
 * *error: it is in its place, and something of the old folder could not be removed. */
mintu_status mintu_folder_commit(mintu_folder *folder, mintu_error *error);

/* Removes the folder and frees it; NULL is allowed. */
void mintu_folder_discard(mintu_folder *folder);

#endif
