/* What a map is drawn from is not what it is written to. */
#ifndef MAP_OUTPUT_GUARD_H
#define MAP_OUTPUT_GUARD_H

#include "canvas/icon_file.h"

/* Refuses outputs that would replace an icon that was read; which icons a map has shows only while it is drawn. */
mintu_status mintu_map_guard(const mintu_icon_files *icons, const char *const *outputs, size_t count, mintu_error *error);

#endif
