#include "map/map_file.h"

#include "base/error.h"
#include "canvas/pdf.h"
#include "canvas/text_clean.h"
#include "furniture/source_note.h"
#include "map/caption.h"

#include <stdlib.h>

/* In PDF: the title, and beneath it the places whose labels are required. */
static void add_bookmarks(const mintu_scene *scene)
{
    const mintu_furniture *furniture = &scene->furniture;
    mintu_drawing *drawing = furniture->drawing;
    const mintu_labels *labels = furniture->labels;
    const char *named = scene->sheet ? scene->sheet->bookmark : NULL, *title = named ? named : furniture->title;
    int root = MINTU_PDF_TOP;
    if (drawing->canvas.format != MINTU_MAP_FORMAT_PDF)
        return;
    if (title && *title)
        root = mintu_pdf_bookmark(drawing, root, title, (const double[]){0, 0});
    for (size_t i = 0; i < labels->count; i++) {
        const mintu_label *label = &labels->labels[i];
        const mintu_label_candidate *place = mintu_label_place(labels, label);
        if (label->required && place)
            mintu_pdf_bookmark(drawing, root, mintu_text_said(&drawing->text, label->run),
                               (const double[]){place->box.x0, place->box.y0});
    }
}

static mintu_status write_file(mintu_scene *scene, const mintu_provenance *provenance, mintu_output *output, mintu_error *error)
{
    mintu_drawing *drawing = &scene->drawing;
    mintu_pdf_describe(drawing, provenance);
    mintu_status status = mintu_canvas_finish(&drawing->canvas, error);
    if (status == MINTU_STATUS_OK && drawing->canvas.format == MINTU_MAP_FORMAT_PDF)
        status = mintu_pdf_place(drawing, provenance, error);
    if (status == MINTU_STATUS_OK && mintu_memory_failures() != scene->failures)
        status = mintu_fail_memory(error, "writing the map");
    return status == MINTU_STATUS_OK ? mintu_canvas_write(&drawing->canvas, provenance, output, error) : status;
}

static mintu_status write_described(mintu_scene *scene, const char *const *texts, mintu_output **output, mintu_error *error)
{
    mintu_map *map = scene->map;
    const char *title = scene->furniture.title;
    const mintu_provenance provenance = {title ? title : "", texts[0], texts[1], texts[2], texts[3], scene->drawing.lang};
    map->caption = mintu_caption_text(&provenance);
    mintu_status status =
        map->caption ? write_file(scene, &provenance, *output, error) : mintu_fail_memory(error, "writing the map");
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_output *taken = *output;
    *output = NULL;
    return mintu_output_commit(taken, error);
}

/* A page of a book: what the file says of itself, the book knows. */
static mintu_status end_page(mintu_scene *scene, mintu_error *error)
{
    mintu_canvas *canvas = &scene->drawing.canvas;
    mintu_status status = mintu_effort_check(&canvas->effort, error);
    mintu_canvas_next_page(canvas);
    canvas->effort = (mintu_effort){0};
    if (status == MINTU_STATUS_OK && mintu_memory_failures() != scene->failures)
        status = mintu_fail_memory(error, "drawing a page");
    return status;
}

/* What layers and file names bring to the descriptions is not clean yet. */
mintu_status mintu_map_file_write(mintu_scene *scene, mintu_output **output, mintu_error *error)
{
    mintu_drawing *drawing = &scene->drawing;
    enum { TEXTS = 4 };
    mintu_buffer texts[TEXTS] = {0};
    char *clean[TEXTS] = {0};
    add_bookmarks(scene);
    if (scene->sheet && scene->sheet->book)
        return end_page(scene, error);
    texts[1].data = mintu_source_note_sources(drawing);
    mintu_caption_describe(&scene->furniture, &texts[0]);
    mintu_caption_licences(drawing, &texts[2]);
    mintu_caption_record(drawing, &texts[3]);
    bool good = true;
    for (size_t i = 0; i < TEXTS; i++) {
        clean[i] = texts[i].failed || !texts[i].data ? NULL : mintu_text_clean(drawing->findings, texts[i].data);
        good = good && clean[i];
    }
    mintu_status status =
        good ? write_described(scene, (const char *const *)clean, output, error) : mintu_fail_memory(error, "writing the map");
    for (size_t i = 0; i < TEXTS; i++) {
        mintu_buffer_free(&texts[i]);
        free(clean[i]);
    }
    return status;
}
