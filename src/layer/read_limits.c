#include "layer/read_limits.h"

#include "base/message.h"

/* A workbook within its limits takes about 1 GB: a cell about 100 bytes, in GDAL's memory and in the layer's, and its text twice. */
const mintu_limits mintu_limits_usual = {
    .fields = 2000,
    .layer = (size_t)1 << 30,
    .cells = 8000000,
    .text = 100000000,
    .members = 5000,
    .unpacked = 1000000000,
    .depth = 200,
    .names = 5000,
    .topology = 32000000,
    .positions = 10000000,
    .steps = 500000000,
    .seconds = 30,
    .drawing = 5000000,
};

mintu_status mintu_fail_limit(mintu_error *error, const char *path, size_t limit, const char *what, const char *remedy)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                         "reading a layer: it has more than %zu %s, which is the limit; %s", limit, mintu_message(what),
                         mintu_message(remedy));
}
