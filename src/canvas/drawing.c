#include "canvas/drawing.h"

#include "base/context.h"

bool mintu_drawing_goes_on(const mintu_drawing *drawing)
{
    mintu_drawing_run *run = drawing->run;
    if (run && !run->ended)
        run->ended = mintu_context_steps(drawing->context, run->polls++, run->done, "drawing the map", NULL) != MINTU_STATUS_OK;
    return !run || !run->ended;
}
