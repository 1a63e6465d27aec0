/* The output folder: DIR, with what a build needs for itself in DIR/.build. */
#ifndef BUILD_BUILD_FOLDER_H
#define BUILD_BUILD_FOLDER_H

#include "console/command.h"

typedef struct cli_build_folder {
    char *path;   /* absolute */
    char *making; /* where outputs are made, before they take their place */
    char *log;
    int lock; /* held until every process of the build has ended */
} cli_build_folder;

/* Makes the folder if it is not there, and waits until no other build is at work in it. */
mintu_status cli_build_folder_open(const char *path, mintu_error *error, cli_build_folder *out);
void cli_build_folder_close(cli_build_folder *folder);

/* FOLDER/NAME, on the heap; NULL when memory ran out. */
char *cli_build_folder_file(const char *folder, const char *name);

/* Removes what stands in `making`. */
void cli_build_folder_clear(const cli_build_folder *folder);

/* Lets an output that is whole take its place. */
mintu_status cli_build_folder_place(const cli_build_folder *folder, const char *name, mintu_error *error);

/* Writes a text as the file NAME of the folder, as a whole; a file that has this text already is not touched. */
mintu_status cli_build_folder_text(const cli_build_folder *folder, const char *name, const char *text, mintu_error *error);

/* The failure of writing to a file. */
mintu_status cli_build_fail_output(const char *path, const char *doing, mintu_error *error);

#endif
