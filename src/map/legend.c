/* The legend: one line per entry of the style's layers, top layer first; swatches come from the layers' own properties. */
#include "map/furniture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double PADDING = 8, SWATCH_GAP = 7; /* px on A4 */

/* Features that the layer draws and that the entry stands for. */
static size_t count_covered(mintu_scene *scene, const mintu_style_layer *layer, size_t entry)
{
    const mintu_plot *plot = mintu_scene_plot(scene, layer);
    mintu_style_scope scope = mintu_scene_scope(scene, plot);
    size_t count = 0;
    for (scope.row = 0; plot && scope.row < plot->row_count; scope.row++) {
        if (mintu_style_layer_accepts(layer, &scope) && mintu_style_legend_covers(layer, entry, plot->layer, scope.row))
            count++;
        mintu_style_scope_clear(&scope);
    }
    mintu_style_scope_free(&scope);
    return count;
}

/* The label with {count} and {stated} replaced. */
static void expand(mintu_scene *scene, const mintu_style_layer *layer, size_t entry, const char *label, mintu_buffer *out)
{
    const mintu_plot *plot = mintu_scene_plot(scene, layer);
    while (*label) {
        if (strncmp(label, "{count}", 7) == 0) {
            mintu_buffer_format(out, "%zu", count_covered(scene, layer, entry));
            label += 7;
        } else if (strncmp(label, "{stated}", 8) == 0) {
            const char *stated = plot ? mintu_layer_note(plot->layer, "stated") : NULL;
            mintu_buffer_text(out, stated ? stated : "?");
            label += 8;
        } else {
            mintu_buffer_add(out, label++, 1);
        }
    }
}

static mintu_legend_row *add_row(mintu_scene *scene, mintu_legend *legend)
{
    void *room = legend->rows;
    if (!mintu_array_reserve(&room, &legend->row_room, legend->row_count + 1, sizeof *legend->rows)) {
        scene->failed = true;
        return NULL;
    }
    legend->rows = room;
    mintu_legend_row *row = &legend->rows[legend->row_count++];
    *row = (mintu_legend_row){.first = legend->swatch_count, .run = MINTU_NO_RUN};
    return row;
}

static bool add_swatch(mintu_scene *scene, mintu_legend *legend, mintu_legend_swatch swatch)
{
    void *room = legend->swatches;
    if (!mintu_array_reserve(&room, &legend->swatch_room, legend->swatch_count + 1, sizeof *legend->swatches)) {
        scene->failed = true;
        return false;
    }
    legend->swatches = room;
    legend->swatches[legend->swatch_count++] = swatch;
    return true;
}

static void shape_label(mintu_scene *scene, mintu_legend_row *row, const mintu_style_layer *layer, size_t entry,
                        const char *label)
{
    mintu_buffer text = {0};
    double width = (scene->page.frame.x1 - scene->page.frame.x0) * 0.4;
    expand(scene, layer, entry, label, &text);
    row->run = text.failed ? MINTU_NO_RUN : mintu_furniture_text(scene, text.data, mintu_type_body(scene), false, width);
    scene->failed = scene->failed || text.failed;
    mintu_buffer_free(&text);
}

/* An entry without a label is drawn beneath the next entry's swatch, so that a ring and a dot make one line. */
static void gather(mintu_scene *scene, mintu_legend *legend)
{
    mintu_legend_row *row = NULL;
    for (size_t i = 0; i < mintu_style_layer_count(scene->style); i++) {
        const mintu_style_layer *layer = mintu_style_layer_at(scene->style, i);
        if (!mintu_style_layer_visible(layer, scene->page.zoom))
            continue;
        for (size_t entry = 0; entry < mintu_style_legend_count(layer); entry++) {
            const char *label = mintu_style_legend_entry(layer, entry, scene->lang).label;
            row = row ? row : add_row(scene, legend);
            if (!row || !add_swatch(scene, legend, (mintu_legend_swatch){i, entry}))
                return;
            row->count++;
            row->group = i;
            if (!label || !*label)
                continue;
            shape_label(scene, row, layer, entry, label);
            row = NULL;
        }
    }
}

static int by_group(const void *a, const void *b)
{
    const mintu_legend_row *one = a, *two = b;
    if (one->group != two->group)
        return one->group > two->group ? -1 : 1;
    return one->first < two->first ? -1 : one->first > two->first;
}

static void measure_row(mintu_scene *scene, mintu_legend *legend, mintu_legend_row *row)
{
    double size[2];
    row->height = mintu_type_body(scene) * 1.55;
    for (size_t i = 0; i < row->count; i++) {
        mintu_swatch_measure(scene, &legend->swatches[row->first + i], size);
        legend->swatch_width = fmax(legend->swatch_width, size[0]);
        row->height = fmax(row->height, size[1] + 3 * scene->page.unit);
    }
    if (row->run != MINTU_NO_RUN)
        row->height = fmax(row->height, mintu_text_run(&scene->text, row->run)->height + 4 * scene->page.unit);
}

void mintu_legend_measure(mintu_scene *scene, mintu_legend *legend, double size[2])
{
    double unit = scene->page.unit, labels = 0;
    const char *title = mintu_style_layout_text(scene->style, "legend.title", 0, scene->lang);
    gather(scene, legend);
    if (legend->row_count)
        qsort(legend->rows, legend->row_count, sizeof *legend->rows, by_group);
    legend->title_run = mintu_furniture_text(scene, title && *title ? title : mintu_word_text(MINTU_WORD_LEGEND, scene->lang),
                                             mintu_type_body(scene), true, 0);
    size[1] = 2 * PADDING * unit + mintu_type_body(scene) + 3 * unit;
    for (size_t i = 0; i < legend->row_count; i++) {
        measure_row(scene, legend, &legend->rows[i]);
        size[1] += legend->rows[i].height;
        if (legend->rows[i].run != MINTU_NO_RUN)
            labels = fmax(labels, mintu_text_run(&scene->text, legend->rows[i].run)->width);
    }
    size[0] = legend->swatch_width + (labels > 0 ? SWATCH_GAP * unit + labels : 0);
    if (legend->title_run != MINTU_NO_RUN)
        size[0] = fmax(size[0], mintu_text_run(&scene->text, legend->title_run)->width);
    size[0] += 2 * PADDING * unit;
}

void mintu_legend_paint(mintu_scene *scene, const mintu_legend *legend, const mintu_box *box)
{
    double unit = scene->page.unit, left = box->x0 + PADDING * unit, y = box->y0 + PADDING * unit;
    mintu_furniture_panel(scene, box, MINTU_INK_SOFT);
    mintu_furniture_draw(scene, legend->title_run, left, y, MINTU_INK);
    y += mintu_type_body(scene) + 3 * unit;
    for (size_t i = 0; i < legend->row_count; i++) {
        const mintu_legend_row *row = &legend->rows[i];
        double middle = y + row->height / 2;
        for (size_t j = 0; j < row->count; j++)
            mintu_swatch_paint(scene, &legend->swatches[row->first + j], left + legend->swatch_width / 2, middle);
        if (row->run != MINTU_NO_RUN)
            mintu_furniture_draw(scene, row->run, left + legend->swatch_width + SWATCH_GAP * unit,
                                 middle - mintu_text_run(&scene->text, row->run)->height / 2, MINTU_INK);
        y += row->height;
    }
}
