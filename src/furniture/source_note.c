/* Below the frame: where the data come from, the layout's notes, projection and scale. */
#include "furniture/source_note.h"

#include "furniture/frame.h"
#include "furniture/furniture.h"
#include "furniture/imprint_notes.h"
#include "map/scene_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool ends_with(const mintu_buffer *line, const char *end)
{
    size_t size = strlen(end);
    return line->size >= size && memcmp(line->data + line->size - size, end, size) == 0;
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

/* A credit may stand in both languages, Chinese before the slash; a map takes its own. */
static void add_credit(mintu_scene *scene, mintu_buffer *line, const char *credit, const char *separator)
{
    static const char SLASH[] = " / ";
    const char *slash = credit ? strstr(credit, SLASH) : NULL;
    mintu_buffer part = {0};
    if (!credit)
        return;
    if (slash && scene->lang[0] == 'e')
        mintu_buffer_text(&part, slash + strlen(SLASH));
    else
        mintu_buffer_add(&part, credit, slash ? (size_t)(slash - credit) : strlen(credit));
    mintu_buffer_text(&part, "");
    scene->failed = scene->failed || part.failed;
    add_source(line, part.failed ? "" : part.data, separator);
    mintu_buffer_free(&part);
}

char *mintu_source_note_sources(mintu_scene *scene)
{
    mintu_buffer line = {0};
    char *source = mintu_scene_text(scene, "source", 0);
    const char *separator = mintu_word_text(MINTU_WORD_SEPARATOR, scene->lang);
    add_source(&line, source, separator);
    free(source);
    for (size_t i = 0; i < scene->plot_count; i++)
        if (scene->plots[i].layer)
            add_credit(scene, &line, mintu_layer_note(scene->plots[i].layer, "credit"), separator);
    if (!line.data)
        mintu_buffer_text(&line, "");
    return line.data;
}

static size_t shape_notes(mintu_scene *scene, double width)
{
    mintu_buffer text = {0};
    char *sources = mintu_source_note_sources(scene);
    char *note;
    const char *word = mintu_word_text(MINTU_WORD_SOURCES, scene->lang);
    if (sources && *sources) /* a layout may bring the word itself */
        mintu_buffer_format(&text, "%s%s", strncmp(sources, word, strlen(word) - 1) == 0 ? "" : word, sources);
    for (size_t i = 0; (note = mintu_scene_text(scene, "notes", i)); i++) {
        mintu_buffer_format(&text, text.size ? "\n%s" : "%s", note);
        free(note);
    }
    mintu_notes_add(scene, &text);
    scene->failed = scene->failed || text.failed || !sources;
    size_t run = text.failed ? MINTU_NO_RUN
                             : mintu_furniture_text(scene, text.data, mintu_type_small(scene), MINTU_WEIGHT_REGULAR, width);
    mintu_buffer_free(&text);
    free(sources);
    return run;
}

static void projection_name(const mintu_scene *scene, char *out, size_t size)
{
    mintu_buffer name = {0};
    const char *known = mintu_projection_name(scene->projection);
    double meridian = scene->page.meridian;
    if (!scene->crs)
        mintu_buffer_format(&name,
                            strcmp(scene->lang, "en") == 0 ? "Transverse Mercator (CGCS2000, central meridian %.1f°%s)"
                                                           : "横轴墨卡托（CGCS2000，中央经线 %.1f°%s）",
                            fabs(meridian), meridian < 0 ? "W" : "E");
    else
        mintu_buffer_text(&name, known && *known && strcmp(known, "unknown") != 0 ? known : scene->crs);
    strncpy(out, name.data ? name.data : "", size - 1);
    out[size - 1] = '\0';
    mintu_buffer_free(&name);
}

static size_t shape_imprint(mintu_scene *scene, double scale, double width)
{
    char ratio[40], projection[200];
    mintu_buffer text = {0};
    if (scene->layout->no_imprint)
        return MINTU_NO_RUN;
    mintu_number_grouped(scale, ratio, sizeof ratio);
    projection_name(scene, projection, sizeof projection);
    mintu_buffer_format(&text, "%s%s　%s 1:%s　%smintu " MINTU_VERSION, mintu_word_text(MINTU_WORD_PROJECTION, scene->lang),
                        projection, mintu_word_text(MINTU_WORD_SCALE, scene->lang), ratio,
                        mintu_word_text(MINTU_WORD_MADE_WITH, scene->lang));
    size_t run = text.failed ? MINTU_NO_RUN
                             : mintu_furniture_text(scene, text.data, mintu_type_small(scene), MINTU_WEIGHT_REGULAR, width);
    mintu_buffer_free(&text);
    return run;
}

double mintu_source_note_measure(mintu_scene *scene, mintu_furniture *furniture)
{
    double width = scene->page.width - 2 * scene->page.margin, gap = mintu_type_small(scene) * 0.4;
    furniture->notes_run = shape_notes(scene, width);
    /* The scale is not known yet; a long ratio keeps the room. */
    furniture->imprint_run = shape_imprint(scene, 88888888, width);
    double height = mintu_type_small(scene) * 0.8;
    if (furniture->notes_run != MINTU_NO_RUN)
        height += mintu_text_run(&scene->text, furniture->notes_run)->height + gap;
    if (furniture->imprint_run != MINTU_NO_RUN)
        height += mintu_text_run(&scene->text, furniture->imprint_run)->height;
    return height;
}

void mintu_source_note_paint(mintu_scene *scene, const mintu_furniture *furniture)
{
    double x = scene->page.margin, y = scene->page.frame.y1 + mintu_frame_band(scene) + mintu_type_small(scene) * 0.8;
    mintu_furniture_draw(scene, furniture->notes_run, x, y, MINTU_INK_SOFT);
    if (furniture->notes_run != MINTU_NO_RUN)
        y += mintu_text_run(&scene->text, furniture->notes_run)->height + mintu_type_small(scene) * 0.4;
    size_t imprint = shape_imprint(scene, scene->page.scale, scene->page.width - 2 * scene->page.margin);
    mintu_furniture_draw(scene, imprint, x, y, MINTU_INK_SOFT);
}
