#include "table/name_beside.h"

void mintu_name_beside(const void *table, bool (*taken)(const void *table, const char *name), const char *name,
                       mintu_buffer *out)
{
    size_t start = out->size;
    bool first = taken(table, name);
    mintu_buffer_format(out, "%s%s", first ? "mintu_" : "", name);
    for (int again = 2; first && !out->failed && taken(table, out->data + start); again++) {
        out->size = start;
        mintu_buffer_format(out, "mintu_%s_%d", name, again);
    }
}
