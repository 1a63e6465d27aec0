#include "furniture/legend_gather.h"

#include "canvas/drawn_rows.h"
#include "canvas/focus.h"
#include "canvas/plot_meets.h"
#include "furniture/furniture_look.h"
#include "furniture/layout_text.h"
#include "style/legend_derive.h"
#include "style/legend_rule.h"
#include "style/property_value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char COUNT[] = "{count}";

/* One layer being gone through. */
typedef struct gathering {
    mintu_drawing *drawing;
    mintu_legend *legend;
    const mintu_style_layer *layer;
    size_t group;
    size_t first; /* where the swatches of the next line begin */
    bool headed;
} gathering;

static mintu_legend_row *add_row(gathering *in, mintu_legend_form form)
{
    mintu_legend *legend = in->legend;
    if (!MINTU_ARRAY_RESERVE(legend->rows, legend->row_room, legend->row_count + 1))
        return NULL;
    mintu_legend_row *row = &legend->rows[legend->row_count++];
    *row = (mintu_legend_row){
        .form = form, .first = legend->swatch_count, .run = MINTU_NO_RUN, .group = in->group, .order = legend->row_count};
    return row;
}

static bool add_swatch(gathering *in, const char *properties, const char *label, double value)
{
    mintu_legend *legend = in->legend;
    bool room = MINTU_ARRAY_RESERVE(legend->swatches, legend->swatch_room, legend->swatch_count + 1);
    if (!mintu_memory_good(properties && room))
        return false;
    size_t run = mintu_furniture_text(in->drawing, label, MINTU_LETTERING_BODY, 0);
    legend->swatches[legend->swatch_count++] = (mintu_legend_swatch){in->group, properties, run, value};
    return true;
}

/* A label may hold {count}, {class} and {stated} besides the keys of any text of the layout. */
static void shape_label(gathering *in, mintu_legend_row *row, const mintu_key_entry *entry, const char *label)
{
    mintu_drawing *drawing = in->drawing;
    const mintu_plot *plot = mintu_drawing_plot(drawing, in->layer);
    const char *stated = plot ? mintu_layer_note(plot->layer, "stated") : NULL;
    char count[24];
    snprintf(count, sizeof count, "%zu", entry->count);
    const mintu_layout_value own[] = {{"count", count}, {"class", entry->label}, {"stated", stated ? stated : "?"}, {0}};
    char *text = mintu_layout_expand(drawing, label, own);
    row->run =
        mintu_furniture_text(drawing, text, row->form == MINTU_LEGEND_HEADING ? MINTU_LETTERING_HEADING : MINTU_LETTERING_BODY,
                             in->legend->label_width);
    free(text);
}

static size_t count_entry(gathering *in, size_t entry, const char *label)
{
    return strstr(label, COUNT) ? mintu_drawing_count_inside(in->drawing, in->layer, entry) : 0;
}

/* A line that counts stands for what it counts, any other for its whole layer; only what the page shows is explained. The outline of a
 * picture may lie where the projection has no place, though the page shows of it; one that it does not show is told by its painter. */
static bool is_shown(gathering *in, size_t entry, const char *label)
{
    const mintu_plot *plot = mintu_drawing_plot(in->drawing, in->layer);
    return !plot || plot->pixels ||
           mintu_drawing_count(in->drawing, in->layer, strstr(label, COUNT) ? entry : MINTU_ALL_ENTRIES) > 0;
}

static void add_heading(gathering *in)
{
    const char *label = in->headed ? "" : mintu_style_legend_label(in->layer, in->drawing->lang);
    mintu_legend_row *row = *label ? add_row(in, MINTU_LEGEND_HEADING) : NULL;
    const mintu_key_entry all = {.label = "", .count = row ? count_entry(in, MINTU_ALL_ENTRIES, label) : 0};
    in->headed = true;
    if (row)
        shape_label(in, row, &all, label);
}

/* The line of the swatches gathered since the last one. */
static void add_line(gathering *in, const mintu_key_entry *entry, const char *label)
{
    add_heading(in);
    mintu_legend_row *row = add_row(in, MINTU_LEGEND_LINE);
    if (!row)
        return;
    row->first = in->first;
    row->count = in->legend->swatch_count - in->first;
    in->first = in->legend->swatch_count;
    shape_label(in, row, entry, label);
}

/* An entry without a label is drawn beneath the next entry's swatch, so that a ring and a dot make one line. */
static void gather_entries(gathering *in)
{
    for (size_t i = 0; i < mintu_style_legend_count(in->layer); i++) {
        const mintu_legend_entry written = mintu_style_legend_entry(in->layer, i, in->drawing->lang);
        const char *label = written.label;
        if (!add_swatch(in, written.properties, NULL, 0))
            return;
        if (!*label)
            continue;
        if (!is_shown(in, i, label)) {
            in->legend->swatch_count = in->first;
            continue;
        }
        add_line(in, &(mintu_key_entry){.label = "", .count = count_entry(in, i, label)}, label);
    }
}

/* A ramp or nested circles; one of several has a name above it. */
static mintu_legend_row *add_figure(gathering *in, mintu_legend_form form, const mintu_key_entry *entry)
{
    add_heading(in);
    mintu_legend_row *name = *entry->label ? add_row(in, MINTU_LEGEND_LINE) : NULL;
    if (name)
        shape_label(in, name, entry, entry->label);
    return add_row(in, form);
}

/* A swatch for each value of the entry, or for each from the last, whose labels are its ticks. */
static void fill_figure(gathering *in, mintu_legend_row *row, mintu_key *key, size_t index)
{
    const mintu_key_entry *entry = mintu_key_at(key, index);
    bool ramp = row->form == MINTU_LEGEND_RAMP;
    for (size_t i = 0; i < entry->value_count; i++) {
        size_t at = ramp ? i : entry->value_count - 1 - i;
        double value = entry->values[at];
        if (!add_swatch(in, mintu_key_sample(key, index, value), entry->ticks[at], value))
            return;
    }
    row->count = entry->value_count;
    in->first = in->legend->swatch_count;
}

/* Each of a ramp's stops is a tick of its bar. */
static void add_ramp(gathering *in, mintu_key *key, size_t index, mintu_property property)
{
    mintu_legend_row *row = add_figure(in, MINTU_LEGEND_RAMP, mintu_key_at(key, index));
    if (!row)
        return;
    row->key = key;
    row->entry = index;
    row->property = property;
    fill_figure(in, row, key, index);
}

/* Of one size alone, of lines and of icons: a line each, the largest first. */
static void add_sizes(gathering *in, mintu_key *key, size_t index)
{
    const mintu_key_entry *entry = mintu_key_at(key, index);
    for (size_t i = entry->value_count; i-- > 0;) {
        mintu_buffer label = {0};
        if (*entry->label)
            mintu_buffer_format(&label, strcmp(in->drawing->lang, "en") == 0 ? "%s, " : "%s，", entry->label);
        mintu_buffer_text(&label, entry->ticks[i]);
        if (!label.failed && add_swatch(in, mintu_key_sample(key, index, entry->values[i]), NULL, 0))
            add_line(in, entry, label.data);
        mintu_buffer_free(&label);
    }
}

static void add_nested_sizes(gathering *in, mintu_key *key, size_t index)
{
    mintu_legend_row *row = add_figure(in, MINTU_LEGEND_NESTED, mintu_key_at(key, index));
    if (row)
        fill_figure(in, row, key, index);
}

/* Circles of several classes of numbers, one in the other; those that a layer lists in rising order come out the same way. */
static bool add_nested_classes(gathering *in, mintu_key *key)
{
    size_t count = 0, total = mintu_key_count(key);
    while (count < total && mintu_key_at(key, count)->ordered && mintu_key_at(key, count)->kind == MINTU_KEY_CLASS)
        count++;
    if (count < 2 || count < total)
        return false;
    add_heading(in);
    mintu_legend_row *row = add_row(in, MINTU_LEGEND_NESTED);
    for (size_t i = 0; row && i < count; i++) {
        const mintu_key_entry *entry = mintu_key_at(key, i);
        if (!add_swatch(in, entry->properties, entry->label, 0))
            return true;
    }
    if (row)
        row->count = count;
    in->first = in->legend->swatch_count;
    return true;
}

/* What has no pattern or no icon draws nothing, and needs no line. */
static bool draws_nothing(gathering *in, const mintu_key_entry *entry, mintu_property property)
{
    if (property != MINTU_PROPERTY_FILL_PATTERN && property != MINTU_PROPERTY_ICON_IMAGE)
        return false;
    mintu_style_scope scope = mintu_drawing_scope(in->drawing, NULL);
    scope.properties = entry->properties;
    bool nothing = *mintu_style_string(in->layer, property, &scope) == '\0';
    mintu_style_scope_free(&scope);
    return nothing;
}

static void add_class(gathering *in, const mintu_key_entry *entry)
{
    const char *frame = mintu_style_legend_frame(in->layer, in->drawing->lang);
    if (add_swatch(in, entry->properties, NULL, 0))
        add_line(in, entry, frame ? frame : "{class}");
}

static void add_key_rows(gathering *in, mintu_key *key, mintu_property property)
{
    bool circles = property == MINTU_PROPERTY_CIRCLE_RADIUS;
    if (circles && add_nested_classes(in, key))
        return;
    for (size_t i = 0; i < mintu_key_count(key); i++) {
        const mintu_key_entry *entry = mintu_key_at(key, i);
        if (entry->kind == MINTU_KEY_RAMP)
            add_ramp(in, key, i, property);
        else if (entry->kind == MINTU_KEY_SIZES && circles && entry->value_count > 1)
            add_nested_sizes(in, key, i);
        else if (entry->kind == MINTU_KEY_SIZES)
            add_sizes(in, key, i);
        else if (!draws_nothing(in, entry, property))
            add_class(in, entry);
    }
}

/* Every feature of the layer is sorted into its class. False when the page shows none. */
static bool fill_key(gathering *in, mintu_key *key)
{
    const mintu_plot *plot = mintu_drawing_plot(in->drawing, in->layer);
    mintu_style_scope scope = mintu_drawing_scope(in->drawing, plot);
    bool shown = false;
    for (scope.row = 0; plot && scope.row < plot->row_count; scope.row++) {
        if (mintu_style_layer_accepts(in->layer, &scope)) {
            bool here = mintu_plot_row_meets(plot, scope.row, &in->drawing->page.frame);
            mintu_memory_good(
                mintu_key_add(key, &scope, here, here && mintu_focus_counts(in->drawing, plot, &plot->rows[scope.row])));
            shown = shown || here;
        }
        mintu_style_scope_clear(&scope);
    }
    mintu_style_scope_free(&scope);
    return shown;
}

static void gather_key(gathering *in, mintu_property property)
{
    mintu_style_scope scope = mintu_drawing_scope(in->drawing, NULL);
    mintu_legend *legend = in->legend;
    bool room = mintu_array_reserve(&legend->keys, &legend->key_room, legend->key_count + 1, sizeof(mintu_key *));
    mintu_key *key = room ? mintu_key_new(in->layer, property, &scope) : NULL;
    if (!mintu_memory_good(key))
        return;
    legend->keys[legend->key_count++] = key;
    if (fill_key(in, key) && mintu_memory_good(mintu_key_finish(key, in->drawing->lang)))
        add_key_rows(in, key, property);
}

void mintu_legend_gather(mintu_drawing *drawing, mintu_legend *legend)
{
    const mintu_property *derived;
    gathering in = {.drawing = drawing, .legend = legend};
    for (in.group = 0; in.group < mintu_style_layer_count(drawing->style); in.group++) {
        in.layer = mintu_drawing_visible(drawing, in.group);
        in.headed = false;
        if (!in.layer)
            continue;
        const char *gap = mintu_style_legend_gap(in.layer);
        if (gap && is_shown(&in, MINTU_ALL_ENTRIES, ""))
            mintu_findings_add(drawing->findings, "%s", gap);
        if (gap)
            continue;
        size_t count = mintu_style_legend_derived(in.layer, &derived);
        for (size_t i = 0; i < count; i++)
            gather_key(&in, derived[i]);
        if (count == 0)
            gather_entries(&in);
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
