/* One run of the renderer: the drawing, its labels and its furniture, for a map. */
#ifndef MAP_SCENE_H
#define MAP_SCENE_H

#include "canvas/drawing.h"
#include "furniture/furniture.h"
#include "label/label.h"
#include "map/map_data.h"
#include "map/map_sheet.h"

typedef struct mintu_scene {
    mintu_map *map;               /* what was asked; takes what the run gives */
    const mintu_map_sheet *sheet; /* that it is a part of, or NULL */
    mintu_map_format format;
    mintu_drawing drawing;
    mintu_drawing_run run;
    mintu_labels labels;
    mintu_furniture furniture;
    bool fitted;            /* the page, to what there is to be seen */
    unsigned long failures; /* mintu_memory_failures() at the beginning */
} mintu_scene;

#endif
