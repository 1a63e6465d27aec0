/* Folders in the making: beside their target, and put in its place when they are whole. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include <mintu/status.h>
#include <stdbool.h>

typedef struct mintu_folder mintu_folder;

/* Makes a folder to be put in the place of @p path. What is there is refused, or with @p replace takes its leave as a whole when the
 * new folder comes. @p mark is a file that tells what may be replaced: a folder without it is no such folder, and is refused. */
mintu_status mintu_folder_open(const char *path, bool replace, const char *mark, mintu_error *error, mintu_folder **out);

/* Where to write meanwhile. */
const char *mintu_folder_path(const mintu_folder *folder);

/* Puts the folder in its place and frees it, also on failure, when what was there stays. */
mintu_status mintu_folder_commit(mintu_folder *folder, mintu_error *error);

/* Removes the folder and frees it; NULL is allowed. */
void mintu_folder_discard(mintu_folder *folder);

#endif
