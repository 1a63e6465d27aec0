/* The files of a command, as the guard compares them: what its options and operands name, what the data package is made of, and
 * what libraries read beside these under the same name. */
#ifndef CONSOLE_GUARD_FILES_H
#define CONSOLE_GUARD_FILES_H

#include "console/command.h"

#include <sys/stat.h>

/* A file of a command beside those that its options and operands name. */
typedef struct cli_file {
    const char *what; /* in messages: "the source" */
    const char *path;
    cli_use use;
} cli_file;

/* One file, and what stands under its name. */
typedef struct cli_entry {
    char what[32];    /* in messages, with name */
    char *name;       /* as it was given; of a part the name of the whole */
    char *path, *own; /* own: absolute and without links; NULL when that cannot be told, or it has no name */
    cli_use use;
    bool there, whole; /* whole: a folder, with all that is in it */
    bool part;         /* one of the files that another entry is made of */
    bool printed;      /* standard output without having been asked for: a command may print there */
    bool package;      /* the folder of the data package, whose files are told one by one */
    bool updated;      /* a part of a package that the command updates, and looks after by itself */
    struct stat stat;
} cli_entry;

typedef struct cli_entries {
    cli_entry *items;
    size_t count, room;
    bool failed; /* memory ran out */
} cli_entries;

bool cli_entry_writes(const cli_entry *file);
bool cli_entry_is_standard(const cli_entry *file);

/* Everything that the arguments name, and @p more. To be cleared. */
void cli_entries_gather(const cli_arguments *arguments, const cli_file *more, size_t count, cli_entries *out);
void cli_entries_clear(cli_entries *all);

/* The folder of @p path without links, and its last part as it is; on the heap, NULL when the folder is not there. */
char *cli_path_own(const char *path);

#endif
