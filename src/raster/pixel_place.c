#include "raster/pixel_place.h"

#include "base/earth.h"

#include <math.h>
#include <string.h>

void mintu_mercator_from_degrees(double xy[2])
{
    double latitude = fmin(fmax(xy[1], -89.9), 89.9) * MINTU_DEGREE;
    xy[0] = xy[0] / 360 + 0.5;
    xy[1] = 0.5 - log(tan(MINTU_PI / 4 + latitude / 2)) / (2 * MINTU_PI);
}

void mintu_mercator_to_degrees(double xy[2])
{
    xy[0] = (xy[0] - 0.5) * 360;
    xy[1] = atan(sinh(MINTU_PI * (1 - 2 * xy[1]))) / MINTU_DEGREE;
}

/* As MapLibre GL JS has it, after Heckbert 1989: a plane seen in perspective, which gives way to a rubber sheet when it is seen all too
 * much from the side. */
static void find_warp(mintu_pixel_place *place)
{
    static const double PROJECTIVE = 4, BILINEAR = 512; /* foreshortening */
    const double(*c)[2] = (const double(*)[2])place->corners;
    double sum[2], right[2], down[2], least = INFINITY, most = -INFINITY;
    for (int i = 0; i < 2; i++) {
        sum[i] = c[0][i] - c[1][i] + c[2][i] - c[3][i];
        right[i] = c[1][i] - c[2][i];
        down[i] = c[3][i] - c[2][i];
    }
    double size = hypot(c[0][0] - c[2][0], c[0][1] - c[2][1]), determinant = right[0] * down[1] - right[1] * down[0];
    double across = (sum[0] * down[1] - down[0] * sum[1]) / determinant,
           along = (right[0] * sum[1] - sum[0] * right[1]) / determinant;
    const double denominators[4] = {1, 1 + across, 1 + across + along, 1 + along};
    for (int i = 0; i < 4; i++) {
        least = fmin(least, denominators[i]);
        most = fmax(most, denominators[i]);
    }
    double blend = fmax(0, (1 - PROJECTIVE / (most / least)) / (1 - PROJECTIVE / BILINEAR));
    bool flat = hypot(sum[0], sum[1]) < 1e-4 * size || !(most / least >= 1) || !(blend < 1);
    place->warp[0] = flat ? 0 : across;
    place->warp[1] = flat ? 0 : along;
    place->warp[2] = flat ? 1 : blend;
}

/* A place in the picture, whose sides are 1, to the square of Web Mercator. */
static void warp(const mintu_pixel_place *place, const double at[2], double out[2])
{
    const double(*c)[2] = (const double(*)[2])place->corners;
    double denominator = place->warp[0] * at[0] + place->warp[1] * at[1] + 1;
    for (int i = 0; i < 2; i++) {
        double top = c[0][i] + (c[1][i] - c[0][i]) * at[0], bottom = c[3][i] + (c[2][i] - c[3][i]) * at[0];
        double across = c[1][i] - c[0][i] + place->warp[0] * c[1][i], along = c[3][i] - c[0][i] + place->warp[1] * c[3][i];
        double seen = (across * at[0] + along * at[1] + c[0][i]) / denominator;
        out[i] = seen + (top + (bottom - top) * at[1] - seen) * place->warp[2];
    }
}

/* Newton's method, from the middle; false when it leads nowhere. */
static bool unwarp(const mintu_pixel_place *place, const double wanted[2], double out[2])
{
    enum { STEPS = 40 };
    static const double STEP = 1e-6;
    double size = hypot(place->corners[0][0] - place->corners[2][0], place->corners[0][1] - place->corners[2][1]);
    out[0] = out[1] = 0.5;
    for (int i = 0; i < STEPS; i++) {
        double here[2], right[2], down[2];
        warp(place, out, here);
        warp(place, (const double[]){out[0] + STEP, out[1]}, right);
        warp(place, (const double[]){out[0], out[1] + STEP}, down);
        const double miss[2] = {wanted[0] - here[0], wanted[1] - here[1]};
        if (hypot(miss[0], miss[1]) < 1e-9 * size)
            return true;
        const double xx = (right[0] - here[0]) / STEP, xy = (down[0] - here[0]) / STEP, yx = (right[1] - here[1]) / STEP,
                     yy = (down[1] - here[1]) / STEP, determinant = xx * yy - xy * yx;
        const double move[2] = {(miss[0] * yy - miss[1] * xy) / determinant, (miss[1] * xx - miss[0] * yx) / determinant};
        double length = hypot(move[0], move[1]), share = length > 0.5 ? 0.5 / length : 1;
        out[0] += move[0] * share;
        out[1] += move[1] * share;
        if (!(fabs(out[0]) < 20 && fabs(out[1]) < 20))
            return false;
    }
    return false;
}

static void find_middle(mintu_pixel_place *place)
{
    mintu_shape outline = {0};
    double west = INFINITY, east = -INFINITY;
    if (mintu_pixel_place_outline(place, NULL, &outline) == MINTU_STATUS_OK)
        for (size_t i = 0; i < outline.vertex_count; i++) {
            west = fmin(west, outline.xy[2 * i]);
            east = fmax(east, outline.xy[2 * i]);
        }
    place->middle = isfinite(west + east) ? (west + east) / 2 : 0;
    mintu_shape_free(&outline);
}

mintu_status mintu_pixel_place_open(mintu_context *context, const mintu_raster_source *source, mintu_raster_file *raster,
                                    mintu_error *error, mintu_pixel_place *out)
{
    *out = (mintu_pixel_place){.raster = raster, .by_corners = source->has_corners};
    if (out->by_corners) {
        memcpy(out->corners, source->corners, sizeof out->corners);
        for (int i = 0; i < 4; i++)
            mintu_mercator_from_degrees(out->corners[i]);
        find_warp(out);
    } else {
        mintu_status status = mintu_raster_locate(context, raster, error);
        if (status != MINTU_STATUS_OK)
            return status;
    }
    find_middle(out);
    return MINTU_STATUS_OK;
}

void mintu_pixel_place_find(const mintu_pixel_place *place, double *xy, size_t count)
{
    const double size[2] = {(double)place->raster->width, (double)place->raster->height};
    for (size_t i = 0; i < count; i++) {
        double *at = xy + 2 * i;
        at[0] = isfinite(at[0]) ? place->middle + remainder(at[0] - place->middle, 360) : at[0];
        if (!place->by_corners)
            continue;
        double found[2] = {INFINITY, INFINITY};
        mintu_mercator_from_degrees(at);
        bool good = isfinite(at[0]) && isfinite(at[1]) && unwarp(place, at, found);
        for (int axis = 0; axis < 2; axis++)
            at[axis] = good ? found[axis] * size[axis] : (double)INFINITY;
    }
    if (!place->by_corners)
        mintu_raster_from_degrees(place->raster, xy, count);
}

static void to_degrees(const mintu_pixel_place *place, double xy[2])
{
    if (!place->by_corners) {
        mintu_raster_to_degrees(place->raster, xy, 1);
        return;
    }
    const double at[2] = {xy[0] / (double)place->raster->width, xy[1] / (double)place->raster->height};
    warp(place, at, xy);
    mintu_mercator_to_degrees(xy);
}

/* Each vertex follows the last one, also over the edge of the world. */
mintu_status mintu_pixel_place_outline(const mintu_pixel_place *place, mintu_error *error, mintu_shape *out)
{
    enum { STEPS = 32 };
    static const double sides[4][4] = {{0, 0, 1, 0}, {1, 0, 1, 1}, {1, 1, 0, 1}, {0, 1, 0, 0}};
    const double size[2] = {(double)place->raster->width, (double)place->raster->height};
    double first[2] = {0}, last[2] = {0};
    size_t count = 0;
    mintu_shape_clear(out);
    out->type = MINTU_GEOMETRY_TYPE_POLYGON;
    mintu_status status = mintu_shape_part(out, true, error);
    for (int i = 0; i < 4 * STEPS && status == MINTU_STATUS_OK; i++) {
        const double *side = sides[i / STEPS], share = (double)(i % STEPS) / STEPS;
        double xy[2] = {size[0] * (side[0] + (side[2] - side[0]) * share), size[1] * (side[1] + (side[3] - side[1]) * share)};
        to_degrees(place, xy);
        if (!isfinite(xy[0]) || !isfinite(xy[1]))
            continue;
        xy[0] = count ? last[0] + (fabs(xy[0] - last[0]) > 180 ? remainder(xy[0] - last[0], 360) : xy[0] - last[0]) : xy[0];
        xy[1] = fmin(fmax(xy[1], -90), 90);
        memcpy(last, xy, sizeof last);
        if (count++ == 0)
            memcpy(first, xy, sizeof first);
        status = mintu_shape_vertex(out, xy[0], xy[1], error);
    }
    if (status == MINTU_STATUS_OK && count)
        status = mintu_shape_vertex(out, first[0], first[1], error);
    return status;
}
