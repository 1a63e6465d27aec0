#include <mintu/progress.h>

#include "base/argument.h"
#include "base/error.h"
#include "base/output.h"
#include "canvas/pdf.h"
#include "furniture/source_note.h"
#include "sheet/sheet_map.h"
#include "sheet/sheet_table.h"

#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("printing an agency's sheet");

static const double WIDTH = 297, HEIGHT = 210, MARGIN = 10, FOOT = 7, MAP_WIDTH = 62, MAP_HEIGHT = 58; /* mm */

/* The columns of the page, each of one or two of the sheet. */
static const struct {
    int columns[2];
    double mm;
} columns[] = {{{MINTU_TASK_SHEET_SERIAL, -1}, 9},
               {{MINTU_TASK_SHEET_NO, -1}, 13},
               {{MINTU_TASK_SHEET_SECTION, -1}, 17},
               {{MINTU_TASK_SHEET_TEXT, -1}, 42},
               {{MINTU_TASK_SHEET_ROLE, -1}, 16},
               {{MINTU_TASK_SHEET_LEAD, -1}, 20},
               {{MINTU_TASK_SHEET_SUPPORT, -1}, 15},
               {{MINTU_TASK_SHEET_RESPONSIBLE, -1}, 25},
               {{MINTU_TASK_SHEET_UNTIL, -1}, 13},
               {{MINTU_TASK_SHEET_TARGETS, -1}, 38},
               {{MINTU_TASK_SHEET_SCOPE, -1}, 28},
               {{MINTU_TASK_SHEET_STATE, -1}, 21},
               {{MINTU_TASK_SHEET_PROBLEMS, MINTU_TASK_SHEET_NEXT}, 20}};
enum { COLUMNS = sizeof columns / sizeof *columns };

typedef struct print {
    const mintu_matrix *matrix;
    const mintu_layer *sheet;
    const char *agency; /* as the page calls it */
    int lang, pages;
    mintu_sheet_map map;
    mintu_findings findings;
    mintu_drawing drawing;
    mintu_sheet_table table;
    mintu_buffer heads[COLUMNS];
    mintu_error *error;
    mintu_status status;
} print;

static const char *note(const mintu_layer *layer, const char *key)
{
    const char *text = mintu_layer_note(layer, key);
    return text ? text : "";
}

static void put_credit(const print *p, mintu_buffer *out)
{
    const char *credit = note(p->map.counties, "credit");
    if (!credit[0])
        return;
    mintu_source_note_credit(credit, p->lang != 0, out);
    mintu_buffer_text(out, p->lang ? "; " : "；");
}

/* Its height. */
static double put_text(const print *p, const mintu_text_style *style, const double at[2], mintu_buffer *text)
{
    double height = text->failed || !text->data ? 0 : mintu_sheet_table_text(&p->table, style, at, text->data);
    mintu_memory_good(!text->failed);
    mintu_buffer_free(text);
    return height;
}

static void foot(void *of, mintu_sheet_table *table)
{
    const print *p = of;
    double y = (HEIGHT - MARGIN - 3) * MINTU_MM;
    mintu_text_style style = {.font = "Noto Sans CJK SC Regular", .size = 8.5, .width = 220 * MINTU_MM, .line_height = 1.2};
    mintu_buffer text = {0}, number = {0};
    mintu_buffer_format(&text, p->lang ? "Tasks of the %s · %s" : "%s任务台账 · %s", p->agency,
                        note(p->sheet, p->lang ? "notice-en" : "notice"));
    mintu_buffer_format(&number, p->lang ? "Page %d of %d" : "第%d页，共%d页", table->page, p->pages);
    put_text(p, &style, (const double[]){MARGIN * MINTU_MM, y}, &text);
    put_text(p, &style, (const double[]){(WIDTH - MARGIN - 26) * MINTU_MM, y}, &number);
}

/* How many of the sheet's rows hold the text. */
static size_t count_rows(const mintu_layer *sheet, size_t column, const char *text)
{
    size_t count = 0;
    for (size_t row = 0; row < mintu_layer_count(sheet); row++) {
        const char *cell = mintu_layer_text(sheet, row, column);
        count += text ? strcmp(cell, text) == 0 : cell[0] != '\0';
    }
    return count;
}

static void summarise(const print *p, mintu_buffer *out)
{
    const char *role;
    const mintu_layer *s = p->sheet;
    size_t named = p->map.count - p->map.towns;
    mintu_buffer_format(out, p->lang ? "Tasks: %zu, of which" : "共%zu项任务：", mintu_layer_count(s));
    for (int i = 0, first = 1; (role = mintu_task_sheet_role(i, p->lang)); i++) {
        size_t count = count_rows(s, MINTU_TASK_SHEET_ROLE, role);
        if (!count)
            continue;
        mintu_buffer_format(out, p->lang ? "%s %s %zu" : "%s%s%zu项", first ? "" : p->lang ? "," : "，", role, count);
        first = 0;
    }
    mintu_buffer_format(out, p->lang ? "; with a deadline %zu.\n" : "；有完成时限的%zu项。\n",
                        count_rows(s, MINTU_TASK_SHEET_UNTIL, NULL));
    if (p->map.count)
        mintu_buffer_format(
            out,
            p->lang ? "The map shows the places that these tasks name or whose rosters they name: counties %zu "
                      "(green), towns %zu (red). Tasks for the whole province are not drawn.\n"
                    : "图为这些任务点名或列入其名单的地方：县（市、区）%zu个（绿）、镇%zu个（红点）；全省性任务不逐地标出。\n",
            named, p->map.towns);
    mintu_buffer_text(
        out, p->lang ? "State: done, under way, not started, behind, or a percentage. The same sheet as a workbook or CSV is "
                       "read back when it is filled in.\n"
                     : "进展情况栏填：已完成、推进中、未启动、滞后，或百分比；同一台账的工作簿或CSV填好后可汇总。\n");
    if (!p->map.count)
        return;
    put_credit(p, out);
    mintu_buffer_text(out, p->lang ? "working map, not reviewed; boundaries are no basis for delimitation."
                                   : "工作用图，未经审图；界线不作划界依据。");
}

/* What stands above the table of the first page. */
static void front(print *p)
{
    static const double GAP = 14; /* px */
    double x = MARGIN * MINTU_MM, y = MARGIN * MINTU_MM;
    const double room = (WIDTH - 2 * MARGIN - MAP_WIDTH - 8) * MINTU_MM;
    mintu_text_style title = {.font = "Noto Sans CJK SC Bold", .size = 25, .width = room, .line_height = 1.2};
    mintu_text_style body = {.font = "Noto Sans CJK SC Regular", .size = 11.5, .width = room, .line_height = 1.5};
    mintu_buffer text = {0};
    mintu_buffer_format(&text, p->lang ? "Tasks of the %s" : "%s任务台账", p->agency);
    if (!text.failed)
        y += mintu_sheet_table_text(&p->table, &title, (const double[]){x, y}, text.data) + 12;
    mintu_buffer_clear(&text);
    mintu_buffer_format(&text, "%s\n", note(p->sheet, p->lang ? "notice-en" : "notice"));
    summarise(p, &text);
    y += put_text(p, &body, (const double[]){x, y}, &text) + GAP;
    p->table.y = p->map.count ? (MARGIN + MAP_HEIGHT + 4) * MINTU_MM : y;
    const mintu_box box = {(WIDTH - MARGIN - MAP_WIDTH) * MINTU_MM, MARGIN * MINTU_MM, (WIDTH - MARGIN) * MINTU_MM,
                           (MARGIN + MAP_HEIGHT) * MINTU_MM};
    if (p->table.drawn && p->map.count && p->status == MINTU_STATUS_OK)
        p->status = mintu_sheet_map_draw(&p->map, p->matrix, &p->drawing.canvas, &box, p->error);
}

static void put_task(print *p, size_t row)
{
    char *cells[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++) {
        const char *text = mintu_layer_text(p->sheet, row, (size_t)columns[i].columns[0]);
        cells[i] = mintu_text_copy(text);
        mintu_memory_good(cells[i]);
    }
    const char *shown[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++)
        shown[i] = cells[i] ? cells[i] : "";
    mintu_sheet_table_row(&p->table, shown);
    for (size_t i = 0; i < COLUMNS; i++)
        free(cells[i]);
}

/* All pages, drawn or, to know how many there are, only counted. */
static void flow(print *p, bool drawn)
{
    mintu_sheet_table *t = &p->table;
    t->drawn = drawn;
    t->page = 1;
    front(p);
    mintu_sheet_table_head(t);
    for (size_t row = 0; row < mintu_layer_count(p->sheet) && p->status == MINTU_STATUS_OK; row++)
        put_task(p, row);
    foot(p, t);
    p->pages = t->page;
}

static void open_table(print *p)
{
    mintu_sheet_table *t = &p->table;
    *t = (mintu_sheet_table){.canvas = &p->drawing.canvas,
                             .text = &p->drawing.text,
                             .columns = COLUMNS,
                             .left = MARGIN * MINTU_MM,
                             .top = MARGIN * MINTU_MM,
                             .bottom = (HEIGHT - MARGIN - FOOT) * MINTU_MM,
                             .foot = foot,
                             .of = p};
    for (size_t i = 0; i < COLUMNS; i++) {
        mintu_buffer_text(&p->heads[i], mintu_layer_field_name(p->sheet, (size_t)columns[i].columns[0]));
        if (columns[i].columns[1] >= 0)
            mintu_buffer_format(&p->heads[i], "%s%s", p->lang ? ", " : "、",
                                mintu_layer_field_name(p->sheet, (size_t)columns[i].columns[1]));
        t->heads[i] = mintu_memory_good(!p->heads[i].failed) ? p->heads[i].data : "";
        t->widths[i] = columns[i].mm * MINTU_MM;
    }
}

static mintu_status draw(print *p, mintu_output *output, mintu_error *error)
{
    const mintu_page page = {.width = WIDTH * MINTU_MM, .height = HEIGHT * MINTU_MM, .dpi = 300, .unit = 1};
    unsigned long failures = mintu_memory_failures();
    p->drawing.page = page;
    p->drawing.findings = &p->findings;
    mintu_status status = mintu_canvas_open(&p->drawing.canvas, &page, MINTU_MAP_FORMAT_PDF, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_text_open(&p->drawing.text, &p->findings, error);
    if (status != MINTU_STATUS_OK)
        return status;
    open_table(p);
    flow(p, false);
    flow(p, true);
    mintu_buffer title = {0};
    mintu_buffer_format(&title, p->lang ? "Tasks of the %s" : "%s任务台账", p->agency);
    const mintu_provenance provenance = {.title = title.failed ? "" : title.data,
                                         .description = note(p->sheet, p->lang ? "notice-en" : "notice"),
                                         .source = note(p->sheet, "source"),
                                         .licence = "",
                                         .record = note(p->sheet, "package"),
                                         .lang = p->lang ? "en" : "zh"};
    mintu_pdf_describe(&p->drawing, &provenance);
    status = mintu_canvas_finish(&p->drawing.canvas, error);
    if (status == MINTU_STATUS_OK && p->status != MINTU_STATUS_OK)
        status = p->status;
    if (status == MINTU_STATUS_OK && (title.failed || mintu_memory_failures() != failures))
        status = mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        status = mintu_canvas_write(&p->drawing.canvas, &provenance, output, error);
    mintu_buffer_free(&title);
    return status;
}

static void free_print(print *p)
{
    mintu_canvas_free(&p->drawing.canvas);
    mintu_text_free(&p->drawing.text);
    mintu_sheet_map_free(&p->map);
    mintu_findings_clear(&p->findings);
    for (size_t i = 0; i < COLUMNS; i++)
        mintu_buffer_free(&p->heads[i]);
}

static mintu_status print_rows(const mintu_matrix *m, const mintu_layer *sheet, const char *agency, const char *path, print *p)
{
    mintu_output *output = NULL;
    p->matrix = m;
    p->sheet = sheet;
    p->agency = note(sheet, "agency");
    mintu_status status = mintu_output_open(path, p->error, &output);
    if (status == MINTU_STATUS_OK)
        status = mintu_sheet_map_make(m, agency, p->error, &p->map);
    if (status == MINTU_STATUS_OK)
        status = draw(p, output, p->error);
    if (status == MINTU_STATUS_OK) {
        mintu_output *taken = output;
        output = NULL;
        status = mintu_output_commit(taken, p->error);
    }
    mintu_output_discard(output);
    return status == MINTU_STATUS_OK && p->findings.count ? MINTU_STATUS_FINDINGS : status;
}

mintu_status mintu_task_sheet_print(mintu_context *context, const mintu_gazetteer *gazetteer,
                                    const mintu_task_sheet_query *query, const char *path, mintu_error *error)
{
    if (MINTU_GIVEN(error, context, gazetteer, query, path) || MINTU_RESERVED_ZERO(error, query) ||
        MINTU_GIVEN(error, query->agency) || MINTU_DATE_GIVEN(error, query->as_of))
        return MINTU_STATUS_USAGE;
    mintu_matrix matrix;
    mintu_layer *sheet = NULL;
    size_t agency = 0;
    print p = {.lang = query->lang && strcmp(query->lang, "en") == 0, .error = error};
    mintu_status status = mintu_matrix_open(context, gazetteer, query->as_of, error, &matrix);
    if (status == MINTU_STATUS_OK)
        status = mintu_task_sheet_agency(&matrix, query->agency, error, &agency);
    if (status == MINTU_STATUS_OK)
        status = mintu_task_sheet_rows(&matrix, agency, p.lang, error, &sheet);
    if (status == MINTU_STATUS_OK)
        status = print_rows(&matrix, sheet, mintu_layer_field_text(matrix.agencies, agency, "name"), path, &p);
    free_print(&p);
    mintu_layer_free(sheet);
    mintu_matrix_close(&matrix);
    return status;
}
