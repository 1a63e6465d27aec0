#include "furniture/scale_bar.h"

#include "canvas/pen.h"
#include "furniture/furniture_look.h"
#include "furniture/furniture_words.h"

#include <math.h>
#include <stdio.h>

static const double PADDING = 6, BAR_HEIGHT = 3.2; /* px */

double mintu_scale_bar_px(const mintu_page *page, double metres)
{
    return metres * page->stretch * page->px_per_metre;
}

/* The largest length of 1, 2 or 5 times a power of ten that stays within a quarter of the frame. */
static double bar_length(const mintu_page *page)
{
    double most = fmin((page->frame.x1 - page->frame.x0) * 0.26, 62 * MINTU_MM * page->unit);
    double metres = most / mintu_scale_bar_px(page, 1), power = pow(10, floor(log10(metres)));
    return metres >= 5 * power ? 5 * power : metres >= 2 * power ? 2 * power : power;
}

/* The number @p metres of a bar that is @p whole metres long, with its unit. */
static size_t mark_text(mintu_drawing *drawing, double metres, double whole, bool unit)
{
    char text[60];
    bool kilometres = whole >= 1000;
    const char *word = mintu_furniture_word_text(kilometres ? MINTU_WORD_KILOMETRES : MINTU_WORD_METRES, drawing->lang);
    snprintf(text, sizeof text, unit ? "%g %s" : "%g", kilometres ? metres / 1000 : metres, word);
    return mintu_furniture_text(drawing, text, MINTU_LETTERING_SMALL, 0);
}

void mintu_scale_where(const mintu_furniture *furniture, char *out, size_t size)
{
    const mintu_drawing *drawing = furniture->drawing;
    char place[24];
    double latitude = round(drawing->page.lonlat[1]);
    snprintf(place, sizeof place, "%.0f°%s", fabs(latitude), latitude == 0 ? "" : latitude < 0 ? "S" : "N");
    if (!mintu_scale_varies(&furniture->variation))
        *out = '\0';
    else if (furniture->variation.by_latitude)
        snprintf(out, size, mintu_furniture_word_text(MINTU_WORD_AT, drawing->lang), place);
    else
        snprintf(out, size, "%s", mintu_furniture_word_text(MINTU_WORD_AT_CENTRE, drawing->lang));
}

static size_t ratio_text(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    char number[40], where[60], text[120];
    mintu_number_grouped(drawing->page.scale, number, sizeof number);
    mintu_scale_where(furniture, where, sizeof where);
    snprintf(text, sizeof text, "1:%s%s", number, where);
    return mintu_furniture_text(drawing, text, MINTU_LETTERING_BODY, 0);
}

void mintu_scale_bar_measure(mintu_furniture *furniture, double size[2])
{
    mintu_drawing *drawing = furniture->drawing;
    double metres = furniture->bar_metres = bar_length(&drawing->page);
    double length = mintu_scale_bar_px(&drawing->page, metres);
    double last = mintu_furniture_width(drawing, mark_text(drawing, metres, metres, true));
    double zero = mintu_furniture_width(drawing, mark_text(drawing, 0, metres, false));
    size[0] = fmax(zero / 2 + length + last - zero / 2, mintu_furniture_width(drawing, ratio_text(furniture))) + 2 * PADDING;
    size[1] =
        mintu_type_body(&drawing->page) + mintu_type_small(&drawing->page) + BAR_HEIGHT + 7 * drawing->page.unit + 2 * PADDING;
}

static void paint_bar(mintu_canvas *canvas, double x, double y, double length)
{
    enum { PIECES = 4 };
    mintu_box whole = {x, y, x + length, y + BAR_HEIGHT};
    mintu_canvas_box(canvas, &whole);
    mintu_canvas_fill(canvas, (mintu_color){1, 1, 1, 1}, 1);
    mintu_canvas_forget(canvas);
    for (int i = 0; i < PIECES; i += 2) {
        mintu_box piece = {x + length * i / PIECES, y, x + length * (i + 1) / PIECES, y + BAR_HEIGHT};
        mintu_canvas_box(canvas, &piece);
        mintu_canvas_fill(canvas, MINTU_INK, 1);
        mintu_canvas_forget(canvas);
    }
    mintu_canvas_box(canvas, &whole);
    mintu_canvas_outline(canvas, &(mintu_pen){MINTU_INK, 1, 0.6, false});
}

/* The ratio above, the bar, and 0, the half and the whole below; each number stands centred under its mark. */
void mintu_scale_bar_paint(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    const mintu_box *box = &furniture->boxes[MINTU_PIECE_SCALE_BAR];
    double metres = furniture->bar_metres, length = mintu_scale_bar_px(&drawing->page, metres), gap = 3.5 * drawing->page.unit;
    size_t zero = mark_text(drawing, 0, metres, false), half = mark_text(drawing, metres / 2, metres, false);
    size_t whole = mark_text(drawing, metres, metres, false), unit = mark_text(drawing, metres, metres, true);
    double x = box->x0 + PADDING + mintu_furniture_width(drawing, zero) / 2, y = box->y0 + PADDING;
    mintu_furniture_panel(drawing, box, MINTU_INK_SOFT);
    mintu_furniture_draw(drawing, ratio_text(furniture), box->x0 + PADDING, y, MINTU_INK);
    y += mintu_type_body(&drawing->page) + gap;
    paint_bar(&drawing->canvas, x, y, length);
    y += BAR_HEIGHT + gap;
    mintu_furniture_draw(drawing, zero, x - mintu_furniture_width(drawing, zero) / 2, y, MINTU_INK);
    mintu_furniture_draw(drawing, half, x + length / 2 - mintu_furniture_width(drawing, half) / 2, y, MINTU_INK);
    mintu_furniture_draw(drawing, unit, x + length - mintu_furniture_width(drawing, whole) / 2, y, MINTU_INK);
}
