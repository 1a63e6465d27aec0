/* Folders with all that is in them. */
#ifndef BASE_TREE_H
#define BASE_TREE_H

#include <stdbool.h>

/* True when something is mounted in the folder or below it: a disk, or files of another folder. Whoever removes the folder would
 * remove these. */
bool mintu_tree_has_mount(const char *path);

/* Removes a file, or a folder with all that is in it, but never what is mounted there. False when something is left. */
bool mintu_tree_remove(const char *path);

#endif
