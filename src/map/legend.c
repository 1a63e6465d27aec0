/* The legend: one line per entry of the style's layers that the page shows, top layer first; swatches come from the layers' own
 * properties. */
#include "map/furniture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double PADDING = 8, SWATCH_GAP = 7, GROUP_GAP = 4; /* px on A4 */
static const char COUNT[] = "{count}";

/* The label with {count}, of the features in the frame, {stated} and notes of layers replaced. */
static void expand(mintu_scene *scene, const mintu_style_layer *layer, size_t entry, const char *label, mintu_buffer *out)
{
    const mintu_plot *plot = mintu_scene_plot(scene, layer);
    mintu_buffer text = {0};
    while (*label) {
        if (strncmp(label, COUNT, strlen(COUNT)) == 0) {
            mintu_buffer_format(&text, "%zu", mintu_scene_count(scene, layer, entry));
            label += strlen(COUNT);
        } else if (strncmp(label, "{stated}", 8) == 0) {
            const char *stated = plot ? mintu_layer_note(plot->layer, "stated") : NULL;
            mintu_buffer_text(&text, stated ? stated : "?");
            label += 8;
        } else {
            mintu_buffer_add(&text, label++, 1);
        }
    }
    char *whole = text.failed ? NULL : mintu_scene_expand(scene, text.data ? text.data : "");
    mintu_buffer_text(out, whole ? whole : "");
    scene->failed = scene->failed || !whole;
    free(whole);
    mintu_buffer_free(&text);
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
    mintu_weight weight = row->heading ? MINTU_WEIGHT_SEMIBOLD : MINTU_WEIGHT_REGULAR;
    expand(scene, layer, entry, label, &text);
    row->run = text.failed ? MINTU_NO_RUN : mintu_furniture_text(scene, text.data, mintu_type_body(scene), weight, width);
    scene->failed = scene->failed || text.failed;
    mintu_buffer_free(&text);
}

/* A line that counts stands for what it counts, any other for its whole layer; only what the page shows is explained. */
static bool is_shown(mintu_scene *scene, const mintu_style_layer *layer, size_t entry, const char *label)
{
    return !mintu_scene_plot(scene, layer) ||
           mintu_scene_count(scene, layer, strstr(label, COUNT) ? entry : MINTU_ALL_ENTRIES) > 0;
}

static void add_heading(mintu_scene *scene, mintu_legend *legend, size_t group)
{
    const mintu_style_layer *layer = mintu_style_layer_at(scene->style, group);
    const char *label = mintu_style_legend_label(layer, scene->lang);
    mintu_legend_row *row = *label ? add_row(scene, legend) : NULL;
    if (!row)
        return;
    row->group = group;
    row->heading = true;
    shape_label(scene, row, layer, MINTU_ALL_ENTRIES, label);
}

/* An entry without a label is drawn beneath the next entry's swatch, so that a ring and a dot make one line; *first is where
 * the swatches of the line begin. */
static void gather_layer(mintu_scene *scene, mintu_legend *legend, size_t group, size_t *first)
{
    const mintu_style_layer *layer = mintu_style_layer_at(scene->style, group);
    bool headed = false;
    for (size_t entry = 0; entry < mintu_style_legend_count(layer); entry++) {
        const char *label = mintu_style_legend_entry(layer, entry, scene->lang).label;
        if (!add_swatch(scene, legend, (mintu_legend_swatch){group, entry}))
            return;
        if (!*label)
            continue;
        if (!is_shown(scene, layer, entry, label)) {
            legend->swatch_count = *first;
            continue;
        }
        if (!headed)
            add_heading(scene, legend, group);
        headed = true;
        mintu_legend_row *row = add_row(scene, legend);
        if (!row)
            return;
        row->group = group;
        row->first = *first;
        row->count = legend->swatch_count - *first;
        *first = legend->swatch_count;
        shape_label(scene, row, layer, entry, label);
    }
}

static void gather(mintu_scene *scene, mintu_legend *legend)
{
    size_t first = 0;
    for (size_t i = 0; i < mintu_style_layer_count(scene->style); i++)
        if (mintu_style_layer_visible(mintu_style_layer_at(scene->style, i), scene->page.zoom))
            gather_layer(scene, legend, i, &first);
}

static int by_group(const void *a, const void *b)
{
    const mintu_legend_row *one = a, *two = b;
    if (one->group != two->group)
        return one->group > two->group ? -1 : 1;
    if (one->heading != two->heading)
        return one->heading ? -1 : 1;
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

/* A heading, and what follows the lines under one, keep off from what is above. */
static void set_gaps(mintu_scene *scene, mintu_legend *legend)
{
    bool headed = false;
    if (legend->row_count && legend->rows[0].heading)
        legend->rows[0].gap = GROUP_GAP / 2 * scene->page.unit;
    for (size_t i = 1; i < legend->row_count; i++) {
        mintu_legend_row *row = &legend->rows[i], *above = row - 1;
        headed = headed || above->heading;
        if (row->group == above->group)
            continue;
        row->gap = row->heading || headed ? GROUP_GAP * scene->page.unit : 0;
        headed = false;
    }
}

/* Where a row's label begins, from the left edge of the swatches. */
static double label_shift(const mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row)
{
    return row->heading ? 0 : legend->swatch_width + SWATCH_GAP * scene->page.unit;
}

void mintu_legend_measure(mintu_scene *scene, mintu_legend *legend, double size[2])
{
    double unit = scene->page.unit;
    char *title = mintu_scene_text(scene, "legend.title", 0);
    gather(scene, legend);
    if (legend->row_count)
        qsort(legend->rows, legend->row_count, sizeof *legend->rows, by_group);
    set_gaps(scene, legend);
    legend->title_run = mintu_furniture_text(scene, title && *title ? title : mintu_word_text(MINTU_WORD_LEGEND, scene->lang),
                                             mintu_type_body(scene), MINTU_WEIGHT_BOLD, 0);
    free(title);
    size[0] = legend->title_run != MINTU_NO_RUN ? mintu_text_run(&scene->text, legend->title_run)->width : 0;
    size[1] = 2 * PADDING * unit + mintu_type_body(scene) + 3 * unit;
    for (size_t i = 0; i < legend->row_count; i++) {
        measure_row(scene, legend, &legend->rows[i]);
        size[1] += legend->rows[i].gap + legend->rows[i].height;
    }
    size[0] = fmax(size[0], legend->swatch_width);
    for (size_t i = 0; i < legend->row_count; i++) /* the swatch column's width is known now */
        if (legend->rows[i].run != MINTU_NO_RUN)
            size[0] = fmax(size[0], label_shift(scene, legend, &legend->rows[i]) +
                                        mintu_text_run(&scene->text, legend->rows[i].run)->width);
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
        double middle = y + row->gap + row->height / 2;
        for (size_t j = 0; j < row->count; j++)
            mintu_swatch_paint(scene, &legend->swatches[row->first + j], left + legend->swatch_width / 2, middle);
        if (row->run != MINTU_NO_RUN)
            mintu_furniture_draw(scene, row->run, left + label_shift(scene, legend, row),
                                 middle - mintu_text_run(&scene->text, row->run)->height / 2, MINTU_INK);
        y += row->gap + row->height;
    }
}
