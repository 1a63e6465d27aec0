#include "furniture/legend_paint.h"

#include "furniture/furniture_look.h"
#include "furniture/furniture_words.h"
#include "furniture/layout_text.h"
#include "furniture/legend_columns.h"
#include "furniture/legend_gather.h"
#include "furniture/legend_nested.h"
#include "furniture/legend_ramp.h"
#include "furniture/legend_swatch.h"
#include "style/layout.h"

#include <math.h>
#include <stdlib.h>

static const double GROUP_GAP = 4; /* px on A4 */

static int by_group(const void *a, const void *b)
{
    const mintu_legend_row *one = a, *two = b;
    if (one->group != two->group)
        return one->group > two->group ? -1 : 1;
    return one->order < two->order ? -1 : one->order > two->order;
}

static void measure_line(mintu_drawing *drawing, const mintu_legend *legend, mintu_legend_row *row, double *width)
{
    double size[2];
    *width = 0;
    row->height = mintu_type_body(&drawing->page) * 1.55;
    for (size_t i = 0; i < row->count; i++) {
        mintu_swatch_measure(drawing, &legend->swatches[row->first + i], size);
        *width = fmax(*width, size[0]);
        row->height = fmax(row->height, size[1] + 3 * drawing->page.unit);
    }
    if (row->run != MINTU_NO_RUN)
        row->height = fmax(row->height, mintu_furniture_height(drawing, row->run) + 4 * drawing->page.unit);
}

static void measure_row(mintu_drawing *drawing, mintu_legend *legend, mintu_legend_row *row)
{
    double width = 0;
    if (row->form == MINTU_LEGEND_RAMP)
        mintu_legend_ramp_measure(drawing, row, &width);
    else if (row->form == MINTU_LEGEND_NESTED)
        mintu_legend_nested_measure(drawing, legend, row, &width);
    else
        measure_line(drawing, legend, row, &width);
    legend->swatch_width = fmax(legend->swatch_width, width);
}

/* A heading, and what follows the lines under one, keep off from what is above. */
static void set_gaps(mintu_drawing *drawing, mintu_legend *legend)
{
    bool headed = false;
    if (legend->row_count && legend->rows[0].form == MINTU_LEGEND_HEADING)
        legend->rows[0].gap = GROUP_GAP / 2 * drawing->page.unit;
    for (size_t i = 1; i < legend->row_count; i++) {
        mintu_legend_row *row = &legend->rows[i], *above = row - 1;
        headed = headed || above->form == MINTU_LEGEND_HEADING;
        if (row->group == above->group) {
            row->gap = (row->form > MINTU_LEGEND_HEADING || above->form > MINTU_LEGEND_HEADING) ? 1.5 * drawing->page.unit : 0;
            continue;
        }
        row->gap = row->form == MINTU_LEGEND_HEADING || headed ? GROUP_GAP * drawing->page.unit : 0;
        headed = false;
    }
}

/* Where a row's own label begins; what has no swatch begins where swatches do. */
static double label_x(const mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row)
{
    return row->count == 0 ? MINTU_LEGEND_PADDING * drawing->page.unit : mintu_legend_label_x(&drawing->page, legend);
}

static double row_right(const mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row)
{
    double right = 0;
    if (row->run != MINTU_NO_RUN)
        right = label_x(drawing, legend, row) + mintu_furniture_width(drawing, row->run);
    for (size_t i = 0; i < row->count; i++) {
        size_t run = legend->swatches[row->first + i].run;
        if (run != MINTU_NO_RUN)
            right = fmax(right, mintu_legend_label_x(&drawing->page, legend) + mintu_furniture_width(drawing, run));
    }
    return right;
}

static void shape_title(mintu_drawing *drawing, mintu_legend *legend)
{
    char *title = mintu_layout_text(drawing, "legend.title", 0);
    legend->title_run =
        mintu_furniture_text(drawing, title && *title ? title : mintu_furniture_word_text(MINTU_WORD_LEGEND, drawing->lang),
                             MINTU_LETTERING_STRONG, 0);
    free(title);
}

static double title_right(const mintu_drawing *drawing, const mintu_legend *legend)
{
    return MINTU_LEGEND_PADDING * drawing->page.unit +
           fmax(mintu_furniture_width(drawing, legend->title_run), legend->swatch_width);
}

/* Rows in one column on the map's face, in more where they would be higher than it. */
static void flow(mintu_drawing *drawing, mintu_legend *legend, mintu_legend_stand stand, double size[2])
{
    const mintu_box *frame = &drawing->page.frame;
    double unit = drawing->page.unit, padding = MINTU_LEGEND_PADDING * unit, bottom;
    double wide = frame->x1 - frame->x0, high = frame->y1 - frame->y0, gap = stand == MINTU_LEGEND_ON_MAP ? 2 * padding : 0;
    const mintu_legend_columns columns = {.width = (stand == MINTU_LEGEND_BELOW ? wide : wide * 0.6) - padding - gap,
                                          .height = high - padding - gap,
                                          .flat = stand == MINTU_LEGEND_BELOW,
                                          .top = padding + mintu_type_body(&drawing->page) + 3 * unit,
                                          .gap = padding};
    double right = fmax(title_right(drawing, legend), mintu_legend_flow(drawing, legend, &columns, row_right, &bottom));
    size[0] = right + padding;
    size[1] = bottom + padding;
}

/* So wide that two columns stand side by side. */
static double label_width(const mintu_page *page, mintu_legend_stand stand)
{
    double wide = stand == MINTU_LEGEND_ON_MAP ? page->frame.x1 - page->frame.x0 : page->width - 2 * page->margin;
    return fmin(wide * 0.4, fmax(wide / 2 - 58 * page->unit, 40));
}

void mintu_legend_measure(mintu_drawing *drawing, mintu_legend *legend, mintu_legend_stand stand, double size[2])
{
    const mintu_layout *layout = mintu_style_layout(drawing->style);
    legend->unit = layout->legend.size_pt > 0 ? mintu_page_pt(&drawing->page, layout->legend.size_pt) /
                                                    (mintu_type_body(&drawing->page) / drawing->page.unit)
                                              : drawing->page.unit * (legend->letters > 0 ? legend->letters : 1);
    double kept = mintu_legend_unit_take(&drawing->page, legend);
    legend->label_width = label_width(&drawing->page, stand);
    mintu_legend_gather(drawing, legend);
    if (legend->row_count)
        qsort(legend->rows, legend->row_count, sizeof *legend->rows, by_group);
    set_gaps(drawing, legend);
    shape_title(drawing, legend);
    for (size_t i = 0; i < legend->row_count; i++)
        measure_row(drawing, legend, &legend->rows[i]);
    flow(drawing, legend, stand, size);
    drawing->page.unit = kept;
}

void mintu_legend_rearrange(mintu_drawing *drawing, mintu_legend *legend, mintu_legend_stand stand, double size[2])
{
    double kept = mintu_legend_unit_take(&drawing->page, legend);
    flow(drawing, legend, stand, size);
    drawing->page.unit = kept;
}

static void paint_line(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row, const mintu_box *box)
{
    double middle = box->y0 + row->top + row->height / 2;
    const double at[2] = {box->x0 + mintu_legend_swatch_x(&drawing->page, legend), middle};
    for (size_t i = 0; i < row->count; i++)
        mintu_swatch_paint(drawing, &legend->swatches[row->first + i], at);
    mintu_furniture_draw(drawing, row->run, box->x0 + label_x(drawing, legend, row),
                         middle - mintu_furniture_height(drawing, row->run) / 2, MINTU_INK);
}

static void paint_row(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row, mintu_box box)
{
    box.x0 += row->left;
    if (row->form == MINTU_LEGEND_RAMP)
        mintu_legend_ramp_paint(drawing, legend, row, &box);
    else if (row->form == MINTU_LEGEND_NESTED)
        mintu_legend_nested_paint(drawing, legend, row, &box);
    else
        paint_line(drawing, legend, row, &box);
}

void mintu_legend_paint(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    const mintu_legend *legend = &furniture->legend;
    const mintu_box *box = &furniture->boxes[MINTU_PIECE_LEGEND];
    double kept = mintu_legend_unit_take(&drawing->page, legend), padding = MINTU_LEGEND_PADDING * drawing->page.unit;
    mintu_furniture_panel(drawing, box, MINTU_INK_SOFT);
    mintu_furniture_draw(drawing, legend->title_run, box->x0 + padding, box->y0 + padding, MINTU_INK);
    for (size_t i = 0; i < legend->row_count; i++)
        paint_row(drawing, legend, &legend->rows[i], *box);
    drawing->page.unit = kept;
}
