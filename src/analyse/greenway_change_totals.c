#include "analyse/greenway_change_lines.h"
#include "analyse/greenway_connectors.h"
#include "analyse/greenway_networks.h"
#include "analyse/greenway_service.h"
#include "base/argument.h"
#include "base/array.h"
#include "base/error.h"
#include "gazetteer/place_rows.h"
#include "layer/layer_end.h"

#include <string.h>

static const char DOING[] = N_("comparing greenway networks");

/* Takes over the text of what the values are. */
static mintu_status add_row(mintu_layer *out, mintu_buffer *of, const double values[2], mintu_error *error)
{
    mintu_row row = mintu_row_append(out, error);
    double change = values[1] - values[0];
    if (of->failed)
        row.status = mintu_fail_memory(error, DOING);
    mintu_row_text(&row, of->data);
    mintu_buffer_free(of);
    MINTU_ROW_NUMBERS(&row, values[0], values[1], change);
    if (values[0] > 0)
        mintu_row_number(&row, 100 * change / values[0]);
    return row.status;
}

static double number(const mintu_layer *layer, size_t row, const char *field)
{
    return mintu_layer_number(layer, row, (size_t)mintu_layer_field_find(layer, field));
}

static mintu_status add_networks(mintu_layer *totals[2], mintu_layer *out, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(totals[0]) && status == MINTU_STATUS_OK; row++) {
        const double km[2] = {number(totals[0], row, "km"), number(totals[1], row, "km")};
        const char *network = mintu_layer_field_text(totals[0], row, "network");
        mintu_buffer of = {0};
        if (strncmp(network, "bound", 5) == 0)
            continue;
        mintu_buffer_format(&of, "%s network, km", network);
        status = add_row(out, &of, km, error);
    }
    return status;
}

static mintu_status add_service(mintu_layer *service[2], mintu_layer *out, mintu_error *error)
{
    static const char *const groups[] = {"places", "towns"};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(service[0]) && status == MINTU_STATUS_OK; row++)
        for (size_t group = 0; group < 2 && status == MINTU_STATUS_OK; group++) {
            const double counts[2] = {number(service[0], row, groups[group]), number(service[1], row, groups[group])};
            mintu_buffer of = {0};
            mintu_buffer_format(&of, "%s within %g km", groups[group], number(service[0], row, "within_km"));
            status = add_row(out, &of, counts, error);
        }
    return status;
}

/* Both tables of before (0) and after (1). */
static mintu_status compute(mintu_ways *ways, const mintu_greenway_options sides[2], const mintu_greenway_change *change,
                            mintu_layer *out, mintu_error *error)
{
    mintu_layer *totals[2] = {0}, *service[2] = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (int side = 0; side < 2 && status == MINTU_STATUS_OK; side++) {
        ways->options = &sides[side];
        status = mintu_greenway_total(ways, error, &totals[side]);
        if (status == MINTU_STATUS_OK)
            status = mintu_greenway_serve(ways, change->within_km, change->within_count, error, &service[side]);
    }
    if (status == MINTU_STATUS_OK)
        status = add_networks(totals, out, error);
    if (status == MINTU_STATUS_OK)
        status = add_service(service, out, error);
    for (int key = 0; key < 3 && status == MINTU_STATUS_OK; key++) {
        static const char *const keys[] = {"doubles", "unplaced", "cut"};
        status = mintu_layer_note_set(out, keys[key], mintu_layer_note(totals[1], keys[key]), error);
    }
    for (int side = 0; side < 2; side++) {
        mintu_layer_free(totals[side]);
        mintu_layer_free(service[side]);
    }
    return status;
}

mintu_status mintu_greenway_change_totals(mintu_context *context, const mintu_greenway_options *options,
                                          const mintu_greenway_change *change, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, options, change) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options->as_of) || MINTU_RESERVED_ZERO(error, change))
        return MINTU_STATUS_USAGE;
    static const mintu_field fields[] = {{"of", MINTU_TEXT},
                                         {"before", MINTU_REAL},
                                         {"after", MINTU_REAL},
                                         {"change", MINTU_REAL},
                                         {"change_percent", MINTU_REAL}};
    mintu_layer *after = NULL;
    mintu_ways ways = {0};
    mintu_status status = mintu_greenway_lines_after(context, options, change, error, &after);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, "greenway-change-totals", fields, sizeof fields / sizeof *fields, error, out);
    if (status == MINTU_STATUS_OK) {
        mintu_greenway_options sides[2] = {*options, *options};
        sides[1].lines = after;
        sides[1].datum = MINTU_DATUM_WGS84;
        status = mintu_ways_open(context, options, error, &ways);
        if (status == MINTU_STATUS_OK)
            status = compute(&ways, sides, change, *out, error);
    }
    mintu_ways_close(&ways);
    mintu_layer_free(after);
    return mintu_layer_end(status, out);
}
