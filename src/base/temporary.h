/* What is being written stands beside its target as .NAME.mintu-XXXXXX and holds a lock while its maker lives. So the next run that
 * writes the same target knows what a killed one left, and removes it. A list of the process says which there are, for
 * mintu_outputs_abandon(); they begin and end under its lock, so that each is either in its place or gone. */
#ifndef BASE_TEMPORARY_H
#define BASE_TEMPORARY_H

#include <mintu/status.h>
#include <stdbool.h>
#include <sys/types.h>

/* A file or folder in the making. Zero-initialise; it must stay where it is in memory until it is closed. */
typedef struct mintu_temporary {
    char *path;     /* its temporary name */
    int descriptor; /* of the file, or of the folder; holds the lock */
    bool folder, open;
    bool named; /* stands under its temporary name; a file may have none until it is whole */
    pid_t maker;
    struct mintu_temporary *next;
} mintu_temporary;

/* Makes a file beside @p target (absolute), where the file system can without a name, so that a killed program leaves nothing. Or
 * a folder. False with errno when it cannot be made; nothing is left then, and nothing need be closed. */
bool mintu_temporary_file(mintu_temporary *temporary, const char *target);
bool mintu_temporary_folder(mintu_temporary *temporary, const char *target);

/* Renames a file to @p target, replacing what is there. False with errno: the target is as it was. */
bool mintu_temporary_place(mintu_temporary *temporary, const char *target);

/* Removes what still stands under the temporary name, and ends. False when something of it could not be removed. */
bool mintu_temporary_close(mintu_temporary *temporary);

/* Gives an open file or folder the permissions of what stands at @p target and, where it may be done, its owner and group. */
void mintu_permissions_keep(int descriptor, const char *target);

/* A failure in a folder in the making names the file as it will be called in the folder @p name. */
void mintu_temporary_retell(const mintu_temporary *temporary, const char *name, mintu_error *error);

/* The lock under which outputs take their places. Not taken, and false with errno, once outputs were abandoned. */
bool mintu_temporary_lock(void);
void mintu_temporary_unlock(void);

/* FOLDER/.NAME.mintu-ENDING for the target FOLDER/NAME, on the heap; NULL when memory ran out. */
char *mintu_temporary_name(const char *target, const char *ending);

/* Opens the file or folder @p path and locks it: -1 when it is not there, or another process or output holds the lock. Where the
 * file system has no locks, @p must says whether that is a failure too. */
int mintu_temporary_hold(const char *path, bool must);

/* Waits until no other process is putting several files into the folder that @p path stands in, and keeps others from it until the
 * descriptor is closed; -1 where the file system has no locks. */
int mintu_folder_lock(const char *path);

/* Brings the entries of the folder that @p path stands in to the disk. */
bool mintu_folder_sync(const char *path);

#endif
