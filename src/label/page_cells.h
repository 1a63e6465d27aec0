/* The page in square cells, so that what stands at a place is found without looking at all there is. */
#ifndef LABEL_PAGE_CELLS_H
#define LABEL_PAGE_CELLS_H

#include "canvas/box.h"

#include <math.h>
#include <stddef.h>

typedef struct mintu_page_cells {
    mintu_box area;
    double side; /* px of a cell */
    size_t columns, lines;
} mintu_page_cells;

/* Cells from x0 to x1 and y0 to y1, the last ones among them. */
typedef struct mintu_cell_range {
    size_t x0, y0, x1, y1;
} mintu_cell_range;

static inline mintu_page_cells mintu_page_cells_over(const mintu_box *area, double side)
{
    return (mintu_page_cells){.area = *area,
                              .side = side,
                              .columns = (size_t)ceil((area->x1 - area->x0) / side) + 1,
                              .lines = (size_t)ceil((area->y1 - area->y0) / side) + 1};
}

/* The column or line, of @p count, at an offset in px from the first; what lies outside belongs to the outermost. */
static inline size_t mintu_cell_at(double offset, double side, size_t count)
{
    double index = floor(offset / side);
    return !(index > 0) ? 0 : index >= (double)count ? count - 1 : (size_t)index;
}

/* The cells that a box touches. */
static inline mintu_cell_range mintu_page_cells_of(const mintu_page_cells *page, const mintu_box *box)
{
    return (mintu_cell_range){mintu_cell_at(box->x0 - page->area.x0, page->side, page->columns),
                              mintu_cell_at(box->y0 - page->area.y0, page->side, page->lines),
                              mintu_cell_at(box->x1 - page->area.x0, page->side, page->columns),
                              mintu_cell_at(box->y1 - page->area.y0, page->side, page->lines)};
}

#endif
