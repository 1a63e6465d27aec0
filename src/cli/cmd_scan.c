#include "cli/cli.h"
#include "cli/options.h"
#include "cli/roster_option.h"
#include "console/arguments.h"
#include "console/language.h"
#include "console/layer_text.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

#include <string.h>

/* What to call the input in messages. */
static const char *name_of(const char *path)
{
    return strcmp(path, "-") == 0 ? "<standard input>" : path;
}

static const char *problem_text(mintu_scan_problem_kind kind)
{
    static const char *const texts[MINTU_SCAN_PROBLEM_END] = {
        N_("bytes that are no UTF-8 are skipped"),
        N_("NUL bytes are taken as an end of sentence"),
        N_("a bracket has no partner in its paragraph"),
    };
    return cli_text(texts[kind]);
}

/* Bytes that are no text are findings; a bracket without a partner is only told. */
static bool list_problems(const cli_arguments *arguments, const mintu_scan *scan, const char *source)
{
    size_t total = 0;
    for (size_t i = 0; i < mintu_scan_problem_count(scan); i++) {
        const mintu_scan_problem *problem = mintu_scan_problem_at(scan, i);
        cli_note(arguments, "%s:%zu:%zu: %s", source, problem->line, problem->column, problem_text(problem->kind));
    }
    for (int kind = 0; kind < MINTU_SCAN_PROBLEM_END; kind++)
        total += mintu_scan_problem_total(scan, (mintu_scan_problem_kind)kind);
    if (total > mintu_scan_problem_count(scan))
        cli_note(arguments, "%s: %zu more of these", source, total - mintu_scan_problem_count(scan));
    if (mintu_scan_invalid(scan) > 0)
        cli_note(arguments, "%s: %zu bytes are no text; convert the file to UTF-8 if it is in another encoding", source,
                 mintu_scan_invalid(scan));
    return mintu_scan_invalid(scan) > 0 || mintu_scan_problem_total(scan, MINTU_SCAN_PROBLEM_NUL) > 0;
}

static bool list_doubtful(const cli_arguments *arguments, const mintu_scan *scan, const mintu_layer *mentions,
                          const char *source)
{
    size_t counts[MINTU_MATCH_STATUS_END] = {0};
    for (size_t i = 0; i < mintu_scan_count(scan); i++) {
        const mintu_mention *mention = mintu_scan_mention(scan, i);
        counts[mention->match.status]++;
        if (mention->match.status == MINTU_MATCH_STATUS_AMBIGUOUS)
            cli_note(arguments, "%s:%zu:%zu: '%s' is ambiguous: %s; name its county beside it, or give --roster", source,
                     mention->line, mention->column, cli_layer_text(mentions, i, "text"),
                     cli_layer_text(mentions, i, "candidates"));
        else if (mention->match.status == MINTU_MATCH_STATUS_UNMATCHED)
            cli_note(arguments, "%s:%zu:%zu: '%s' is no place of the data package, or not in the unit named with it", source,
                     mention->line, mention->column, cli_layer_text(mentions, i, "text"));
    }
    if (counts[MINTU_MATCH_STATUS_MATCHED] == mintu_scan_count(scan))
        return false;
    cli_note(arguments, "%zu matched, %zu ambiguous, %zu unmatched", counts[MINTU_MATCH_STATUS_MATCHED],
             counts[MINTU_MATCH_STATUS_AMBIGUOUS], counts[MINTU_MATCH_STATUS_UNMATCHED]);
    return true;
}

static bool list_mismatches(const cli_arguments *arguments, const mintu_scan *scan, const char *source)
{
    bool found = false;
    for (size_t i = 0; i < mintu_scan_group_count(scan); i++) {
        const mintu_scan_group *group = mintu_scan_group_at(scan, i);
        if (group->stated < 0 || group->stated == (long)group->count)
            continue;
        found = true;
        cli_note(arguments, "%s:%zu:%zu: the list has %zu names, and the text says %ld%s", source, group->line, group->column,
                 group->count, group->stated, group->open ? cli_text("; it ends with 等, so it may name only some") : "");
    }
    return found;
}

static mintu_status print(const cli_arguments *arguments, const cli_session *session, const mintu_geocoder *geocoder,
                          const mintu_scan *scan, mintu_error *error)
{
    const char *source = name_of(arguments->operands[0]);
    mintu_layer *mentions = NULL;
    mintu_status status = mintu_scan_layer(session->context, geocoder, scan, error, &mentions);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session->context, arguments, mentions, error);
    if (status == MINTU_STATUS_OK) {
        if (mintu_scan_encoding(scan))
            cli_note(arguments, "%s: read as %s; bytes of spans are those of the text in UTF-8", source,
                     mintu_scan_encoding(scan));
        bool bad = list_problems(arguments, scan, source);
        bool doubtful = list_doubtful(arguments, scan, mentions, source);
        bool mismatch = list_mismatches(arguments, scan, source);
        status = bad || doubtful || mismatch ? MINTU_STATUS_FINDINGS : MINTU_STATUS_OK;
    }
    mintu_layer_free(mentions);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    cli_session session;
    mintu_geocode_options options = {0};
    mintu_geocoder *geocoder = NULL;
    mintu_scan *scan = NULL;
    options.as_of = cli_option_date(arguments, "as-of", 0, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = cli_option_rosters(arguments, "roster", session.gazetteer, error, &options.rosters);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_new(session.gazetteer, &options, error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_scan_file(geocoder, arguments->operands[0], error, &scan);
    if (status == MINTU_STATUS_OK)
        status = print(arguments, &session, geocoder, scan, error);
    mintu_scan_free(scan);
    mintu_geocoder_free(geocoder);
    cli_session_close(&session);
    return status;
}

const cli_command cli_scan = {
    .name = "scan",
    .operands = "FILE",
    .summary = "find every place that a text names",
    .description =
        {"Reads a Chinese text in UTF-8, GBK or GB 18030 (- is standard input) and answers one row per name of a "
         "place, in the text's "
         "order: its span, its sentence, the place, and the evidence: unique, parent (the county stands with it), "
         "context (its list, its sentence, or the same name before) or roster.",
         "A full name counts always; a short one only where a list, its parent or the words around it say that it "
         "is a name. Names of a list share a group, and a number that the text states for the list (等15个中心镇) "
         "is checked against the count.",
         "A name that the text puts in a unit elsewhere, by its list, a colon, brackets, the clause, the sentence, a "
         "title or a dateline (浙江省建德市今年在龙门镇开展试点), is unmatched; one that is common elsewhere is ambiguous "
         "unless the text names its county. Traditional characters are read as simplified ones.",
         "Line and column are from 1, spans half open from 0; columns are characters. Ends with 1 when a name is "
         "ambiguous or unmatched, a number does not agree, or bytes are no text; each is listed."},
    .options = {CLI_OPTION_AS_OF,
                {"roster", 0, "ROSTER",
                 "A roster that decides between places of one name, by its id in the data package (small-city, town), or any"},
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT,
                CLI_OPTION_BOM},
    .examples = {"mintu scan notice.txt", "every place of a notice, as a table",
                 "mintu scan --format geojson -o places.geojson notice.txt", "the same as points for a map"},
    .files = {{"", CLI_READ, NULL}},
    .columns = {"text", "status", "name", "code", "county", "prefecture", "evidence", "group", "line", "column", "byte_start",
                "byte_end", "candidates"},
    .operands_min = 1,
    .operands_max = 1,
    .run = run,
};
