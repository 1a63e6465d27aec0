#include "furniture/furniture_look.h"

#include "canvas/pen.h"

static const mintu_color WHITE = {1, 1, 1, 1};

const mintu_color MINTU_INK = {0.11, 0.13, 0.16, 1}, MINTU_INK_SOFT = {0.33, 0.36, 0.40, 1},
                  MINTU_INK_WARNING = {0.72, 0.11, 0.11, 1};

size_t mintu_furniture_text(mintu_drawing *drawing, const char *string, mintu_lettering lettering, double width)
{
    static const char REGULAR[] = "Noto Sans CJK SC Regular", SEMIBOLD[] = "Noto Sans CJK SC Semi-Bold",
                      BOLD[] = "Noto Sans CJK SC Bold";
    const double title = mintu_type_title(&drawing->page), body = mintu_type_body(&drawing->page),
                 small = mintu_type_small(&drawing->page);
    const mintu_text_style styles[] = {
        [MINTU_LETTERING_TITLE] = {.font = BOLD, .size = title},      [MINTU_LETTERING_STRONG] = {.font = BOLD, .size = body},
        [MINTU_LETTERING_HEADING] = {.font = SEMIBOLD, .size = body}, [MINTU_LETTERING_BODY] = {.font = REGULAR, .size = body},
        [MINTU_LETTERING_SMALL] = {.font = REGULAR, .size = small},
    };
    mintu_text_style style = styles[lettering];
    style.width = width;
    style.line_height = 1.4;
    style.balanced = lettering == MINTU_LETTERING_TITLE; /* or its last line might be one letter */
    if (!string || !*string)
        return MINTU_NO_RUN;
    size_t run = mintu_text_shape(&drawing->text, &style, string);
    if (!style.balanced || width <= 0 || run == MINTU_NO_RUN || mintu_furniture_width(drawing, run) <= width)
        return run;
    style.balanced = false; /* which does not break words */
    return mintu_text_shape(&drawing->text, &style, string);
}

size_t mintu_furniture_text_take(mintu_drawing *drawing, mintu_buffer *text, mintu_lettering lettering, double width)
{
    size_t run = !text->failed ? mintu_furniture_text(drawing, text->data, lettering, width) : MINTU_NO_RUN;
    mintu_buffer_free(text);
    return run;
}

double mintu_furniture_width(const mintu_drawing *drawing, size_t run)
{
    return run == MINTU_NO_RUN ? 0 : mintu_text_run(&drawing->text, run)->width;
}

double mintu_furniture_height(const mintu_drawing *drawing, size_t run)
{
    return run == MINTU_NO_RUN ? 0 : mintu_text_run(&drawing->text, run)->height;
}

const char *mintu_furniture_string(const mintu_drawing *drawing, size_t run)
{
    return run == MINTU_NO_RUN ? "" : mintu_text_string(&drawing->text, run);
}

void mintu_furniture_draw(mintu_drawing *drawing, size_t run, double x, double y, mintu_color color)
{
    mintu_text_paint paint = {.color = color, .opacity = 1};
    if (run != MINTU_NO_RUN)
        mintu_text_draw(&drawing->canvas, mintu_text_run(&drawing->text, run), (const double[]){x, y}, &paint);
}

void mintu_furniture_panel(mintu_drawing *drawing, const mintu_box *box, mintu_color edge)
{
    mintu_canvas *canvas = &drawing->canvas;
    mintu_canvas_box(canvas, box);
    mintu_canvas_fill(canvas, WHITE, 1);
    mintu_canvas_outline(canvas, &(mintu_pen){edge, 0.7, 0.6, false});
}
