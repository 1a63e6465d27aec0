/* Where the pixels of a picture that is made come from: computed at the corners of cells, and between them as far as it is straight
 * there. */
#ifndef RASTER_PIXEL_GRID_H
#define RASTER_PIXEL_GRID_H

#include <stdbool.h>
#include <stddef.h>

/* Brings places in the picture to those that they come from, in place; what comes from nowhere becomes infinite. */
typedef void mintu_grid_fn(const void *user, double *xy, size_t count);

typedef struct mintu_pixel_grid {
    size_t columns, rows; /* pixels of the picture */
    size_t across, down;  /* cells */
    double *nodes;        /* x and y where each corner of a cell comes from */
    bool *straight;       /* of each cell */
    mintu_grid_fn *find;
    const void *user;
} mintu_pixel_grid;

/* What a grid needs of where it comes from, whose sides are @p size: a box, and how many of its pixels, across and down, lie in one
 * of the picture's at the least. */
typedef struct mintu_grid_need {
    double box[4]; /* left, top, right, bottom */
    double scale[2];
    double reach[4]; /* the cells of the picture that something comes from there: left, top, right, bottom */
} mintu_grid_need;

/* False when memory ran out. mintu_pixel_grid_free() in any case. */
bool mintu_pixel_grid_make(mintu_pixel_grid *grid, size_t columns, size_t rows, mintu_grid_fn *find, const void *user);
void mintu_pixel_grid_free(mintu_pixel_grid *grid);

/* False when nothing comes from there. */
bool mintu_pixel_grid_need(const mintu_pixel_grid *grid, const double size[2], mintu_grid_need *out);

/* Where the middles of a row's pixels come from: x and y of each. */
void mintu_pixel_grid_row(const mintu_pixel_grid *grid, size_t row, double *xy);

#endif
