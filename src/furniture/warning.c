#include "furniture/warning.h"

#include "furniture/furniture_look.h"

#include <string.h>

static const double PADDING = 5; /* px */

bool mintu_warning_measure(mintu_furniture *furniture, double size[2])
{
    mintu_drawing *drawing = furniture->drawing;
    mintu_buffer text = {0};
    for (size_t i = 0; i < drawing->plot_count; i++) {
        const char *note = mintu_drawing_note(drawing, i, "schematic");
        if (note && *note && !(text.data && strstr(text.data, note)))
            mintu_buffer_format(&text, text.size ? "\n%s" : "%s", note);
    }
    double width = (drawing->page.frame.x1 - drawing->page.frame.x0) * 0.42;
    furniture->warning_run = mintu_furniture_text_take(drawing, &text, MINTU_LETTERING_STRONG, width);
    if (furniture->warning_run == MINTU_NO_RUN)
        return false;
    const mintu_run *run = mintu_text_run(&drawing->text, furniture->warning_run);
    size[0] = run->width + 2 * PADDING;
    size[1] = run->height + 2 * PADDING;
    return true;
}

void mintu_warning_paint(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    const mintu_box *box = &furniture->boxes[MINTU_PIECE_WARNING];
    mintu_furniture_panel(drawing, box, MINTU_INK_WARNING);
    mintu_furniture_draw(drawing, furniture->warning_run, box->x0 + PADDING, box->y0 + PADDING, MINTU_INK_WARNING);
}
