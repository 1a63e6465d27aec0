/* The labels that are placed, by where they stand; they come and go while places are chosen. */
#ifndef LABEL_LABEL_GRID_H
#define LABEL_LABEL_GRID_H

#include "label/page_cells.h"

#include <stdint.h>

typedef struct mintu_label_grid_item {
    mintu_box box;
    size_t owner;
} mintu_label_grid_item;

typedef struct mintu_label_grid {
    mintu_page_cells page;
    struct mintu_label_grid_cell {
        mintu_label_grid_item *items;
        size_t count, room;
    } * cells;
    bool failed;
} mintu_label_grid;

/* No labels anywhere in @p area; false when memory ran out. */
bool mintu_label_grid_open(mintu_label_grid *grid, const mintu_box *area);
void mintu_label_grid_free(mintu_label_grid *grid);

/* A label's box comes, or all its boxes in these cells go. */
void mintu_label_grid_add(mintu_label_grid *grid, const mintu_box *box, size_t owner);
void mintu_label_grid_remove(mintu_label_grid *grid, const mintu_box *box, size_t owner);

/* Adds the owners of what meets the box to the @p count known ones, each once, without @p except; stops at @p room, which is
 * then returned. */
size_t mintu_label_grid_query(const mintu_label_grid *grid, const mintu_box *box, size_t except, size_t *owners, size_t count,
                              size_t room);

#endif
