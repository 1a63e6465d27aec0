#include "cli/greenway_layer.h"

#include "cli/greenway_compare.h"
#include "cli/greenway_distances.h"
#include "console/arguments.h"

static mintu_status compute_service(const cli_arguments *arguments, const cli_session *session,
                                    const mintu_greenway_options *options, mintu_error *error, mintu_layer **out)
{
    double km[CLI_DISTANCES];
    size_t count;
    mintu_status status = cli_greenway_distances(arguments, error, km, &count);
    return status == MINTU_STATUS_OK ? mintu_greenway_service(session->context, options, km, count, error, out) : status;
}

/* What is made of the places and lines. */
static mintu_status compute(const cli_arguments *arguments, const cli_session *session, const mintu_greenway_options *options,
                            int network, mintu_error *error, mintu_layer **out)
{
    if (cli_greenway_changes(arguments))
        return cli_greenway_change(arguments, session, options, network == MINTU_NETWORK_END, error, out);
    if (cli_option_value(arguments, "service"))
        return compute_service(arguments, session, options, error, out);
    if (network < 0)
        return mintu_greenway_connectors(session->context, options, error, out);
    if (network == MINTU_NETWORK_END)
        return mintu_greenway_totals(session->context, options, error, out);
    return mintu_greenway_network(session->context, options, (mintu_network_kind)network, error, out);
}

mintu_status cli_greenway_layer(const cli_arguments *arguments, const cli_session *session, int which, int date,
                                mintu_error *error, mintu_layer **out)
{
    static const double bounds[] = {0, 20100};
    mintu_greenway_input *input;
    *out = NULL;
    *error = (mintu_error){0};
    const mintu_greenway_query query = {
        .lines = cli_option_value(arguments, "lines"),
        .datum = cli_option_datum(arguments, error),
        .places = cli_option_value(arguments, "places"),
        .barriers = cli_option_value(arguments, "barriers"),
        .max_km = cli_option_number(arguments, "max-km", bounds, 0, error),
        .as_of = date,
    };
    mintu_status status = error->status;
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_input_new(session->context, session->gazetteer, &query, error, &input);
    if (status != MINTU_STATUS_OK)
        return status;
    status = compute(arguments, session, mintu_greenway_input_options(input), which, error, out);
    mintu_greenway_input_free(input);
    return status;
}
