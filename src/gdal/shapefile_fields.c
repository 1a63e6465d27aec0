#include "gdal/shapefile_fields.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/message.h"
#include "base/utf8.h"
#include "format/number.h"
#include "layer/layer_value.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("writing a Shapefile");

enum {
    NAME_MOST = 10,    /* bytes, as dBASE has it */
    TEXT_MOST = 254,   /* of a value */
    NUMBER_MOST = 24,  /* characters of a number, as GDAL and ArcGIS write it */
    INTEGER_MOST = 18, /* wider ones are read as floating point */
    DECIMALS_MOST = 15,
    WHOLE_MOST = NUMBER_MOST - 2
};

static bool is_taken(const mintu_layer *layer, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (mintu_ascii_compare(layer->fields[i].name, name) == 0)
            return true;
    return false;
}

/* True when the name of a field, after the first @p count, is short enough to stay, and is this one. */
static bool is_wanted(const mintu_layer *layer, size_t count, const char *name)
{
    for (size_t i = count; i < layer->field_count; i++)
        if (mintu_ascii_compare(layer->fields[i].name, name) == 0)
            return true;
    return false;
}

/* Cut between characters; "certaint_2" where that is there already, or is the whole name of another field. */
static const char *short_name(mintu_shapefile_layer *out, const char *name, size_t field)
{
    char text[4 * NAME_MOST];
    name += strspn(name, " \t"); /* dBASE fills names up with blanks */
    size_t whole = strlen(name);
    while (whole && strchr(" \t", name[whole - 1]))
        whole--;
    size_t size = whole <= NAME_MOST ? whole : mintu_utf8_cut(name, NAME_MOST);
    snprintf(text, sizeof text, "%.*s", (int)size, name);
    bool changed = size < strlen(name);
    for (unsigned number = 2;
         text[0] == '\0' || is_taken(&out->layer, field, text) || (changed && is_wanted(&out->layer, field + 1, text));
         number++) {
        char tail[16];
        int length = snprintf(tail, sizeof tail, "_%u", number);
        size_t room = (size_t)(NAME_MOST - length), head = whole <= room ? whole : mintu_utf8_cut(name, room);
        snprintf(text, sizeof text, "%.*s%s", (int)head, name, tail);
        changed = true;
    }
    return mintu_text_store_add(&out->texts, text, strlen(text));
}

/* What has no type of its own in a table of dBASE becomes text. */
static mintu_field_type dbf_type(mintu_field_type type)
{
    switch (type) {
    case MINTU_FIELD_TYPE_INTEGER:
    case MINTU_FIELD_TYPE_BOOLEAN:
        return MINTU_FIELD_TYPE_INTEGER;
    case MINTU_FIELD_TYPE_REAL:
    case MINTU_FIELD_TYPE_DATE:
        return type;
    default:
        return MINTU_FIELD_TYPE_TEXT;
    }
}

static void widen(mintu_dbf_field *size, int width)
{
    size->width = width > size->width ? width : size->width;
}

static bool make_text(mintu_shapefile_layer *out, const mintu_layer *from, size_t row, size_t field)
{
    const char *text = mintu_layer_text(from, row, field);
    size_t whole = strlen(text), size = whole <= TEXT_MOST ? whole : mintu_utf8_cut(text, TEXT_MOST);
    mintu_cell *cell = &out->layer.fields[field].cells[row];
    if (size < whole) {
        out->first_cut = out->cut ? out->first_cut : row + 1;
        out->cut++;
    }
    cell->kind = MINTU_CELL_TEXT;
    cell->text = mintu_text_store_add(&out->texts, text, size);
    widen(&out->sizes[field], (int)size);
    return cell->text;
}

/* As few decimals as give the number again. */
static int decimals_of(double number)
{
    char text[NUMBER_MOST + 400];
    double back;
    for (int decimals = 0; decimals <= DECIMALS_MOST; decimals++) {
        int size = snprintf(text, sizeof text, "%.*f", decimals, number);
        if (mintu_number_scan_decimal(text, (size_t)size, &back) && back == number)
            return decimals;
    }
    return DECIMALS_MOST;
}

/* Digits before the point, and the sign. */
static int whole_of(double number)
{
    char text[400];
    return snprintf(text, sizeof text, "%.0f", trunc(number)) + (number < 0 && number > -1);
}

/* Widths of a column of numbers: at most 24 characters, of which the point and one decimal say that they are no whole numbers. */
static void measure_reals(mintu_shapefile_layer *out, size_t field)
{
    const mintu_cell *cells = out->layer.fields[field].cells;
    int whole = 1, decimals = 1;
    for (size_t row = 0; row < out->layer.count; row++) {
        double number = cells[row].kind == MINTU_CELL_INTEGER ? (double)cells[row].integer : cells[row].real;
        if (cells[row].kind <= MINTU_CELL_NULL || !isfinite(number))
            continue;
        int one = decimals_of(number), digits = whole_of(number);
        if (digits > WHOLE_MOST)
            continue;
        decimals = one > decimals ? one : decimals;
        whole = digits > whole ? digits : whole;
    }
    int room = NUMBER_MOST - whole - 1;
    out->sizes[field].decimals = decimals < room ? decimals : room > 1 ? room : 1;
    out->sizes[field].width = whole + 1 + out->sizes[field].decimals;
}

static bool is_same_in(double number, const mintu_dbf_field *size)
{
    char text[400];
    double back;
    int length = snprintf(text, sizeof text, "%.*f", size->decimals, number);
    return length <= size->width && mintu_number_scan_decimal(text, (size_t)length, &back) && back == number;
}

static void count_rounded(mintu_shapefile_layer *out, size_t field)
{
    mintu_cell *cells = out->layer.fields[field].cells;
    for (size_t row = 0; row < out->layer.count; row++) {
        if (cells[row].kind != MINTU_CELL_REAL)
            continue;
        if (!is_same_in(cells[row].real, &out->sizes[field]))
            out->rounded++;
        if (!isfinite(cells[row].real) || whole_of(cells[row].real) > WHOLE_MOST) /* what was cut would be another number */
            cells[row].kind = MINTU_CELL_NULL;
    }
}

static void make_integer(mintu_shapefile_layer *out, size_t row, size_t field)
{
    mintu_cell *cell = &out->layer.fields[field].cells[row];
    if (cell->kind == MINTU_CELL_BOOLEAN)
        *cell = (mintu_cell){.kind = MINTU_CELL_INTEGER, .integer = cell->boolean};
    int width = snprintf(NULL, 0, "%" PRId64, cell->integer);
    out->rounded += width > INTEGER_MOST;
    widen(&out->sizes[field], width);
}

static bool make_cells(mintu_shapefile_layer *out, const mintu_layer *from, size_t field)
{
    mintu_column *column = &out->layer.fields[field];
    bool good = true;
    memcpy(column->cells, from->fields[field].cells, from->count * sizeof *column->cells);
    for (size_t row = 0; row < from->count && good; row++) {
        if (column->cells[row].kind <= MINTU_CELL_NULL)
            continue;
        if (column->type == MINTU_FIELD_TYPE_TEXT)
            good = make_text(out, from, row, field);
        else if (column->type == MINTU_FIELD_TYPE_INTEGER)
            make_integer(out, row, field);
    }
    if (column->type == MINTU_FIELD_TYPE_REAL) {
        measure_reals(out, field);
        count_rounded(out, field);
    }
    widen(&out->sizes[field], column->type == MINTU_FIELD_TYPE_DATE ? 0 : 1);
    return good;
}

static bool make_field(mintu_shapefile_layer *out, const mintu_layer *from, size_t field)
{
    mintu_column *column = &out->layer.fields[field];
    const char *name = short_name(out, from->fields[field].name, field);
    column->name = (char *)(uintptr_t)name; /* in the store, and not changed */
    column->type = dbf_type(from->fields[field].type);
    column->cells = calloc(from->count + 1, sizeof *column->cells);
    return name && column->cells && make_cells(out, from, field);
}

mintu_status mintu_shapefile_layer_make(const mintu_layer *layer, mintu_error *error, mintu_shapefile_layer *out)
{
    *out = (mintu_shapefile_layer){.layer = *layer};
    out->layer.fields = calloc(layer->field_count + 1, sizeof *out->layer.fields);
    out->sizes = calloc(layer->field_count + 1, sizeof *out->sizes);
    bool good = out->layer.fields && out->sizes;
    for (size_t i = 0; i < layer->field_count && good; i++)
        out->layer.fields[i].name = layer->fields[i].name;
    for (size_t i = 0; i < layer->field_count && good; i++)
        good = make_field(out, layer, i);
    return good ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
}

void mintu_shapefile_layer_free(mintu_shapefile_layer *layer)
{
    for (size_t i = 0; layer->layer.fields && i < layer->layer.field_count; i++)
        free(layer->layer.fields[i].cells);
    free(layer->layer.fields);
    free(layer->sizes);
    mintu_text_store_free(&layer->texts);
    *layer = (mintu_shapefile_layer){0};
}
