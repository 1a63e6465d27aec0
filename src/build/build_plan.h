/* What build.json of a data package asks for: one output after the other, each with the command that makes it. */
#ifndef BUILD_BUILD_PLAN_H
#define BUILD_BUILD_PLAN_H

#include "console/command.h"

#include <jansson.h>

typedef struct cli_build_output {
    char *path;          /* "pilots.png", from the output folder */
    const char *kind;    /* "map", "layer", "table" */
    const char *name;    /* "pilots", which all formats of one entry have in common */
    const char *title;   /* as build.json states it, or NULL */
    json_t *words;       /* the command line, but for -o and --data */
    const json_t *known; /* findings that are expected, or NULL */
    const char *first;   /* path of the entry's first output */
    size_t entry;        /* counts the entries of the plan */
} cli_build_output;

typedef struct cli_build_plan {
    json_t *root;
    const char *title;   /* or NULL */
    const json_t *known; /* findings that are expected of any output, or NULL */
    cli_build_output *outputs;
    size_t count, entries;
} cli_build_plan;

/* The file's name in a data package. */
extern const char cli_build_file[];

/* Reads build.json of the data package @p folder. MINTU_STATUS_INPUT names the entry that is wrong. Files outside the package may only
 * be named when @p elsewhere is true. Free the plan with cli_build_plan_free(), also on failure. */
mintu_status cli_build_plan_read(const char *folder, bool elsewhere, mintu_error *error, cli_build_plan *out);

void cli_build_plan_free(cli_build_plan *plan);

#endif
