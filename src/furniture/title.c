#include "furniture/title.h"

#include "furniture/furniture_look.h"
#include "furniture/furniture_words.h"
#include "furniture/layout_text.h"

#include <math.h>
#include <stdlib.h>

static double below_title(const mintu_furniture *furniture)
{
    return mintu_furniture_step(furniture->drawing, furniture->title_run, mintu_type_body(&furniture->drawing->page) * 0.7);
}

/* The secrecy mark above the sheet number, as sheets have them; MINTU_NO_RUN without either. */
static size_t shape_marks(mintu_drawing *drawing)
{
    mintu_buffer text = {0};
    char *secrecy = mintu_layout_text(drawing, "title-block.secrecy", 0),
         *sheet = mintu_layout_text(drawing, "title-block.sheet", 0);
    if (secrecy && *secrecy)
        mintu_buffer_text(&text, secrecy);
    if (sheet && *sheet)
        mintu_buffer_format(&text, "%s%s%s", text.size ? "\n" : "", mintu_furniture_word_text(MINTU_WORD_SHEET, drawing->lang),
                            sheet);
    free(secrecy);
    free(sheet);
    return mintu_furniture_text_take(drawing, &text, MINTU_LETTERING_STRONG, 0);
}

double mintu_title_measure(mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    furniture->marks_run = shape_marks(drawing);
    double marks = mintu_furniture_step(drawing, furniture->marks_run, mintu_type_body(&drawing->page) * 0.6);
    double width = drawing->page.width - 2 * drawing->page.margin - mintu_furniture_width(drawing, furniture->marks_run);
    char *subtitle = mintu_layout_text(drawing, "subtitle", 0);
    furniture->title_run = mintu_furniture_text(drawing, furniture->title, MINTU_LETTERING_TITLE, width);
    furniture->subtitle_run = mintu_furniture_text(drawing, subtitle, MINTU_LETTERING_BODY, width);
    free(subtitle);
    return fmax(marks, below_title(furniture) +
                           mintu_furniture_step(drawing, furniture->subtitle_run, mintu_type_body(&drawing->page) * 0.6));
}

void mintu_title_paint(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    double margin = drawing->page.margin;
    mintu_furniture_draw(drawing, furniture->title_run, margin, margin, MINTU_INK);
    mintu_furniture_draw(drawing, furniture->marks_run,
                         drawing->page.width - margin - mintu_furniture_width(drawing, furniture->marks_run), margin,
                         MINTU_INK);
    mintu_furniture_draw(drawing, furniture->subtitle_run, margin, margin + below_title(furniture), MINTU_INK_SOFT);
}
