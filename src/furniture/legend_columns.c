#include "furniture/legend_columns.h"

#include <math.h>

enum { MOST = 12 };

/* From a row to the end of what one heading, or one layer, holds together. */
static double block_height(const mintu_legend *legend, size_t first)
{
    double height = 0;
    for (size_t i = first; i < legend->row_count && legend->rows[i].group == legend->rows[first].group; i++)
        height += (i > first ? legend->rows[i].gap : 0) + legend->rows[i].height;
    return height;
}

/* Rows of a layer stay together where a column has room for them; else only a heading keeps its first line. */
static bool breaks_before(const mintu_legend *legend, size_t at, double used, double most)
{
    const mintu_legend_row *row = &legend->rows[at];
    bool begins = at == 0 || row->group != row[-1].group;
    double block = begins ? block_height(legend, at) : 0, need = row->height;
    if (used <= 0)
        return false;
    if (at > 0 && row[-1].form == MINTU_LEGEND_HEADING && !begins)
        return false;
    if (row->form == MINTU_LEGEND_HEADING && at + 1 < legend->row_count)
        need += row[1].gap + row[1].height;
    return used + row->gap + (block > 0 && block <= most ? block : need) > most;
}

/* Fills columns of at most @p most px; returns how many. */
static size_t fill(mintu_legend *legend, double most, double top)
{
    size_t column = 0;
    double used = 0;
    for (size_t i = 0; i < legend->row_count; i++) {
        mintu_legend_row *row = &legend->rows[i];
        if (breaks_before(legend, i, used, most)) {
            column++;
            used = 0;
        }
        used += (used > 0 || i == 0 ? row->gap : 0) + row->height;
        row->column = column;
        row->top = top + used - row->height;
    }
    return column + 1;
}

/* The lowest columns that are no more than @p count. */
static double lowest(mintu_legend *legend, size_t count, double top)
{
    double low = 0, high = 0;
    for (size_t i = 0; i < legend->row_count; i++)
        high += legend->rows[i].gap + legend->rows[i].height;
    for (int i = 0; i < 30 && count > 1; i++) {
        double middle = (low + high) / 2;
        if (fill(legend, middle, top) <= count)
            high = middle;
        else
            low = middle;
    }
    return high + 0.01; /* whatever the order is in which they are summed up */
}

static double set_lefts(const mintu_drawing *drawing, mintu_legend *legend, double gap, mintu_legend_right_fn *right)
{
    double rights[MOST] = {0}, left = 0;
    size_t last = 0;
    for (size_t i = 0; i < legend->row_count; i++) {
        size_t column = legend->rows[i].column;
        rights[column] = fmax(rights[column], right(drawing, legend, &legend->rows[i]));
        last = column;
    }
    for (size_t column = 0; column <= last; column++) {
        for (size_t i = 0; i < legend->row_count; i++)
            if (legend->rows[i].column == column)
                legend->rows[i].left = left;
        left += rights[column] + (column < last ? gap : 0);
    }
    return left;
}

static double set_columns(const mintu_drawing *drawing, mintu_legend *legend, const mintu_legend_columns *columns,
                          mintu_legend_right_fn *right, size_t count)
{
    fill(legend, lowest(legend, count, columns->top), columns->top);
    return set_lefts(drawing, legend, columns->gap, right);
}

static double bottom_of(const mintu_legend *legend, double top)
{
    double bottom = top;
    for (size_t i = 0; i < legend->row_count; i++)
        bottom = fmax(bottom, legend->rows[i].top + legend->rows[i].height);
    return bottom;
}

double mintu_legend_flow(const mintu_drawing *drawing, mintu_legend *legend, const mintu_legend_columns *columns,
                         mintu_legend_right_fn *right, double *bottom)
{
    size_t most = legend->row_count < MOST ? legend->row_count : MOST, count = columns->flat && most ? most : 1;
    double reach = set_columns(drawing, legend, columns, right, count);
    while (columns->flat && count > 1 && reach > columns->width)
        reach = set_columns(drawing, legend, columns, right, --count);
    while (!columns->flat && count < most && bottom_of(legend, columns->top) > columns->height) {
        double wider = set_columns(drawing, legend, columns, right, ++count);
        if (wider > columns->width) {
            reach = set_columns(drawing, legend, columns, right, --count);
            break;
        }
        reach = wider;
    }
    *bottom = bottom_of(legend, columns->top);
    return reach;
}
