#include "furniture/imprint_notes.h"

#include "furniture/furniture_words.h"
#include "furniture/layout_text.h"
#include "style/legend_derive.h"
#include "style/legend_rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add_line(mintu_buffer *text, const char *line)
{
    mintu_buffer_format(text, text->size ? "\n%s" : "%s", line);
}

/* A review number is recorded as given; only the style or its user can know one. */
static void add_review(const mintu_furniture *furniture, mintu_buffer *text)
{
    bool given = furniture->review && *furniture->review;
    add_line(text, mintu_furniture_word_text(given ? MINTU_WORD_REVIEW : MINTU_WORD_WORKING_MAP, furniture->drawing->lang));
    mintu_buffer_text(text, given ? furniture->review : "");
}

static bool says_stated(const mintu_drawing *drawing, size_t source)
{
    for (size_t i = 0; i < mintu_style_layer_count(drawing->style); i++) {
        const mintu_style_layer *layer = mintu_style_layer_at(drawing->style, i);
        if (mintu_style_layer_source(layer) != (int)source)
            continue;
        if (strstr(mintu_style_legend_label(layer, drawing->lang), "{stated}"))
            return true;
        const char *frame = mintu_style_legend_frame(layer, drawing->lang);
        if (frame && strstr(frame, "{stated}"))
            return true;
        for (size_t j = 0; j < mintu_style_legend_count(layer); j++)
            if (strstr(mintu_style_legend_entry(layer, j, drawing->lang).label, "{stated}"))
                return true;
    }
    return false;
}

/* "n of N" for a layer that is not whole. */
static void add_count(mintu_drawing *drawing, size_t source, mintu_buffer *text)
{
    const mintu_layer *layer = drawing->plots[source].layer;
    const char *stated = mintu_drawing_note(drawing, source, "stated");
    const char *title = strcmp(drawing->lang, "zh") == 0 ? mintu_drawing_note(drawing, source, "title-zh") : NULL;
    char count[24];
    if (!stated || says_stated(drawing, source))
        return;
    snprintf(count, sizeof count, "%zu", mintu_layer_count(layer));
    if (strcmp(count, stated) == 0)
        return;
    title = title ? title : mintu_layer_note(layer, "title");
    add_line(text, "");
    mintu_buffer_format(text, mintu_furniture_word_text(MINTU_WORD_OF, drawing->lang), title ? title : mintu_layer_name(layer),
                        count, stated);
}

/* Who made the map and when, as given. */
static void add_maker(mintu_drawing *drawing, mintu_buffer *text)
{
    static const struct {
        const char *key;
        mintu_furniture_word word;
    } PARTS[] = {{"title-block.maker", MINTU_WORD_MAKER}, {"title-block.date", MINTU_WORD_DATE}};
    bool begun = false;
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        char *given = mintu_layout_text(drawing, PARTS[i].key, 0);
        const char *word = mintu_furniture_word_text(PARTS[i].word, drawing->lang);
        if (given && *given)
            mintu_buffer_format(text, "%s%s%s", begun ? "　" : text->size ? "\n" : "", word, given);
        begun = begun || (given && *given);
        free(given);
    }
}

void mintu_imprint_notes_add(const mintu_furniture *furniture, mintu_buffer *text)
{
    mintu_drawing *drawing = furniture->drawing;
    for (size_t i = 0; i < drawing->plot_count; i++)
        add_count(drawing, i, text);
    add_maker(drawing, text);
    if (!furniture->layout->no_imprint)
        add_review(furniture, text);
}
