#include "furniture/furniture_paint.h"

#include "furniture/frame.h"
#include "furniture/graticule.h"
#include "furniture/inset.h"
#include "furniture/legend_paint.h"
#include "furniture/north_arrow.h"
#include "furniture/scale_bar.h"
#include "furniture/source_note.h"
#include "furniture/title.h"
#include "furniture/warning.h"

void mintu_furniture_paint(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    mintu_canvas *canvas = &drawing->canvas;
    if (furniture->has_legend) {
        mintu_canvas_group(canvas, "legend", NULL);
        mintu_legend_paint(drawing, &furniture->legend, &furniture->legend_box);
    }
    if (furniture->has_bar) {
        mintu_canvas_group(canvas, "scale-bar", NULL);
        mintu_scale_bar_paint(furniture);
    }
    if (furniture->inset) {
        mintu_canvas_group(canvas, "inset", NULL);
        mintu_inset_paint(furniture);
    }
    if (furniture->has_warning) {
        mintu_canvas_group(canvas, "warning", NULL);
        mintu_warning_paint(furniture);
    }
    if (furniture->has_north) {
        mintu_canvas_group(canvas, "north-arrow", NULL);
        mintu_north_arrow_paint(furniture);
    }
    mintu_canvas_group(canvas, "frame", NULL);
    mintu_frame_paint(furniture);
    if (furniture->layout->graticule)
        mintu_graticule_paint_numbers(furniture);
    mintu_canvas_group(canvas, "title", NULL);
    mintu_title_paint(furniture);
    mintu_canvas_group(canvas, "notes", NULL);
    mintu_source_note_paint(furniture);
}
