/* The coordinates of the layers on the page: loaded, thinned, projected, and the page fitted to them. */
#ifndef MAP_PLACE_LAYERS_H
#define MAP_PLACE_LAYERS_H

#include "map/scene.h"

/* Loads those of the style's sources that it draws, in degrees; NULL is what was not given. */
mintu_status mintu_layers_load(mintu_drawing *drawing, const mintu_layer *const *sources, mintu_error *error);

/* Gives the page its scale and the plots their places on it; projection and frame are known already. @p fitted is as from
 * mintu_map_extent(). */
mintu_status mintu_layers_place(mintu_scene *scene, const double extent[4], bool fitted, mintu_error *error);

/* Moves the names of areas into what can be seen of them between the pieces of furniture. */
void mintu_layers_move_names(const mintu_furniture *furniture);

#endif
