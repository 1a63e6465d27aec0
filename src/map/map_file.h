/* The map's file: what is drawn, with title, description, sources and bookmarks, written as a whole or not at all. */
#ifndef MAP_MAP_FILE_H
#define MAP_MAP_FILE_H

#include "base/output.h"
#include "map/scene.h"

/* Ends the drawing and writes it. *output is taken, and NULL, when it could be committed; the map gets its caption. */
mintu_status mintu_map_file_write(mintu_scene *scene, mintu_output **output, mintu_error *error);

#endif
