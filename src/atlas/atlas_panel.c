#include "atlas/atlas_panel.h"

#include "canvas/pen.h"
#include "furniture/furniture_look.h"

#include <math.h>
#include <string.h>

static const double GAP = 5; /* px */

/* Lines that follow each other down a column and on in the next. */
typedef struct flow {
    const mintu_atlas_panel *panel;
    mintu_drawing *drawing;
    mintu_box box; /* of the columns */
    size_t columns, column;
    double width, y;
} flow;

static size_t shape(const flow *f, const char *text, mintu_lettering lettering)
{
    return mintu_furniture_text(f->drawing, text, lettering, f->width);
}

static double height_of(const flow *f, size_t run)
{
    return mintu_furniture_height(f->drawing, run) + 2;
}

static bool has_room(const flow *f, double height)
{
    return f->y + height <= f->box.y1;
}

static bool is_last(const flow *f)
{
    return f->column + 1 == f->columns;
}

/* Goes on in the next column when there is no room for so much in this one. */
static bool make_room(flow *f, double height)
{
    if (!has_room(f, height) && !is_last(f)) {
        f->column++;
        f->y = f->box.y0;
    }
    return has_room(f, height);
}

static void put(flow *f, size_t run, mintu_color color)
{
    mintu_furniture_draw(f->drawing, run, f->box.x0 + (double)f->column * (f->width + 3 * GAP), f->y, color);
    f->y += height_of(f, run);
}

/* How many of a list are shown, when not all are. */
static size_t shape_count(const flow *f, size_t shown, size_t all)
{
    mintu_buffer text = {0};
    mintu_buffer_format(&text, f->drawing->lang[0] == 'e' ? "%zu of %zu shown" : "列出%zu项，共%zu项", shown, all);
    return mintu_furniture_text_take(f->drawing, &text, MINTU_LETTERING_SMALL, f->width);
}

static bool is_caption(const mintu_atlas_section *section, size_t line)
{
    return section->lines[line][0] == MINTU_ATLAS_CAPTION;
}

static const char *text_of(const mintu_atlas_section *section, size_t line)
{
    return section->lines[line] + is_caption(section, line);
}

static void put_lines(flow *f, const mintu_atlas_section *section, size_t most)
{
    size_t shown = 0, captions = 0;
    double last = height_of(f, shape_count(f, section->count, section->count));
    while (shown < section->count && shown < most) {
        bool caption = is_caption(section, shown);
        size_t run = shape(f, text_of(section, shown), MINTU_LETTERING_SMALL);
        double need = height_of(f, run), behind = is_last(f) && shown + 1 < section->count ? last : 0;
        need += caption ? 2 * last : 0; /* and a line of what it is about */
        if (!make_room(f, need + behind))
            break;
        put(f, run, caption ? MINTU_INK_SOFT : MINTU_INK);
        captions += caption;
        shown++;
    }
    if (shown < section->count)
        put(f, shape_count(f, shown - captions, section->count - section->captions), MINTU_INK_SOFT);
}

/* The heading does not stand without what is beneath it. */
static void put_section(flow *f, const mintu_atlas_section *section, size_t most)
{
    size_t head = shape(f, section->heading.failed ? "" : section->heading.data, MINTU_LETTERING_STRONG);
    size_t first = section->count ? shape(f, text_of(section, 0), MINTU_LETTERING_SMALL) : MINTU_NO_RUN;
    double need = height_of(f, head) + 2 * height_of(f, first);
    if (!make_room(f, need)) {
        mintu_findings_add(f->drawing->findings, "the page has no room for \"%s\"; use a larger page",
                           mintu_furniture_string(f->drawing, head));
        return;
    }
    put(f, head, MINTU_INK);
    put_lines(f, section, most);
    f->y += GAP;
}

static void paint_foot(const mintu_atlas_panel *panel, mintu_drawing *drawing)
{
    mintu_buffer text = {0};
    mintu_buffer_format(&text, "%s  %zu", panel->name, panel->number);
    size_t run = mintu_furniture_text_take(drawing, &text, MINTU_LETTERING_STRONG, 0);
    mintu_furniture_draw(drawing, run, panel->box.x1 - mintu_furniture_width(drawing, run),
                         panel->box.y1 - mintu_furniture_height(drawing, run), MINTU_INK);
}

/* In the lower right corner of a wide panel, above a narrow one. */
static void paint_locator(const mintu_atlas_panel *panel, mintu_drawing *drawing, double side, mintu_box *rest)
{
    mintu_box box = *rest;
    if (panel->wide) {
        box.x0 = box.x1 - side;
        rest->x1 = box.x0 - 2 * GAP;
        box.y1 = fmin(box.y1, box.y0 + side * 1.2);
    } else {
        box.y1 = box.y0 + side;
        rest->y0 = box.y1 + GAP;
    }
    mintu_atlas_locator_paint(panel->locator, &drawing->canvas, &panel->row, 1, &box);
}

void mintu_atlas_panel_paint(const mintu_atlas_panel *panel, mintu_drawing *drawing)
{
    enum { LINES = 6 };            /* of a list that others follow */
    static const double SIDE = 32; /* mm, of the locator */
    const mintu_page *page = &drawing->page;
    mintu_box box = panel->box;
    mintu_canvas_group(&drawing->canvas, "panel", NULL);
    mintu_canvas_forget(&drawing->canvas);
    box.y1 -= mintu_type_body(page) * 1.6;
    if (panel->locator)
        paint_locator(panel, drawing, SIDE * MINTU_MM * page->unit, &box);
    flow f = {.panel = panel, .drawing = drawing, .box = box, .columns = panel->wide ? 2 : 1, .y = box.y0};
    f.width = (box.x1 - box.x0 - (double)(f.columns - 1) * 3 * GAP) / (double)f.columns;
    for (size_t i = 0; i < panel->facts->count; i++)
        put_section(&f, &panel->facts->sections[i], i + 1 < panel->facts->count ? LINES : SIZE_MAX);
    paint_foot(panel, drawing); /* last, also for who reads the text of a PDF */
}

enum { ACROSS = 5 };

/* Cells are about square. */
static size_t cells_down(const mintu_page *page)
{
    double side = (page->frame.x1 - page->frame.x0) / ACROSS, down = round((page->frame.y1 - page->frame.y0) / side);
    return (size_t)fmin(fmax(down, 1), 99);
}

mintu_atlas_cell mintu_atlas_cell_at(const mintu_page *page, const double at[2])
{
    const mintu_box *f = &page->frame;
    double down = (double)cells_down(page), column = floor((at[0] - f->x0) / (f->x1 - f->x0) * ACROSS);
    double row = floor((at[1] - f->y0) / (f->y1 - f->y0) * down);
    mintu_atlas_cell cell = {""};
    snprintf(cell.text, sizeof cell.text, "%c%d", 'A' + (int)fmin(fmax(column, 0), ACROSS - 1),
             1 + (int)fmin(fmax(row, 0), down - 1));
    return cell;
}

static void paint_tick(mintu_drawing *drawing, const double from[2], const double to[2])
{
    mintu_canvas_segment(&drawing->canvas, from, to);
    mintu_canvas_outline(&drawing->canvas, &(mintu_pen){MINTU_INK, 1, 0.8, false});
}

static void paint_name(mintu_drawing *drawing, const char *name, const double middle[2])
{
    static const mintu_color white = {1, 1, 1, 1};
    size_t run = mintu_furniture_text(drawing, name, MINTU_LETTERING_SMALL, 0);
    if (run == MINTU_NO_RUN)
        return;
    const double at[2] = {middle[0] - mintu_furniture_width(drawing, run) / 2,
                          middle[1] - mintu_furniture_height(drawing, run) / 2};
    const mintu_text_paint paint = {.color = MINTU_INK_SOFT, .halo = white, .halo_width = 1.2, .opacity = 1};
    mintu_text_draw(&drawing->canvas, mintu_text_run(&drawing->text, run), at, &paint);
}

void mintu_atlas_cells_paint(mintu_drawing *drawing)
{
    static const double TICK = 4;
    const mintu_page *page = &drawing->page;
    const mintu_box *f = &page->frame;
    size_t down = cells_down(page);
    double width = (f->x1 - f->x0) / ACROSS, height = (f->y1 - f->y0) / (double)down, inside = mintu_type_small(page) * 0.75;
    mintu_canvas_group(&drawing->canvas, "cells", NULL);
    mintu_canvas_forget(&drawing->canvas);
    for (size_t i = 0; i < ACROSS; i++) {
        double x = f->x0 + (double)i * width;
        if (i)
            paint_tick(drawing, (const double[]){x, f->y0}, (const double[]){x, f->y0 + TICK});
        if (i)
            paint_tick(drawing, (const double[]){x, f->y1 - TICK}, (const double[]){x, f->y1});
        paint_name(drawing, (const char[]){(char)('A' + i), '\0'}, (const double[]){x + width / 2, f->y0 + inside});
    }
    for (size_t i = 0; i < down; i++) {
        char number[24];
        double y = f->y0 + (double)i * height;
        snprintf(number, sizeof number, "%zu", i + 1);
        if (i)
            paint_tick(drawing, (const double[]){f->x0, y}, (const double[]){f->x0 + TICK, y});
        if (i)
            paint_tick(drawing, (const double[]){f->x1 - TICK, y}, (const double[]){f->x1, y});
        paint_name(drawing, number, (const double[]){f->x0 + inside, y + height / 2});
    }
}
