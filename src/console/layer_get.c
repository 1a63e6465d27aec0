#define _POSIX_C_SOURCE 200809L /* strndup() */
#include "console/layer_get.h"

#include "console/arguments.h"
#include "console/language.h"
#include "console/say.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

mintu_status cli_layer_get(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                           mintu_error *error, mintu_layer **out)
{
    const mintu_catalogue_options options = {.as_of = date,
                                             .agency = cli_option_value(arguments, "agency"),
                                             .progress = cli_option_value(arguments, "progress"),
                                             .on = (uint64_t)cli_option_date(arguments, "on", 0, error)};
    if (error->status != MINTU_STATUS_OK)
        return error->status;
    return mintu_catalogue_layer(session->context, session->gazetteer, name, &options, error, out);
}

static const char MARK[] = "|layername=";

size_t cli_layer_file(const char *name)
{
    const char *bar = strstr(name, MARK);
    return bar ? (size_t)(bar - name) : strlen(name);
}

bool cli_layer_is_database(const char *name)
{
    return strncasecmp(name, "PG:", 3) == 0;
}

size_t cli_list_size(const char *list)
{
    const char *from = cli_layer_is_database(list) ? strstr(list, MARK) : list;
    return from ? (size_t)(from - list) + strcspn(from, ",") : strlen(list);
}

char *cli_list_next(const char **at)
{
    size_t size = cli_list_size(*at);
    char *part = strndup(*at, size);
    *at = (*at)[size] ? *at + size + 1 : NULL;
    return part;
}

const char *cli_list_shown(const char *list)
{
    for (const char *at = list; *at; at += cli_list_size(at), at += *at == ',')
        if (cli_layer_is_database(at))
            return "PG:…";
    return list;
}

mintu_status cli_layer_write(mintu_context *context, const mintu_layer *layer, const char *path,
                             const mintu_write_options *options, mintu_error *error)
{
    if (!cli_layer_is_database(path))
        return mintu_layer_write(context, layer, path, options, error);
    size_t length = cli_layer_file(path);
    char *connection = strndup(path, length);
    const char *name = path[length] ? path + length + sizeof MARK - 1 : NULL;
    mintu_status status = connection ? mintu_layer_write_database(context, layer, connection, name, options, error)
                                     : cli_fail_memory(error, "writing a layer");
    free(connection);
    return status;
}

mintu_status cli_layer_open(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                            mintu_error *error, mintu_layer **out)
{
    if (!cli_layer_is_database(name) && !strpbrk(name, "./{[") && strcmp(name, "-") != 0)
        return cli_layer_get(arguments, session, name, date, error, out);
    mintu_status status = mintu_layer_load(session->context, name, NULL, error, out);
    if (status == MINTU_STATUS_OK && mintu_layer_count(*out) == 0)
        cli_note(arguments, "%s has no rows", strcmp(name, "-") == 0 ? cli_text("standard input") : name);
    return status;
}
