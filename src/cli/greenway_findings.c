#include "cli/greenway_findings.h"

#include "cli/arguments.h"
#include "cli/greenway_layer.h"
#include "cli/hint.h"
#include "cli/layer_text.h"
#include "cli/say.h"

#include <stdlib.h>
#include <string.h>

static void tell(const cli_arguments *arguments, const char *path, const char *text)
{
    cli_finding("%s: %s%s", path, text, cli_hint(arguments->command, text));
}

static mintu_status tell_file(const cli_arguments *arguments, const cli_session *session, const mintu_greenway_options *base,
                              const char *path, const mintu_layer *known, mintu_error *error, bool *out)
{
    mintu_greenway_options options = *base;
    mintu_layer *lines = NULL, *findings = NULL;
    mintu_status status = mintu_layer_load(session->context, path, NULL, error, &lines);
    options.lines = lines;
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_examine(session->context, &options, known, error, &findings);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_layer_count(findings); row++) {
        tell(arguments, path, cli_layer_text(findings, row, "text"));
        *out = true;
    }
    mintu_layer_free(findings);
    mintu_layer_free(lines);
    return status;
}

/* The file of --lines and those of --add. */
static mintu_status tell_files(const cli_arguments *arguments, const cli_session *session, const mintu_greenway_options *base,
                               const mintu_layer *known, mintu_error *error, bool *out)
{
    const char *lines = cli_option_value(arguments, "lines");
    mintu_status status = lines ? tell_file(arguments, session, base, lines, known, error, out) : MINTU_STATUS_OK;
    for (const char *at = cli_option_value(arguments, "add"); at && status == MINTU_STATUS_OK;) {
        char *path = cli_list_next(&at);
        status =
            path ? tell_file(arguments, session, base, path, known, error, out) : cli_fail_memory(error, "looking at --add");
        free(path);
    }
    return status;
}

mintu_status cli_greenway_examine(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                  bool *out)
{
    mintu_layer *known = NULL, *land = NULL;
    *out = false;
    if (!cli_option_value(arguments, "lines") && !cli_option_value(arguments, "add"))
        return MINTU_STATUS_OK;
    mintu_status status = mintu_gazetteer_layer(session->context, session->gazetteer, "greenways", date, error, &known);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_layer(session->context, session->gazetteer, "outline", date, error, &land);
    if (status == MINTU_STATUS_OK) {
        const mintu_greenway_options base = {.land = land, .datum = cli_option_datum(arguments, error)};
        status = tell_files(arguments, session, &base, known, error, out);
    }
    mintu_layer_free(known);
    mintu_layer_free(land);
    return status;
}
