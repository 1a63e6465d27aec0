#include "furniture/source_note.h"

#include "furniture/frame.h"
#include "furniture/furniture_look.h"
#include "furniture/furniture_words.h"
#include "furniture/imprint_notes.h"
#include "furniture/layout_text.h"
#include "furniture/scale_bar.h"
#include "geometry/projection_words.h"
#include "style/style_source.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool ends_with(const mintu_buffer *line, const char *end)
{
    size_t size = strlen(end);
    return line->data && line->size >= size && memcmp(line->data + line->size - size, end, size) == 0;
}

/* Each source once; a full stop before the next gives way to the separator. */
static void add_source(mintu_buffer *line, const char *source, const char *separator)
{
    if (!source || !*source || (line->data && strstr(line->data, source)))
        return;
    if (ends_with(line, "。"))
        line->size -= strlen("。");
    else if (ends_with(line, "."))
        line->size--;
    if (line->size)
        mintu_buffer_text(line, separator);
    mintu_buffer_text(line, source);
}

void mintu_source_note_credit(const char *credit, bool english, mintu_buffer *out)
{
    static const char SLASH[] = " / ";
    const char *slash = strstr(credit, SLASH);
    if (slash && english)
        mintu_buffer_text(out, slash + strlen(SLASH));
    else
        mintu_buffer_add(out, credit, slash ? (size_t)(slash - credit) : strlen(credit));
    mintu_buffer_text(out, "");
}

/* A map takes its own part. */
static void add_credit(mintu_drawing *drawing, mintu_buffer *line, const char *credit, const char *separator)
{
    mintu_buffer part = {0};
    if (!credit)
        return;
    mintu_source_note_credit(credit, drawing->lang[0] == 'e', &part);
    add_source(line, part.failed ? "" : part.data, separator);
    mintu_buffer_free(&part);
}

char *mintu_source_note_sources(mintu_drawing *drawing)
{
    mintu_buffer line = {0};
    char *source = mintu_layout_text(drawing, "source", 0);
    const char *separator = mintu_furniture_word_text(MINTU_WORD_SEPARATOR, drawing->lang);
    add_source(&line, source, separator);
    free(source);
    for (size_t i = 0; i < drawing->plot_count; i++)
        add_credit(drawing, &line, mintu_drawing_note(drawing, i, "credit"), separator);
    for (size_t i = 0; i < drawing->plot_count; i++)
        if (drawing->plots[i].layer)
            add_source(&line, mintu_style_source_attribution(drawing->style, i), separator);
    if (!line.data)
        mintu_buffer_text(&line, "");
    return line.data;
}

static size_t shape_notes(const mintu_furniture *furniture, double width)
{
    mintu_drawing *drawing = furniture->drawing;
    mintu_buffer text = {0};
    char *sources = mintu_source_note_sources(drawing);
    char *note;
    const char *word = mintu_furniture_word_text(MINTU_WORD_SOURCES, drawing->lang);
    if (sources && *sources) /* a layout may bring the word itself */
        mintu_buffer_format(&text, "%s%s", strncmp(sources, word, strlen(word) - 1) == 0 ? "" : word, sources);
    for (size_t i = 0; (note = mintu_layout_text(drawing, "notes", i)); i++) {
        mintu_buffer_format(&text, text.size ? "\n%s" : "%s", note);
        free(note);
    }
    mintu_imprint_notes_add(furniture, &text);
    free(sources);
    return mintu_furniture_text_take(drawing, &text, MINTU_LETTERING_SMALL, width);
}

/* A reference system that has a name keeps it. */
static void add_projection(const mintu_drawing *drawing, mintu_buffer *out)
{
    const char *name = mintu_projection_name(drawing->projection);
    if (!drawing->crs)
        mintu_projection_words(drawing->projection, "CGCS2000", drawing->lang, out);
    else if (strcmp(name, drawing->crs) == 0)
        mintu_projection_words(drawing->projection, NULL, drawing->lang, out);
    else
        mintu_buffer_format(out, "%.199s", name);
}

/* Why pieces are left out that a reader might look for. */
static void add_reasons(const mintu_furniture *furniture, mintu_buffer *out)
{
    const char *lang = furniture->drawing->lang;
    const mintu_layout *layout = furniture->layout;
    if (mintu_is_wanted(&layout->scale_bar) && !mintu_is_drawn(&layout->scale_bar, mintu_scale_misleads(&furniture->variation)))
        mintu_buffer_text(out, mintu_furniture_word_text(MINTU_WORD_NO_BAR, lang));
    if (mintu_is_wanted(&layout->north_arrow) &&
        !mintu_is_drawn(&layout->north_arrow, mintu_north_misleads(&furniture->variation)))
        mintu_buffer_text(out, mintu_furniture_word_text(MINTU_WORD_NO_ARROW, lang));
}

static size_t shape_imprint(const mintu_furniture *furniture, double scale, double width)
{
    mintu_drawing *drawing = furniture->drawing;
    const char *lang = drawing->lang;
    char ratio[40], where[60];
    mintu_buffer text = {0};
    if (furniture->layout->no_imprint)
        return MINTU_NO_RUN;
    mintu_number_grouped(scale, ratio, sizeof ratio);
    mintu_buffer_text(&text, mintu_furniture_word_text(MINTU_WORD_PROJECTION, lang));
    add_projection(drawing, &text);
    mintu_scale_where(furniture, where, sizeof where);
    mintu_buffer_format(&text, "　%s 1:%s%s", mintu_furniture_word_text(MINTU_WORD_SCALE, lang), ratio, where);
    add_reasons(furniture, &text);
    mintu_buffer_format(&text, "　%smintu " MINTU_VERSION_STRING, mintu_furniture_word_text(MINTU_WORD_MADE_WITH, lang));
    return mintu_furniture_text_take(drawing, &text, MINTU_LETTERING_SMALL, width);
}

double mintu_source_note_measure(mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    double width = drawing->page.width - 2 * drawing->page.margin, gap = mintu_type_small(&drawing->page) * 0.4;
    furniture->notes_run = shape_notes(furniture, width);
    /* The scale is not known yet; a long ratio keeps the room. */
    furniture->imprint_run = shape_imprint(furniture, 88888888, width);
    return mintu_type_small(&drawing->page) * 0.8 + mintu_furniture_step(drawing, furniture->notes_run, gap) +
           mintu_furniture_height(drawing, furniture->imprint_run);
}

void mintu_source_note_paint(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    double x = drawing->page.margin,
           y = drawing->page.frame.y1 + mintu_frame_band(furniture) + mintu_type_small(&drawing->page) * 0.8;
    if (furniture->room.stand == MINTU_LEGEND_BELOW && furniture->room.legend > 0)
        y += furniture->room.legend + mintu_furniture_legend_gap(furniture);
    mintu_furniture_draw(drawing, furniture->notes_run, x, y, MINTU_INK_SOFT);
    y += mintu_furniture_step(drawing, furniture->notes_run, mintu_type_small(&drawing->page) * 0.4);
    size_t imprint = shape_imprint(furniture, drawing->page.scale, drawing->page.width - 2 * drawing->page.margin);
    mintu_furniture_draw(drawing, imprint, x, y, MINTU_INK_SOFT);
}
