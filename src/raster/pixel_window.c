#include "raster/pixel_window.h"

#include "base/array.h"
#include "base/context.h"
#include "base/message.h"
#include "raster/pixel_value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading a raster");

/* Numbers that are read at once. */
static const double CHUNK = 4e6;

/* A window being filled: rows of the file, at the step of one of its copies, become sums of rows of the window. */
typedef struct filling {
    const mintu_raster_file *raster;
    const mintu_window_wish *wish;
    mintu_pixel_window *window;
    size_t mean[2];         /* pixels of the copy to one of the window's */
    double skipped;         /* pixels of the copy to one that is read */
    mintu_raster_part part; /* of the copy, as a whole */
    float *numbers;         /* of some rows of it */
    float (*sums)[4];       /* of a row of the window */
    unsigned *counts;
    bool plain; /* see mintu_pixel_is_plain() */
} filling;

/* The mean of so many to each side is as good as that of all. */
static const double SAMPLES = 8;

/* The copy to read, and how many of its pixels are one of the window's. */
static void choose_step(filling *in)
{
    const double *scale = in->wish->need.scale, size[2] = {(double)in->raster->width, (double)in->raster->height};
    mintu_pixel_window *window = in->window;
    size_t *wide[2] = {&in->part.width, &in->part.height}, *from[2] = {&in->part.x, &in->part.y},
           *own[2] = {&window->width, &window->height};
    mintu_raster_level(in->raster, scale, in->part.step);
    for (int axis = 0; axis < 2; axis++) {
        double more = floor(fmax(scale[axis] / in->part.step[axis] + 1e-6, 1));
        double stride = in->wish->nearest ? more : fmax(floor(more / SAMPLES), 1);
        in->part.step[axis] *= stride;
        in->skipped *= stride;
        in->mean[axis] = (size_t)(more / stride);
        window->step[axis] = in->part.step[axis] * (double)in->mean[axis];
        double least = fmax(floor(in->wish->need.box[axis] / window->step[axis]) - 1, 0),
               most = fmin(ceil(in->wish->need.box[2 + axis] / window->step[axis]) + 1, ceil(size[axis] / window->step[axis]));
        *own[axis] = (size_t)fmax(most - least, 1);
        window->origin[axis] = least * window->step[axis];
        *from[axis] = (size_t)least * in->mean[axis];
        double there = ceil(size[axis] / in->part.step[axis] - 1e-9);
        *wide[axis] = (size_t)fmax(fmin((double)(*own[axis] * in->mean[axis]), there - (double)*from[axis]), 1);
    }
}

static mintu_status check_budget(const filling *in, size_t kept, mintu_error *error)
{
    *in->wish->budget -= in->skipped * (double)in->part.width * fmax((double)in->part.height - (double)(kept * in->mean[1]), 0);
    if (*in->wish->budget >= 0)
        return MINTU_STATUS_OK;
    return mintu_fail_at(
        error, MINTU_STATUS_INPUT, (mintu_where){.source = in->raster->path},
        "%s: more than %.0f of its pixels would be read for one layer, since it has %zu x %zu and no copy that is as "
        "coarse as the page; make such copies, for example with gdaladdo -r average FILE",
        mintu_message(doing), MINTU_RASTER_PIXELS_MOST, in->raster->width, in->raster->height);
}

/* Rows at the window's beginning that another has as well are taken from there. */
static size_t keep_rows(const mintu_pixel_window *before, mintu_pixel_window *window)
{
    const size_t size = window->elevations ? sizeof *window->elevations : sizeof *window->colours;
    const double from = (window->origin[1] - before->origin[1]) / window->step[1];
    const char *old = before->elevations ? (const char *)before->elevations : (const char *)before->colours;
    if (!old || before->step[0] != window->step[0] || before->step[1] != window->step[1] ||
        before->origin[0] != window->origin[0] || before->width != window->width ||
        !(from >= 0 && from < (double)before->height))
        return 0;
    size_t rows = before->height - (size_t)from;
    rows = rows < window->height ? rows : window->height;
    memcpy(window->elevations ? (char *)window->elevations : (char *)window->colours, old + (size_t)from * window->width * size,
           rows * window->width * size);
    return rows;
}

static bool take_memory(filling *in, size_t rows)
{
    mintu_pixel_window *window = in->window;
    size_t size = window->width * window->height;
    if (in->wish->unpack)
        window->elevations = malloc(size * sizeof *window->elevations);
    else
        window->colours = malloc(size * sizeof *window->colours);
    in->numbers = malloc(in->part.width * rows * in->raster->channels * sizeof *in->numbers);
    in->sums = calloc(window->width, sizeof *in->sums);
    in->counts = calloc(window->width, sizeof *in->counts);
    return (window->elevations || window->colours) && in->numbers && in->sums && in->counts;
}

/* Of bytes that are what is drawn. */
static void add_plain(const filling *in, const float *numbers, float sum[4])
{
    for (size_t i = 0; i < 3; i++)
        sum[i] += numbers[in->raster->bands == 1 ? 0 : i];
    sum[3] += 255;
}

static void add_row(filling *in, const float *numbers)
{
    for (size_t x = 0, own = 0, inside = 0; x < in->part.width; x++, numbers += in->raster->channels) {
        if (in->wish->unpack) {
            float metres = mintu_pixel_elevation(in->raster, numbers, in->wish->unpack);
            in->counts[own] += isnan(metres) ? 0 : 1;
            in->sums[own][0] += isnan(metres) ? 0 : metres;
        } else if (in->plain) {
            in->counts[own]++;
            add_plain(in, numbers, in->sums[own]);
        } else {
            float colour[4];
            mintu_pixel_colour(in->raster, numbers, colour);
            in->counts[own]++;
            for (int i = 0; i < 4; i++)
                in->sums[own][i] += colour[i];
        }
        if (++inside == in->mean[0]) {
            inside = 0;
            own++;
        }
    }
}

static void end_row(filling *in, size_t row)
{
    mintu_pixel_window *window = in->window;
    for (size_t x = 0, at = row * window->width; x < window->width; x++, at++) {
        float count = (float)in->counts[x];
        if (window->elevations)
            window->elevations[at] = count > 0 ? in->sums[x][0] / count : NAN;
        for (int i = 0; window->colours && i < 4; i++)
            window->colours[at][i] = (unsigned char)(count > 0 ? in->sums[x][i] / count + 0.5F : 0);
    }
    memset(in->sums, 0, window->width * sizeof *in->sums);
    memset(in->counts, 0, window->width * sizeof *in->counts);
}

/* From row @p own of the window on. */
static mintu_status fill(mintu_context *context, filling *in, size_t rows, size_t own, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t done = own * in->mean[1]; done < in->part.height && status == MINTU_STATUS_OK; done += rows) {
        mintu_raster_part part = in->part;
        part.y += done;
        part.height = part.height - done < rows ? part.height - done : rows;
        status = mintu_raster_read(in->raster, &part, error, in->numbers);
        for (size_t y = 0; y < part.height && status == MINTU_STATUS_OK; y++) {
            add_row(in, in->numbers + y * part.width * in->raster->channels);
            if ((done + y + 1) % in->mean[1] == 0 || done + y + 1 == in->part.height)
                end_row(in, own++);
        }
        if (status == MINTU_STATUS_OK)
            status = mintu_context_step(context, (double)NAN, doing, error);
    }
    return status;
}

mintu_status mintu_pixel_window_read(mintu_context *context, const mintu_raster_file *raster, const mintu_window_wish *wish,
                                     mintu_error *error, mintu_pixel_window *window)
{
    mintu_pixel_window before = *window;
    *window = (mintu_pixel_window){0};
    filling in = {.raster = raster, .wish = wish, .window = window, .skipped = 1, .plain = mintu_pixel_is_plain(raster)};
    choose_step(&in);
    size_t rows = (size_t)fmin(fmax(CHUNK / (double)(in.part.width * raster->channels), 1), (double)in.part.height), kept = 0;
    mintu_status status = take_memory(&in, rows) ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
    if (status == MINTU_STATUS_OK)
        kept = keep_rows(&before, window);
    mintu_pixel_window_free(&before);
    if (status == MINTU_STATUS_OK)
        status = check_budget(&in, kept, error);
    if (status == MINTU_STATUS_OK)
        status = fill(context, &in, rows, kept, error);
    free(in.numbers);
    free(in.sums);
    free(in.counts);
    return status;
}

void mintu_pixel_window_free(mintu_pixel_window *window)
{
    free(window->colours);
    free(window->elevations);
    *window = (mintu_pixel_window){0};
}

/* The pixels about a place: the first, the second, and how far it is from one to the other. */
static void neighbours(const mintu_pixel_window *window, const double at[2], size_t first[2], size_t second[2], double share[2])
{
    const size_t size[2] = {window->width, window->height};
    for (int axis = 0; axis < 2; axis++) {
        double own = fmin(fmax((at[axis] - window->origin[axis]) / window->step[axis] - 0.5, 0), (double)(size[axis] - 1));
        first[axis] = (size_t)own;
        second[axis] = first[axis] + 1 < size[axis] ? first[axis] + 1 : first[axis];
        share[axis] = own - (double)first[axis];
    }
}

bool mintu_pixel_window_colour(const mintu_pixel_window *window, const double at[2], bool nearest, double out[4])
{
    size_t first[2], second[2];
    double share[2];
    neighbours(window, at, first, second, share);
    for (int axis = 0; axis < 2 && nearest; axis++)
        share[axis] = share[axis] < 0.5 ? 0 : 1;
    const unsigned char *a = window->colours[first[1] * window->width + first[0]],
                        *b = window->colours[first[1] * window->width + second[0]],
                        *c = window->colours[second[1] * window->width + first[0]],
                        *d = window->colours[second[1] * window->width + second[0]];
    for (int i = 0; i < 4; i++) {
        double top = a[i] + (b[i] - a[i]) * share[0], bottom = c[i] + (d[i] - c[i]) * share[0];
        out[i] = top + (bottom - top) * share[1];
    }
    return out[3] > 0;
}

double mintu_pixel_window_elevation(const mintu_pixel_window *window, const double at[2])
{
    size_t first[2], second[2];
    double share[2], sum = 0, weight = 0;
    neighbours(window, at, first, second, share);
    for (int i = 0; i < 4; i++) {
        size_t x = i % 2 ? second[0] : first[0], y = i / 2 ? second[1] : first[1];
        double own = (i % 2 ? share[0] : 1 - share[0]) * (i / 2 ? share[1] : 1 - share[1]);
        double metres = window->elevations[y * window->width + x];
        sum += isnan(metres) ? 0 : own * metres;
        weight += isnan(metres) ? 0 : own;
    }
    return weight >= 0.5 ? sum / weight : (double)NAN;
}
