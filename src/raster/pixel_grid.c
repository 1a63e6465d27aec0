#include "raster/pixel_grid.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CELL = 8 };                  /* pixels */
static const double STRAIGHT = 0.1; /* pixels of where it comes from, and this share of what a cell takes of them */

static const double *node(const mintu_pixel_grid *grid, size_t x, size_t y)
{
    return grid->nodes + 2 * (y * (grid->across + 1) + x);
}

/* A cell is straight when its middle comes from the middle of where its corners come from. */
static void check_cells(mintu_pixel_grid *grid, double *middles)
{
    for (size_t y = 0, i = 0; y < grid->down; y++)
        for (size_t x = 0; x < grid->across; x++, i++) {
            middles[2 * i] = (double)(x * CELL) + CELL / 2.0;
            middles[2 * i + 1] = (double)(y * CELL) + CELL / 2.0;
        }
    grid->find(grid->user, middles, grid->across * grid->down);
    for (size_t y = 0, i = 0; y < grid->down; y++)
        for (size_t x = 0; x < grid->across; x++, i++) {
            const double *a = node(grid, x, y), *b = node(grid, x + 1, y), *c = node(grid, x, y + 1),
                         *d = node(grid, x + 1, y + 1);
            double side = hypot(d[0] - a[0], d[1] - a[1]) + hypot(c[0] - b[0], c[1] - b[1]);
            double miss =
                hypot((a[0] + b[0] + c[0] + d[0]) / 4 - middles[2 * i], (a[1] + b[1] + c[1] + d[1]) / 4 - middles[2 * i + 1]);
            bool nowhere = isinf(a[0]) && isinf(b[0]) && isinf(c[0]) && isinf(d[0]) && isinf(middles[2 * i]);
            grid->straight[i] = nowhere || miss <= STRAIGHT + side * 0.002;
        }
}

bool mintu_pixel_grid_make(mintu_pixel_grid *grid, size_t columns, size_t rows, mintu_grid_fn *find, const void *user)
{
    *grid = (mintu_pixel_grid){.columns = columns, .rows = rows, .find = find, .user = user};
    grid->across = (columns + CELL - 1) / CELL;
    grid->down = (rows + CELL - 1) / CELL;
    size_t nodes = (grid->across + 1) * (grid->down + 1), cells = grid->across * grid->down;
    grid->nodes = malloc(2 * nodes * sizeof *grid->nodes);
    grid->straight = malloc(cells * sizeof *grid->straight + 1);
    double *middles = malloc(2 * cells * sizeof *middles + 1);
    if (!grid->nodes || !grid->straight || !middles) {
        mintu_memory_failure_add();
        free(middles);
        return false;
    }
    for (size_t i = 0; i < nodes; i++) {
        size_t x = i % (grid->across + 1) * CELL, y = i / (grid->across + 1) * CELL;
        grid->nodes[2 * i] = (double)x;
        grid->nodes[2 * i + 1] = (double)y;
    }
    find(user, grid->nodes, nodes);
    check_cells(grid, middles);
    free(middles);
    return true;
}

void mintu_pixel_grid_free(mintu_pixel_grid *grid)
{
    free(grid->nodes);
    free(grid->straight);
    *grid = (mintu_pixel_grid){0};
}

static void join(double box[4], const double at[2])
{
    for (int axis = 0; axis < 2; axis++) {
        box[axis] = fmin(box[axis], at[axis]);
        box[2 + axis] = fmax(box[2 + axis], at[axis]);
    }
}

static void join_cell(mintu_grid_need *need, size_t x, size_t y)
{
    const size_t corners[4] = {x * CELL, y * CELL, (x + 1) * CELL, (y + 1) * CELL};
    join(need->reach, (const double[]){(double)corners[0], (double)corners[1]});
    join(need->reach, (const double[]){(double)corners[2], (double)corners[3]});
}

/* A straight cell that reaches into where things come from tells how fine it is there. */
static void need_cell(const mintu_pixel_grid *grid, size_t x, size_t y, const double size[2], mintu_grid_need *out)
{
    mintu_grid_need own = {.box = {INFINITY, INFINITY, -INFINITY, -INFINITY}};
    const double *a = node(grid, x, y), *b = node(grid, x + 1, y), *c = node(grid, x, y + 1);
    for (size_t i = 0; i < 4; i++)
        join(own.box, node(grid, x + i % 2, y + i / 2));
    if (!(own.box[0] < size[0] && own.box[1] < size[1] && own.box[2] > 0 && own.box[3] > 0))
        return;
    join(out->box, own.box);
    join(out->box, own.box + 2);
    join_cell(out, x, y);
    for (int axis = 0; axis < 2; axis++)
        out->scale[axis] = fmin(out->scale[axis], hypot(b[axis] - a[axis], c[axis] - a[axis]) / CELL);
}

/* Of a cell that is not straight each pixel is asked for. */
static void need_pixels(const mintu_pixel_grid *grid, size_t x, size_t y, const double size[2], mintu_grid_need *out)
{
    double xy[2 * CELL * CELL];
    for (size_t i = 0; i < (size_t)CELL * CELL; i++) {
        size_t column = x * CELL + i % CELL, row = y * CELL + i / CELL;
        xy[2 * i] = (double)column + 0.5;
        xy[2 * i + 1] = (double)row + 0.5;
    }
    grid->find(grid->user, xy, (size_t)CELL * CELL);
    for (size_t i = 0; i < (size_t)CELL * CELL; i++)
        if (xy[2 * i] >= 0 && xy[2 * i] <= size[0] && xy[2 * i + 1] >= 0 && xy[2 * i + 1] <= size[1]) {
            join(out->box, xy + 2 * i);
            join_cell(out, x, y);
        }
}

bool mintu_pixel_grid_need(const mintu_pixel_grid *grid, const double size[2], mintu_grid_need *out)
{
    *out = (mintu_grid_need){.box = {INFINITY, INFINITY, -INFINITY, -INFINITY},
                             .scale = {INFINITY, INFINITY},
                             .reach = {INFINITY, INFINITY, -INFINITY, -INFINITY}};
    for (size_t i = 0; i < grid->across * grid->down; i++)
        (grid->straight[i] ? need_cell : need_pixels)(grid, i % grid->across, i / grid->across, size, out);
    for (int axis = 0; axis < 2; axis++) {
        out->box[axis] = fmax(out->box[axis], 0);
        out->box[2 + axis] = fmin(out->box[2 + axis], size[axis]);
        if (!isfinite(out->scale[axis]))
            out->scale[axis] = 1;
    }
    return out->box[0] <= out->box[2] && out->box[1] <= out->box[3];
}

void mintu_pixel_grid_row(const mintu_pixel_grid *grid, size_t row, double *xy)
{
    size_t y = row / CELL;
    double down = ((double)(row % CELL) + 0.5) / CELL;
    for (size_t x = 0; x < grid->across; x++) {
        size_t from = x * CELL, count = grid->columns - from < CELL ? grid->columns - from : CELL;
        const double *a = node(grid, x, y), *b = node(grid, x + 1, y), *c = node(grid, x, y + 1), *d = node(grid, x + 1, y + 1);
        bool straight = grid->straight[y * grid->across + x];
        for (size_t i = 0; i < count; i++)
            for (size_t axis = 0; axis < 2; axis++) {
                double left = a[axis] + (c[axis] - a[axis]) * down, right = b[axis] + (d[axis] - b[axis]) * down;
                double share = ((double)i + 0.5) / CELL, plain = axis ? (double)row + 0.5 : (double)(from + i) + 0.5;
                xy[2 * (from + i) + axis] = straight ? left + (right - left) * share : plain;
            }
        if (!straight)
            grid->find(grid->user, xy + 2 * from, count);
    }
}
