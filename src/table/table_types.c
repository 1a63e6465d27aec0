#include "table/table_types.h"

#include "base/ascii.h"
#include "table/cell_value.h"
#include "table/written_number.h"

#include <math.h>
#include <string.h>

/* What stands in a column. */
typedef struct column {
    size_t of[MINTU_SENSE_END], percent, zero, written; /* written: texts that may be numbers with something about them */
    size_t first_text, first_missing, first_plain;      /* rows from 1; plain: a number not in per cent */
} column;

bool mintu_column_is_code(const char *name)
{
    static const char *const words[] = {"code", "adcode", "id", "fid", "gb", "pac"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (mintu_ascii_compare(name, words[i]) == 0)
            return true;
    size_t length = strlen(name);
    return mintu_ascii_compare_n(name, "code_", 5) == 0 ||
           (length > 5 && mintu_ascii_compare(name + length - 5, "_code") == 0) || strstr(name, "代码") ||
           strstr(name, "编码") || strstr(name, "代碼") || strstr(name, "編碼");
}

static void keep_first(size_t *first, size_t row)
{
    *first = *first ? *first : row + 1;
}

static column look(const mintu_layer *layer, const mintu_column *field)
{
    column found = {.percent = 0};
    for (size_t row = 0; row < layer->count; row++) {
        double number;
        bool percent;
        const mintu_cell *cell = &field->cells[row];
        if (cell->kind != MINTU_CELL_TEXT)
            continue;
        mintu_cell_sense sense = mintu_cell_read(cell->text, &number, &percent);
        bool is_number = sense == MINTU_SENSE_INTEGER || sense == MINTU_SENSE_REAL;
        found.of[sense]++;
        found.percent += percent;
        found.zero += is_number && !percent && number == 0;
        if (sense == MINTU_SENSE_TEXT) {
            keep_first(&found.first_text, row);
            found.written += mintu_written_begins(cell->text);
        }
        if (sense == MINTU_SENSE_MISSING)
            keep_first(&found.first_missing, row);
        if (is_number && !percent && number != 0)
            keep_first(&found.first_plain, row);
    }
    return found;
}

/* MINTU_FIELD_TYPE_ANY: numbers, and texts that are none. */
static mintu_field_type choose(const column *found)
{
    const size_t *of = found->of;
    size_t numbers = of[MINTU_SENSE_INTEGER] + of[MINTU_SENSE_REAL], days = of[MINTU_SENSE_DATE] + of[MINTU_SENSE_DATETIME];
    size_t all = numbers + days + of[MINTU_SENSE_CODE] + of[MINTU_SENSE_BOOLEAN] + of[MINTU_SENSE_TEXT];
    if (all == 0 || of[MINTU_SENSE_CODE])
        return MINTU_FIELD_TYPE_TEXT;
    if (of[MINTU_SENSE_BOOLEAN] == all)
        return MINTU_FIELD_TYPE_BOOLEAN;
    if (days == all)
        return of[MINTU_SENSE_DATETIME] ? MINTU_FIELD_TYPE_DATETIME : MINTU_FIELD_TYPE_DATE;
    if (found->percent && found->percent + found->zero < numbers) /* is 25 beside 30 % a quarter, or 25? */
        return MINTU_FIELD_TYPE_TEXT;
    if (numbers == all)
        return of[MINTU_SENSE_REAL] ? MINTU_FIELD_TYPE_REAL : MINTU_FIELD_TYPE_INTEGER;
    return numbers * 2 > all ? MINTU_FIELD_TYPE_ANY : MINTU_FIELD_TYPE_TEXT;
}

static mintu_cell number_cell(const mintu_cell *cell, mintu_field_type type)
{
    double number;
    bool percent;
    mintu_cell_sense sense = mintu_cell_read(cell->text, &number, &percent);
    if (sense == MINTU_SENSE_MISSING || sense == MINTU_SENSE_EMPTY)
        return (mintu_cell){0};
    if (sense != MINTU_SENSE_INTEGER && sense != MINTU_SENSE_REAL)
        return *cell;
    if (type == MINTU_FIELD_TYPE_INTEGER || (type == MINTU_FIELD_TYPE_ANY && sense == MINTU_SENSE_INTEGER))
        return (mintu_cell){MINTU_CELL_INTEGER, .integer = (int64_t)number};
    return (mintu_cell){MINTU_CELL_REAL, .real = number};
}

/* Written as ISO 8601 has it, in the place of the text where it fits, which it does but for one-digit months. */
static mintu_cell day_cell(mintu_layer *layer, const mintu_cell *cell, mintu_field_type type)
{
    char time[MINTU_CELL_TIME];
    mintu_cell_sense sense = mintu_cell_time(cell->text, time);
    if (sense == MINTU_SENSE_TEXT)
        return (mintu_cell){0};
    if (type == MINTU_FIELD_TYPE_DATETIME && sense == MINTU_SENSE_DATE)
        memcpy(time + strlen(time), "T00:00:00", sizeof "T00:00:00");
    if (strcmp(time, cell->text) == 0)
        return *cell;
    const char *kept = mintu_text_store_add(&layer->texts, time, strlen(time));
    return kept ? (mintu_cell){MINTU_CELL_TEXT, .text = kept} : *cell;
}

static mintu_cell boolean_cell(const mintu_cell *cell)
{
    double number;
    bool percent, known = mintu_cell_read(cell->text, &number, &percent) == MINTU_SENSE_BOOLEAN;
    return known ? (mintu_cell){MINTU_CELL_BOOLEAN, .boolean = number != 0} : (mintu_cell){0};
}

static void convert(mintu_layer *layer, size_t field, mintu_field_type type)
{
    layer->fields[field].type = type;
    for (size_t row = 0; row < layer->count; row++) {
        mintu_cell *cell = &layer->fields[field].cells[row];
        if (cell->kind != MINTU_CELL_TEXT)
            continue;
        if (type == MINTU_FIELD_TYPE_DATE || type == MINTU_FIELD_TYPE_DATETIME)
            *cell = day_cell(layer, cell, type);
        else
            *cell = type == MINTU_FIELD_TYPE_BOOLEAN ? boolean_cell(cell) : number_cell(cell, type);
    }
}

static const char *text_at(const mintu_layer *layer, size_t field, size_t row)
{
    return layer->fields[field].cells[row - 1].text;
}

static void tell_missing(mintu_context *context, const mintu_layer *layer, size_t field, const mintu_table_lines *where,
                         const column *found)
{
    size_t count = found->of[MINTU_SENSE_MISSING], row = found->first_missing;
    const char *text = text_at(layer, field, row);
    mintu_context_notice(context, "%s:%d: column %s: %zu of %zu rows say%s that there is no value (\"%.*s\")", where->path,
                         where->lines[row - 1], layer->fields[field].name, count, layer->count, count > 1 ? "" : "s",
                         mintu_cell_shown(text), text);
}

static void tell_text(mintu_context *context, const mintu_layer *layer, size_t field, const mintu_table_lines *where,
                      const column *found)
{
    const char *text = text_at(layer, field, found->first_text);
    mintu_context_notice(
        context,
        "%s:%d: column %s: \"%.*s\" is no number; %zu of %zu rows of the column are none and stay texts; correct "
        "them, or say which words mean no value",
        where->path, where->lines[found->first_text - 1], layer->fields[field].name, mintu_cell_shown(text), text,
        found->of[MINTU_SENSE_TEXT], layer->count);
}

static void tell_percent(mintu_context *context, const mintu_layer *layer, size_t field, const mintu_table_lines *where,
                         const column *found)
{
    mintu_context_notice(
        context,
        "%s:%d: column %s: \"%s\" is not in per cent, and %zu other rows are; the column stays text; write all "
        "with %%, or none",
        where->path, where->lines[found->first_plain - 1], layer->fields[field].name, text_at(layer, field, found->first_plain),
        found->percent);
}

void mintu_table_type(mintu_context *context, mintu_layer *layer, size_t field, const mintu_table_lines *where)
{
    if (mintu_column_is_code(layer->fields[field].name))
        return;
    column found = look(layer, &layer->fields[field]);
    if (where && (found.written || where->delimiter == ';')) {
        if (!mintu_column_forms(context, layer, field, where))
            return;
        found = look(layer, &layer->fields[field]);
    }
    mintu_field_type type = choose(&found);
    size_t numbers = found.of[MINTU_SENSE_INTEGER] + found.of[MINTU_SENSE_REAL];
    bool quiet = !where;
    bool mixed =
        !quiet && type == MINTU_FIELD_TYPE_TEXT && found.percent && found.first_plain && numbers > found.of[MINTU_SENSE_TEXT];
    if (mixed)
        tell_percent(context, layer, field, where, &found);
    if (type == MINTU_FIELD_TYPE_TEXT)
        return;
    if (found.first_missing && !quiet)
        tell_missing(context, layer, field, where, &found);
    if (found.first_text && type == MINTU_FIELD_TYPE_ANY && !quiet)
        tell_text(context, layer, field, where, &found);
    convert(layer, field, type);
}
