#include "table/grid.h"

#include "base/error.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Room for one more cell. */
static bool grow(mintu_cell_grid *grid)
{
    grid->over = grid->over || (grid->most && grid->count >= grid->most);
    grid->failed = grid->failed || grid->over || !MINTU_ARRAY_RESERVE(grid->cells, grid->room, grid->count + 1);
    return !grid->failed;
}

void mintu_cell_grid_add(mintu_cell_grid *grid, size_t row, size_t column, const char *text, bool number)
{
    if (!text[0] || !grow(grid))
        return;
    grid->cells[grid->count++] = (mintu_cell_grid_cell){row, column, grid->text.size, number};
    mintu_buffer_add(&grid->text, text, strlen(text) + 1);
    grid->failed = grid->text.failed;
}

void mintu_cell_grid_merge_add(mintu_cell_grid *grid, mintu_cell_grid_merge merge)
{
    if (grid->failed || merge.last_row <= merge.row)
        return;
    grid->failed = !MINTU_ARRAY_RESERVE(grid->merges, grid->merge_room, grid->merge_count + 1);
    if (!grid->failed)
        grid->merges[grid->merge_count++] = merge;
}

void mintu_cell_grid_clear(mintu_cell_grid *grid)
{
    mintu_buffer_clear(&grid->text);
    grid->count = grid->merge_count = grid->next = 0;
}

void mintu_cell_grid_free(mintu_cell_grid *grid)
{
    mintu_buffer_free(&grid->text);
    mintu_buffer_free(&grid->row);
    free(grid->cells);
    free(grid->merges);
    free(grid->starts);
    *grid = (mintu_cell_grid){.count = 0};
}

static int compare_cells(const void *a, const void *b)
{
    const mintu_cell_grid_cell *one = a, *other = b;
    if (one->row != other->row)
        return one->row < other->row ? -1 : 1;
    if (one->column != other->column)
        return one->column < other->column ? -1 : 1;
    return one->text < other->text ? -1 : one->text > other->text;
}

static void sort(mintu_cell_grid *grid)
{
    bool sorted = true;
    for (size_t i = 1; i < grid->count && sorted; i++)
        sorted = compare_cells(&grid->cells[i - 1], &grid->cells[i]) < 0;
    if (!sorted)
        qsort(grid->cells, grid->count, sizeof *grid->cells, compare_cells);
}

static const mintu_cell_grid_cell *find(const mintu_cell_grid *grid, size_t count, size_t row, size_t column)
{
    const mintu_cell_grid_cell key = {row, column, 0, false};
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_cells(&grid->cells[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && grid->cells[low].row == row && grid->cells[low].column == column ? &grid->cells[low] : NULL;
}

static size_t last_row(const mintu_cell_grid *grid)
{
    return grid->count ? grid->cells[grid->count - 1].row : 0;
}

mintu_cell_grid_filled mintu_cell_grid_finish(mintu_cell_grid *grid)
{
    mintu_cell_grid_filled filled = {0};
    sort(grid);
    size_t own = grid->count, end = last_row(grid);
    for (size_t i = 0; i < grid->merge_count && !grid->failed; i++) {
        const mintu_cell_grid_merge *merge = &grid->merges[i];
        const mintu_cell_grid_cell *first = find(grid, own, merge->row, merge->column);
        if (!first)
            continue;
        if (first->number && merge->row > 0) {
            filled.first_number = filled.numbers++ ? filled.first_number : merge->row + 1;
            continue;
        }
        mintu_cell_grid_cell copy = *first;
        for (copy.row++; copy.row <= merge->last_row && copy.row <= end && !grid->failed; copy.row++, filled.texts++) {
            if (grow(grid))
                grid->cells[grid->count++] = copy;
        }
    }
    sort(grid);
    return filled;
}

static mintu_status next_row(void *from, mintu_error *error, mintu_record *out, bool *more)
{
    mintu_cell_grid *grid = from;
    size_t count = 0;
    *more = grid->next < grid->count;
    *out = (mintu_record){.text = NULL};
    if (!*more)
        return MINTU_STATUS_OK;
    size_t row = grid->cells[grid->next].row;
    mintu_buffer_clear(&grid->row);
    for (; grid->next < grid->count && grid->cells[grid->next].row == row; grid->next++) {
        const mintu_cell_grid_cell *cell = &grid->cells[grid->next];
        if (cell->column < count) /* a cell that stands twice */
            continue;
        if (!MINTU_ARRAY_RESERVE(grid->starts, grid->start_room, cell->column + 2))
            return mintu_fail_memory(error, "reading a layer");
        for (; count < cell->column; count++) {
            grid->starts[count] = grid->row.size;
            mintu_buffer_add(&grid->row, "", 1);
        }
        const char *text = grid->text.data + cell->text;
        grid->starts[count++] = grid->row.size;
        mintu_buffer_add(&grid->row, text, strlen(text) + 1);
    }
    grid->starts[count] = grid->row.size;
    if (grid->row.failed)
        return mintu_fail_memory(error, "reading a layer");
    *out = (mintu_record){
        .text = grid->row.data, .starts = grid->starts, .count = count, .line = row < INT_MAX ? (int)row + 1 : INT_MAX};
    return MINTU_STATUS_OK;
}

mintu_row_source mintu_cell_grid_source(mintu_cell_grid *grid, const char *path, const char *doing)
{
    return (mintu_row_source){.next = next_row, .from = grid, .path = path, .doing = doing};
}
