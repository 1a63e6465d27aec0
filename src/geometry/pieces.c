#include "geometry/pieces.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

void mintu_pieces_add(mintu_pieces *pieces, const double *xy, const unsigned char *marks, size_t count, bool outer)
{
    mintu_track *path = &pieces->path;
    if (!mintu_array_reserve(&path->xy, &path->room, path->count + count + 1, 2 * sizeof *xy) ||
        !MINTU_ARRAY_RESERVE(path->marks, path->mark_room, path->count + count + 1) ||
        !MINTU_ARRAY_RESERVE(pieces->starts, pieces->start_room, pieces->part_count + 2) ||
        !MINTU_ARRAY_RESERVE(pieces->outer, pieces->outer_room, pieces->part_count + 1)) {
        path->failed = true;
        return;
    }
    if (count) {
        memcpy(path->xy + 2 * path->count, xy, 2 * count * sizeof *xy);
        if (marks)
            memcpy(path->marks + path->count, marks, count);
        else
            memset(path->marks + path->count, 0, count);
    }
    pieces->starts[pieces->part_count] = path->count;
    pieces->outer[pieces->part_count++] = outer;
    path->count += count;
    pieces->starts[pieces->part_count] = path->count;
}

void mintu_pieces_add_shape(mintu_pieces *pieces, const mintu_shape *shape)
{
    for (size_t part = 0; part < shape->part_count; part++)
        mintu_pieces_add(pieces, shape->xy + 2 * shape->starts[part], NULL, shape->starts[part + 1] - shape->starts[part],
                         shape->outer[part] != 0);
}

void mintu_pieces_free(mintu_pieces *pieces)
{
    mintu_track_free(&pieces->path);
    free(pieces->starts);
    free(pieces->outer);
    *pieces = (mintu_pieces){0};
}
