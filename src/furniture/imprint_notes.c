/* What a map must say by itself: whether it was reviewed, and how many features there should be where the legend does not. */
#include "furniture/imprint_notes.h"

#include "furniture/furniture.h"
#include "style/legend_derive.h"
#include "style/legend_rule.h"
#include "style/style_layer.h"

#include <stdio.h>
#include <string.h>

static void add_line(mintu_buffer *text, const char *line)
{
    mintu_buffer_format(text, text->size ? "\n%s" : "%s", line);
}

/* A review number is recorded as given; only the style or its user can know one. */
static void add_review(mintu_scene *scene, mintu_buffer *text)
{
    mintu_buffer line = {0};
    if (scene->review && *scene->review) {
        mintu_buffer_format(&line, "%s%s", mintu_word_text(MINTU_WORD_REVIEW, scene->lang), scene->review);
        add_line(text, line.failed ? "" : line.data);
        scene->failed = scene->failed || line.failed;
        mintu_buffer_free(&line);
        return;
    }
    add_line(text, mintu_word_text(MINTU_WORD_WORKING_MAP, scene->lang));
}

static bool says_stated(const mintu_scene *scene, size_t source)
{
    for (size_t i = 0; i < mintu_style_layer_count(scene->style); i++) {
        const mintu_style_layer *layer = mintu_style_layer_at(scene->style, i);
        if (mintu_style_layer_source(layer) != (int)source)
            continue;
        if (strstr(mintu_style_legend_label(layer, scene->lang), "{stated}"))
            return true;
        const char *frame = mintu_style_legend_frame(layer, scene->lang);
        if (frame && strstr(frame, "{stated}"))
            return true;
        for (size_t j = 0; j < mintu_style_legend_count(layer); j++)
            if (strstr(mintu_style_legend_entry(layer, j, scene->lang).label, "{stated}"))
                return true;
    }
    return false;
}

/* "n of N" for a layer that is not whole. */
static void add_count(mintu_scene *scene, size_t source, mintu_buffer *text)
{
    const mintu_layer *layer = scene->plots[source].layer;
    const char *stated = layer ? mintu_layer_note(layer, "stated") : NULL;
    const char *title = layer && strcmp(scene->lang, "zh") == 0 ? mintu_layer_note(layer, "title-zh") : NULL;
    char count[24];
    if (!stated || says_stated(scene, source))
        return;
    snprintf(count, sizeof count, "%zu", mintu_layer_count(layer));
    if (strcmp(count, stated) == 0)
        return;
    title = title ? title : mintu_layer_note(layer, "title");
    mintu_buffer line = {0};
    mintu_buffer_format(&line, mintu_word_text(MINTU_WORD_OF, scene->lang), title ? title : mintu_layer_name(layer), count,
                        stated);
    if (!line.failed)
        add_line(text, line.data);
    mintu_buffer_free(&line);
}

void mintu_notes_add(mintu_scene *scene, mintu_buffer *text)
{
    for (size_t i = 0; i < scene->plot_count; i++)
        add_count(scene, i, text);
    if (!scene->layout->no_imprint)
        add_review(scene, text);
}
