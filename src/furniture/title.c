#include "furniture/title.h"

#include "furniture/furniture_look.h"
#include "furniture/layout_text.h"

#include <stdlib.h>

static double below_title(const mintu_furniture *furniture)
{
    return mintu_furniture_step(furniture->drawing, furniture->title_run, mintu_type_body(&furniture->drawing->page) * 0.7);
}

double mintu_title_measure(mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    double width = drawing->page.width - 2 * drawing->page.margin;
    char *subtitle = mintu_layout_text(drawing, "subtitle", 0);
    furniture->title_run = mintu_furniture_text(drawing, furniture->title, MINTU_LETTERING_TITLE, width);
    furniture->subtitle_run = mintu_furniture_text(drawing, subtitle, MINTU_LETTERING_BODY, width);
    free(subtitle);
    return below_title(furniture) +
           mintu_furniture_step(drawing, furniture->subtitle_run, mintu_type_body(&drawing->page) * 0.6);
}

void mintu_title_paint(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    double margin = drawing->page.margin;
    mintu_furniture_draw(drawing, furniture->title_run, margin, margin, MINTU_INK);
    mintu_furniture_draw(drawing, furniture->subtitle_run, margin, margin + below_title(furniture), MINTU_INK_SOFT);
}
