/* What stands beside the map of a page or below it: the unit's facts, where it lies, the page's number; and the cells that the index
 * names. */
#ifndef ATLAS_ATLAS_PANEL_H
#define ATLAS_ATLAS_PANEL_H

#include "atlas/atlas_facts.h"
#include "atlas/atlas_locator.h"
#include "canvas/drawing.h"

typedef struct mintu_atlas_panel {
    const char *name; /* of the unit */
    size_t number;    /* of the page */
    size_t row;       /* of the unit, in the locator */
    const mintu_atlas_facts *facts;
    const mintu_atlas_locator *locator; /* NULL: the map has one of its own */
    mintu_box box;                      /* px */
    bool wide;                          /* it lies below the map */
} mintu_atlas_panel;

void mintu_atlas_panel_paint(const mintu_atlas_panel *panel, mintu_drawing *drawing);

/* Letters along the upper edge of the frame, numbers down its left one. */
void mintu_atlas_cells_paint(mintu_drawing *drawing);

/* The cell of a place on the page: B3. */
typedef struct mintu_atlas_cell {
    char text[16];
} mintu_atlas_cell;
mintu_atlas_cell mintu_atlas_cell_at(const mintu_page *page, const double at[2]);

#endif
