#include "furniture/title.h"

#include "furniture/furniture.h"
#include "furniture/furniture_look.h"
#include "furniture/layout_text.h"

#include <stdlib.h>

double mintu_title_measure(mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    double width = drawing->page.width - 2 * drawing->page.margin, height = 0;
    char *subtitle = mintu_layout_text(drawing, "subtitle", 0);
    furniture->title_run = mintu_furniture_text(drawing, furniture->title, MINTU_LETTERING_TITLE, width);
    furniture->subtitle_run = mintu_furniture_text(drawing, subtitle, MINTU_LETTERING_BODY, width);
    free(subtitle);
    if (furniture->title_run != MINTU_NO_RUN)
        height += mintu_furniture_height(drawing, furniture->title_run) + mintu_type_body(&drawing->page) * 0.7;
    if (furniture->subtitle_run != MINTU_NO_RUN)
        height += mintu_furniture_height(drawing, furniture->subtitle_run) + mintu_type_body(&drawing->page) * 0.6;
    return height;
}

void mintu_title_paint(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    double x = drawing->page.margin, y = drawing->page.margin;
    mintu_furniture_draw(drawing, furniture->title_run, x, y, MINTU_INK);
    if (furniture->title_run != MINTU_NO_RUN)
        y += mintu_furniture_height(drawing, furniture->title_run) + mintu_type_body(&drawing->page) * 0.7;
    mintu_furniture_draw(drawing, furniture->subtitle_run, x, y, MINTU_INK_SOFT);
}
