/* Texts of the layout, which may hold {as-of}, {place} and any other note of a layer by its key. */
#ifndef MAP_SCENE_TEXT_H
#define MAP_SCENE_TEXT_H

#include "map/scene.h"

/* scene_text.c: a text of the layout (keys as in mintu_style_layout_text) with {as-of} replaced by the day that the layers stand
 * for and {place} by what the map is about, on the heap; NULL when the layout has none. */
char *mintu_scene_text(mintu_scene *scene, const char *key, size_t index);

const char *mintu_scene_day(const mintu_scene *scene); /* that day as YYYY-MM-DD, or NULL */

char *mintu_scene_expand(mintu_scene *scene, const char *text); /* the same for a text from elsewhere; NULL for NULL */

#endif
