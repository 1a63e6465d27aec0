#define _POSIX_C_SOURCE 200809L
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/roster_option.h"
#include "console/arguments.h"
#include "console/language.h"
#include "console/layer_text.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

/* What is not matched is a finding; the row itself says which, and with which candidates. */
static mintu_status tell_counts(const cli_arguments *arguments, const size_t counts[MINTU_MATCH_STATUS_END], size_t total)
{
    bool all = counts[MINTU_MATCH_STATUS_MATCHED] == total;
    cli_note(arguments, "%zu matched, %zu ambiguous, %zu unmatched%s", counts[MINTU_MATCH_STATUS_MATCHED],
             counts[MINTU_MATCH_STATUS_AMBIGUOUS], counts[MINTU_MATCH_STATUS_UNMATCHED],
             all ? "" : cli_text("; name the county before a doubtful place to settle it"));
    return all ? MINTU_STATUS_OK : MINTU_STATUS_FINDINGS;
}

static mintu_status count_findings(const cli_arguments *arguments, const mintu_layer *answers)
{
    size_t counts[MINTU_MATCH_STATUS_END] = {0};
    for (size_t row = 0; row < mintu_layer_count(answers); row++)
        for (int status = 0; status < MINTU_MATCH_STATUS_END; status++)
            counts[status] +=
                strcmp(cli_layer_text(answers, row, "status"), mintu_match_status_text((mintu_match_status)status)) == 0;
    if (counts[MINTU_MATCH_STATUS_MATCHED] == mintu_layer_count(answers))
        return MINTU_STATUS_OK;
    return tell_counts(arguments, counts, mintu_layer_count(answers));
}

/* Names typed today are today's, whatever the package's date is. */
static int today(void)
{
    struct tm day;
    time_t now = time(NULL);
    return localtime_r(&now, &day) ? (day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday : 0;
}

/* CSV has the agreed columns; the other formats tell the name and the code of both times. */
static bool writes_csv(const cli_arguments *arguments)
{
    const char *format = cli_option_value(arguments, "format"), *path = cli_option_value(arguments, "output");
    const char *dot = path && !format ? strrchr(path, '.') : NULL;
    return (format && strcmp(format, "csv") == 0) || (dot && strcasecmp(dot, ".csv") == 0);
}

static void read_options(const cli_arguments *arguments, mintu_error *error, mintu_geocode_options *options)
{
    static const char *const levels[] = {"province", "prefecture", "county", "township", "any", NULL};
    *options = (mintu_geocode_options){0};
    options->as_of = cli_option_date(arguments, "as-of", today(), error);
    int level = MINTU_LEVEL_PROVINCE + cli_option_choice(arguments, "level", levels, -1, error);
    options->level = level == MINTU_LEVEL_END ? MINTU_LEVEL_ANY : (mintu_level)level;
    options->context = cli_option_value(arguments, "context") != NULL;
    options->exact = cli_option_value(arguments, "exact") != NULL;
    options->both_names = !writes_csv(arguments) && !cli_option_value(arguments, "input");
}

/* Changes between days that the package does not know, and a day before those that it covers. */
static void tell_days(const cli_arguments *arguments, const mintu_layer *answers)
{
    static const char *const keys[] = {"remark", "coverage"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (mintu_layer_note(answers, keys[i]))
            cli_note(arguments, "%s", mintu_layer_note(answers, keys[i]));
}

static mintu_status geocode_names(const cli_arguments *arguments, const cli_session *session, const mintu_geocoder *geocoder,
                                  mintu_error *error)
{
    mintu_layer *answers = NULL;
    mintu_status status = mintu_geocoder_layer(session->context, geocoder, arguments->operands,
                                               (size_t)arguments->operand_count, error, &answers);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session->context, arguments, answers, error);
    if (status == MINTU_STATUS_OK) {
        tell_days(arguments, answers);
        status = count_findings(arguments, answers);
    }
    mintu_layer_free(answers);
    return status;
}

static void tell_problems(const cli_arguments *arguments, const mintu_batch *batch)
{
    for (size_t i = 0; i < mintu_batch_problem_count(batch); i++) {
        const mintu_batch_problem *problem = mintu_batch_problem_at(batch, i);
        char spot[64] = "";
        if (problem->line && problem->column)
            snprintf(spot, sizeof spot, ":%zu:%zu", problem->line, problem->column);
        else if (problem->line)
            snprintf(spot, sizeof spot, ":%zu", problem->line);
        cli_note(arguments, "%s%s: %s", problem->source, spot, problem->text);
    }
    size_t hidden = mintu_batch_problem_total(batch) - mintu_batch_problem_count(batch);
    if (hidden > 0)
        cli_note(arguments, "%zu more rows have something wrong", hidden);
}

/* A file that was tables becomes a table: CSV unless another format is asked for. */
static mintu_status print_batch(const cli_arguments *arguments, const cli_session *session, const mintu_batch *batch,
                                mintu_error *error)
{
    const char *path = cli_option_value(arguments, "output");
    bool json = cli_option_value(arguments, "json") != NULL, format = cli_option_value(arguments, "format") != NULL;
    bool to_stdout = !path || strcmp(path, "-") == 0;
    if (writes_csv(arguments) || (to_stdout && !format && !json))
        return mintu_batch_write(batch, to_stdout ? "-" : path, error);
    mintu_layer *layer = NULL;
    mintu_status status = mintu_batch_layer(session->context, batch, error, &layer);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session->context, arguments, layer, error);
    mintu_layer_free(layer);
    return status;
}

/* Rows that a person has decided to stand for no place: they are settled. */
static size_t count_left_out(const mintu_batch *batch)
{
    size_t count = 0;
    for (size_t row = 0; row < mintu_batch_count(batch); row++) {
        mintu_match match;
        mintu_batch_match(batch, row, &match);
        count += match.status == MINTU_MATCH_STATUS_UNMATCHED && match.kind == MINTU_MATCH_KIND_REVIEW;
    }
    return count;
}

static mintu_status tell_batch(const cli_arguments *arguments, const mintu_batch *batch)
{
    size_t counts[MINTU_MATCH_STATUS_END], names = 0, left_out = count_left_out(batch);
    for (int i = 0; i < MINTU_MATCH_STATUS_END; i++)
        names += counts[i] = mintu_batch_status_count(batch, (mintu_match_status)i);
    if (names < mintu_batch_count(batch))
        cli_note(arguments, "%zu lines of the list are empty", mintu_batch_count(batch) - names);
    if (left_out > 0)
        cli_note(arguments, "%zu stand for no place, as the review file says", left_out);
    tell_problems(arguments, batch);
    counts[MINTU_MATCH_STATUS_UNMATCHED] -= left_out;
    mintu_status status = tell_counts(arguments, counts, names - left_out);
    return mintu_batch_problem_total(batch) > 0 ? MINTU_STATUS_FINDINGS : status;
}

static mintu_status write_review(const cli_arguments *arguments, const mintu_batch *batch, mintu_error *error)
{
    const char *path = cli_option_value(arguments, "review");
    size_t count = path ? mintu_batch_review_count(batch) : 0;
    if (count == 0)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_batch_review_write(batch, path, error);
    if (status == MINTU_STATUS_OK &&
        mintu_batch_status_count(batch, MINTU_MATCH_STATUS_MATCHED) + count_left_out(batch) < mintu_batch_count(batch))
        cli_note(arguments, "doubtful names are in %s; fill in its column decision and run again", path);
    return status;
}

static mintu_status geocode_file(const cli_arguments *arguments, const cli_session *session, const mintu_geocoder *geocoder,
                                 mintu_error *error)
{
    mintu_batch *batch = NULL;
    mintu_batch_options options = {.field = cli_option_value(arguments, "field"),
                                   .review = cli_option_value(arguments, "review")};
    mintu_status status =
        mintu_batch_load(session->context, geocoder, cli_option_value(arguments, "input"), &options, error, &batch);
    if (status == MINTU_STATUS_OK)
        status = print_batch(arguments, session, batch, error);
    if (status == MINTU_STATUS_OK)
        status = write_review(arguments, batch, error);
    if (status == MINTU_STATUS_OK)
        status = tell_batch(arguments, batch);
    mintu_batch_free(batch);
    return status;
}

static mintu_status check_use(const cli_arguments *arguments, mintu_error *error)
{
    bool file = cli_option_value(arguments, "input") != NULL;
    if (file && arguments->operand_count > 0)
        return cli_usage(error, "'geocode' takes either names or --input, not both");
    if (!file && arguments->operand_count == 0)
        return cli_usage(error, "'geocode' needs NAME or --input FILE");
    if (!file && (cli_option_value(arguments, "field") || cli_option_value(arguments, "review")))
        return cli_usage(error, "--field and --review go with --input");
    return MINTU_STATUS_OK;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    cli_session session;
    mintu_geocode_options options;
    mintu_geocoder *geocoder = NULL;
    check_use(arguments, error);
    read_options(arguments, error, &options);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = cli_option_rosters(arguments, "roster", session.gazetteer, error, &options.rosters);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_new(session.gazetteer, &options, error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = cli_option_value(arguments, "input") ? geocode_file(arguments, &session, geocoder, error)
                                                      : geocode_names(arguments, &session, geocoder, error);
    mintu_geocoder_free(geocoder);
    cli_session_close(&session);
    return status;
}

const cli_command cli_geocode = {
    .name = "geocode",
    .operands = "NAME...",
    .summary = "find the places that names stand for",
    .description =
        {"Answers one row per name, in order: matched, ambiguous (with the candidates) or unmatched. A name that several units "
         "share is ambiguous unless its county or prefecture stands before it, in brackets or after a comma: 安溪龙门, "
         "龙门（安溪）, "
         "Longmen Town, Anxi. Names are read as of today; a former name leads to the unit of today, that of a unit that is "
         "gone to the one that took it over. "
         "On a day about which a unit changed, on which day is not known, both names hold, and the answer says between which "
         "days.",
         "A name that is in no list but nearly one (fuzzy) is matched only with its county or prefecture and after one slip: "
         "the "
         "same sound, another type, or one character of three and more. The score tells how the name was read: 1 the official "
         "name, 0.95 another name, 0.9 a short name, 0.85 Latin, at most 0.7 fuzzy; less 2 % without a parent.",
         "What follows a place as in an address (水头镇上林村12号) stands in the column rest. An enumeration, or a text with a "
         "place in it, is ambiguous, with these as candidates; what lies in a unit elsewhere (浙江省建德市龙门镇) is "
         "unmatched.",
         "With --input the columns of a file (CSV, TSV, TXT with a name in a line, XLSX and the other formats that the README "
         "lists; text in UTF-8, "
         "UTF-16 or GB 18030) are kept and the answers added, as CSV when nothing else is asked for. With --review the "
         "doubtful names "
         "are written to a file once each; fill in its column decision with a code, name@county or -, and run again; columns "
         "of your own stay.",
         "Ends with 1 when a name is not matched or a row has something wrong."},
    .options = {CLI_OPTION_AS_OF_TODAY,
                {"input", 'i', "FILE", "Geocode a column of this file, or table (PG:…); - is standard input"},
                {"field", 0, "FIELD", "The column of names; several joined by commas, the larger unit first, are one name"},
                {"context", 0, NULL, "Names that are certain decide between the candidates of the others"},
                {"roster", 0, "ROSTER",
                 "A roster that decides between places of one name, by its id in the data package (small-city, town), or any"},
                {"level", 0, "province|prefecture|county|township", "Answer with units of this level only"},
                {"exact", 0, NULL, "No fuzzy names"},
                {"review", 0, "FILE", "Write the doubtful names to this file, and take its decisions when it exists"},
                CLI_OPTION_MISSING,
                CLI_OPTION_HEADER_ROW,
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT,
                CLI_OPTION_BOM},
    .examples = {"mintu geocode 安溪龙门 水头镇", "two towns, the first named with its county",
                 "mintu geocode --roster small-city --format csv 龙门 洋中", "names that only the roster makes certain",
                 "mintu geocode -i towns.xlsx --field 县,乡镇 --review review.csv -o towns.csv",
                 "a column of a spreadsheet, and what is doubtful in it"},
    .files = {{"input", CLI_READ_TABLE, NULL}, {"review", CLI_UPDATE, NULL}},
    .columns = {"query", "status", "name", "code", "county", "prefecture", "lon", "lat", "precision", "match", "candidates",
                "rest"},
    .operands_min = 0,
    .operands_max = -1,
    .run = run,
};
