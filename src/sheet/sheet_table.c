#include "sheet/sheet_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double PAD = 3.4, SIZE = 9.6, LINE = 0.5; /* px */

static const mintu_color ink = {0.1, 0.1, 0.1, 1}, rule = {0.45, 0.45, 0.45, 1}, shade = {0.90, 0.93, 0.96, 1};

static mintu_text_style style_of(const mintu_sheet_table *t, size_t column, bool bold)
{
    return (mintu_text_style){.font = bold ? "Noto Sans CJK SC Bold" : "Noto Sans CJK SC Regular",
                              .size = SIZE,
                              .width = t->widths[column] - 2 * PAD,
                              .line_height = 1.3};
}

static const mintu_run *shape(const mintu_sheet_table *t, const mintu_text_style *style, const char *text)
{
    size_t index = text[0] ? mintu_text_shape(t->text, style, text) : (size_t)-1;
    return index == (size_t)-1 ? NULL : mintu_text_run(t->text, index);
}

double mintu_sheet_table_text(const mintu_sheet_table *t, const mintu_text_style *style, const double at[2], const char *text)
{
    const mintu_text_paint paint = {.color = ink, .opacity = 1};
    const mintu_run *run = shape(t, style, text);
    if (run && t->drawn)
        mintu_text_draw(t->canvas, run, at, &paint);
    return run ? run->height : 0;
}

static double cell_height(const mintu_sheet_table *t, size_t column, const char *text, bool bold)
{
    const mintu_text_style style = style_of(t, column, bold);
    const mintu_run *run = shape(t, &style, text);
    return run ? run->height : 0;
}

static double row_height(const mintu_sheet_table *t, const char *const *cells, bool bold)
{
    double most = SIZE;
    for (size_t i = 0; i < t->columns; i++)
        most = fmax(most, cell_height(t, i, cells[i], bold));
    return most + 2 * PAD;
}

static void draw_box(const mintu_sheet_table *t, const mintu_box *box, bool shaded)
{
    if (shaded) {
        mintu_canvas_box(t->canvas, box);
        mintu_canvas_color(t->canvas, shade, 1);
        if (mintu_canvas_may_fill(t->canvas))
            cairo_fill(t->canvas->cairo);
    }
    mintu_canvas_box(t->canvas, box);
    cairo_set_line_width(t->canvas->cairo, LINE);
    mintu_canvas_color(t->canvas, rule, 1);
    mintu_canvas_stroke(t->canvas, false);
}

static void put_row(mintu_sheet_table *t, const char *const *cells, double height, bool head)
{
    double x = t->left;
    for (size_t i = 0; i < t->columns && t->drawn; i++) {
        const mintu_box box = {x, t->y, x + t->widths[i], t->y + height};
        const mintu_text_style style = style_of(t, i, head);
        draw_box(t, &box, head);
        mintu_sheet_table_text(t, &style, (const double[]){x + PAD, t->y + PAD}, cells[i]);
        x += t->widths[i];
    }
    t->y += height;
    t->fresh = head;
}

void mintu_sheet_table_head(mintu_sheet_table *t)
{
    put_row(t, t->heads, row_height(t, t->heads, true), true);
}

static void next_page(mintu_sheet_table *t)
{
    t->foot(t->of, t);
    if (t->drawn)
        mintu_canvas_next_page(t->canvas);
    t->page++;
    t->y = t->top;
    mintu_sheet_table_head(t);
}

/* Bytes of the longest begin of a text that is no higher than @p room, at least a character. */
static size_t begin_that_fits(const mintu_sheet_table *t, size_t column, const char *text, double room)
{
    size_t size = strlen(text), low = 0, high = size;
    if (cell_height(t, column, text, false) <= room)
        return size;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        while (middle > low && ((unsigned char)text[middle] & 0xC0) == 0x80)
            middle--;
        if (middle == low)
            break;
        char *part = mintu_text_copy_n(text, middle);
        bool fits = part && cell_height(t, column, part, false) <= room;
        free(part);
        *(fits ? &low : &high) = middle;
    }
    size_t first = 1;
    while (((unsigned char)text[first] & 0xC0) == 0x80)
        first++;
    return low > first ? low : first;
}

/* As much of the row as has room on the page; what is left stays in @p rest. */
static void put_begin(mintu_sheet_table *t, const char **rest)
{
    char *parts[MINTU_SHEET_TABLE_COLUMNS] = {NULL};
    const char *cells[MINTU_SHEET_TABLE_COLUMNS];
    double room = t->bottom - t->y - 2 * PAD;
    for (size_t i = 0; i < t->columns; i++) {
        size_t size = rest[i][0] ? begin_that_fits(t, i, rest[i], room) : 0;
        parts[i] = mintu_text_copy_n(rest[i], size);
        cells[i] = mintu_memory_good(parts[i]) ? parts[i] : "";
        rest[i] += size;
    }
    put_row(t, cells, row_height(t, cells, false), false);
    for (size_t i = 0; i < t->columns; i++)
        free(parts[i]);
}

void mintu_sheet_table_row(mintu_sheet_table *t, const char *const *cells)
{
    static const double LEAST = 60; /* px of a page's end that are worth a row's begin */
    const char *rest[MINTU_SHEET_TABLE_COLUMNS];
    memcpy(rest, cells, t->columns * sizeof *rest);
    for (;;) {
        double height = row_height(t, rest, false);
        if (height <= t->bottom - t->y) {
            put_row(t, rest, height, false);
            return;
        }
        bool long_row = height > t->bottom - t->top - LEAST;
        if (t->fresh || (long_row && t->bottom - t->y > LEAST))
            put_begin(t, rest);
        next_page(t);
    }
}
