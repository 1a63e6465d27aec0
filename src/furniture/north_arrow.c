#include "furniture/north_arrow.h"

#include "base/earth.h"
#include "canvas/pen.h"
#include "furniture/furniture_look.h"
#include "furniture/furniture_words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double WIDTH = 11, HEIGHT = 24, GAP = 2.5; /* px on A4 */

void mintu_north_arrow_text(double degrees, const char *lang, char *out, size_t size)
{
    bool east = degrees > 0;
    *out = '\0';
    if (fabs(degrees) < 0.1)
        return;
    if (strcmp(lang, "en") == 0)
        snprintf(out, size, "true north %.1f° %s", fabs(degrees), east ? "east" : "west");
    else
        snprintf(out, size, "真北偏%s %.1f°", east ? "东" : "西", fabs(degrees));
}

/* Where north differs from place to place the arrow says which place it is true of. */
static size_t convergence_text(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    char text[80], whole[160];
    mintu_north_arrow_text(drawing->page.convergence, drawing->lang, text, sizeof text);
    snprintf(whole, sizeof whole, "%s", text);
    if (mintu_north_varies(&furniture->variation) && *text)
        snprintf(whole, sizeof whole, "%s%s", text, mintu_furniture_word_text(MINTU_WORD_AT_CENTRE, drawing->lang));
    else if (mintu_north_varies(&furniture->variation))
        snprintf(whole, sizeof whole, "%s", mintu_furniture_word_text(MINTU_WORD_NORTH_THERE, drawing->lang));
    return mintu_furniture_text(drawing, whole, MINTU_LETTERING_SMALL, 0);
}

void mintu_north_arrow_measure(const mintu_furniture *furniture, double size[2])
{
    mintu_drawing *drawing = furniture->drawing;
    double unit = drawing->page.unit;
    size_t note = convergence_text(furniture);
    size[0] = WIDTH * unit + 4;
    size[1] = HEIGHT * unit + GAP * unit + mintu_type_body(&drawing->page);
    if (note != MINTU_NO_RUN) {
        size[0] = fmax(size[0], mintu_furniture_width(drawing, note));
        size[1] += mintu_type_small(&drawing->page) + GAP * unit;
    }
    if (drawing->page.bearing != 0)
        size[0] = size[1] = hypot(size[0], size[1]); /* however it is turned */
}

static void paint_half(mintu_drawing *drawing, const double tip[2], double side, mintu_color color)
{
    double unit = drawing->page.unit, height = HEIGHT * unit;
    const double corners[] = {tip[0],          tip[1], tip[0] + side * WIDTH / 2 * unit,
                              tip[1] + height, tip[0], tip[1] + height * 0.78};
    mintu_canvas_corners(&drawing->canvas, corners, 3, true);
    mintu_canvas_fill(&drawing->canvas, color, 1);
    mintu_canvas_outline(&drawing->canvas, &(mintu_pen){MINTU_INK, 1, 0.6, true});
}

static void draw_text(mintu_drawing *drawing, size_t index, double centre, double y)
{
    const mintu_text_paint paint = {.color = MINTU_INK, .halo = {1, 1, 1, 0.9}, .halo_width = 1, .opacity = 1};
    if (index == MINTU_NO_RUN)
        return;
    const mintu_run *run = mintu_text_run(&drawing->text, index);
    mintu_text_draw(&drawing->canvas, run, (const double[]){centre - run->width / 2, y}, &paint);
}

void mintu_north_arrow_paint(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    const mintu_box *box = &furniture->boxes[MINTU_PIECE_NORTH_ARROW];
    double unit = drawing->page.unit, centre = (box->x0 + box->x1) / 2;
    double tip[2] = {centre, box->y0 + mintu_type_body(&drawing->page) + GAP * unit};
    const char *letter = mintu_furniture_word_text(MINTU_WORD_NORTH, drawing->lang);
    if (drawing->page.bearing != 0)
        tip[1] = (box->y0 + box->y1) / 2 - HEIGHT / 2 * unit;
    const double middle[2] = {centre, tip[1] + HEIGHT / 2 * unit};
    const double about[2] = {tip[0] - middle[0], tip[1] - middle[1]};
    mintu_canvas_go(&drawing->canvas, middle, -drawing->page.bearing * MINTU_DEGREE, 1);
    draw_text(drawing, mintu_furniture_text(drawing, letter, MINTU_LETTERING_STRONG, 0), about[0],
              about[1] - GAP * unit - mintu_type_body(&drawing->page));
    paint_half(drawing, about, -1, MINTU_INK);
    paint_half(drawing, about, 1, (mintu_color){1, 1, 1, 1});
    draw_text(drawing, convergence_text(furniture), about[0], about[1] + (HEIGHT + GAP) * unit);
    mintu_canvas_back(&drawing->canvas);
}
