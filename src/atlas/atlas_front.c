#include "atlas/atlas_front.h"

#include "base/error.h"
#include "canvas/pdf.h"
#include "furniture/furniture_look.h"
#include "furniture/furniture_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool english(const mintu_drawing *drawing)
{
    return drawing->lang[0] == 'e';
}

/* A text across the page's middle; how far down the next one stands. */
static double put_middle(mintu_drawing *drawing, const char *text, mintu_lettering lettering, double y)
{
    const mintu_page *page = &drawing->page;
    size_t run = mintu_furniture_text(drawing, text, lettering, page->width - 4 * page->margin);
    if (run == MINTU_NO_RUN)
        return y;
    mintu_furniture_draw(drawing, run, (page->width - mintu_furniture_width(drawing, run)) / 2, y, MINTU_INK);
    return y + mintu_furniture_height(drawing, run) + 8;
}

/* Those that have a page, when not all have. */
static void paint_units(const mintu_atlas *atlas, const mintu_atlas_front *front, mintu_drawing *drawing, const mintu_box *box)
{
    size_t pages = front->last - front->first + 1, count = pages < atlas->locator.rows ? pages : 0;
    size_t *rows = calloc(pages, sizeof *rows);
    for (size_t i = 0; rows && i < pages; i++)
        rows[i] = atlas->units[front->first + i - 1].row;
    if (mintu_memory_good(rows))
        mintu_atlas_locator_paint(&atlas->locator, &drawing->canvas, rows, count, box);
    free(rows);
}

void mintu_atlas_cover_paint(const mintu_atlas *atlas, const mintu_atlas_front *front, mintu_drawing *drawing)
{
    const mintu_page *page = &drawing->page;
    const char *review = atlas->map->options.review;
    mintu_buffer text = {0};
    mintu_pdf_bookmark(drawing, MINTU_PDF_TOP, english(drawing) ? "Cover" : "封面", (const double[]){0, 0});
    double y = put_middle(drawing, front->title, MINTU_LETTERING_TITLE, page->height * 0.14);
    y = put_middle(drawing, front->subtitle, MINTU_LETTERING_BODY, y);
    size_t pages = front->last - front->first + 1;
    mintu_buffer_format(&text,
                        english(drawing) ? "Maps: %zu (pages %zu to %zu); index of places behind them"
                                         : "地图%zu幅（第%zu至%zu页），地名索引附后",
                        pages, front->first, front->last);
    y = put_middle(drawing, text.failed ? "" : text.data, MINTU_LETTERING_BODY, y) + 10;
    mintu_memory_good(!text.failed);
    mintu_buffer_free(&text);
    const mintu_box box = {page->width * 0.2, y, page->width * 0.8, page->height * 0.78};
    paint_units(atlas, front, drawing, &box);
    y = put_middle(drawing, front->sources, MINTU_LETTERING_SMALL, page->height * 0.83);
    mintu_buffer_text(&text, mintu_furniture_word_text(review ? MINTU_WORD_REVIEW : MINTU_WORD_WORKING_MAP, drawing->lang));
    mintu_buffer_text(&text, review ? review : "");
    put_middle(drawing, text.failed ? "" : text.data, MINTU_LETTERING_SMALL, y);
    mintu_memory_good(!text.failed);
    mintu_buffer_free(&text);
    mintu_canvas_next_page(&drawing->canvas);
}

/* A list that is being set in columns over pages. */
typedef struct setting {
    mintu_drawing *drawing;
    mintu_atlas_order order;
    size_t column, columns;
    double left, top, bottom, width, y;
} setting;

static const char *heading_of(const setting *s)
{
    static const char *const names[] = {"地名索引（按拼音）", "地名索引（按笔画）", "Index of places"};
    return names[s->order];
}

static void begin_page(setting *s, bool first)
{
    const mintu_page *page = &s->drawing->page;
    size_t run = mintu_furniture_text(s->drawing, heading_of(s), MINTU_LETTERING_HEADING, 0);
    if (first)
        mintu_pdf_bookmark(s->drawing, MINTU_PDF_TOP, heading_of(s), (const double[]){0, 0});
    mintu_furniture_draw(s->drawing, run, page->margin, page->margin, MINTU_INK);
    s->top = page->margin + mintu_furniture_height(s->drawing, run) + 8;
    s->bottom = page->height - page->margin;
    s->column = 0;
    s->y = s->top;
}

/* Room for a line, and for another that must not be parted from it. */
static void make_room(setting *s, double height)
{
    if (s->y + height <= s->bottom)
        return;
    s->y = s->top;
    if (++s->column < s->columns)
        return;
    mintu_canvas_next_page(&s->drawing->canvas);
    begin_page(s, false);
}

/* Name at the left, page and cell at the right; a long name goes on beneath itself. */
static void put_entry(setting *s, const mintu_atlas_entry *entry, double line)
{
    char place[48];
    snprintf(place, sizeof place, "%zu  %s", entry->page, entry->cell);
    size_t where = mintu_furniture_text(s->drawing, place, MINTU_LETTERING_SMALL, 0);
    double taken = mintu_furniture_width(s->drawing, where);
    size_t name = mintu_furniture_text(s->drawing, entry->name, MINTU_LETTERING_SMALL, s->width - taken - 6);
    double height = fmax(mintu_furniture_height(s->drawing, name), line);
    make_room(s, height);
    double x = s->left + (double)s->column * (s->width + 14);
    mintu_furniture_draw(s->drawing, name, x, s->y, MINTU_INK);
    mintu_furniture_draw(s->drawing, where, x + s->width - taken, s->y, MINTU_INK_SOFT);
    s->y += height;
}

static void put_group(setting *s, const mintu_atlas_group *group, double line)
{
    size_t run = mintu_furniture_text(s->drawing, group->text, MINTU_LETTERING_STRONG, 0);
    if (run == MINTU_NO_RUN)
        return;
    make_room(s, mintu_furniture_height(s->drawing, run) + 4 + line);
    s->y += s->y > s->top ? 4 : 0;
    mintu_furniture_draw(s->drawing, run, s->left + (double)s->column * (s->width + 14), s->y, MINTU_INK);
    s->y += mintu_furniture_height(s->drawing, run) + 2;
}

mintu_status mintu_atlas_index_paint(mintu_atlas_index *index, mintu_atlas_order order, mintu_drawing *drawing,
                                     mintu_error *error)
{
    static const double COLUMN = 44 * MINTU_MM;
    const mintu_page *page = &drawing->page;
    mintu_atlas_group *groups = calloc(index->count + 1, sizeof *groups);
    double across = page->width - 2 * page->margin, line = mintu_type_small(page) * 1.4;
    setting s = {.drawing = drawing, .order = order, .left = page->margin};
    s.columns = (size_t)fmax(floor(across / (COLUMN * page->unit)), 1);
    s.width = (across - 14 * (double)(s.columns - 1)) / (double)s.columns;
    mintu_status status = groups ? mintu_atlas_index_sort(index, order, error) : mintu_fail_memory(error, "making an index");
    if (status == MINTU_STATUS_OK)
        status = mintu_atlas_index_groups(index, order, error, groups);
    if (status == MINTU_STATUS_OK)
        begin_page(&s, true);
    for (size_t i = 0; i < index->count && status == MINTU_STATUS_OK; i++) {
        if (!i || strcmp(groups[i].text, groups[i - 1].text) != 0)
            put_group(&s, &groups[i], line);
        put_entry(&s, &index->entries[i], line);
    }
    if (status == MINTU_STATUS_OK)
        mintu_canvas_next_page(&drawing->canvas);
    free(groups);
    return status;
}
