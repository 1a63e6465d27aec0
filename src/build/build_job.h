/* One output in the making: a run of this program in a process of its own, so that what goes wrong in it, even a crash, is its own. */
#ifndef BUILD_BUILD_JOB_H
#define BUILD_BUILD_JOB_H

#include "build/build_files.h"
#include "console/command.h"

#include <sys/types.h>

typedef struct cli_build_job {
    pid_t process;    /* 0: none */
    size_t output;    /* which of the plan's */
    int said, opened; /* what it says on standard error; which files it opens */
    double begun;
} cli_build_job;

/* Where jobs run and write. */
typedef struct cli_build_place {
    const char *data;   /* absolute: they run in it */
    const char *making; /* absolute */
    bool elsewhere;     /* --allow-files */
} cli_build_place;

/* What came of one. */
typedef struct cli_build_result {
    int code; /* its exit code, or minus the signal that ended it */
    double seconds;
    json_t *findings, *notes; /* arrays of texts */
    char *error;              /* what it said else, "" for nothing */
    bool nameless;            /* it read a file whose name is no UTF-8 */
    json_t *files;            /* path to stamp, of those that it read */
} cli_build_result;

/* Starts the words as a command that makes @p path; @p captioned asks for the map in words beside it, as PATH.caption. */
mintu_status cli_build_job_start(const cli_build_place *place, const json_t *words, const char *path, bool captioned,
                                 mintu_error *error, cli_build_job *out);

/* Before the first: whoever started the program may have asked the system to forget how its children end. */
void cli_build_jobs_begin(void);

/* Waits until one of the jobs has ended: its index. */
size_t cli_build_job_wait(cli_build_job *jobs, size_t count, int *status);

/* Takes what the job told, and releases it. False when memory ran out; free the result in any case. */
bool cli_build_job_end(cli_build_job *job, int status, cli_build_result *out);
void cli_build_result_free(cli_build_result *result);

#endif
