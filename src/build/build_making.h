/* The outputs of a build in the making, several at once. */
#ifndef BUILD_BUILD_MAKING_H
#define BUILD_BUILD_MAKING_H

#include "build/build_job.h"
#include "build/build_state.h"

/* What is asked for. */
typedef struct cli_build_request {
    const cli_arguments *arguments; /* for what is said */
    const cli_build_plan *plan;
    const char *data, *output; /* folders */
    size_t jobs;
    bool explain;   /* a line for each output: whether it was made, and why */
    bool overwrite; /* files that no build made, too */
} cli_build_request;

enum { CLI_BUILD_JOBS = 64 };

/* How it stands with an output. */
typedef struct cli_build_standing {
    bool stale, made;        /* to be made; made in this build */
    char *failure;           /* why it could not be made; NULL: it did not fail */
    char why[CLI_BUILD_WHY]; /* it was to be made, or was not */
} cli_build_standing;

typedef struct cli_build_making {
    const cli_build_request *request;
    cli_build_folder folder;
    cli_build_log log;
    cli_build_world world;
    cli_build_place place;
    cli_build_standing *standings; /* of each output */
    size_t done, wanted;           /* of this round, for progress */
    json_t *notes;                 /* text to the outputs that it came with, of what was made */
} cli_build_making;

/* Makes every output that is stale and did not fail. A failure here is one of the build as a whole: the log cannot be written, or an
 * output not put in its place. */
mintu_status cli_build_make(cli_build_making *making, mintu_error *error);

#endif
