#include "table/xlsx_book.h"

#include "format/number.h"
#include "format/xml_names.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 1 << 24, COLUMNS = 1 << 15 }; /* more than a sheet can have */

static size_t whole(const char *text, size_t otherwise)
{
    double number;
    return text && mintu_number_scan_decimal(text, strlen(text), &number) && number >= 0 && number < 1e9 ? (size_t)number
                                                                                                         : otherwise;
}

static char *copy(mintu_xlsx *x, const char *text)
{
    char *copied = mintu_text_copy(text ? text : "");
    x->failed = x->failed || !copied;
    return copied;
}

static void add_sheet(mintu_xlsx *x, const char *const *attributes)
{
    const char *relation = NULL; /* r:id, whatever its prefix; sheetId is another */
    for (const char *const *at = attributes; at && at[0]; at += 2)
        relation = strcmp(at[0], "id") != 0 && strcmp(mintu_xml_local(at[0]), "id") == 0 ? at[1] : relation;
    if (!MINTU_ARRAY_RESERVE(x->sheets, x->sheet_room, x->sheet_count + 1)) {
        x->failed = true;
        return;
    }
    x->sheets[x->sheet_count++] = (mintu_xlsx_sheet){copy(x, mintu_xml_attribute(attributes, "name")), copy(x, relation), NULL};
}

static void start_book(mintu_xlsx *x, const char *local, const char *const *attributes)
{
    const char *since = mintu_xml_attribute(attributes, "date1904");
    if (strcmp(local, "workbookPr") == 0)
        x->since_1904 = since && (strcmp(since, "1") == 0 || strcmp(since, "true") == 0);
    else if (strcmp(local, "sheet") == 0)
        add_sheet(x, attributes);
}

static void start_relation(mintu_xlsx *x, const char *const *attributes)
{
    const char *id = mintu_xml_attribute(attributes, "Id"), *target = mintu_xml_attribute(attributes, "Target");
    for (size_t i = 0; id && target && i < x->sheet_count && !x->failed; i++) {
        if (strcmp(x->sheets[i].relation, id) != 0 || x->sheets[i].target)
            continue;
        mintu_buffer path = {0};
        mintu_buffer_format(&path, target[0] == '/' ? "%s" : "xl/%s", target[0] == '/' ? target + 1 : target);
        x->failed = path.failed;
        x->sheets[i].target = path.data;
    }
}

static void add_code(mintu_xlsx *x, const char *const *attributes)
{
    const char *code = mintu_xml_attribute(attributes, "formatCode");
    if (!MINTU_ARRAY_RESERVE(x->codes, x->code_room, x->code_count + 1))
        x->failed = true;
    else if (code)
        x->codes[x->code_count++] =
            (mintu_xlsx_code){(int)whole(mintu_xml_attribute(attributes, "numFmtId"), 0), mintu_cell_format_code(code)};
}

static void add_style(mintu_xlsx *x, const char *const *attributes)
{
    int number = (int)whole(mintu_xml_attribute(attributes, "numFmtId"), 0);
    mintu_cell_format format = mintu_cell_format_known(number);
    for (size_t i = 0; i < x->code_count; i++)
        if (x->codes[i].number == number)
            format = x->codes[i].format;
    if (!MINTU_ARRAY_RESERVE(x->styles, x->style_room, x->style_count + 1))
        x->failed = true;
    else
        x->styles[x->style_count++] = format;
}

static void start_style(mintu_xlsx *x, const char *local, const char *const *attributes)
{
    if (strcmp(local, "cellXfs") == 0)
        x->in_cells = true;
    else if (strcmp(local, "numFmt") == 0)
        add_code(x, attributes);
    else if (strcmp(local, "xf") == 0 && x->in_cells)
        add_style(x, attributes);
}

static void start_text(mintu_xlsx *x, const char *local)
{
    if (strcmp(local, "si") == 0) {
        x->failed = x->failed || !MINTU_ARRAY_RESERVE(x->text_starts, x->text_room, x->text_count + 1);
        if (!x->failed)
            x->text_starts[x->text_count++] = x->texts.size;
    }
    x->phonetic = x->phonetic || strcmp(local, "rPh") == 0; /* how characters are read */
    x->in_value = strcmp(local, "t") == 0 && !x->phonetic;
}

/* "BC12": the row and column from 0. False when the text says none. */
static bool read_place(const char **text, size_t *row, size_t *column)
{
    const char *at = *text;
    size_t letters = 0, digits = 0;
    for (; *at == '$'; at++) {
    }
    for (; *at >= 'A' && *at <= 'Z' && letters < COLUMNS; at++)
        letters = letters * 26 + (size_t)(*at - 'A') + 1;
    for (; *at == '$'; at++) {
    }
    for (; *at >= '0' && *at <= '9' && digits < ROWS; at++)
        digits = digits * 10 + (size_t)(*at - '0');
    *text = at;
    if (letters == 0 || letters >= COLUMNS || digits == 0 || digits >= ROWS)
        return false;
    *row = digits - 1;
    *column = letters - 1;
    return true;
}

static void add_merge(mintu_xlsx *x, const char *reference)
{
    mintu_cell_grid_merge merge;
    if (!reference || !read_place(&reference, &merge.row, &merge.column) || *reference++ != ':' ||
        !read_place(&reference, &merge.last_row, &merge.last_column))
        return;
    mintu_cell_grid_merge_add(&x->grid, merge);
}

static void start_cell(mintu_xlsx *x, const char *const *attributes)
{
    const char *at = mintu_xml_attribute(attributes, "r"), *type = mintu_xml_attribute(attributes, "t");
    size_t row, column;
    x->column = at && read_place(&at, &row, &column) ? column : x->column + 1;
    x->style = whole(mintu_xml_attribute(attributes, "s"), 0);
    size_t size = type ? strlen(type) : 0;
    memset(x->type, 0, sizeof x->type);
    if (size < sizeof x->type)
        memcpy(x->type, type ? type : "", size);
    mintu_buffer_clear(&x->value);
}

static void start_sheet(mintu_xlsx *x, const char *local, const char *const *attributes)
{
    if (strcmp(local, "row") == 0) {
        x->row = whole(mintu_xml_attribute(attributes, "r"), x->row + 1);
        x->column = SIZE_MAX; /* the next is 0 */
    } else if (strcmp(local, "c") == 0) {
        start_cell(x, attributes);
    } else if (strcmp(local, "mergeCell") == 0) {
        add_merge(x, mintu_xml_attribute(attributes, "ref"));
    }
    x->phonetic = x->phonetic || strcmp(local, "rPh") == 0;
    x->in_value = (strcmp(local, "v") == 0 || strcmp(local, "t") == 0) && !x->phonetic;
}

void mintu_xlsx_start(void *xlsx, const char *name, const char *const *attributes)
{
    mintu_xlsx *x = xlsx;
    const char *local = mintu_xml_local(name);
    switch (x->part) {
    case MINTU_XLSX_BOOK:
        start_book(x, local, attributes);
        break;
    case MINTU_XLSX_RELATIONS:
        start_relation(x, attributes);
        break;
    case MINTU_XLSX_STYLES:
        start_style(x, local, attributes);
        break;
    case MINTU_XLSX_TEXTS:
        start_text(x, local);
        break;
    default:
        start_sheet(x, local, attributes);
    }
}

/* A number as the shortest text that reads back, a day as ISO 8601 has it. */
static void add_number(mintu_xlsx *x, size_t row, const char *text)
{
    double number;
    char written[48], time[MINTU_CELL_TIME];
    mintu_cell_format format = x->style < x->style_count ? x->styles[x->style] : MINTU_FORMAT_NUMBER;
    if (!mintu_number_scan_decimal(text, strlen(text), &number)) {
        mintu_cell_grid_add(&x->grid, row, x->column, text, false);
    } else if (format != MINTU_FORMAT_NUMBER && mintu_cell_format_write(number, format, x->since_1904, time)) {
        mintu_cell_grid_add(&x->grid, row, x->column, time, false);
    } else {
        mintu_number_shortest(number, written);
        mintu_cell_grid_add(&x->grid, row, x->column, written, true);
    }
}

static void end_cell(mintu_xlsx *x)
{
    const char *text = x->value.data ? x->value.data : "";
    size_t row = x->row > 0 ? x->row - 1 : 0;
    if (x->column >= COLUMNS || row >= ROWS)
        return;
    if (strcmp(x->type, "s") == 0) {
        size_t index = whole(text, SIZE_MAX);
        mintu_cell_grid_add(&x->grid, row, x->column, index < x->text_count ? x->texts.data + x->text_starts[index] : "",
                            false);
    } else if (strcmp(x->type, "b") == 0) {
        mintu_cell_grid_add(&x->grid, row, x->column, strcmp(text, "1") == 0 ? "TRUE" : text[0] ? "FALSE" : "", false);
    } else if (!x->type[0] || strcmp(x->type, "n") == 0) {
        add_number(x, row, text);
    } else {
        mintu_cell_grid_add(&x->grid, row, x->column, text, false);
    }
}

void mintu_xlsx_end(void *xlsx, const char *name)
{
    mintu_xlsx *x = xlsx;
    const char *local = mintu_xml_local(name);
    x->in_value = false;
    if (strcmp(local, "rPh") == 0)
        x->phonetic = false;
    else if (strcmp(local, "cellXfs") == 0)
        x->in_cells = false;
    else if (x->part == MINTU_XLSX_TEXTS && strcmp(local, "si") == 0)
        mintu_buffer_add(&x->texts, "", 1);
    else if (x->part == MINTU_XLSX_SHEET && strcmp(local, "c") == 0)
        end_cell(x);
    x->failed = x->failed || x->texts.failed || x->value.failed || x->grid.failed;
}

void mintu_xlsx_text(void *xlsx, const char *text, size_t size)
{
    mintu_xlsx *x = xlsx;
    if (x->in_value)
        mintu_buffer_add(x->part == MINTU_XLSX_TEXTS ? &x->texts : &x->value, text, size);
}

void mintu_xlsx_free(mintu_xlsx *xlsx)
{
    for (size_t i = 0; i < xlsx->sheet_count; i++) {
        free(xlsx->sheets[i].name);
        free(xlsx->sheets[i].relation);
        free(xlsx->sheets[i].target);
    }
    free(xlsx->sheets);
    mintu_buffer_free(&xlsx->texts);
    mintu_buffer_free(&xlsx->value);
    free(xlsx->text_starts);
    free(xlsx->codes);
    free(xlsx->styles);
    mintu_cell_grid_free(&xlsx->grid);
}
