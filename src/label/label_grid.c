#include "label/label_grid.h"

#include "base/array.h"

#include <stdlib.h>

static const double CELL = 16; /* px */

bool mintu_label_grid_open(mintu_label_grid *grid, const mintu_box *area)
{
    *grid = (mintu_label_grid){.page = mintu_page_cells_over(area, CELL)};
    grid->cells = calloc(grid->page.columns * grid->page.lines, sizeof *grid->cells);
    return grid->cells != NULL;
}

void mintu_label_grid_free(mintu_label_grid *grid)
{
    for (size_t i = 0; grid->cells && i < grid->page.columns * grid->page.lines; i++)
        free(grid->cells[i].items);
    free(grid->cells);
    *grid = (mintu_label_grid){0};
}

void mintu_label_grid_add(mintu_label_grid *grid, const mintu_box *box, size_t owner)
{
    mintu_cell_range range = mintu_page_cells_of(&grid->page, box);
    for (size_t y = range.y0; y <= range.y1 && !grid->failed; y++)
        for (size_t x = range.x0; x <= range.x1; x++) {
            struct mintu_label_grid_cell *cell = &grid->cells[y * grid->page.columns + x];
            grid->failed = grid->failed || !MINTU_ARRAY_RESERVE(cell->items, cell->room, cell->count + 1);
            if (!grid->failed)
                cell->items[cell->count++] = (mintu_label_grid_item){*box, owner};
        }
}

void mintu_label_grid_remove(mintu_label_grid *grid, const mintu_box *box, size_t owner)
{
    mintu_cell_range range = mintu_page_cells_of(&grid->page, box);
    for (size_t y = range.y0; y <= range.y1; y++)
        for (size_t x = range.x0; x <= range.x1; x++) {
            struct mintu_label_grid_cell *cell = &grid->cells[y * grid->page.columns + x];
            size_t kept = 0;
            for (size_t i = 0; i < cell->count; i++)
                if (cell->items[i].owner != owner)
                    cell->items[kept++] = cell->items[i];
            cell->count = kept;
        }
}

static bool is_known(const size_t *owners, size_t count, size_t owner)
{
    for (size_t i = 0; i < count; i++)
        if (owners[i] == owner)
            return true;
    return false;
}

size_t mintu_label_grid_query(const mintu_label_grid *grid, const mintu_box *box, size_t except, size_t *owners, size_t count,
                              size_t room)
{
    mintu_cell_range range = mintu_page_cells_of(&grid->page, box);
    for (size_t y = range.y0; y <= range.y1; y++)
        for (size_t x = range.x0; x <= range.x1; x++) {
            const struct mintu_label_grid_cell *cell = &grid->cells[y * grid->page.columns + x];
            for (size_t i = 0; i < cell->count && count < room; i++) {
                const mintu_label_grid_item *item = &cell->items[i];
                if (mintu_box_meets(&item->box, box) && item->owner != except && !is_known(owners, count, item->owner))
                    owners[count++] = item->owner;
            }
        }
    return count;
}
