/* The command line that an entry of build.json stands for. */
#ifndef BUILD_BUILD_WORDS_H
#define BUILD_BUILD_WORDS_H

#include "console/command.h"

#include <jansson.h>

/* What goes wrong is told as a text about the entry. */
typedef struct cli_build_words {
    const cli_command *command;
    const char *folder; /* of the data package */
    bool elsewhere;     /* files may stand outside the data package */
    json_t *words;      /* an array, to which is added */
    char problem[300];
} cli_build_words;

/* Finds a command that writes a table or layer to one file; NULL when there is none of this name. */
const cli_command *cli_build_command(const char *name);

/* True for a path, or FILE|layername=NAME, from @p folder that leads to nothing outside it, also through links, and to no database. */
bool cli_build_path_is_inside(const char *folder, const char *path);

/* Adds the operands (an array, or NULL) and options (an object, or NULL) behind the command's name. A day that would be today by default
 * is named, so that the command is another on another day. False with a problem. */
bool cli_build_words_add(cli_build_words *to, const json_t *operands, const json_t *options);

#endif
