/* The pages of an atlas as files of a folder, several at once. */
#ifndef BUILD_PAGE_JOBS_H
#define BUILD_PAGE_JOBS_H

#include "console/command.h"

typedef struct cli_page_jobs {
    const cli_arguments *arguments;
    mintu_atlas *atlas;
    const char *folder; /* is made when it is not there */
    mintu_map_format format;
    size_t first, last;   /* pages, from 1 */
    size_t shard, shards; /* of these every one whose number leaves shard - 1 when it is divided by shards */
    size_t jobs;
} cli_page_jobs;

/* Draws them. A page that fails is told, and the others are drawn: then the status is that of the first that failed. */
mintu_status cli_page_jobs_run(const cli_page_jobs *jobs, mintu_error *error);

#endif
