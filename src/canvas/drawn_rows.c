#include "canvas/drawn_rows.h"

#include "canvas/focus.h"
#include "canvas/plot_meets.h"
#include "style/legend_rule.h"
#include "style/property_value.h"
#include "style/style_layer.h"

#include <stdlib.h>

static int by_key(const void *a, const void *b)
{
    const mintu_keyed_row *one = a, *two = b;
    if (one->key != two->key)
        return one->key < two->key ? -1 : 1;
    return one->row < two->row ? -1 : one->row > two->row;
}

/* Fills the walk's rows, unsorted, each with its key. */
static void list_rows(mintu_row_walk *walk, const mintu_style_layer *layer, const mintu_box *near,
                      const mintu_property *sort_key)
{
    mintu_style_scope *scope = &walk->scope;
    for (scope->row = 0; scope->row < walk->plot->row_count && mintu_drawing_goes_on(walk->drawing); scope->row++) {
        const mintu_plot_row *row = &walk->plot->rows[scope->row];
        if (row->part < row->part_end && !mintu_box_apart(&row->box, near) && mintu_style_layer_accepts(layer, scope))
            walk->rows[walk->count++] =
                (mintu_keyed_row){sort_key ? mintu_style_number(layer, *sort_key, scope) : 0, scope->row};
        mintu_style_scope_clear(scope);
    }
    scope->row = 0;
}

mintu_row_walk mintu_rows_begin(mintu_drawing *drawing, const mintu_style_layer *layer, mintu_property sort_key, double reach)
{
    mintu_plot *plot = mintu_drawing_plot(drawing, layer);
    mintu_row_walk walk = {.drawing = drawing, .plot = plot, .scope = mintu_drawing_scope(drawing, plot)};
    mintu_box near = mintu_box_grown(drawing->page.frame, reach);
    bool sorted = mintu_style_is_set(layer, sort_key);
    if (!plot)
        return walk;
    walk.rows = calloc(plot->row_count + 1, sizeof *walk.rows);
    if (mintu_memory_good(walk.rows))
        list_rows(&walk, layer, &near, sorted ? &sort_key : NULL);
    if (sorted && walk.rows)
        qsort(walk.rows, walk.count, sizeof *walk.rows, by_key);
    return walk;
}

void mintu_rows_reverse(mintu_row_walk *walk)
{
    for (size_t i = 0, j = walk->count; i + 1 < j; i++) {
        mintu_keyed_row row = walk->rows[i];
        walk->rows[i] = walk->rows[--j];
        walk->rows[j] = row;
    }
}

bool mintu_rows_next(mintu_row_walk *walk)
{
    mintu_style_scope_clear(&walk->scope);
    if (walk->done < walk->count && mintu_drawing_goes_on(walk->drawing)) {
        walk->scope.row = walk->rows[walk->done++].row;
        walk->row = &walk->plot->rows[walk->scope.row];
        return true;
    }
    mintu_style_scope_free(&walk->scope);
    free(walk->rows);
    walk->rows = NULL;
    return false;
}

bool mintu_row_draws(const mintu_style_layer *layer, const mintu_plot_row *row)
{
    mintu_layer_type type = mintu_style_layer_kind(layer);
    return row->type != MINTU_GEOMETRY_TYPE_POINT || (type != MINTU_LAYER_TYPE_FILL && type != MINTU_LAYER_TYPE_LINE);
}

static size_t count_rows(const mintu_drawing *drawing, const mintu_style_layer *layer, size_t entry, bool inside)
{
    const mintu_plot *plot = mintu_drawing_plot(drawing, layer);
    mintu_style_scope scope = mintu_drawing_scope(drawing, plot);
    size_t count = 0;
    for (scope.row = 0; plot && scope.row < plot->row_count && mintu_drawing_goes_on(drawing); scope.row++) {
        if (mintu_row_draws(layer, &plot->rows[scope.row]) && mintu_plot_row_meets(plot, scope.row, &drawing->page.frame) &&
            (!inside || mintu_focus_counts(drawing, plot, &plot->rows[scope.row])) &&
            mintu_style_layer_accepts(layer, &scope) &&
            (entry == MINTU_ALL_ENTRIES || mintu_style_legend_covers(layer, entry, plot->layer, scope.row)))
            count++;
        mintu_style_scope_clear(&scope);
    }
    mintu_style_scope_free(&scope);
    return count;
}

size_t mintu_drawing_count(const mintu_drawing *drawing, const mintu_style_layer *layer, size_t entry)
{
    return count_rows(drawing, layer, entry, false);
}

size_t mintu_drawing_count_inside(const mintu_drawing *drawing, const mintu_style_layer *layer, size_t entry)
{
    return count_rows(drawing, layer, entry, true);
}
