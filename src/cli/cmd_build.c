#define _GNU_SOURCE /* open_memstream() */
#include "build/build.h"
#include "cli/cli.h"
#include "console/arguments.h"
#include "console/say.h"
#include "console/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A word as a shell takes it. */
static void add_word(FILE *out, const char *word)
{
    bool plain = word[0] && !strpbrk(word, " \t\n\"'\\$`*?[]{}()<>|&;#~!");
    if (plain) {
        fprintf(out, " %s", word);
        return;
    }
    fputs(" '", out);
    for (; *word; word++)
        fputs(*word == '\'' ? "'\\''" : (char[]){*word, '\0'}, out);
    fputc('\'', out);
}

static mintu_status list_output(const cli_build_output *output, mintu_error *error)
{
    char *line = NULL;
    size_t size;
    FILE *out = open_memstream(&line, &size);
    if (!out)
        return cli_fail_memory(error, "listing the outputs");
    fprintf(out, "%-5s mintu", output->kind);
    for (size_t i = 0; i < json_array_size(output->words); i++)
        add_word(out, json_string_value(json_array_get(output->words, i)));
    fputs(" -o", out);
    add_word(out, output->path);
    mintu_status status = fclose(out) == 0 ? cli_result(line, error) : cli_fail_memory(error, "listing the outputs");
    free(line);
    return status;
}

static mintu_status list_outputs(const cli_build_plan *plan, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < plan->count && status == MINTU_STATUS_OK; i++)
        status = list_output(&plan->outputs[i], error);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    static const double bounds[] = {1, CLI_BUILD_JOBS};
    const char *output = cli_option_value(arguments, "output"), *data = cli_data_folder(arguments);
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    double usual = processors < 1 ? 1 : processors > CLI_BUILD_JOBS ? CLI_BUILD_JOBS : (double)processors;
    double jobs = cli_option_number(arguments, "jobs", bounds, usual, error);
    cli_build_plan plan = {0};
    mintu_status status = error->status;
    if (status == MINTU_STATUS_OK)
        status = cli_build_plan_read(data, cli_option_value(arguments, "allow-files") != NULL, error, &plan);
    const cli_build_request request = {.arguments = arguments,
                                       .plan = &plan,
                                       .data = data,
                                       .output = output ? output : "out",
                                       .jobs = (size_t)jobs,
                                       .explain = cli_option_value(arguments, "explain") != NULL,
                                       .overwrite = cli_option_value(arguments, "overwrite") != NULL};
    if (status == MINTU_STATUS_OK)
        status = cli_option_value(arguments, "list") ? list_outputs(&plan, error) : cli_build_run(&request, error);
    cli_build_plan_free(&plan);
    return status;
}

const cli_command cli_build = {
    .name = "build",
    .operands = "",
    .summary = "make every map, layer and table that the data package asks for, in one folder",
    .description =
        {"What is made stands in build.json of the data package: maps (style, options, formats), layers and tables (command, "
         "options). Each comes from a run of this program of its own, several at once; manifest.json lists them with size and "
         "SHA-256, and beside each map NAME.md, NAME.html and NAME.tex have caption, alternative text and width.",
         "Only what something has changed for is made again: its command, or any file that was opened for it (style, data, "
         "icons, "
         "fonts, proj.db, the program and its libraries), by content. A build that was interrupted goes on where it was; a "
         "second "
         "one in the same folder waits. Files that no build made are never replaced without --overwrite.",
         "Ends with 1 when an output came with a finding that build.json does not list as known, with 5 when one could not be "
         "made; "
         "the others are made in any case."},
    .options = {{"output", 'o', "DIR", "Build in this folder, 'out' by default"},
                {"jobs", 'j', "N", "So many runs at once; as many as there are processors by default"},
                {"explain", 0, NULL, "Say of each output whether it was made, and why or why not"},
                {"list", 'l', NULL, "Show what would be made, each as a command line, and make nothing"},
                {"overwrite", 0, NULL, "Replace files in the folder that no build made"}},
    .examples = {"mintu build", "everything, in out/", "mintu build -o monday --jobs 4 --explain",
                 "what was made, what was not, and why", "mintu build --data second-notice -o second",
                 "that of another notice"},
    .names_output = true,
    .operands_max = 0,
    .run = run,
};
