/* Whether an output is what it would be if it were made now. */
#ifndef BUILD_BUILD_STATE_H
#define BUILD_BUILD_STATE_H

#include "build/build_folder.h"
#include "build/build_log.h"
#include "build/build_plan.h"

/* What all outputs are made in; compared with what stood in the log when one was made. */
typedef struct cli_build_world {
    char names[CLI_BUILD_HASH]; /* of the files in the data package */
    json_t *environment;        /* variables that libraries heed */
} cli_build_world;

bool cli_build_world_look(const char *data, cli_build_world *out);
void cli_build_world_free(cli_build_world *world);

enum { CLI_BUILD_WHY = 400 };

/* True when the output is to be made; why, or why not, in one sentence. */
bool cli_build_stale(const cli_build_output *output, const cli_build_world *world, const cli_build_folder *folder,
                     cli_build_log *log, char why[CLI_BUILD_WHY]);

/* A record for the log, with the hashes of the files that were read; NULL and a text when one of them is not what it was then. */
json_t *cli_build_record(const cli_build_output *output, const cli_build_world *world, const json_t *opened, cli_build_log *log,
                         char why[CLI_BUILD_WHY]);

#endif
