#include "cli/greenway_distances.h"

#include "console/arguments.h"

#include <stdlib.h>

mintu_status cli_greenway_distances(const cli_arguments *arguments, mintu_error *error, double km[CLI_DISTANCES], size_t *count)
{
    const char *text = cli_option_value(arguments, "service");
    *count = 0;
    for (const char *at = text; at;) {
        const char *end;
        double value = mintu_number_read(at, &end);
        if (end == at || (*end && *end != ',') || !(value >= 0 && value <= 20100) || *count == CLI_DISTANCES)
            return cli_usage(error,
                             "--service '%.60s' is no list of distances; expected up to %d numbers of kilometres with commas "
                             "between, as 5,10,20",
                             text, (int)CLI_DISTANCES);
        km[(*count)++] = value;
        at = *end ? end + 1 : NULL;
    }
    return MINTU_STATUS_OK;
}
