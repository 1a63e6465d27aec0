#define _POSIX_C_SOURCE 200809L
#include "cli/own_data.h"
#include "cli/value_join.h"
#include "console/arguments.h"
#include "console/language.h"
#include "console/layer_get.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A file's name without its folder and ending; of what is no file, the whole. Braces would be keys of the legend. */
static void name_of(const char *path, char out[200])
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    size_t size = cli_layer_is_database(path) ? 0 : dot && dot > name ? (size_t)(dot - name) : strlen(name);
    snprintf(out, 200, "%.*s", (int)(size < 190 ? size : 190), size ? name : "");
    for (char *at = out; *at; at++)
        if (*at == '{' || *at == '}')
            *at = ' ';
}

/* A layer of the kind that is drawn so. */
static mintu_status read_one(const cli_arguments *arguments, const cli_session *session, const char *option, mintu_error *error,
                             mintu_layer **out)
{
    const char *value = cli_option_value(arguments, option);
    bool points = strcmp(option, "points") == 0;
    mintu_status status = value ? cli_layer_open(arguments, session, value, 0, error, out) : MINTU_STATUS_OK;
    mintu_geometry_type wanted = points ? MINTU_GEOMETRY_TYPE_POINT : MINTU_GEOMETRY_TYPE_POLYGON;
    if (!value || status != MINTU_STATUS_OK)
        return status;
    mintu_geometry_type type = mintu_layer_geometry_type(*out);
    if (type == wanted || type == MINTU_GEOMETRY_TYPE_MIXED)
        return MINTU_STATUS_OK;
    return cli_usage(error, "--%s '%s' has no %s; %s", option, cli_list_shown(value),
                     points ? cli_text("points") : cli_text("areas"),
                     points ? cli_text("a table needs columns with degrees, as lon and lat")
                            : cli_text("areas come as GeoJSON, GeoPackage, Shapefile or KML"));
}

static mintu_status read_values(const cli_arguments *arguments, const cli_session *session, int as_of, mintu_error *error,
                                cli_own_data *out)
{
    static const char *const methods[] = {"equal", "quantile", "natural", "head-tail", "deviation", NULL};
    const char *value = cli_option_value(arguments, "values"), *field = cli_option_value(arguments, "field");
    mintu_layer *table = NULL;
    int method = cli_option_choice(arguments, "method", methods, MINTU_CLASSIFY_NATURAL, error);
    if (error->status != MINTU_STATUS_OK)
        return error->status;
    if (!value && !field && !cli_option_value(arguments, "method"))
        return MINTU_STATUS_OK;
    if (!value || !field)
        return cli_usage(error, "--values FILE and --field F go together: which table, and which column of it");
    mintu_status status = cli_layer_open(arguments, session, value, 0, error, &table);
    if (status == MINTU_STATUS_OK) {
        const cli_value_join join = {arguments, session, table, field, as_of, &out->findings};
        status = cli_value_join_make(&join, (mintu_classify_method)method, error, &out->values, &out->classes);
    }
    mintu_layer_free(table);
    return status;
}

mintu_status cli_own_data_read(const cli_arguments *arguments, const cli_session *session, int as_of, mintu_error *error,
                               cli_own_data *out)
{
    *out = (cli_own_data){0};
    mintu_status status = read_one(arguments, session, "points", error, &out->points);
    if (status == MINTU_STATUS_OK)
        status = read_one(arguments, session, "areas", error, &out->areas);
    if (status == MINTU_STATUS_OK)
        status = read_values(arguments, session, as_of, error, out);
    name_of(out->points ? cli_option_value(arguments, "points") : "", out->names[0]);
    name_of(out->areas ? cli_option_value(arguments, "areas") : "", out->names[1]);
    snprintf(out->names[2], sizeof out->names[2], "%.190s", out->values ? cli_option_value(arguments, "field") : "");
    return status;
}

mintu_layer *cli_own_data_layer(const cli_own_data *own, const char *source)
{
    return strcmp(source, "own-points") == 0   ? own->points
           : strcmp(source, "own-areas") == 0  ? own->areas
           : strcmp(source, "own-values") == 0 ? own->values
                                               : NULL;
}

void cli_own_data_free(cli_own_data *own)
{
    mintu_layer_free(own->points);
    mintu_layer_free(own->areas);
    mintu_layer_free(own->values);
    *own = (cli_own_data){0};
}
