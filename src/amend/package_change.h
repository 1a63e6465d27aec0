/* A change of a data package in the making: tables anew, and the description that fits them. It is written to a copy of the whole package,
 * which then takes its place, so that nothing is ever half changed. */
#ifndef AMEND_PACKAGE_CHANGE_H
#define AMEND_PACKAGE_CHANGE_H

#include "gazetteer/package.h"

typedef struct mintu_change_file {
    char *name;
    mintu_buffer text;
    bool added; /* the package did not have it before */
    bool made;  /* it has no text here: mintu_change.make writes it */
} mintu_change_file;

typedef struct mintu_change {
    mintu_context *context;
    const mintu_package *package;
    json_t *root; /* the description, to be changed */
    mintu_change_file *files;
    size_t count, room;
    mintu_status (*make)(void *user, const char *dir, mintu_error *error); /* NULL: nothing is made */
    void *user;
} mintu_change;

/* What the log says of a change. */
typedef struct mintu_change_told {
    const char *command, *what;
    const char *path; /* the file that it was made from; NULL: none */
    size_t added, changed, removed;
} mintu_change_told;

/* The package must outlive the change, which is to be closed, also after a failure. */
mintu_status mintu_change_open(mintu_context *context, const mintu_package *package, mintu_error *error, mintu_change *out);
void mintu_change_close(mintu_change *change);

/* The resource of a table in the description to be changed; NULL when there is none. */
json_t *mintu_change_resource(const mintu_change *change, const char *stem);

/* A table as it is to be. Takes over the text, and sets size, hash and number of rows of its @p resource; @p added when the package has
 * no such file yet. */
mintu_status mintu_change_table(mintu_change *change, json_t *resource, mintu_buffer *text, size_t rows, bool added,
                                mintu_error *error);

/* A file that `make` writes into the changed package's folder. Its checksum is kept with the earlier files, as the description has none. */
mintu_status mintu_change_made(mintu_change *change, const char *name, mintu_error *error);

/* Writes the package with its changes to the new folder @p target, or in its own place when that is NULL, and into its log. */
mintu_status mintu_change_commit(mintu_change *change, const char *target, const mintu_change_told *told, mintu_error *error);

/* Opens the folder in the making: a new one, or one that takes the place of the package in @p dir when @p target is NULL. */
struct mintu_folder;
mintu_status mintu_change_folder(const char *dir, const char *target, mintu_error *error, struct mintu_folder **out);

#endif
