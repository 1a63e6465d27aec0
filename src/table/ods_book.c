#include "table/ods_book.h"

#include "format/number.h"
#include "format/xml_names.h"
#include "table/cell_value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 1 << 24, COLUMNS = 1 << 15, REPEATED = 10000 };

static size_t count_of(const char *const *attributes, const char *name)
{
    double number;
    const char *text = mintu_xml_attribute(attributes, name);
    bool known = text && mintu_number_scan_decimal(text, strlen(text), &number) && number >= 1 && number < 1e9;
    return known ? (size_t)number : 1;
}

static void begin_sheet(mintu_ods *o, const char *const *attributes)
{
    const char *name = mintu_xml_attribute(attributes, "name");
    if (!MINTU_ARRAY_RESERVE(o->sheets, o->sheet_room, o->sheet_count + 1)) {
        o->failed = true;
        return;
    }
    o->sheets[o->sheet_count] = (mintu_ods_sheet){mintu_text_copy(name ? name : ""), false};
    o->failed = o->failed || !o->sheets[o->sheet_count].name;
    o->reading = !o->found && (!o->wanted || strcmp(o->wanted, name ? name : "") == 0);
    o->row = 0;
    o->sheet_count++;
}

static void keep(char *out, size_t room, const char *text)
{
    snprintf(out, room, "%s", text ? text : "");
}

static void begin_cell(mintu_ods *o, const char *const *attributes, bool covered)
{
    static const char *const values[] = {"date-value", "time-value", "boolean-value", "value", "string-value"};
    const char *given = NULL;
    for (size_t i = 0; i < sizeof values / sizeof *values && !given; i++)
        given = mintu_xml_attribute(attributes, values[i]);
    keep(o->kind, sizeof o->kind, covered ? "" : mintu_xml_attribute(attributes, "value-type"));
    keep(o->given, sizeof o->given, given && strlen(given) < sizeof o->given ? given : "");
    o->repeat_columns = count_of(attributes, "number-columns-repeated");
    o->span = covered ? 1 : count_of(attributes, "number-rows-spanned");
    o->in_cell = !covered;
    o->paragraphs = 0;
    mintu_buffer_clear(&o->text);
}

static void add_blanks(mintu_ods *o, size_t count)
{
    for (; count > 0 && o->text.size < ROWS; count--)
        mintu_buffer_text(&o->text, " ");
}

static void start_in_cell(mintu_ods *o, const char *local, const char *const *attributes)
{
    if (strcmp(local, "annotation") == 0 || strcmp(local, "frame") == 0 || strcmp(local, "shapes") == 0)
        o->hidden++;
    if (o->hidden)
        return;
    if (strcmp(local, "p") == 0) {
        mintu_buffer_text(&o->text, o->paragraphs++ ? "\n" : "");
        o->in_text = true;
    } else if (strcmp(local, "s") == 0) {
        add_blanks(o, count_of(attributes, "c"));
    } else if (strcmp(local, "tab") == 0) {
        mintu_buffer_text(&o->text, "\t");
    } else if (strcmp(local, "line-break") == 0) {
        mintu_buffer_text(&o->text, "\n");
    }
}

void mintu_ods_start(void *ods, const char *name, const char *const *attributes)
{
    mintu_ods *o = ods;
    const char *local = mintu_xml_local(name);
    if (strcmp(local, "table") == 0) {
        begin_sheet(o, attributes);
    } else if (strcmp(local, "table-row") == 0) {
        o->repeat_rows = count_of(attributes, "number-rows-repeated");
        o->column = 0;
        o->row_begin = o->grid.count;
    } else if (strcmp(local, "table-cell") == 0 || strcmp(local, "covered-table-cell") == 0) {
        begin_cell(o, attributes, local[0] == 'c');
    } else if (o->in_cell) {
        start_in_cell(o, local, attributes);
    }
}

/* The number before @p unit, past which *at moves. */
static bool take_part(const char **at, char unit, double *part)
{
    const char *end = strchr(*at, unit);
    if (!end || !mintu_number_scan_decimal(*at, (size_t)(end - *at), part) || *part < 0 || *part > 1e6)
        return false;
    *at = end + 1;
    return true;
}

/* PT08H30M00S as 08:30:00. */
static bool write_time(const char *given, char out[MINTU_CELL_TIME])
{
    double hours, minutes, seconds;
    if (strncmp(given, "PT", 2) != 0)
        return false;
    given += 2;
    if (!take_part(&given, 'H', &hours) || !take_part(&given, 'M', &minutes) || !take_part(&given, 'S', &seconds))
        return false;
    snprintf(out, MINTU_CELL_TIME, "%02d:%02d:%02d", (int)hours, (int)minutes, (int)(seconds + 0.0005));
    return true;
}

/* What the cell says: its value where that is more exact than what it shows. */
static const char *value_of(const mintu_ods *o, char written[MINTU_CELL_TIME], bool *number)
{
    const char *shown = o->text.data ? o->text.data : "";
    double value;
    *number = false;
    if (strcmp(o->kind, "float") == 0 || strcmp(o->kind, "percentage") == 0 || strcmp(o->kind, "currency") == 0) {
        if (!mintu_number_scan_decimal(o->given, strlen(o->given), &value))
            return shown;
        *number = true;
        mintu_number_shortest(value, written);
        return written;
    }
    if (strcmp(o->kind, "date") == 0)
        return o->given[0] ? o->given : shown;
    if (strcmp(o->kind, "time") == 0)
        return write_time(o->given, written) ? written : shown;
    if (strcmp(o->kind, "boolean") == 0)
        return strcmp(o->given, "true") == 0 ? "TRUE" : "FALSE";
    return shown[0] || !o->given[0] ? shown : o->given;
}

static void end_cell(mintu_ods *o)
{
    char written[MINTU_CELL_TIME];
    bool number = false;
    const char *text = o->in_cell ? value_of(o, written, &number) : "";
    size_t repeat = o->repeat_columns;
    if (text[0]) {
        o->sheets[o->sheet_count - 1].filled = true;
        for (size_t i = 0; i < repeat && i < COLUMNS && o->reading; i++)
            mintu_cell_grid_add(&o->grid, o->row, o->column + i, text, number);
    }
    if (o->span > 1 && o->reading)
        mintu_cell_grid_merge_add(&o->grid, (mintu_cell_grid_merge){o->row, o->column, o->row + o->span - 1, o->column});
    o->column += repeat;
    o->in_cell = o->in_text = false;
}

static void end_row(mintu_ods *o)
{
    size_t end = o->grid.count;
    for (size_t again = 1; again < o->repeat_rows && again < REPEATED && end > o->row_begin && !o->grid.failed; again++)
        for (size_t i = o->row_begin; i < end; i++) {
            mintu_cell_grid_cell cell = o->grid.cells[i];
            const char *text = o->grid.text.data + cell.text;
            char *copied = mintu_text_copy(text); /* the grid's own text may move */
            mintu_cell_grid_add(&o->grid, o->row + again, cell.column, copied ? copied : "", cell.number);
            o->failed = o->failed || !copied;
            free(copied);
        }
    o->row += o->repeat_rows;
}

void mintu_ods_end(void *ods, const char *name)
{
    mintu_ods *o = ods;
    const char *local = mintu_xml_local(name);
    bool sheet = o->sheet_count > 0;
    if (o->hidden && (strcmp(local, "annotation") == 0 || strcmp(local, "frame") == 0 || strcmp(local, "shapes") == 0)) {
        o->hidden--;
    } else if (strcmp(local, "p") == 0 && !o->hidden) {
        o->in_text = false;
    } else if (sheet && (strcmp(local, "table-cell") == 0 || strcmp(local, "covered-table-cell") == 0)) {
        end_cell(o);
    } else if (sheet && strcmp(local, "table-row") == 0) {
        end_row(o);
    } else if (sheet && strcmp(local, "table") == 0 && o->reading) {
        o->found = o->wanted || o->grid.count > 0;
        o->at = o->sheet_count - 1;
        o->reading = false;
    }
    o->failed = o->failed || o->grid.failed || o->text.failed;
}

void mintu_ods_text(void *ods, const char *text, size_t size)
{
    mintu_ods *o = ods;
    if (o->in_cell && o->in_text && !o->hidden)
        mintu_buffer_add(&o->text, text, size);
}

void mintu_ods_free(mintu_ods *ods)
{
    for (size_t i = 0; i < ods->sheet_count; i++)
        free(ods->sheets[i].name);
    free(ods->sheets);
    mintu_buffer_free(&ods->text);
    mintu_cell_grid_free(&ods->grid);
}
