#include "furniture/graticule.h"

#include "base/earth.h"
#include "canvas/pen.h"
#include "canvas/plot_path.h"
#include "furniture/frame.h"
#include "furniture/furniture_look.h"
#include "geometry/cut.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 64, MOST_LINES = 60, LEAST_LINES = 3 };

static const double ROUND[] = {1.0 / 60, 1.0 / 30, 1.0 / 12, 1.0 / 6, 0.25, 0.5, 1, 2, 5, 10, 15, 30};
enum { ROUNDS = sizeof ROUND / sizeof *ROUND };

/* About five lines across a span of degrees. */
static double step_for(double span)
{
    for (size_t i = 0; i < ROUNDS; i++)
        if (span / ROUND[i] <= 7)
            return ROUND[i];
    return ROUND[ROUNDS - 1];
}

/* Fewer degrees where otherwise less than three lines would lie between two values. */
static double finer_step(double low, double high, double step)
{
    for (size_t i = ROUNDS; i-- > 0;)
        if (ROUND[i] <= step && floor(high / ROUND[i]) - ceil(low / ROUND[i]) + 1 >= LEAST_LINES)
            return ROUND[i];
    return step;
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

/* A meridian or a parallel on the page, or a stretch of one. */
typedef struct grid_line {
    double degrees;
    bool meridian;
    const double *xy;
    size_t count;
} grid_line;

static void number_text(const grid_line *line, char *out, size_t size)
{
    double minutes = round(fabs(line->degrees) * 60);
    const char *side = line->meridian ? line->degrees < 0 ? "W" : "E" : line->degrees < 0 ? "S" : "N";
    side = minutes == 0 || (line->meridian && minutes == 180 * 60) ? "" : side;
    if (fmod(minutes, 60) == 0)
        snprintf(out, size, "%.0f°%s", minutes / 60, side);
    else
        snprintf(out, size, "%.0f°%02.0f′%s", floor(minutes / 60), fmod(minutes, 60), side);
}

/* Where the line meets an edge of the frame: its other coordinate there. */
static bool meets_edge(const grid_line *line, int axis, double edge, double *at)
{
    for (size_t i = 0; i + 1 < line->count; i++) {
        const double *a = line->xy + 2 * i, *b = a + 2;
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

static void add_mark(marks *out, const grid_line *line, double x, double y, int within)
{
    if (out->count == MINTU_GRATICULE_MARKS)
        return;
    mintu_graticule_mark *mark = &out->items[out->count++];
    *mark = (mintu_graticule_mark){.x = x, .y = y, .degrees = line->degrees, .meridian = line->meridian, .within = within};
    number_text(line, mark->text, sizeof mark->text);
}

static void mark_line(const mintu_box *frame, const grid_line *line, marks *out)
{
    bool meridian = line->meridian;
    const double edges[2] = {meridian ? frame->y0 : frame->x0, meridian ? frame->y1 : frame->x1};
    const double least = meridian ? frame->x0 : frame->y0, most = meridian ? frame->x1 : frame->y1;
    double at;
    for (int i = 0; i < 2; i++)
        if (meets_edge(line, meridian ? 1 : 0, edges[i], &at) && at > least && at < most)
            add_mark(out, line, meridian ? at : edges[i], meridian ? edges[i] : at, 0);
}

static void stroke_line(mintu_canvas *canvas, const grid_line *line)
{
    mintu_canvas_path(canvas, &(mintu_polyline){line->xy, line->count, false}, 1);
    mintu_canvas_outline(canvas, &(mintu_pen){MINTU_INK_SOFT, 0.45, 0.4, false});
}

/* The lines of a map. */
typedef struct grid {
    mintu_drawing *drawing;
    double extent[4];
    double step[2]; /* of meridians and of parallels */
    mintu_cutter cutter;
    double poles[2][2]; /* on the page, those where all meridians meet; else infinite */
    marks *out;         /* where the lines meet the frame; NULL: they are stroked */
} grid;

static void take_line(const grid *g, const grid_line *line)
{
    if (g->out)
        mark_line(&g->drawing->page.frame, line, g->out);
    else
        stroke_line(&g->drawing->canvas, line);
}

static bool to_page(mintu_drawing *drawing, double *xy, size_t count)
{
    if (mintu_projection_forward(drawing->projection, xy, count, drawing->error) != MINTU_STATUS_OK)
        return false;
    for (size_t i = 0; i < count; i++)
        mintu_page_place(&drawing->page, xy + 2 * i);
    return true;
}

/* On a map that shows a small part of the earth a line goes from one side of the frame to the other. */
static void trace_near(const grid *g, grid_line line)
{
    double xy[2 * STEPS], beyond[4];
    for (int i = 0; i < 4; i++) /* lines reach the frame's corners */
        beyond[i] = g->extent[i] + (i < 2 ? -0.1 : 0.1) * g->step[i % 2];
    for (size_t i = 0; i < STEPS; i++) {
        double part = (double)i / (STEPS - 1);
        xy[2 * i] = line.meridian ? line.degrees : beyond[0] + part * (beyond[2] - beyond[0]);
        xy[2 * i + 1] = line.meridian ? beyond[1] + part * (beyond[3] - beyond[1]) : line.degrees;
    }
    line.xy = xy;
    line.count = STEPS;
    if (to_page(g->drawing, xy, STEPS))
        take_line(g, &line);
}

/* The meridian opposite the middle is where the earth is cut; beside it nothing is. */
static double beside_cut(const mintu_validity *validity, double lon)
{
    return fabs(fabs(lon - validity->middle) - 180) < 1e-6 ? lon + (lon > validity->middle ? -1e-6 : 1e-6) : lon;
}

static bool is_pole(const grid *g, const double at[2])
{
    for (int i = 0; i < 2; i++)
        if (hypot(at[0] - g->poles[i][0], at[1] - g->poles[i][1]) < 2)
            return true;
    return false;
}

/* The poles on the page that are points. */
static void find_poles(grid *g)
{
    for (int i = 0; i < 2; i++) {
        double lat = i ? -90 : 90, middle = g->cutter.validity->middle, xy[4] = {middle, lat, middle + 40, lat};
        bool point = mintu_validity_holds(g->cutter.validity, middle, lat) && to_page(g->drawing, xy, 2) &&
                     hypot(xy[2] - xy[0], xy[3] - xy[1]) < 2;
        g->poles[i][0] = point ? xy[0] : INFINITY, g->poles[i][1] = point ? xy[1] : INFINITY;
    }
}

/* The end of a line's stretches that lies farthest to the left (-1), to the right (1) or down (2), if it is on the map's face. Where all
 * meridians meet none could be told from the others: they are numbered at the equator. */
static void mark_end(const grid *g, const grid_line *line, const mintu_pieces *pieces, int within)
{
    const double *best = NULL;
    for (size_t i = 0; i < pieces->part_count; i++)
        for (int last = 0; last < 2; last++) {
            const double *at = pieces->path.xy + 2 * (last ? pieces->starts[i + 1] - 1 : pieces->starts[i]);
            bool farther = !best || (within == 2 ? at[1] > best[1] : within * at[0] > within * best[0]);
            best = farther && isfinite(at[0]) && isfinite(at[1]) ? at : best;
        }
    const double equator[2] = {line->degrees, 0};
    double at[2];
    if (!best)
        return;
    memcpy(at, best, sizeof at);
    if (within == 2 && is_pole(g, at)) {
        memcpy(at, equator, sizeof at);
        if (!mintu_validity_holds(g->cutter.validity, at[0], at[1]) || !to_page(g->drawing, at, 1))
            return;
    }
    if (mintu_box_holds(&g->drawing->page.frame, at[0], at[1]))
        add_mark(g->out, line, at[0], at[1], within);
}

/* On any other the whole line is cut to where the projection is valid. */
static void trace_far(grid *g, grid_line line)
{
    double lon = beside_cut(g->cutter.validity, line.degrees), middle = g->cutter.validity->middle;
    double xy[4] = {line.meridian ? lon : middle - 180, line.meridian ? -90 : line.degrees, line.meridian ? lon : middle + 180,
                    line.meridian ? 90 : line.degrees};
    size_t starts[2] = {0, 2};
    unsigned char outer = 1;
    mintu_shape shape = {
        .type = MINTU_GEOMETRY_TYPE_LINE, .xy = xy, .vertex_count = 2, .starts = starts, .outer = &outer, .part_count = 1};
    mintu_pieces pieces = {0};
    mintu_cutter_cut(&g->cutter, &shape, false, &pieces);
    bool good = mintu_memory_good(!pieces.path.failed) && to_page(g->drawing, pieces.path.xy, pieces.path.count);
    line.degrees = remainder(line.degrees, line.meridian ? 360 : 1000);
    for (size_t i = 0; i < pieces.part_count && good; i++) {
        line.xy = pieces.path.xy + 2 * pieces.starts[i];
        line.count = pieces.starts[i + 1] - pieces.starts[i];
        take_line(g, &line);
    }
    for (int side = -1; side <= 2 && good && pieces.path.xy && g->out && g->drawing->globe.part_count; side++)
        if (side != 0 && (side == 2) == line.meridian)
            mark_end(g, &line, &pieces, side);
    mintu_pieces_free(&pieces);
}

/* A map of a small part of the earth has its own steps, the same both ways; false for any other. */
static bool open_near(grid *g)
{
    static const double WIDE = 45;
    mintu_page_view view = {{0}, false};
    mintu_drawing *drawing = g->drawing;
    const double *e = g->extent;
    if (!frame_extent(drawing, g->extent) || e[2] - e[0] > WIDE || e[3] - e[1] > WIDE)
        return false;
    if (drawing->validity.window_count && (mintu_page_look(&drawing->page, drawing->projection, &drawing->validity, 0,
                                                           drawing->error, &view) != MINTU_STATUS_OK ||
                                           view.beyond || view.extent[2] - view.extent[0] > WIDE))
        return false;
    double step = step_for(fmax(e[2] - e[0], e[3] - e[1]));
    for (int axis = 0; axis < 2; axis++)
        g->step[axis] = finer_step(e[axis], e[axis + 2], step);
    return true;
}

static bool open_far(grid *g)
{
    mintu_page_view view;
    mintu_drawing *drawing = g->drawing;
    const mintu_validity *validity = &drawing->validity;
    if (!validity->window_count ||
        mintu_page_look(&drawing->page, drawing->projection, validity, 0, drawing->error, &view) != MINTU_STATUS_OK)
        return false;
    for (int axis = 0; axis < 2; axis++) {
        double low = g->extent[axis] = view.extent[axis], high = g->extent[axis + 2] = view.extent[axis + 2];
        g->step[axis] = finer_step(low, high, step_for(axis ? high - low : (high - low) / 1.8));
    }
    g->cutter =
        (mintu_cutter){.validity = validity, .near = {validity->middle - 180, -90, validity->middle + 180, 90}, .step = 1};
    find_poles(g);
    return true;
}

/* Strokes the lines, or marks where they meet the frame when @p out is given. */
static void walk(mintu_drawing *drawing, marks *out)
{
    grid g = {.drawing = drawing, .out = out};
    bool near = open_near(&g);
    if (!near && !open_far(&g))
        return;
    for (int axis = 0; axis < 2; axis++) {
        long first = lround(ceil(g.extent[axis] / g.step[axis])), last = lround(floor(g.extent[axis + 2] / g.step[axis]));
        if (axis == 0 && (double)(last - first) * g.step[0] > 360 - 1e-9)
            last--; /* the first once more */
        for (long i = first; i <= last && i < first + MOST_LINES; i++) {
            const grid_line line = {.degrees = (double)i * g.step[axis], .meridian = axis == 0};
            if (near)
                trace_near(&g, line);
            else if (line.meridian || fabs(line.degrees) < 90)
                trace_far(&g, line);
        }
    }
    mintu_cutter_free(&g.cutter);
}

void mintu_graticule_paint_globe(mintu_drawing *drawing)
{
    const mintu_plot *globe = &drawing->globe;
    for (size_t part = 0; part < globe->part_count; part++) {
        const mintu_polyline ring = mintu_plot_line(globe, globe->rows, part);
        mintu_canvas_path(&drawing->canvas, &ring, 1);
    }
    mintu_canvas_outline(&drawing->canvas, &(mintu_pen){MINTU_INK_SOFT, 1, 0.6, false});
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

/* A number in its place: turned or not, and the room that it takes. */
typedef struct number {
    size_t run;
    double at[2];
    bool turned;
    mintu_box box;
} number;

/* In the band beyond the frame, centred on where the line meets it; along the sides turned to read upwards. */
static bool place_on_frame(const mintu_furniture *furniture, const mintu_graticule_mark *mark, number *out)
{
    mintu_drawing *drawing = furniture->drawing;
    const mintu_box *frame = &drawing->page.frame;
    const mintu_run *shaped = mintu_text_run(&drawing->text, out->run);
    double half = shaped->width / 2, band = mintu_frame_band(furniture) / 2;
    double along = mark->meridian ? mark->x : mark->y, least = mark->meridian ? frame->x0 : frame->y0,
           most = mark->meridian ? frame->x1 : frame->y1;
    bool first = mark->meridian ? mark->y <= frame->y0 : mark->x <= frame->x0;
    double across = first ? -band : band;
    out->at[0] = mark->x + (mark->meridian ? 0 : across), out->at[1] = mark->y + (mark->meridian ? across : 0);
    out->turned = !mark->meridian;
    out->box = mintu_box_about(out->at[0], out->at[1], mark->meridian ? 2 * half : 0, mark->meridian ? 0 : 2 * half);
    return !(along - half <= least || along + half >= most);
}

/* Beside the end of the line. */
static bool place_within(const mintu_furniture *furniture, const mintu_graticule_mark *mark, number *out)
{
    static const double GAP = 2.5; /* px */
    mintu_drawing *drawing = furniture->drawing;
    const mintu_run *shaped = mintu_text_run(&drawing->text, out->run);
    bool below = mark->within == 2;
    out->at[0] = mark->x + (below ? 0 : mark->within * (GAP + shaped->width / 2));
    out->at[1] = mark->y + (below ? GAP + shaped->height / 2 : 0);
    out->box = mintu_box_about(out->at[0], out->at[1], shaped->width, shaped->height);
    return mintu_box_within(&out->box, &drawing->page.frame);
}

/* Numbers keep off each other: those that come later stay away. */
static bool is_free(const number *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const mintu_box box = mintu_box_grown(numbers[i].box, 1.5);
        if (!mintu_box_apart(&box, &numbers[count].box))
            return false;
    }
    return true;
}

void mintu_graticule_paint_numbers(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    mintu_graticule_mark found[MINTU_GRATICULE_MARKS];
    number numbers[MINTU_GRATICULE_MARKS];
    size_t marked = mintu_graticule_marks(drawing, found), count = 0;
    for (size_t i = 0; i < marked; i++) {
        number *one = &numbers[count];
        *one = (number){.run = mintu_furniture_text(drawing, found[i].text, MINTU_LETTERING_SMALL, 0)};
        if (one->run == MINTU_NO_RUN || !(found[i].within ? place_within : place_on_frame)(furniture, &found[i], one) ||
            !is_free(numbers, count))
            continue;
        const mintu_run *shaped = mintu_text_run(&drawing->text, one->run);
        mintu_canvas_go(&drawing->canvas, one->at, one->turned ? -MINTU_PI / 2 : 0, 1);
        mintu_furniture_draw(drawing, one->run, -shaped->width / 2, -shaped->height / 2, MINTU_INK_SOFT);
        mintu_canvas_back(&drawing->canvas);
        count++;
    }
}
