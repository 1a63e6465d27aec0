#include "cli/cli.h"
#include "cli/options.h"

#include <string.h>

/* What is not matched is a finding; the row itself says which, and with which candidates. */
static mintu_status count_findings(const cli_arguments *arguments, const mintu_layer *answers)
{
    size_t counts[MINTU_MATCH_STATUS_END] = {0};
    int field = mintu_layer_field_find(answers, "status");
    for (size_t row = 0; field >= 0 && row < mintu_layer_count(answers); row++)
        for (int status = 0; status < MINTU_MATCH_STATUS_END; status++)
            counts[status] +=
                strcmp(mintu_layer_text(answers, row, (size_t)field), mintu_match_status_text((mintu_match_status)status)) == 0;
    if (counts[MINTU_MATCH_STATUS_MATCHED] == mintu_layer_count(answers))
        return MINTU_STATUS_OK;
    cli_note(arguments, "%zu matched, %zu ambiguous, %zu unmatched; name the county before a doubtful place to settle it",
             counts[MINTU_MATCH_STATUS_MATCHED], counts[MINTU_MATCH_STATUS_AMBIGUOUS], counts[MINTU_MATCH_STATUS_UNMATCHED]);
    return MINTU_STATUS_FINDINGS;
}

static mintu_status read_options(const cli_arguments *arguments, mintu_error *error, mintu_geocode_options *options)
{
    static const char *const pilots[] = {"none", "small-city", "town", "any", NULL};
    int roster;
    mintu_geocode_options_init(options);
    mintu_status status = cli_option_date(arguments, "as-of", 0, error, &options->as_of);
    if (status == MINTU_STATUS_OK)
        status = cli_option_choice(arguments, "roster", pilots, MINTU_PILOT_NONE, error, &roster);
    if (status == MINTU_STATUS_OK)
        options->roster = (mintu_pilot)roster;
    return status;
}

static mintu_status geocode(const cli_arguments *arguments, const cli_session *session, mintu_error *error)
{
    mintu_geocode_options options;
    mintu_geocoder *geocoder = NULL;
    mintu_layer *answers = NULL;
    mintu_status status = read_options(arguments, error, &options);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_new(session->gazetteer, &options, error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_layer(session->context, geocoder, arguments->operands, (size_t)arguments->operand_count, error,
                                      &answers);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session->context, arguments, answers, error);
    if (status == MINTU_STATUS_OK)
        status = count_findings(arguments, answers);
    mintu_layer_free(answers);
    mintu_geocoder_free(geocoder);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    cli_session session;
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status != MINTU_STATUS_OK)
        return status;
    status = geocode(arguments, &session, error);
    cli_session_close(&session);
    return status;
}

const cli_command cli_geocode = {
    .name = "geocode",
    .operands = "NAME...",
    .summary = "find the places that names stand for",
    .description =
        {"Answers one row per name, in order: matched, ambiguous (with the candidates) or unmatched. A name that "
         "several units share is ambiguous unless its county or prefecture stands before it or in brackets after it.",
         "Ends with 1 when a name is not matched."},
    .options = {CLI_OPTION_AS_OF,
                {"roster", 0, "ROSTER", "small-city, town or any: a roster that decides between places of one name"},
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT},
    .examples = {"mintu geocode 安溪龙门 水头镇", "two towns, the first named with its county",
                 "mintu geocode --roster small-city --format csv 龙门 洋中", "names that only the roster makes certain"},
    .columns = {"query", "status", "name", "code", "county", "prefecture", "lon", "lat", "precision", "match", "candidates"},
    .operands_min = 1,
    .operands_max = -1,
    .run = run,
};
