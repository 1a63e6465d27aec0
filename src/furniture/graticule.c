#include "furniture/graticule.h"

#include "base/earth.h"
#include "canvas/pen.h"
#include "furniture/frame.h"
#include "furniture/furniture_look.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { STEPS = 64, MOST_LINES = 60 };

/* About five lines across the frame. */
static double graticule_step(const double extent[4])
{
    static const double ROUND[] = {1.0 / 60, 1.0 / 30, 1.0 / 12, 1.0 / 6, 0.25, 0.5, 1, 2, 5, 10, 15, 30};
    double span = fmax(extent[2] - extent[0], extent[3] - extent[1]);
    for (size_t i = 0; i < sizeof ROUND / sizeof *ROUND; i++)
        if (span / ROUND[i] <= 7)
            return ROUND[i];
    return 30;
}

static bool frame_extent(mintu_drawing *drawing, double extent[4])
{
    const mintu_page *page = &drawing->page;
    double xy[8 * STEPS];
    double half[2];
    mintu_page_half(page, half);
    for (size_t i = 0; i < STEPS; i++) {
        double part = 2.0 * (double)i / (STEPS - 1) - 1;
        double edges[8] = {part * half[0], -half[1],       part * half[0], half[1],
                           -half[0],       part * half[1], half[0],        part * half[1]};
        for (size_t j = 0; j < 8; j++)
            xy[8 * i + j] = page->metres[j % 2] + edges[j];
    }
    if (mintu_projection_inverse(drawing->projection, xy, sizeof xy / sizeof *xy / 2, drawing->error) != MINTU_STATUS_OK)
        return false;
    mintu_box box = mintu_box_of(xy, sizeof xy / sizeof *xy / 2);
    extent[0] = box.x0, extent[1] = box.y0, extent[2] = box.x1, extent[3] = box.y1;
    return box.x0 < box.x1;
}

/* A meridian or a parallel on the page. */
typedef struct grid_line {
    double degrees;
    bool meridian;
    double xy[2 * STEPS];
} grid_line;

static void number_text(const grid_line *line, char *out, size_t size)
{
    double minutes = round(fabs(line->degrees) * 60);
    const char *side = line->meridian ? line->degrees < 0 ? "W" : "E" : line->degrees < 0 ? "S" : "N";
    side = minutes == 0 ? "" : side;
    if (fmod(minutes, 60) == 0)
        snprintf(out, size, "%.0f°%s", minutes / 60, side);
    else
        snprintf(out, size, "%.0f°%02.0f′%s", floor(minutes / 60), fmod(minutes, 60), side);
}

/* Where the line meets an edge of the frame: its other coordinate there. */
static bool meets_edge(const double *xy, int axis, double edge, double *at)
{
    for (size_t i = 0; i + 1 < STEPS; i++) {
        const double *a = xy + 2 * i, *b = a + 2;
        double span = b[axis] - a[axis];
        if ((a[axis] - edge) * (b[axis] - edge) > 0 || span == 0)
            continue;
        *at = a[1 - axis] + (edge - a[axis]) / span * (b[1 - axis] - a[1 - axis]);
        return true;
    }
    return false;
}

typedef struct marks {
    mintu_graticule_mark *items;
    size_t count;
} marks;

static void add_mark(marks *out, const grid_line *line, double x, double y)
{
    if (out->count == MINTU_GRATICULE_MARKS)
        return;
    mintu_graticule_mark *mark = &out->items[out->count++];
    *mark = (mintu_graticule_mark){.x = x, .y = y, .degrees = line->degrees, .meridian = line->meridian};
    number_text(line, mark->text, sizeof mark->text);
}

static void mark_line(const mintu_box *frame, const grid_line *line, marks *out)
{
    bool meridian = line->meridian;
    const double edges[2] = {meridian ? frame->y0 : frame->x0, meridian ? frame->y1 : frame->x1};
    const double least = meridian ? frame->x0 : frame->y0, most = meridian ? frame->x1 : frame->y1;
    double at;
    for (int i = 0; i < 2; i++)
        if (meets_edge(line->xy, meridian ? 1 : 0, edges[i], &at) && at > least && at < most)
            add_mark(out, line, meridian ? at : edges[i], meridian ? edges[i] : at);
}

/* Brings the line to the page, as far as it lies in an extent in degrees. */
static bool trace(mintu_drawing *drawing, const double extent[4], grid_line *line)
{
    double *xy = line->xy;
    for (size_t i = 0; i < STEPS; i++) {
        double part = (double)i / (STEPS - 1);
        xy[2 * i] = line->meridian ? line->degrees : extent[0] + part * (extent[2] - extent[0]);
        xy[2 * i + 1] = line->meridian ? extent[1] + part * (extent[3] - extent[1]) : line->degrees;
    }
    if (mintu_projection_forward(drawing->projection, xy, STEPS, drawing->error) != MINTU_STATUS_OK)
        return false;
    for (size_t i = 0; i < STEPS; i++)
        mintu_page_place(&drawing->page, xy + 2 * i);
    return true;
}

static void stroke_line(mintu_canvas *canvas, const grid_line *line)
{
    mintu_canvas_path(canvas, &(mintu_polyline){line->xy, STEPS, false}, 1);
    mintu_canvas_outline(canvas, &(mintu_pen){MINTU_INK_SOFT, 0.45, 0.4, false});
}

/* Strokes the lines, or marks where they meet the frame when @p out is given. */
static void walk(mintu_drawing *drawing, marks *out)
{
    double extent[4];
    if (!frame_extent(drawing, extent))
        return;
    double step = graticule_step(extent), beyond[4];
    for (int i = 0; i < 4; i++) /* lines reach the frame's corners */
        beyond[i] = extent[i] + (i < 2 ? -0.1 : 0.1) * step;
    for (int axis = 0; axis < 2; axis++) {
        long first = lround(ceil(extent[axis] / step)), last = lround(floor(extent[axis + 2] / step));
        for (long i = first; i <= last && i < first + MOST_LINES; i++) {
            grid_line line = {.degrees = (double)i * step, .meridian = axis == 0};
            if (!trace(drawing, beyond, &line))
                continue;
            if (out)
                mark_line(&drawing->page.frame, &line, out);
            else
                stroke_line(&drawing->canvas, &line);
        }
    }
}

void mintu_graticule_paint(mintu_drawing *drawing)
{
    walk(drawing, NULL);
}

size_t mintu_graticule_marks(mintu_drawing *drawing, mintu_graticule_mark out[MINTU_GRATICULE_MARKS])
{
    marks found = {.items = out};
    walk(drawing, &found);
    return found.count;
}

/* In the band beyond the frame, centred on where the line meets it; along the sides turned to read upwards. */
static void draw_number(const mintu_furniture *furniture, const mintu_graticule_mark *mark)
{
    mintu_drawing *drawing = furniture->drawing;
    const mintu_box *frame = &drawing->page.frame;
    size_t run = mintu_furniture_text(drawing, mark->text, MINTU_LETTERING_SMALL, 0);
    if (run == MINTU_NO_RUN)
        return;
    const mintu_run *shaped = mintu_text_run(&drawing->text, run);
    double half = shaped->width / 2, band = mintu_frame_band(furniture) / 2;
    double along = mark->meridian ? mark->x : mark->y, least = mark->meridian ? frame->x0 : frame->y0,
           most = mark->meridian ? frame->x1 : frame->y1;
    bool first = mark->meridian ? mark->y <= frame->y0 : mark->x <= frame->x0;
    double across = first ? -band : band;
    if (along - half <= least || along + half >= most)
        return;
    const double at[2] = {mark->x + (mark->meridian ? 0 : across), mark->y + (mark->meridian ? across : 0)};
    mintu_canvas_go(&drawing->canvas, at, mark->meridian ? 0 : -MINTU_PI / 2, 1);
    mintu_furniture_draw(drawing, run, -half, -shaped->height / 2, MINTU_INK_SOFT);
    mintu_canvas_back(&drawing->canvas);
}

void mintu_graticule_paint_numbers(const mintu_furniture *furniture)
{
    mintu_graticule_mark found[MINTU_GRATICULE_MARKS];
    size_t count = mintu_graticule_marks(furniture->drawing, found);
    for (size_t i = 0; i < count; i++)
        draw_number(furniture, &found[i]);
}
