#include "gdal/sheet_read.h"

#include "base/context.h"
#include "base/message.h"
#include "gdal/xml_scan.h"
#include "table/kml_book.h"
#include "table/ods_book.h"
#include "table/table_layer.h"
#include "table/xlsx_book.h"

#include <string.h>

static const char doing[] = N_("reading a layer");

/* One workbook being read. */
typedef struct book {
    mintu_context *context;
    const mintu_source *source;
    const char *name;
    mintu_xml_watch watch;
} book;

static mintu_status scan(book *b, const char *member, mintu_error *error)
{
    mintu_buffer path = {0};
    b->watch.bytes = 0; /* what all of them have was counted before */
    mintu_buffer_format(&path, "/vsizip/{%s}/%s", b->source->opened, member);
    mintu_status status = path.failed ? mintu_fail_memory(error, doing) : mintu_xml_scan(path.data, &b->watch, error);
    mintu_buffer_free(&path);
    return status;
}

static void forget(book *b)
{
    b->watch.user = NULL;
    b->watch.stop = NULL;
}

static mintu_status check_grid(const book *b, const mintu_cell_grid *grid, bool failed, mintu_error *error)
{
    if (grid->over)
        return mintu_fail_limit(error, b->source->path, grid->most, "cells, merged ones counted apart",
                                "save the sheet that is needed as CSV, or split it");
    return failed || grid->failed ? mintu_fail_memory(error, doing) : MINTU_STATUS_OK;
}

static mintu_status make_layer(const book *b, mintu_cell_grid *grid, const char *sheet, mintu_error *error, mintu_layer **out)
{
    mintu_headed *rows = NULL;
    const char *path = b->source->path;
    const mintu_cell_grid_filled filled = mintu_cell_grid_finish(grid);
    mintu_status status = check_grid(b, grid, false, error);
    if (status == MINTU_STATUS_OK && filled.numbers)
        mintu_context_notice(b->context,
                             "%s:%zu: %zu numbers in merged cells stay in the first of their rows, so that sums are right; the "
                             "others have none",
                             path, filled.first_number, filled.numbers);
    if (status == MINTU_STATUS_OK)
        status = mintu_headed_open(b->context, mintu_cell_grid_source(grid, path, doing), error, &rows);
    if (status == MINTU_STATUS_OK)
        status = mintu_table_layer(b->context, rows, &(mintu_table_names){path, sheet}, error, out);
    mintu_headed_close(rows);
    return status;
}

/* Sheets beside the one that is read. The one of notes is what this library writes. */
static void add_other(mintu_buffer *list, const char *name)
{
    if (strcmp(name, "notes") != 0)
        mintu_buffer_format(list, "%s%s", list->size ? ", " : "", name);
}

static void tell_others(const book *b, const char *sheet, mintu_buffer *list)
{
    if (list->size && !list->failed)
        mintu_context_notice(b->context,
                             "%s: the sheet %s is read; others hold something as well: %s; %s|layername=NAME names one",
                             b->source->path, sheet, list->data, b->source->path);
    mintu_buffer_free(list);
}

static mintu_status fail_sheet(const book *b, mintu_buffer *list, mintu_error *error)
{
    mintu_status status =
        list->failed ? mintu_fail_memory(error, doing)
        : b->name    ? mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = b->source->path},
                                     "%s: there is no layer \"%s\"; the file has: %s", mintu_message(doing), b->name,
                                  list->size ? list->data : "none")
                     : mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = b->source->path},
                                     "%s: the workbook is empty; expected a row with the names of columns", mintu_message(doing));
    mintu_buffer_free(list);
    return status;
}

static mintu_status read_parts(book *b, mintu_xlsx *x, mintu_error *error)
{
    static const char *const members[] = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
                                          "xl/sharedStrings.xml"};
    mintu_status status = MINTU_STATUS_OK;
    for (x->part = MINTU_XLSX_BOOK; x->part < MINTU_XLSX_SHEET && status == MINTU_STATUS_OK; x->part++)
        status = scan(b, members[x->part], error);
    return status == MINTU_STATUS_OK && x->failed ? mintu_fail_memory(error, doing) : status;
}

static mintu_status read_cells(book *b, mintu_xlsx *x, size_t sheet, mintu_error *error)
{
    mintu_cell_grid_clear(&x->grid);
    x->row = 0;
    mintu_status status = x->sheets[sheet].target ? scan(b, x->sheets[sheet].target, error) : MINTU_STATUS_OK;
    return status == MINTU_STATUS_OK ? check_grid(b, &x->grid, x->failed, error) : status;
}

/* The sheets behind the chosen one that hold something, whose cells stay as they are. */
static mintu_status list_others(book *b, mintu_xlsx *x, size_t chosen, mintu_error *error, mintu_buffer *list)
{
    const mintu_cell_grid kept = x->grid;
    mintu_status status = MINTU_STATUS_OK;
    x->grid = (mintu_cell_grid){.most = kept.most};
    for (size_t i = chosen + 1; i < x->sheet_count && status == MINTU_STATUS_OK; i++) {
        status = read_cells(b, x, i, error);
        if (status == MINTU_STATUS_OK && x->grid.count > 0)
            add_other(list, x->sheets[i].name);
    }
    mintu_cell_grid_free(&x->grid);
    x->grid = kept;
    return status;
}

static mintu_status choose_sheet(book *b, mintu_xlsx *x, mintu_error *error, size_t *chosen)
{
    mintu_buffer names = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (*chosen = 0; *chosen < x->sheet_count && status == MINTU_STATUS_OK; ++*chosen) {
        const char *name = x->sheets[*chosen].name;
        mintu_buffer_format(&names, "%s%s", *chosen ? ", " : "", name);
        if (b->name && strcmp(name, b->name) != 0)
            continue;
        status = read_cells(b, x, *chosen, error);
        if (b->name || x->grid.count > 0)
            break;
    }
    if (status == MINTU_STATUS_OK && *chosen == x->sheet_count)
        return fail_sheet(b, &names, error);
    mintu_buffer_free(&names);
    return status;
}

static mintu_status read_xlsx(book *b, mintu_error *error, mintu_layer **out)
{
    mintu_xlsx x = {.grid.most = b->source->limits->cells};
    mintu_buffer others = {0};
    size_t chosen = 0;
    b->watch.start = mintu_xlsx_start;
    b->watch.end = mintu_xlsx_end;
    b->watch.text = mintu_xlsx_text;
    b->watch.user = &x;
    b->watch.stop = &x.failed;
    mintu_status status = read_parts(b, &x, error);
    if (status == MINTU_STATUS_OK)
        status = choose_sheet(b, &x, error, &chosen);
    if (status == MINTU_STATUS_OK && !b->name)
        status = list_others(b, &x, chosen, error, &others);
    if (status == MINTU_STATUS_OK)
        tell_others(b, x.sheets[chosen].name, &others);
    if (status == MINTU_STATUS_OK)
        status = make_layer(b, &x.grid, x.sheets[chosen].name, error, out);
    mintu_buffer_free(&others);
    forget(b);
    mintu_xlsx_free(&x);
    return status;
}

static mintu_status finish_ods(book *b, mintu_ods *o, mintu_error *error, mintu_layer **out)
{
    mintu_buffer names = {0}, others = {0};
    for (size_t i = 0; i < o->sheet_count; i++) {
        mintu_buffer_format(&names, "%s%s", i ? ", " : "", o->sheets[i].name);
        if (i != o->at && o->sheets[i].filled)
            add_other(&others, o->sheets[i].name);
    }
    if (!o->found) {
        mintu_buffer_free(&others);
        return fail_sheet(b, &names, error);
    }
    if (!b->name)
        tell_others(b, o->sheets[o->at].name, &others);
    mintu_buffer_free(&others);
    mintu_buffer_free(&names);
    return make_layer(b, &o->grid, o->sheets[o->at].name, error, out);
}

static mintu_status read_ods(book *b, mintu_error *error, mintu_layer **out)
{
    mintu_ods o = {.wanted = b->name, .grid.most = b->source->limits->cells};
    b->watch.start = mintu_ods_start;
    b->watch.end = mintu_ods_end;
    b->watch.text = mintu_ods_text;
    b->watch.user = &o;
    b->watch.stop = &o.failed;
    mintu_status status = scan(b, "content.xml", error);
    if (status == MINTU_STATUS_OK)
        status = check_grid(b, &o.grid, o.failed, error);
    if (status == MINTU_STATUS_OK)
        status = finish_ods(b, &o, error, out);
    forget(b);
    mintu_ods_free(&o);
    return status;
}

static mintu_status read_kml(book *b, mintu_error *error, mintu_layer **out)
{
    mintu_kml k = {.context = b->context, .path = b->source->path, .wanted = b->name};
    b->watch.start = mintu_kml_start;
    b->watch.end = mintu_kml_end;
    b->watch.text = mintu_kml_text;
    b->watch.user = &k;
    b->watch.stop = &k.stop;
    mintu_status status = mintu_kml_begin(&k, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_xml_scan(b->source->opened, &b->watch, error);
    if (status == MINTU_STATUS_OK)
        status = k.stop ? k.status : mintu_kml_finish(&k, error, out);
    forget(b);
    mintu_kml_free(&k);
    return status;
}

mintu_status mintu_sheet_read(mintu_context *context, const mintu_source *source, const char *name, mintu_error *error,
                              mintu_layer **out)
{
    book b = {context, source, name, {.path = source->path, .limits = source->limits}};
    *out = NULL;
    if (source->book == MINTU_BOOK_KML)
        return read_kml(&b, error, out);
    return source->book == MINTU_BOOK_XLSX ? read_xlsx(&b, error, out) : read_ods(&b, error, out);
}
