#include "label/label_text.h"

#include "canvas/paint.h"
#include "canvas/paint_symbol.h"
#include "canvas/text_clean.h"
#include "canvas/text_letters.h"
#include "label/line_break.h"
#include "style/property_value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

void mintu_label_text_free(mintu_label_text *text)
{
    for (size_t i = 0; i < text->part_count; i++)
        free(text->parts[i].font);
    free(text->string);
    free(text->said);
    free(text->sections);
    free(text->parts);
    *text = (mintu_label_text){0};
}

static bool is_plain(const mintu_formatted *formatted)
{
    for (size_t i = 0; i < formatted->count; i++)
        if (formatted->sections[i].fonts || formatted->sections[i].color || !isnan(formatted->sections[i].scale))
            return false;
    return true;
}

static char *font_list(const mintu_value *fonts)
{
    mintu_buffer list = {0};
    for (size_t i = 0; i < fonts->array.count; i++)
        mintu_buffer_format(&list, i ? ",%s" : "%s", fonts->array.items[i].text);
    if (list.failed)
        mintu_buffer_free(&list);
    return list.data;
}

/* A part with a baseline of its own size stands 3/24 em of the difference above that of the largest, as its line's foot is the same;
 * more where "vertical-align" says so. */
static double lift_of(const char *align)
{
    return (align && strcmp(align, "top") == 0 ? 27 : align && strcmp(align, "center") == 0 ? 15 : 3) / 24.0;
}

static bool add_part(mintu_label_text *text, const mintu_section *from, mintu_style_scope *scope,
                     const mintu_style_layer *layer)
{
    mintu_text_section *section = &text->sections[text->part_count];
    mintu_label_part *part = &text->parts[text->part_count++];
    *section = (mintu_text_section){.scale = isfinite(from->scale) && from->scale > 0 ? from->scale : 1};
    part->lift = lift_of(from->align);
    if (from->color) {
        section->colored = true;
        section->color = mintu_color_faded(from->color->color, mintu_style_number(layer, MINTU_PROPERTY_TEXT_OPACITY, scope));
    }
    part->font = from->fonts ? font_list(from->fonts) : NULL;
    section->font = part->font;
    return !from->fonts || part->font;
}

/* The parts' texts in one, clean, since what is added behind would else be told from it by other bytes. */
static bool add_parts(mintu_label_text *text, const mintu_formatted *formatted, mintu_labels *labels,
                      const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_buffer all = {0};
    bool good = true;
    for (size_t i = 0; i < formatted->count && good; i++) {
        char *own = mintu_text_transformed(layer, scope, formatted->sections[i].text);
        char *clean = own ? mintu_text_clean(labels->drawing->findings, own) : NULL;
        good = clean && add_part(text, &formatted->sections[i], scope, layer);
        mintu_buffer_text(&all, clean ? clean : "");
        text->sections[i].end = all.size;
        text->count = i + 1;
        free(own);
        free(clean);
    }
    text->string = all.failed ? NULL : all.data;
    if (all.failed)
        mintu_buffer_free(&all);
    return good && text->string;
}

mintu_label_text mintu_label_text_read(mintu_labels *labels, const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_label_text text = {0};
    const mintu_formatted *formatted = mintu_style_formatted(layer, MINTU_PROPERTY_TEXT_FIELD, scope);
    if (!formatted || is_plain(formatted)) {
        text.string = mintu_text_field_of(layer, scope);
        return text;
    }
    text.sections = calloc(formatted->count, sizeof *text.sections);
    text.parts = calloc(formatted->count, sizeof *text.parts);
    if (!text.sections || !text.parts || !add_parts(&text, formatted, labels, layer, scope)) {
        mintu_memory_failure_add();
        mintu_label_text_free(&text);
    }
    return text;
}

double mintu_label_text_scale(const mintu_label_text *text)
{
    double most = text->count ? 0 : 1;
    for (size_t i = 0; i < text->count; i++)
        most = fmax(most, text->sections[i].scale);
    return most;
}

/* A text as it is being broken: what stands together in it, and what comes out. */
typedef struct breaking {
    const mintu_label_text *text;
    const char *string; /* as it was shaped */
    mintu_text_cluster *clusters;
    mintu_break_unit *units;
    size_t count, *ends;
    mintu_buffer out;
    mintu_text_section *sections;
    size_t section_count, section_room;
} breaking;

static size_t section_at(const mintu_label_text *text, size_t start)
{
    size_t i = 0;
    while (i + 1 < text->count && start >= text->sections[i].end)
        i++;
    return i;
}

/* In em / 24; a line feed counts as a space does. */
static void measure(breaking *b, const mintu_text_style *style, double space)
{
    for (size_t i = 0; i < b->count; i++) {
        int32_t code = (int32_t)g_utf8_get_char(b->string + b->clusters[i].start);
        double width = code == '\n' ? space : b->clusters[i].width;
        b->units[i] = (mintu_break_unit){code, (width / style->size + style->spacing) * 24, b->clusters[i].begins_word};
    }
}

static bool is_space(const breaking *b, size_t i)
{
    return u_isUWhiteSpace(b->units[i].code);
}

static double largest_scale(const breaking *b, size_t first, size_t end)
{
    double most = 0;
    for (size_t i = first; i < end; i++)
        most = fmax(most, b->text->sections[section_at(b->text, b->clusters[i].start)].scale);
    return most;
}

/* The parts of a line, each as much higher than the baseline as it is smaller than the largest of them. */
static void add_sections(breaking *b, size_t first, size_t end, size_t line_start)
{
    double most = largest_scale(b, first, end);
    size_t last = b->text->count;
    for (size_t i = first; i < end; i++) {
        size_t own = section_at(b->text, b->clusters[i].start);
        if (own != last && MINTU_ARRAY_RESERVE(b->sections, b->section_room, b->section_count + 1)) {
            b->sections[b->section_count] = b->text->sections[own];
            b->sections[b->section_count++].rise = b->text->parts[own].lift * (most - b->text->sections[own].scale);
        }
        last = own;
        if (b->section_count)
            b->sections[b->section_count - 1].end = line_start + b->clusters[i].end - b->clusters[first].start;
    }
}

/* Adds the clusters of a line without the spaces at its ends. */
static void add_line(breaking *b, size_t first, size_t end)
{
    while (first < end && is_space(b, first))
        first++;
    while (end > first && is_space(b, end - 1))
        end--;
    if (first == end)
        return;
    if (b->text->count)
        add_sections(b, first, end, b->out.size);
    mintu_buffer_add(&b->out, b->string + b->clusters[first].start, b->clusters[end - 1].end - b->clusters[first].start);
}

static bool break_into(breaking *b, double most)
{
    size_t lines = mintu_line_breaks(b->units, b->count, most, b->ends);
    for (size_t i = 0; i < lines; i++) {
        if (i)
            mintu_buffer_text(&b->out, "\n");
        add_line(b, i ? b->ends[i - 1] : 0, b->ends[i]);
    }
    mintu_buffer_text(&b->out, "");
    return lines > 0 && !b->out.failed;
}

static double space_width(mintu_labels *labels, const mintu_text_style *style)
{
    mintu_text_style plain = *style;
    plain.spacing = 0;
    plain.section_count = 0;
    size_t run = mintu_text_shape(&labels->drawing->text, &plain, " ");
    return run == MINTU_UNPLACED ? 0 : mintu_labels_run(labels, run)->width;
}

/* The broken text takes the place of the one that was given. */
static bool break_text(mintu_labels *labels, mintu_label_text *text, const mintu_text_style *style, double most)
{
    mintu_text_style unspaced = *style;
    unspaced.spacing = 0;
    size_t run = mintu_text_shape(&labels->drawing->text, &unspaced, text->string);
    if (run == MINTU_UNPLACED)
        return false;
    breaking b = {.text = text, .string = mintu_text_string(&labels->drawing->text, run)};
    b.clusters = mintu_text_clusters(&labels->drawing->text, run, &b.count);
    b.units = calloc(b.count + 1, sizeof *b.units);
    b.ends = calloc(b.count + 1, sizeof *b.ends);
    bool good = b.clusters && b.units && b.ends;
    if (good) {
        measure(&b, style, space_width(labels, style));
        good = break_into(&b, most / style->size * 24);
    }
    if (good) {
        text->said = mintu_text_copy(b.string); /* clean */
        free(text->string);
        free(text->sections);
        text->string = b.out.data;
        text->sections = b.sections;
        text->count = b.section_count;
    } else {
        mintu_memory_failure_add();
        mintu_buffer_free(&b.out);
        free(b.sections);
    }
    free(b.clusters);
    free(b.units);
    free(b.ends);
    return good;
}

size_t mintu_label_text_shape(mintu_labels *labels, mintu_label_text *text, mintu_text_style *style, double most)
{
    mintu_text *texts = &labels->drawing->text;
    style->sections = text->sections;
    style->section_count = text->count;
    if (!text->count && !strchr(text->string, '\n') && !strchr(text->string, '\r')) {
        size_t run = mintu_text_shape(texts, style, text->string);
        if (run == MINTU_UNPLACED || mintu_labels_run(labels, run)->width + style->spacing * style->size <= most)
            return run;
    }
    if (!break_text(labels, text, style, most))
        return MINTU_UNPLACED;
    style->sections = text->sections;
    style->section_count = text->count;
    style->said = text->said;
    return *text->string ? mintu_text_shape(texts, style, text->string) : MINTU_UNPLACED;
}
