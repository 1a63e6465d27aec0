#include "cli/cli.h"
#include "console/say.h"

/* Which file is being checked, and how many findings it had. */
typedef struct listener {
    const char *path;
    size_t count;
} listener;

/* In the form that editors and compilers use, so that a click leads to the place. */
static void print_finding(const mintu_error *finding, void *user)
{
    listener *who = user;
    who->count++;
    cli_line("%s:%d:%d: %s: %s", who->path, finding->line, finding->column,
             finding->status == MINTU_STATUS_FINDINGS      ? "note"
             : finding->status == MINTU_STATUS_UNSUPPORTED ? "not supported"
                                                           : "not valid",
             finding->text);
}

/* A file that is no JSON, or cannot be read, has one finding: the error itself. */
static mintu_status check(const char *path, mintu_error *error)
{
    listener who = {.path = path};
    mintu_error found = {0};
    mintu_status status = mintu_style_check(path, print_finding, &who, &found);
    if (status == MINTU_STATUS_OK)
        cli_line("%s: valid", path);
    else if (error->status == MINTU_STATUS_OK || found.status < error->status)
        *error = found;
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    *error = (mintu_error){0};
    for (int i = 0; i < arguments->operand_count; i++)
        check(arguments->operands[i], error);
    return error->status;
}

const cli_command cli_style_check = {
    .name = "style check",
    .operands = "FILE…",
    .summary = "check style documents; list every finding with its place",
    .description =
        {"Reads MapLibre style documents as render does and goes on after what is wrong. Each finding is a line "
         "FILE:LINE:COLUMN with the JSON pointer, what is wrong and what to write instead; at most 100 of a file. A "
         "document without findings gives the line FILE: valid.",
         "What is valid is what the specification's own validator takes; what is valid, would change the picture and is not "
         "printed is not supported; what print does not have and nobody misses on paper (transitions, light, sources "
         "that no layer uses) is a note, and a property at its default is nothing.",
         "Ends with 3 when a document is not valid, with 4 when all that is wrong is not supported in print, and with 0 "
         "when there are notes only."},
    .examples = {"mintu style check styles/pilots.json", "one line: valid", "mintu style check styles/*.json",
                 "every style of a folder before it is used"},
    .files = {{"", CLI_READ, NULL}},
    .operands_min = 1,
    .operands_max = -1,
    .run = run,
};
