/* One run from layers to a file. */
#ifndef MAP_RENDER_H
#define MAP_RENDER_H

#include "map/map_data.h"
#include "map/map_sheet.h"

/* Where the map goes: a file, or memory. */
typedef struct mintu_target {
    const char *path;
    mintu_bytes *bytes; /* NULL: to the file */
    const mintu_map_sheet
        *sheet; /* that the map is a part of, with a book also instead of a file; NULL: it is the whole page */
} mintu_target;

/* Draws the map and writes it; findings, scale, caption and report go to the map. MINTU_STATUS_FINDINGS when it was
 * drawn and there are findings. */
mintu_status mintu_render(mintu_map *map, const mintu_target *target, mintu_map_format format, mintu_error *error);

#endif
