#include "cli/greenway_findings.h"

#include "cli/greenway_layer.h"
#include "console/arguments.h"
#include "console/hint.h"
#include "console/layer_get.h"
#include "console/layer_text.h"
#include "console/say.h"

#include <stdlib.h>
#include <string.h>

static void tell(const cli_arguments *arguments, const char *path, const char *text)
{
    cli_finding("%s: %s%s", path, text, cli_hint(arguments->command, text));
}

/* What the lines are held against, and whether anything was found. */
typedef struct examination {
    const cli_arguments *arguments;
    const cli_session *session;
    const mintu_layer *known;
    mintu_greenway_options options;
    bool found;
} examination;

static mintu_status tell_file(examination *e, const char *path, mintu_error *error)
{
    mintu_layer *lines = NULL, *findings = NULL;
    mintu_status status = mintu_layer_load(e->session->context, path, NULL, error, &lines);
    e->options.lines = lines;
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_examine(e->session->context, &e->options, e->known, error, &findings);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_layer_count(findings); row++) {
        tell(e->arguments, cli_layer_is_database(path) ? mintu_layer_name(lines) : path, cli_layer_text(findings, row, "text"));
        e->found = true;
    }
    mintu_layer_free(findings);
    mintu_layer_free(lines);
    return status;
}

/* The file of --lines and those of --add. */
static mintu_status tell_files(examination *e, mintu_error *error)
{
    const char *lines = cli_option_value(e->arguments, "lines");
    mintu_status status = lines ? tell_file(e, lines, error) : MINTU_STATUS_OK;
    for (const char *at = cli_option_value(e->arguments, "add"); at && status == MINTU_STATUS_OK;) {
        char *path = cli_list_next(&at);
        status = path ? tell_file(e, path, error) : cli_fail_memory(error, "looking at --add");
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
        examination e = {.arguments = arguments, .session = session, .known = known};
        e.options = (mintu_greenway_options){.land = land, .datum = cli_option_datum(arguments, error)};
        status = tell_files(&e, error);
        *out = e.found;
    }
    mintu_layer_free(known);
    mintu_layer_free(land);
    return status;
}
