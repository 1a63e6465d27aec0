#include "cli/greenway_compare.h"

#include "cli/greenway_distances.h"
#include "console/arguments.h"
#include "console/layer_get.h"
#include "console/say.h"

#include <stdlib.h>
#include <string.h>

enum { ITEMS = 32, WORD = 1024 };

/* What --add and --drop name. */
typedef struct request {
    mintu_layer *layers[ITEMS];
    char words[ITEMS][WORD];
    const char *drops[ITEMS];
    double km[CLI_DISTANCES];
    mintu_greenway_change change;
} request;

bool cli_greenway_changes(const cli_arguments *arguments)
{
    return cli_option_value(arguments, "add") || cli_option_value(arguments, "drop");
}

/* The words of a list with commas between. */
static mintu_status split(const cli_arguments *arguments, const char *option, char words[ITEMS][WORD], mintu_error *error,
                          size_t *count)
{
    *count = 0;
    for (const char *at = cli_option_value(arguments, option); at;) {
        size_t size = cli_list_size(at);
        if (size == 0 || size >= WORD || *count == ITEMS)
            return cli_usage(error, "--%s '%.60s' is no list; expected up to %d names with commas between", option,
                             cli_list_shown(cli_option_value(arguments, option)), (int)ITEMS);
        memcpy(words[*count], at, size);
        words[(*count)++][size] = '\0';
        at = at[size] ? at + size + 1 : NULL;
    }
    return MINTU_STATUS_OK;
}

static mintu_status read_added(const cli_arguments *arguments, const cli_session *session, request *r, mintu_error *error)
{
    size_t count;
    mintu_status status = split(arguments, "add", r->words, error, &count);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        status = mintu_layer_load(session->context, r->words[i], NULL, error, &r->layers[i]);
        r->change.add_count = i + 1;
    }
    r->change.add = (const mintu_layer *const *)r->layers;
    return status;
}

static mintu_status read_request(const cli_arguments *arguments, const cli_session *session, request *r, mintu_error *error)
{
    mintu_status status = read_added(arguments, session, r, error);
    if (status == MINTU_STATUS_OK)
        status = split(arguments, "drop", r->words, error, &r->change.drop_count);
    for (size_t i = 0; i < r->change.drop_count; i++)
        r->drops[i] = r->words[i];
    r->change.drop = r->drops;
    r->change.within_km = r->km;
    return status == MINTU_STATUS_OK ? cli_greenway_distances(arguments, error, r->km, &r->change.within_count) : status;
}

mintu_status cli_greenway_change(const cli_arguments *arguments, const cli_session *session,
                                 const mintu_greenway_options *options, bool totals, mintu_error *error, mintu_layer **out)
{
    request *r = calloc(1, sizeof *r);
    if (!r)
        return cli_fail_memory(error, "reading --add and --drop");
    r->change.add_datum = cli_option_datum(arguments, error);
    mintu_status status = read_request(arguments, session, r, error);
    if (status == MINTU_STATUS_OK)
        status = totals ? mintu_greenway_change_totals(session->context, options, &r->change, error, out)
                        : mintu_greenway_changes(session->context, options, &r->change, error, out);
    for (size_t i = 0; i < r->change.add_count; i++)
        mintu_layer_free(r->layers[i]);
    free(r);
    return status;
}

mintu_status cli_greenway_change_tell(const cli_arguments *arguments, const mintu_layer *layer)
{
    const char *changed = mintu_layer_note(layer, "changed"), *unplaced = mintu_layer_note(layer, "unplaced");
    if (changed) {
        cli_note(arguments, "the nearest line or the way to it changes for %s of %s places", changed,
                 mintu_layer_note(layer, "places"));
        cli_note(arguments, "to the nearest line, all places together: %s", mintu_layer_note(layer, "sum"));
    }
    if (mintu_layer_note(layer, "cut"))
        cli_note(arguments, "%s links after the change have no way on land or over a known crossing and are straight",
                 mintu_layer_note(layer, "cut"));
    if (mintu_layer_note(layer, "doubles"))
        cli_note(arguments, "%s rows name a place that was there already; each place is linked once",
                 mintu_layer_note(layer, "doubles"));
    if (unplaced)
        cli_finding("%s places have no point and are not linked", unplaced);
    return unplaced ? MINTU_STATUS_FINDINGS : MINTU_STATUS_OK;
}
