#include "cli/greenway_compare.h"
#include "cli/greenway_findings.h"
#include "cli/greenway_layer.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

#include <string.h>

/* How many rows have this text in a field. */
static size_t count_text(const mintu_layer *layer, const char *name, const char *text)
{
    int field = mintu_layer_field_find(layer, name);
    size_t count = 0;
    for (size_t row = 0; row < mintu_layer_count(layer) && field >= 0; row++)
        count += strcmp(mintu_layer_text(layer, row, (size_t)field), text) == 0;
    return count;
}

static mintu_status tell(const cli_arguments *arguments, const mintu_layer *layer)
{
    const char *note;
    size_t cut = count_text(layer, "course", "no-land-route");
    cli_note(arguments,
             "%zu connectors: %zu end on an assumed stretch, %zu bend around water or a neighbour, %zu use a crossing",
             mintu_layer_count(layer), count_text(layer, "certainty", "assumed"), count_text(layer, "course", "routed"),
             count_text(layer, "course", "crossing"));
    if (cut)
        cli_note(arguments, "%zu connectors have no way on land or over a known crossing and are straight: no-land-route", cut);
    if ((note = mintu_layer_note(layer, "omitted")))
        cli_note(arguments, "%s connectors are longer than --max-km and left out", note);
    if ((note = mintu_layer_note(layer, "doubles")))
        cli_note(arguments, "%s rows name a place that was there already; each place is linked once", note);
    bool limited = mintu_layer_note(layer, "limited"), unplaced = mintu_layer_note(layer, "unplaced");
    size_t off = count_text(layer, "course", "off-land");
    if (limited)
        cli_finding("%s connectors were asked for, and at most %d are made: only the nearest line of each place is listed, "
                    "without towns",
                    mintu_layer_note(layer, "limited"), (int)MINTU_GREENWAY_CONNECTORS);
    if (unplaced)
        cli_finding("%s places have no point and are not linked", mintu_layer_note(layer, "unplaced"));
    if (off)
        cli_finding("%zu connectors begin at a place off the land; see the column course", off);
    return limited || unplaced || off ? MINTU_STATUS_FINDINGS : MINTU_STATUS_OK;
}

static double total_km(const mintu_layer *layer)
{
    int field = mintu_layer_field_find(layer, "km");
    double sum = 0;
    for (size_t row = 0; row < mintu_layer_count(layer) && field >= 0; row++)
        sum += mintu_layer_number(layer, row, (size_t)field);
    return sum;
}

static mintu_status tell_service(const cli_arguments *arguments)
{
    cli_note(arguments, "counted by the ways of rank 1, not by straight distances; towns are those with a point of their own; "
                        "assumed counts what is near a stretch whose course has no source");
    return MINTU_STATUS_OK;
}

static mintu_status tell_network(const cli_arguments *arguments, const mintu_layer *layer, int network)
{
    const char *note, *unplaced = mintu_layer_note(layer, "unplaced");
    if (network < MINTU_NETWORK_END)
        cli_note(arguments, "%zu links, %.3f km; %zu of them end on an assumed stretch", mintu_layer_count(layer),
                 total_km(layer), count_text(layer, "certainty", "assumed"));
    if ((note = mintu_layer_note(layer, "cut")))
        cli_note(arguments, "%s links have no way on land or over a known crossing and are straight", note);
    note = mintu_layer_note(layer, "doubles");
    if (note)
        cli_note(arguments, "%s rows name a place that was there already; each place is linked once", note);
    if (unplaced)
        cli_finding("%s places have no point and are not linked", unplaced);
    return unplaced ? MINTU_STATUS_FINDINGS : MINTU_STATUS_OK;
}

/* CLI_CONNECTORS; MINTU_NETWORK_END: totals. */
static int read_network(const cli_arguments *arguments, mintu_error *error)
{
    static const char *const words[] = {"straight", "forest", "steiner", "totals",
                                        NULL}; /* in the order of mintu_network_kind */
    int network = cli_option_choice(arguments, "network", words, CLI_CONNECTORS, error);
    bool service = cli_option_value(arguments, "service"), most = cli_option_value(arguments, "max-km");
    bool changes = cli_greenway_changes(arguments);
    if (cli_option_value(arguments, "datum") && !cli_option_value(arguments, "lines") && !cli_option_value(arguments, "add"))
        cli_usage_first(error, "--datum says what the lines of --lines or --add stand in; give one of them, or leave it out");
    if (changes && (most || (network >= 0 && network < MINTU_NETWORK_END)))
        cli_usage_first(error,
                        "--add and --drop compare nearest lines, or totals with --network totals; leave out --max-km and "
                        "other networks");
    if (changes && service && network < 0)
        cli_usage_first(error, "--service with --add or --drop counts in the totals; add --network totals");
    if (service && !changes && (network >= 0 || most))
        cli_usage_first(error, "--service counts places; leave out --network and --max-km, or --service");
    if (network >= 0 && most)
        cli_usage_first(error, "--max-km leaves out connectors, and a network links every place; leave one of --max-km and "
                               "--network out");
    return network;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    cli_session session;
    mintu_layer *layer = NULL;
    int date = cli_option_date(arguments, "as-of", 0, error), network = read_network(arguments, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = cli_greenway_layer(arguments, &session, network, date, error, &layer);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session.context, arguments, layer, error);
    if (status == MINTU_STATUS_OK)
        status = cli_greenway_changes(arguments)          ? cli_greenway_change_tell(arguments, layer)
                 : cli_option_value(arguments, "service") ? tell_service(arguments)
                 : network < 0                            ? tell(arguments, layer)
                                                          : tell_network(arguments, layer, network);
    bool doubtful = false;
    if (status == MINTU_STATUS_OK || status == MINTU_STATUS_FINDINGS) {
        mintu_status examined = cli_greenway_examine(arguments, &session, date, error, &doubtful);
        status = examined != MINTU_STATUS_OK ? examined : doubtful ? MINTU_STATUS_FINDINGS : status;
    }
    mintu_layer_free(layer);
    cli_session_close(&session);
    return status;
}

/* What --places takes that are no files (src/cli/greenway.c). */
static const char *const place_groups[] = {"pilots", "counties", "named", "townships", NULL};

const cli_command cli_greenway = {
    .name = "greenway",
    .operands = "",
    .summary = "link places with the greenway lines: nearest points and geodesic lengths",
    .description =
        {"For every place and line: the shortest way on land to it, its geodesic length in metres, how certain the line's "
         "course is there, and the towns within 2 km of the way. rank 1 is the nearest line. straight_m is the straight "
         "length.",
         "course is land when the straight connector stays in the province, routed when it bends around water or another "
         "province, crossing when it uses bridges or ferries (crossings names them, crossing_kinds says what they are), "
         "no-land-route when there is no such way and off-land when the place itself is not on land: these are straight. "
         "Stretches whose certainty is assumed have no source.",
         "--network links every place with the lines at once by such ways, the lines being linked among themselves: straight "
         "takes each place to the nearest line, forest lets places be linked through others (minimum spanning forest), steiner "
         "inserts "
         "junctions where they shorten it; totals compares the three with a length that none can be below.",
         "--add and --drop ask what if: the lines added and dropped, and every place whose nearest line or way to it changes, "
         "with both lines, courses and lengths as rank 1 has them; with --network totals the networks before and after, and "
         "with --service the counts too. --service counts by the ways of rank 1, not by straight distances.",
         "Ends with 1 when a place is off the land or has no point, too many connectors are asked for, or lines of one's own "
         "are doubtful: without a length, off the land, or in another datum than declared."},
    .options = {{"lines", 0, "FILE", "Lines of this file instead of the data package's; field line or name tells them apart"},
                {"places", 0, "LIST",
                 "pilots, counties, named, townships or files, with commas between; pilots,counties,named by default"},
                {"network", 0, "straight|forest|steiner|totals",
                 "A network instead of connectors; totals: lengths of all three"},
                {"service", 0, "KM,…",
                 "Counts of places and towns whose way to a line is no longer than these, instead of connectors"},
                {"add", 0, "FILE,…", "What would change with the lines of these files, with commas between, added"},
                {"drop", 0, "LINE,…", "What would change without these lines, by their line or name"},
                {"max-km", 0, "N", "Leave out connectors longer than this, and say how many"},
                {"barriers", 0, "FILE", "Polygons and lines of this file are not crossed, beside sea and other provinces"},
                {"datum", 0, "wgs84|gcj02|bd09", "What the lines of --lines and --add stand in; wgs84 by default"},
                CLI_OPTION_AS_OF,
                CLI_OPTION_MISSING,
                CLI_OPTION_HEADER_ROW,
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT,
                CLI_OPTION_BOM},
    .examples = {"mintu greenway --places pilots --max-km 30", "pilots and the lines within 30 km of each",
                 "mintu greenway --lines survey.gpkg -o connectors.gpkg", "connectors to lines of one's own as a layer",
                 "mintu greenway --drop 4 --add new4.gpkg -o changes.gpkg", "places that a new course brings nearer or farther",
                 "mintu greenway --network totals", "how much shorter a common network is, and how far from the least"},
    .files = {{"lines", CLI_READ_TABLE, NULL},
              {"places", CLI_READ_LIST, place_groups},
              {"add", CLI_READ_LIST, NULL},
              {"barriers", CLI_READ_TABLE, NULL}},
    .columns = {"place", "county", "kind", "rank", "line_name", "length_m", "course", "certainty", "towns"},
    .operands_max = 0,
    .run = run,
};
