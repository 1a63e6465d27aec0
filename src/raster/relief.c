#include "raster/relief.h"

#include "base/array.h"
#include "base/earth.h"
#include "base/error.h"
#include "raster/pixel_window.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double WORLD = 40075016.6855785;    /* metres round the equator */
static const double SLOPES_LEAST = -128.0 / 255; /* what a texture's byte holds of an eighth of a slope */
static const double TEXELS_MOST = 3e7;           /* of a band */

void mintu_relief_from_degrees(const mintu_relief_grid *grid, double *xy, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double *at = xy + 2 * i, turn = remainder(at[0] - grid->middle, 360) / 360 + 1;
        mintu_mercator_from_degrees(at);
        at[0] = isfinite(turn) ? turn * grid->side : (double)INFINITY;
        at[1] = isfinite(at[1]) ? at[1] * grid->side : (double)INFINITY;
    }
}

void mintu_relief_to_degrees(const mintu_relief_grid *grid, double *xy, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double *at = xy + 2 * i, longitude = (at[0] / grid->side - 1) * 360 + grid->middle;
        at[1] /= grid->side;
        mintu_mercator_to_degrees(at);
        at[0] = longitude;
    }
}

/* Metres of the equator to a pixel of the file, at its middle. */
static double pixel_size(const mintu_pixel_layer *in)
{
    const double size[2] = {(double)in->raster->width, (double)in->raster->height};
    double xy[6] = {size[0] / 2, size[1] / 2, size[0] / 2 + 1, size[1] / 2, size[0] / 2, size[1] / 2 + 1};
    mintu_raster_to_degrees(in->raster, xy, 3);
    for (size_t i = 0; i < 3; i++)
        mintu_mercator_from_degrees(xy + 2 * i);
    return fmin(hypot(xy[2] - xy[0], xy[3] - xy[1]), hypot(xy[4] - xy[0], xy[5] - xy[1])) * WORLD;
}

/* The box of the file's outline, grown by what its neighbours' slopes need. */
static void find_box(const mintu_pixel_layer *in, mintu_relief_grid *grid)
{
    mintu_shape outline = {0};
    const double none[4] = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    memcpy(grid->box, none, sizeof none);
    if (!mintu_memory_good(mintu_pixel_place_outline(&in->place, NULL, &outline) == MINTU_STATUS_OK))
        outline.vertex_count = 0;
    for (size_t i = 0; i < outline.vertex_count; i++) {
        double at[2] = {outline.xy[2 * i], outline.xy[2 * i + 1]}, turn = (at[0] - grid->middle) / 360 + 1;
        mintu_relief_from_degrees(grid, at, 1);
        at[0] = fmin(fmax(turn, 0.5), 1.5) * grid->side; /* an outline may go all round the world */
        for (int axis = 0; axis < 2; axis++) {
            grid->box[axis] = fmin(grid->box[axis], at[axis] - 2);
            grid->box[2 + axis] = fmax(grid->box[2 + axis], at[axis] + 2);
        }
    }
    mintu_shape_free(&outline);
}

/* A browser takes the tiles of the next whole zoom, and none that are finer than there are: these end where the file's pixels do. */
mintu_relief_grid mintu_relief_grid_of(const mintu_pixel_layer *in)
{
    double tile = in->source->tile_size, size = pixel_size(in);
    double wanted = floor(in->drawing->page.zoom + log2(512 / tile) + 0.5);
    double finest = isfinite(size) && size > 0 ? ceil(log2(WORLD / (tile * size)) - 1e-6) : wanted;
    mintu_relief_grid grid = {.middle = in->place.middle};
    grid.zoom = fmax(fmin(fmin(wanted, finest), in->source->maxzoom), 0);
    grid.side = tile * exp2(grid.zoom);
    find_box(in, &grid);
    return grid;
}

/* Texels of a box to pixels of the file. */
typedef struct texels {
    const mintu_pixel_layer *in;
    const mintu_relief_grid *grid;
    double origin[2];
} texels;

static void find(const void *user, double *xy, size_t count)
{
    const texels *from = user;
    for (size_t i = 0; i < count; i++)
        for (size_t axis = 0; axis < 2; axis++)
            xy[2 * i + axis] += from->origin[axis];
    mintu_relief_to_degrees(from->grid, xy, count);
    mintu_pixel_place_find(&from->in->place, xy, count);
}

static void sample(const mintu_pixel_layer *in, const mintu_pixel_grid *pixels, const mintu_pixel_window *window, double *row,
                   float *out)
{
    double width = (double)in->raster->width, height = (double)in->raster->height;
    for (size_t y = 0, i = 0; y < pixels->rows; y++) {
        mintu_pixel_grid_row(pixels, y, row);
        for (size_t x = 0; x < pixels->columns; x++, i++) {
            const double *at = row + 2 * x;
            bool inside = at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height;
            out[i] = inside ? (float)mintu_pixel_window_elevation(window, at) : NAN;
        }
    }
}

/* The elevation of each texel of the box. */
static mintu_status read_ground(mintu_pixel_layer *in, const mintu_relief_grid *grid, const mintu_relief *box, float *out)
{
    const double size[2] = {(double)in->raster->width, (double)in->raster->height};
    const texels from = {in, grid, {(double)box->x, (double)box->y}};
    mintu_pixel_grid pixels;
    mintu_pixel_window window = {0};
    mintu_window_wish wish = {.unpack = in->source->unpack, .budget = &in->budget};
    mintu_status status = MINTU_STATUS_OK;
    double *row = malloc(2 * box->width * sizeof *row);
    for (size_t i = 0; i < box->width * box->height; i++)
        out[i] = NAN;
    if (mintu_pixel_grid_make(&pixels, box->width, box->height, find, &from) && mintu_memory_good(row) &&
        mintu_pixel_grid_need(&pixels, size, &wish.need)) {
        status = mintu_pixel_window_read(in->drawing->context, in->raster, &wish, in->drawing->error, &window);
        if (status == MINTU_STATUS_OK)
            sample(in, &pixels, &window, row, out);
    }
    mintu_pixel_window_free(&window);
    mintu_pixel_grid_free(&pixels);
    free(row);
    return status;
}

/* Where a neighbour has no ground, or lies outside, the texel's own is taken, so that the ground ends flat. */
static double ground_at(const float *ground, const mintu_relief *box, size_t x, size_t y, const int step[2])
{
    double own = ground[y * box->width + x];
    if ((step[0] < 0 && x == 0) || (step[0] > 0 && x + 1 == box->width) || (step[1] < 0 && y == 0) ||
        (step[1] > 0 && y + 1 == box->height))
        return own;
    double other = ground[(size_t)((ptrdiff_t)y + step[1]) * box->width + (size_t)((ptrdiff_t)x + step[0])];
    return isnan(other) ? own : other;
}

static double held(double slope)
{
    return (fmin(fmax(slope / 8, SLOPES_LEAST), 1 + SLOPES_LEAST)) * 8;
}

/* Horn's slopes in metres of the equator, heightened where the map is small, and then for the latitude. */
static void slope_at(const float *ground, const mintu_relief *box, size_t x, size_t y, double factor, float out[2])
{
    double around[3][3];
    for (int down = -1; down <= 1; down++)
        for (int right = -1; right <= 1; right++)
            around[down + 1][right + 1] = ground_at(ground, box, x, y, (const int[]){right, down});
    double east = around[0][2] + 2 * around[1][2] + around[2][2] - around[0][0] - 2 * around[1][0] - around[2][0];
    double south = around[2][0] + 2 * around[2][1] + around[2][2] - around[0][0] - 2 * around[0][1] - around[0][2];
    out[0] = (float)held(east * factor);
    out[1] = (float)held(south * factor);
}

static void fill_slopes(const mintu_relief_grid *grid, const float *ground, mintu_relief *out)
{
    double share = grid->zoom < 2 ? 0.4 : grid->zoom < 4.5 ? 0.35 : 0.3;
    double exaggeration = grid->zoom < 15 ? (grid->zoom - 15) * share : 0;
    double factor = grid->side / (8 * WORLD) / exp2(exaggeration);
    for (size_t y = 0, i = 0; y < out->height; y++)
        for (size_t x = 0; x < out->width; x++, i++) {
            slope_at(ground, out, x, y, factor, out->slopes[i]);
            if (isnan(ground[i]))
                out->slopes[i][0] = out->slopes[i][1] = NAN;
        }
}

mintu_status mintu_relief_make(mintu_pixel_layer *in, const mintu_relief_grid *grid, const double box[4], mintu_relief *out)
{
    double edges[4];
    *out = (mintu_relief){0};
    for (int axis = 0; axis < 2; axis++) {
        edges[axis] = fmax(floor(fmax(box[axis] - 2, grid->box[axis])), 0);
        edges[2 + axis] = ceil(fmin(box[2 + axis] + 2, grid->box[2 + axis]));
    }
    double width = edges[2] - edges[0], height = edges[3] - edges[1];
    if (!(width >= 1 && height >= 1))
        return MINTU_STATUS_OK;
    if (width * height > TEXELS_MOST)
        return mintu_fail_at(
            in->drawing->error, MINTU_STATUS_INPUT, (mintu_where){.source = in->raster->path},
            "drawing the hillshade: so near a pole the map shows too much of the web's grid; use a smaller extent");
    out->x = (size_t)edges[0];
    out->y = (size_t)edges[1];
    out->width = (size_t)width;
    out->height = (size_t)height;
    size_t count = out->width * out->height;
    float *ground = malloc(count * sizeof *ground);
    out->slopes = malloc(count * sizeof *out->slopes);
    mintu_status status = ground && out->slopes ? read_ground(in, grid, out, ground)
                                                : mintu_fail_memory(in->drawing->error, "drawing the hillshade");
    if (status == MINTU_STATUS_OK)
        fill_slopes(grid, ground, out);
    free(ground);
    return status;
}

void mintu_relief_free(mintu_relief *relief)
{
    free(relief->slopes);
    *relief = (mintu_relief){0};
}

bool mintu_relief_at(const mintu_relief *relief, const double at[2], bool nearest, double out[2])
{
    double x = at[0] - (double)relief->x - 0.5, y = at[1] - (double)relief->y - 0.5, weight = 0;
    out[0] = out[1] = 0;
    if (!(x >= -0.5 && y >= -0.5 && x <= (double)relief->width - 0.5 && y <= (double)relief->height - 0.5))
        return false;
    x = fmin(fmax(x, 0), (double)(relief->width - 1));
    y = fmin(fmax(y, 0), (double)(relief->height - 1));
    for (int i = 0; i < 4; i++) {
        int right = i % 2, below = i / 2;
        double column = fmin(floor(x) + right, (double)(relief->width - 1)),
               row = fmin(floor(y) + below, (double)(relief->height - 1));
        double across = right ? x - floor(x) : 1 - (x - floor(x)), down = below ? y - floor(y) : 1 - (y - floor(y));
        double share = !nearest ? across * down : across >= 0.5 && down >= 0.5 && weight == 0 ? 1 : 0;
        const float *slope = relief->slopes[(size_t)row * relief->width + (size_t)column];
        if (isnan(slope[0]))
            continue;
        weight += share;
        out[0] += share * slope[0];
        out[1] += share * slope[1];
    }
    out[0] /= weight;
    out[1] /= weight;
    return weight >= 0.5;
}
