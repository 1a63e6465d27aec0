#include "console/format_ending.h"

#include "console/arguments.h"

#include <string.h>
#include <strings.h>

/* The formats that one command or another writes. */
static bool is_format(const char *word)
{
    static const char *const formats[] = {"csv", "json", "geojson", "gpkg", "xlsx", "fgb", "shp", "dxf", "png", "svg", "pdf"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcasecmp(word, formats[i]) == 0)
            return true;
    return false;
}

/* What stands behind the last dot of a file's name; "" for none, and for a database. */
static const char *ending_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
    return dot && strncasecmp(path, "PG:", 3) != 0 ? dot + 1 : "";
}

mintu_status cli_format_ending_check(const cli_arguments *arguments, mintu_error *error)
{
    const char *output = cli_option_value(arguments, "output"), *format = cli_option_value(arguments, "format");
    const char *json = cli_option_value(arguments, "json"), *ending = output ? ending_of(output) : "";
    const char *asked = format ? format : json ? "json" : "";
    /* GeoJSON is JSON, but not the other way round. */
    bool within = strcasecmp(asked, "geojson") == 0 && strcasecmp(ending, "json") == 0;
    if (!is_format(asked) || !is_format(ending) || strcasecmp(asked, ending) == 0 || within)
        return MINTU_STATUS_OK;
    return cli_usage(error,
                     "--%s%s%s and the ending .%s of --output '%.200s' contradict each other; give the file the ending .%s, or "
                     "leave --%s out",
                     format ? "format" : "json", format ? " " : "", format ? format : "", ending, output, asked,
                     format ? "format" : "json");
}
