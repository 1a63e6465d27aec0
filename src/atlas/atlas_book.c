/* All pages in one PDF, with a cover before and an index behind them. */
#include "atlas/atlas_front.h"
#include "atlas/atlas_page.h"
#include "base/argument.h"
#include "base/error.h"
#include "base/output.h"
#include "canvas/pdf.h"
#include "furniture/layout_text.h"
#include "furniture/source_note.h"
#include "map/caption.h"
#include "map/place_layers.h"

#include <stdlib.h>

static const char DOING[] = "making an atlas";

/* A book in the making: the drawing of the pages that are no maps, whose canvas all pages share. */
typedef struct book {
    mintu_atlas *atlas;
    mintu_drawing drawing;
    mintu_findings findings;
    mintu_atlas_front front;
    mintu_atlas_index index;
    bool found;
} book;

static mintu_status open_drawing(book *b, mintu_error *error)
{
    mintu_map *map = b->atlas->map;
    double panel[2];
    b->drawing = (mintu_drawing){.context = map->context,
                                 .style = map->style,
                                 .lang = b->atlas->english ? "en" : "zh",
                                 .state = b->atlas->english ? "{\"lang\":\"en\"}" : "{\"lang\":\"zh\"}",
                                 .findings = &b->findings,
                                 .error = error};
    mintu_status status = mintu_atlas_page_size(b->atlas, &b->drawing.page, panel, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_text_open(&b->drawing.text, &b->findings, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layers_load(&b->drawing, map->sources, error);
    return status == MINTU_STATUS_OK ? mintu_canvas_open(&b->drawing.canvas, &b->drawing.page, MINTU_MAP_FORMAT_PDF, error)
                                     : status;
}

static mintu_status write_front(book *b, mintu_error *error)
{
    const mintu_atlas *atlas = b->atlas;
    const mintu_atlas_options *options = &atlas->options;
    b->front = (mintu_atlas_front){.title = mintu_layout_expand(&b->drawing, atlas->cover, NULL),
                                   .subtitle = mintu_layout_text(&b->drawing, "subtitle", 0),
                                   .sources = mintu_source_note_sources(&b->drawing),
                                   .first = options->first ? options->first : 1,
                                   .last = options->last ? options->last : atlas->count};
    if (!b->front.title)
        return mintu_fail_memory(error, DOING);
    mintu_atlas_cover_paint(atlas, &b->front, &b->drawing);
    return MINTU_STATUS_OK;
}

static mintu_status draw_pages(book *b, mintu_error *error)
{
    const mintu_map_sheet sheet = {.book = &b->drawing.canvas};
    const mintu_target target = {.sheet = &sheet};
    mintu_status status = MINTU_STATUS_OK;
    double pages = (double)(b->front.last - b->front.first + 1);
    for (size_t page = b->front.first; page <= b->front.last && status <= MINTU_STATUS_FINDINGS; page++) {
        b->found = b->found || status == MINTU_STATUS_FINDINGS;
        status = mintu_context_step(b->atlas->map->context, (double)(page - b->front.first) / pages, DOING, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_atlas_page_draw(b->atlas, page, &target, MINTU_MAP_FORMAT_PDF, &b->index, error);
    }
    b->found = b->found || status == MINTU_STATUS_FINDINGS;
    return status == MINTU_STATUS_FINDINGS ? MINTU_STATUS_OK : status;
}

static mintu_status draw_index(book *b, mintu_error *error)
{
    if (b->atlas->english)
        return mintu_atlas_index_paint(&b->index, MINTU_ATLAS_LETTERS, &b->drawing, error);
    mintu_status status = mintu_atlas_index_paint(&b->index, MINTU_ATLAS_PINYIN, &b->drawing, error);
    return status == MINTU_STATUS_OK ? mintu_atlas_index_paint(&b->index, MINTU_ATLAS_STROKES, &b->drawing, error) : status;
}

static mintu_status write_book(book *b, unsigned long failures, mintu_output *output, mintu_error *error)
{
    mintu_buffer licence = {0}, record = {0};
    mintu_drawing *drawing = &b->drawing;
    mintu_caption_licences(drawing, &licence);
    mintu_caption_record(drawing, &record);
    const mintu_provenance provenance = {.title = b->front.title,
                                         .description = b->front.subtitle ? b->front.subtitle : "",
                                         .source = b->front.sources ? b->front.sources : "",
                                         .licence = licence.data ? licence.data : "",
                                         .record = record.data ? record.data : "",
                                         .lang = drawing->lang};
    mintu_pdf_describe(drawing, &provenance);
    mintu_status status = mintu_canvas_finish(&drawing->canvas, error);
    if (status == MINTU_STATUS_OK && (licence.failed || record.failed || mintu_memory_failures() != failures))
        status = mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        status = mintu_canvas_write(&drawing->canvas, &provenance, output, error);
    mintu_buffer_free(&licence);
    mintu_buffer_free(&record);
    return status;
}

static void free_book(book *b)
{
    mintu_drawing *drawing = &b->drawing;
    mintu_canvas_free(&drawing->canvas);
    mintu_text_free(&drawing->text);
    for (size_t i = 0; i < drawing->plot_count; i++)
        mintu_plot_free(&drawing->plots[i]);
    free(drawing->plots);
    free(b->front.title);
    free(b->front.subtitle);
    free(b->front.sources);
    mintu_atlas_index_free(&b->index);
    mintu_findings_clear(&b->findings);
}

static mintu_status make_book(book *b, mintu_output *output, mintu_error *error)
{
    unsigned long failures = mintu_memory_failures();
    mintu_status status = open_drawing(b, error);
    if (status == MINTU_STATUS_OK)
        status = write_front(b, error);
    if (status == MINTU_STATUS_OK)
        status = draw_pages(b, error);
    if (status == MINTU_STATUS_OK)
        status = draw_index(b, error);
    if (status == MINTU_STATUS_OK)
        status = write_book(b, failures, output, error);
    for (size_t i = 0; i < b->findings.count && status == MINTU_STATUS_OK; i++) {
        mintu_findings_add(&b->atlas->findings, "%s", b->findings.lines[i]);
        b->found = true;
    }
    return status;
}

mintu_status mintu_atlas_book(mintu_atlas *atlas, const char *path, mintu_error *error)
{
    if (MINTU_GIVEN(error, atlas, path))
        return MINTU_STATUS_USAGE;
    book b = {.atlas = atlas};
    mintu_output *output = NULL;
    mintu_status status = mintu_output_open(path, error, &output);
    if (status == MINTU_STATUS_OK)
        status = make_book(&b, output, error);
    if (status == MINTU_STATUS_OK) {
        mintu_output *taken = output;
        output = NULL;
        status = mintu_output_commit(taken, error);
    }
    mintu_output_discard(output);
    bool found = b.found;
    free_book(&b);
    return status == MINTU_STATUS_OK && found ? MINTU_STATUS_FINDINGS : status;
}
