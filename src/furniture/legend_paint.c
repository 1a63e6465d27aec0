/* The legend: one row per class of the style's layers that the page shows, top layer first; swatches come from the layers' own
 * properties. */
#include "furniture/furniture.h"
#include "furniture/legend_gather.h"
#include "furniture/legend_nested.h"
#include "furniture/legend_ramp.h"
#include "furniture/legend_swatch.h"
#include "map/scene_text.h"

#include <math.h>
#include <stdlib.h>

static const double PADDING = 8, SWATCH_GAP = 7, GROUP_GAP = 4; /* px on A4 */

static int by_group(const void *a, const void *b)
{
    const mintu_legend_row *one = a, *two = b;
    if (one->group != two->group)
        return one->group > two->group ? -1 : 1;
    return one->order < two->order ? -1 : one->order > two->order;
}

static double run_height(const mintu_scene *scene, size_t run)
{
    return run == MINTU_NO_RUN ? 0 : mintu_text_run(&scene->text, run)->height;
}

static void measure_line(mintu_scene *scene, const mintu_legend *legend, mintu_legend_row *row, double *width)
{
    double size[2];
    *width = 0;
    row->height = mintu_type_body(scene) * 1.55;
    for (size_t i = 0; i < row->count; i++) {
        mintu_swatch_measure(scene, &legend->swatches[row->first + i], size);
        *width = fmax(*width, size[0]);
        row->height = fmax(row->height, size[1] + 3 * scene->page.unit);
    }
    if (row->run != MINTU_NO_RUN)
        row->height = fmax(row->height, run_height(scene, row->run) + 4 * scene->page.unit);
}

static void measure_row(mintu_scene *scene, mintu_legend *legend, mintu_legend_row *row)
{
    double width = 0;
    if (row->form == MINTU_LEGEND_RAMP)
        mintu_legend_ramp_measure(scene, legend, row, &width);
    else if (row->form == MINTU_LEGEND_NESTED)
        mintu_legend_nested_measure(scene, legend, row, &width);
    else
        measure_line(scene, legend, row, &width);
    legend->swatch_width = fmax(legend->swatch_width, width);
}

/* A heading, and what follows the lines under one, keep off from what is above. */
static void set_gaps(mintu_scene *scene, mintu_legend *legend)
{
    bool headed = false;
    if (legend->row_count && legend->rows[0].form == MINTU_LEGEND_HEADING)
        legend->rows[0].gap = GROUP_GAP / 2 * scene->page.unit;
    for (size_t i = 1; i < legend->row_count; i++) {
        mintu_legend_row *row = &legend->rows[i], *above = row - 1;
        headed = headed || above->form == MINTU_LEGEND_HEADING;
        if (row->group == above->group) {
            row->gap = (row->form > MINTU_LEGEND_HEADING || above->form > MINTU_LEGEND_HEADING) ? 1.5 * scene->page.unit : 0;
            continue;
        }
        row->gap = row->form == MINTU_LEGEND_HEADING || headed ? GROUP_GAP * scene->page.unit : 0;
        headed = false;
    }
}

double mintu_legend_swatch_x(const mintu_scene *scene, const mintu_legend *legend)
{
    return PADDING * scene->page.unit + legend->swatch_width / 2;
}

double mintu_legend_label_x(const mintu_scene *scene, const mintu_legend *legend)
{
    return (PADDING + SWATCH_GAP) * scene->page.unit + legend->swatch_width;
}

/* Where a row's own label begins; what has no swatch begins where swatches do. */
static double label_x(const mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row)
{
    return row->count == 0 ? PADDING * scene->page.unit : mintu_legend_label_x(scene, legend);
}

static double row_right(const mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row)
{
    double right = 0;
    if (row->run != MINTU_NO_RUN)
        right = label_x(scene, legend, row) + mintu_text_run(&scene->text, row->run)->width;
    for (size_t i = 0; i < row->count; i++) {
        size_t run = legend->swatches[row->first + i].run;
        if (run != MINTU_NO_RUN)
            right = fmax(right, mintu_legend_label_x(scene, legend) + mintu_text_run(&scene->text, run)->width);
    }
    return right;
}

static void shape_title(mintu_scene *scene, mintu_legend *legend)
{
    char *title = mintu_scene_text(scene, "legend.title", 0);
    legend->title_run = mintu_furniture_text(scene, title && *title ? title : mintu_word_text(MINTU_WORD_LEGEND, scene->lang),
                                             mintu_type_body(scene), MINTU_WEIGHT_BOLD, 0);
    free(title);
}

void mintu_legend_measure(mintu_scene *scene, mintu_legend *legend, double size[2])
{
    double unit = scene->page.unit, bottom = PADDING * unit + mintu_type_body(scene) + 3 * unit, right = 0;
    mintu_legend_gather(scene, legend);
    if (legend->row_count)
        qsort(legend->rows, legend->row_count, sizeof *legend->rows, by_group);
    set_gaps(scene, legend);
    shape_title(scene, legend);
    for (size_t i = 0; i < legend->row_count; i++) {
        measure_row(scene, legend, &legend->rows[i]);
        legend->rows[i].top = bottom + legend->rows[i].gap;
        bottom = legend->rows[i].top + legend->rows[i].height;
    }
    if (legend->title_run != MINTU_NO_RUN)
        right = PADDING * unit + mintu_text_run(&scene->text, legend->title_run)->width;
    right = fmax(right, PADDING * unit + legend->swatch_width);
    for (size_t i = 0; i < legend->row_count; i++) /* the swatch column's width is known now */
        right = fmax(right, row_right(scene, legend, &legend->rows[i]));
    size[0] = right + PADDING * unit;
    size[1] = bottom + PADDING * unit;
}

static void paint_line(mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double left, double top)
{
    double middle = top + row->height / 2;
    for (size_t i = 0; i < row->count; i++)
        mintu_swatch_paint(scene, &legend->swatches[row->first + i], left + mintu_legend_swatch_x(scene, legend), middle);
    if (row->run != MINTU_NO_RUN)
        mintu_furniture_draw(scene, row->run, left + label_x(scene, legend, row), middle - run_height(scene, row->run) / 2,
                             MINTU_INK);
}

void mintu_legend_paint(mintu_scene *scene, const mintu_legend *legend, const mintu_box *box)
{
    double unit = scene->page.unit;
    mintu_furniture_panel(scene, box, MINTU_INK_SOFT);
    mintu_furniture_draw(scene, legend->title_run, box->x0 + PADDING * unit, box->y0 + PADDING * unit, MINTU_INK);
    for (size_t i = 0; i < legend->row_count; i++) {
        const mintu_legend_row *row = &legend->rows[i];
        if (row->form == MINTU_LEGEND_RAMP)
            mintu_legend_ramp_paint(scene, legend, row, box->x0, box->y0 + row->top);
        else if (row->form == MINTU_LEGEND_NESTED)
            mintu_legend_nested_paint(scene, legend, row, box->x0, box->y0 + row->top);
        else
            paint_line(scene, legend, row, box->x0, box->y0 + row->top);
    }
}

void mintu_legend_free(mintu_legend *legend)
{
    for (size_t i = 0; i < legend->key_count; i++)
        mintu_key_free(legend->keys[i]);
    free(legend->keys);
    free(legend->rows);
    free(legend->swatches);
    *legend = (mintu_legend){0};
}
