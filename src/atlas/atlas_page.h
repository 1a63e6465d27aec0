/* One page: the map of a unit, and the panel with what is asked of it. */
#ifndef ATLAS_ATLAS_PAGE_H
#define ATLAS_ATLAS_PAGE_H

#include "atlas/atlas_data.h"
#include "map/render.h"

/* Draws page @p number to a file, or as the next one of a book; places are added to @p index unless it is NULL. */
mintu_status mintu_atlas_page_draw(mintu_atlas *atlas, size_t number, const mintu_target *target, mintu_map_format format,
                                   mintu_atlas_index *index, mintu_error *error);

/* The page as the map's options say it, with what the panel takes of it, in mm: beside the map, or below. */
mintu_status mintu_atlas_page_size(const mintu_atlas *atlas, mintu_page *page, double panel[2], mintu_error *error);

#endif
