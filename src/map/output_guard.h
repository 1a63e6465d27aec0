/* What a map is drawn from is not what it is written to. */
#ifndef MAP_OUTPUT_GUARD_H
#define MAP_OUTPUT_GUARD_H

#include "canvas/drawing.h"
#include "map/map_data.h"

/* Refuses to write the map to @p path when that, or one of its other outputs, would replace an icon or a sprite that was read; which
 * icons a map has shows only while it is drawn. */
mintu_status mintu_map_guard(const mintu_map *map, const mintu_drawing *drawing, const char *path, mintu_error *error);

#endif
