#include "furniture/legend_report.h"

#include "canvas/report_mm.h"
#include "furniture/furniture_look.h"
#include "furniture/legend_ramp.h"
#include "furniture/legend_swatch.h"

#include <math.h>

/* The swatch of a line: the box about its middle. */
static void add_swatch(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row, const mintu_box *box,
                       json_t *out)
{
    double size[2], most[2] = {0, 0};
    for (size_t i = 0; i < row->count; i++) {
        mintu_swatch_measure(drawing, &legend->swatches[row->first + i], size);
        most[0] = fmax(most[0], size[0]);
        most[1] = fmax(most[1], size[1]);
    }
    mintu_box swatch = mintu_box_about(box->x0 + mintu_legend_swatch_x(&drawing->page, legend),
                                       box->y0 + row->top + row->height / 2, most[0], most[1]);
    if (row->count)
        json_object_set_new(out, "swatch_mm", mintu_report_box(&drawing->page, &swatch));
}

/* The numbers of a ramp and how far down they stand. */
static void add_ticks(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row, const mintu_box *box,
                      json_t *out)
{
    json_t *ticks = json_array();
    mintu_box bar = mintu_legend_ramp_bar(drawing, legend, row, box);
    for (size_t i = 0; i < row->count; i++) {
        const mintu_legend_swatch *tick = &legend->swatches[row->first + i];
        double y = bar.y0 + mintu_legend_ramp_place(drawing, legend, row, i) * (bar.y1 - bar.y0);
        json_array_append_new(ticks, json_pack("{s:s, s:f, s:f}", "label", mintu_furniture_string(drawing, tick->run), "value",
                                               tick->value, "y_mm", mintu_report_mm(&drawing->page, y)));
    }
    json_object_set_new(out, "swatch_mm", mintu_report_box(&drawing->page, &bar));
    json_object_set_new(out, "ticks", ticks);
}

static void add_sizes(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row, json_t *out)
{
    json_t *sizes = json_array();
    for (size_t i = 0; i < row->count; i++)
        json_array_append_new(sizes, json_string(mintu_furniture_string(drawing, legend->swatches[row->first + i].run)));
    json_object_set_new(out, "sizes", sizes);
}

static json_t *row_json(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row, mintu_box column)
{
    const mintu_box *box = &column;
    column.x0 += row->left;
    static const char *const forms[] = {"line", "heading", "ramp", "nested"};
    mintu_box whole = {box->x0, box->y0 + row->top, box->x1, box->y0 + row->top + row->height};
    json_t *out = json_pack("{s:s, s:s, s:s, s:o}", "form", forms[row->form], "layer",
                            mintu_style_layer_id(mintu_style_layer_at(drawing->style, row->group)), "label",
                            mintu_furniture_string(drawing, row->run), "box_mm", mintu_report_box(&drawing->page, &whole));
    if (row->form == MINTU_LEGEND_LINE)
        add_swatch(drawing, legend, row, box, out);
    else if (row->form == MINTU_LEGEND_RAMP)
        add_ticks(drawing, legend, row, box, out);
    else if (row->form == MINTU_LEGEND_NESTED)
        add_sizes(drawing, legend, row, out);
    return out;
}

json_t *mintu_legend_report(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    const mintu_legend *legend = &furniture->legend;
    json_t *out = json_array();
    double kept = mintu_legend_unit_take(&drawing->page, legend);
    for (size_t i = 0; furniture->has[MINTU_PIECE_LEGEND] && i < legend->row_count; i++)
        json_array_append_new(out, row_json(drawing, legend, &legend->rows[i], furniture->boxes[MINTU_PIECE_LEGEND]));
    drawing->page.unit = kept;
    return out;
}
