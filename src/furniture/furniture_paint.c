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

static const struct {
    const char *group; /* in SVG */
    void (*paint)(const mintu_furniture *furniture);
} PIECES[MINTU_PIECE_END] = {
    [MINTU_PIECE_LEGEND] = {"legend", mintu_legend_paint},
    [MINTU_PIECE_SCALE_BAR] = {"scale-bar", mintu_scale_bar_paint},
    [MINTU_PIECE_INSET] = {"inset", mintu_inset_paint},
    [MINTU_PIECE_WARNING] = {"warning", mintu_warning_paint},
    [MINTU_PIECE_NORTH_ARROW] = {"north-arrow", mintu_north_arrow_paint},
};

void mintu_furniture_paint(const mintu_furniture *furniture)
{
    mintu_canvas *canvas = &furniture->drawing->canvas;
    for (size_t i = 0; i < MINTU_PIECE_END; i++)
        if (furniture->has[i] && mintu_drawing_goes_on(furniture->drawing)) {
            mintu_canvas_group(canvas, PIECES[i].group, NULL);
            PIECES[i].paint(furniture);
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
