/* What of the data the page shows. */
#ifndef MAP_SCENE_COUNT_H
#define MAP_SCENE_COUNT_H

#include "map/scene.h"

size_t mintu_scene_count(mintu_scene *scene, const mintu_style_layer *layer, size_t entry);

/* Layers of symbols are what the map is about: findings when the frame holds no feature of any of them. */
void mintu_scene_check_extent(mintu_scene *scene);

#endif
