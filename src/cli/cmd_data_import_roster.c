#include "cli/amend_target.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/say.h"
#include "console/session.h"

#include <unistd.h>

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    static const double bounds[] = {1, 1e6};
    cli_session session;
    mintu_layer *findings = NULL;
    mintu_amend_roster_options options = {.roster = cli_option_value(arguments, "roster"),
                                          .field = cli_option_value(arguments, "field"),
                                          .review = cli_option_value(arguments, "review"),
                                          .source = cli_option_value(arguments, "source"),
                                          .title = cli_option_value(arguments, "title"),
                                          .title_en = cli_option_value(arguments, "title-en")};
    if (!options.roster)
        cli_usage_first(error, "'data import-roster' needs --roster ID: a roster of the package, or a new one's name");
    double stated = cli_option_number(arguments, "stated", bounds, 0, error);
    options.stated = (size_t)stated;
    if (stated != (double)options.stated)
        cli_usage_first(error, "--stated: expected a whole number of places");
    options.date = cli_option_date(arguments, "date", 0, error);
    options.target = cli_amend_target(arguments, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = mintu_amend_roster(session.context, session.gazetteer, arguments->operands[0], &options, error, &findings);
    status = cli_amend_print(arguments, findings, status, error);
    if (status == MINTU_STATUS_FINDINGS && options.review && access(options.review, R_OK) == 0)
        cli_note(arguments, "doubtful names are in %s; fill in its column decision and run again", options.review);
    mintu_layer_free(findings);
    cli_session_close(&session);
    return status;
}

const cli_command cli_data_import_roster = {
    .name = "data import-roster",
    .operands = "FILE",
    .summary = "complete a roster of the data package from a list, or make a new one",
    .description = {"Reads a list of places (CSV, XLSX and the other formats that the README lists), finds its columns of "
                    "prefecture, county, town, "
                    "batch, remark, source and certainty by their usual heads, resolves the names as geocode does, and "
                    "completes the roster. "
                    "Sizes, hashes, counts and descriptions of the package follow, and maps no longer say that a list is "
                    "incomplete which is whole.",
                    "A place of the list is attested. Earlier places that it has not stay while fewer are listed than the "
                    "roster states; a list that "
                    "has all of them replaces the roster, and each place that goes is told. What is doubled, doubtful, of "
                    "another level or not in "
                    "force on the package's date is listed and not taken; more places than are stated are refused.",
                    "With -o DIR the changed package is a new folder; without it the package of --data is changed itself. "
                    "'data log' tells the "
                    "changes, 'data undo' takes the last one back. Ends with 1 when a row was not taken."},
    .options = {{"roster", 0, "ID", "The roster: one of the package's, or the name of a new one, such as key-town"},
                {"stated", 0, "N", "How many places it has by its own statement, where that is not what the package says"},
                {"source", 0, "TEXT", "Where the list is from; what it is called by default"},
                {"date", 0, "DATE",
                 "The day of the list, YYYY-MM-DD, whose names are those of that day; the package's by default"},
                {"field", 0, "COLUMN", "The column of names; several joined by commas, the larger unit first, are one name"},
                {"review", 0, "FILE", "Write the doubtful names to this file, and take its decisions when it exists"},
                {"title", 0, "TEXT", "Of a new roster: what its places are called, in Chinese"},
                {"title-en", 0, "TEXT", "The same in English, in the plural"},
                CLI_OPTION_MISSING,
                CLI_OPTION_HEADER_ROW,
                {"output", 'o', "DIR", "Write the changed package: this new folder"}},
    .examples =
        {"mintu data import-roster official.xlsx --roster town --source \"闽建村〔2011〕1号\" -o mine",
         "the list of pilot towns, completed in a copy of the package",
         "mintu data import-roster key.csv --roster key-town --title 重点镇 --title-en \"key towns\" --stated 91 --data mine",
         "a new roster, in a package of one's own"},
    .files = {{"", CLI_READ, NULL}, {"review", CLI_UPDATE, NULL}, {"output", CLI_WRITE, NULL}, {"data", CLI_UPDATE, NULL}},
    .names_output = true,
    .columns = {"status", "row", "name", "text"},
    .operands_min = 1,
    .operands_max = 1,
    .run = run,
};
