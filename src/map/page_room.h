/* What an arranged page shows to be needed: room for the legend below or beside the map, and for symbols inside the frame. */
#ifndef MAP_PAGE_ROOM_H
#define MAP_PAGE_ROOM_H

#include "map/scene.h"

/* True when another try with what is then in @p room gives a better page. */
bool mintu_page_room(mintu_scene *scene, mintu_room *room);

/* Tells when the legend hides what the map is about all the same. */
void mintu_page_room_tell(const mintu_scene *scene);

#endif
