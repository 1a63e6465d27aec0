#include "furniture/frame.h"

#include "canvas/pen.h"
#include "furniture/furniture_look.h"

double mintu_frame_band(const mintu_furniture *furniture)
{
    return furniture->layout->graticule ? mintu_type_small(&furniture->drawing->page) * 1.5 : 0;
}

static void paint_box(mintu_canvas *canvas, const mintu_box *box, double width)
{
    mintu_canvas_forget(canvas);
    mintu_canvas_box(canvas, box);
    mintu_canvas_outline(canvas, &(mintu_pen){MINTU_INK, 1, width, false});
}

void mintu_frame_paint(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    double band = mintu_frame_band(furniture);
    mintu_box outer = mintu_box_grown(drawing->page.frame, band);
    if (band > 0)
        paint_box(&drawing->canvas, &drawing->page.frame, 0.6);
    paint_box(&drawing->canvas, &outer, 1.1);
}
