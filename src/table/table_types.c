#include "table/table_types.h"

#include "base/argument.h"
#include "base/ascii.h"
#include "base/error.h"
#include "table/cell_value.h"
#include "table/row_groups.h"
#include "table/written_number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What stands in a column. */
typedef struct column {
    size_t of[MINTU_SENSE_END], percent, zero, written; /* written: texts that may be numbers with something about them */
    size_t first_text, first_plain;                     /* rows from 1; plain: a number not in per cent */
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

/* A value that is none of a text: of JSON, which types each. */
static void count_typed(column *found, const mintu_cell *cell, size_t row)
{
    static const mintu_cell_sense senses[] = {[MINTU_CELL_INTEGER] = MINTU_SENSE_INTEGER,
                                              [MINTU_CELL_REAL] = MINTU_SENSE_REAL,
                                              [MINTU_CELL_BOOLEAN] = MINTU_SENSE_BOOLEAN,
                                              [MINTU_CELL_JSON] = MINTU_SENSE_TEXT};
    bool number = cell->kind == MINTU_CELL_INTEGER || cell->kind == MINTU_CELL_REAL;
    bool zero = cell->kind == MINTU_CELL_INTEGER ? cell->integer == 0 : number && cell->real == 0;
    if (cell->kind <= MINTU_CELL_NULL)
        return;
    found->of[senses[cell->kind]]++;
    found->zero += zero;
    if (number && !zero)
        keep_first(&found->first_plain, row);
    if (cell->kind == MINTU_CELL_JSON)
        keep_first(&found->first_text, row);
}

static column look(const mintu_layer *layer, const mintu_column *field)
{
    column found = {.percent = 0};
    for (size_t row = 0; row < layer->count; row++) {
        double number;
        bool percent;
        const mintu_cell *cell = &field->cells[row];
        if (cell->kind != MINTU_CELL_TEXT) {
            count_typed(&found, cell, row);
            continue;
        }
        mintu_cell_sense sense = mintu_cell_read(cell->text, &number, &percent);
        bool is_number = sense == MINTU_SENSE_INTEGER || sense == MINTU_SENSE_REAL;
        found.of[sense]++;
        found.percent += percent;
        found.zero += is_number && !percent && number == 0;
        if (sense == MINTU_SENSE_TEXT) {
            keep_first(&found.first_text, row);
            found.written += mintu_written_begins(cell->text);
        }
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

static bool is_of(const mintu_cell *cell, mintu_cell_sense sense)
{
    double number;
    bool percent;
    return cell->kind == MINTU_CELL_TEXT && mintu_cell_read(cell->text, &number, &percent) == sense;
}

/* The rows that hold texts, when there are more than the one that is told first. */
static const char *list_texts(const mintu_layer *layer, size_t field, const mintu_table_lines *where,
                              char out[MINTU_GROUP_LIST])
{
    mintu_row_groups groups = {.count = 0};
    for (size_t row = 0; row < layer->count; row++)
        if (is_of(&layer->fields[field].cells[row], MINTU_SENSE_TEXT))
            mintu_row_groups_add(&groups, 0, "", where->lines ? (size_t)where->lines[row] : row + 1);
    return mintu_row_group_list(&groups.items[0], where->lines != NULL, out);
}

/* Each word by itself: an error of a sheet is no gap, and one error no other. */
static void tell_missing(mintu_context *context, const mintu_layer *layer, size_t field, const mintu_table_lines *where)
{
    mintu_row_groups groups = {.count = 0};
    size_t first[MINTU_ROW_GROUPS];
    for (size_t row = 0; row < layer->count; row++) {
        const mintu_cell *cell = &layer->fields[field].cells[row];
        if (!is_of(cell, MINTU_SENSE_MISSING))
            continue;
        const mintu_row_group *group =
            mintu_row_groups_add(&groups, 0, cell->text, where->lines ? (size_t)where->lines[row] : row + 1);
        if (group->count == 1)
            first[group - groups.items] = row + 1;
    }
    for (size_t i = 0; i < groups.count; i++) {
        char mark[MINTU_TABLE_MARK], list[MINTU_GROUP_LIST];
        const mintu_row_group *group = &groups.items[i];
        mintu_context_notice(context, "%s%s: column %s: %zu of %zu rows say%s that there is no value (\"%.*s\")%s", where->path,
                             mintu_table_mark(where, first[i], mark), layer->fields[field].name, group->count, layer->count,
                             group->count > 1 ? "" : "s", mintu_cell_shown(group->word), group->word,
                             mintu_row_group_list(group, where->lines != NULL, list));
    }
}

static void tell_text(mintu_context *context, const mintu_layer *layer, size_t field, const mintu_table_lines *where,
                      const column *found)
{
    char mark[MINTU_TABLE_MARK], list[MINTU_GROUP_LIST];
    const char *text = mintu_layer_text(layer, found->first_text - 1, field);
    mintu_context_notice(context,
                         "%s%s: column %s: \"%.*s\" is no number; %zu of %zu rows of the column are none and stay texts%s; "
                         "correct them, or say which words mean no value",
                         where->path, mintu_table_mark(where, found->first_text, mark), layer->fields[field].name,
                         mintu_cell_shown(text), text, found->of[MINTU_SENSE_TEXT], layer->count,
                         list_texts(layer, field, where, list));
}

static void tell_percent(mintu_context *context, const mintu_layer *layer, size_t field, const mintu_table_lines *where,
                         const column *found)
{
    char mark[MINTU_TABLE_MARK];
    mintu_context_notice(context,
                         "%s%s: column %s: \"%s\" is not in per cent, and %zu other rows are; the column stays text; write "
                         "all with %%, or none",
                         where->path, mintu_table_mark(where, found->first_plain, mark), layer->fields[field].name,
                         mintu_layer_text(layer, found->first_plain - 1, field), found->percent);
}

static void tell(mintu_context *context, const mintu_layer *layer, size_t field, const mintu_table_lines *where,
                 const column *found)
{
    mintu_field_type type = choose(found);
    size_t numbers = found->of[MINTU_SENSE_INTEGER] + found->of[MINTU_SENSE_REAL];
    if (type == MINTU_FIELD_TYPE_TEXT && found->percent && found->first_plain && numbers > found->of[MINTU_SENSE_TEXT])
        tell_percent(context, layer, field, where, found);
    if (type == MINTU_FIELD_TYPE_TEXT)
        return;
    if (found->of[MINTU_SENSE_MISSING])
        tell_missing(context, layer, field, where);
    if (found->first_text && type == MINTU_FIELD_TYPE_ANY)
        tell_text(context, layer, field, where, found);
}

static void type_column(mintu_context *context, mintu_layer *layer, size_t field, const mintu_table_lines *where, bool numbers)
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
    if (where)
        tell(context, layer, field, where, &found);
    if (type != MINTU_FIELD_TYPE_TEXT &&
        (!numbers || type == MINTU_FIELD_TYPE_INTEGER || type == MINTU_FIELD_TYPE_REAL || type == MINTU_FIELD_TYPE_ANY))
        convert(layer, field, type);
}

void mintu_table_type(mintu_context *context, mintu_layer *layer, size_t field, const mintu_table_lines *where)
{
    type_column(context, layer, field, where, false);
}

void mintu_table_missing(mintu_context *context, mintu_layer *layer, size_t field, const mintu_table_lines *where)
{
    const char *words = context->tables.missing, *first_text = NULL;
    char mark[MINTU_TABLE_MARK];
    size_t count = 0, first = 0;
    for (size_t row = 0; words && row < layer->count; row++) {
        mintu_cell *cell = &layer->fields[field].cells[row];
        if (cell->kind != MINTU_CELL_TEXT || !mintu_cell_listed(cell->text, words))
            continue;
        first_text = count++ ? first_text : cell->text;
        keep_first(&first, row);
        *cell = (mintu_cell){0};
    }
    if (count && where)
        mintu_context_notice(context, "%s%s: column %s: %zu of %zu rows hold a word that was said to mean no value (\"%.*s\")",
                             where->path, mintu_table_mark(where, first, mark), layer->fields[field].name, count, layer->count,
                             mintu_cell_shown(first_text), first_text);
}

const char *mintu_table_written(const mintu_layer *layer, size_t field)
{
    const mintu_column *own = &layer->fields[field];
    bool texts = own->type == MINTU_FIELD_TYPE_TEXT || own->type == MINTU_FIELD_TYPE_ANY;
    if (layer->typed || !texts || mintu_column_is_code(own->name))
        return NULL;
    const column found = look(layer, own);
    mintu_field_type type = choose(&found);
    if (type != MINTU_FIELD_TYPE_INTEGER && type != MINTU_FIELD_TYPE_REAL && type != MINTU_FIELD_TYPE_ANY)
        return NULL;
    for (size_t row = 0; row < layer->count; row++) {
        const mintu_cell *cell = &own->cells[row];
        bool more = cell->kind == MINTU_CELL_TEXT && cell->text[strspn(cell->text, "0123456789.+-eE")];
        if (more && (is_of(cell, MINTU_SENSE_INTEGER) || is_of(cell, MINTU_SENSE_REAL)))
            return cell->text;
    }
    return NULL;
}

mintu_status mintu_layer_numbers_read(mintu_context *context, mintu_layer *layer, size_t field, mintu_error *error)
{
    if (MINTU_GIVEN(error, context, layer))
        return MINTU_STATUS_USAGE;
    if (field >= layer->field_count)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "reading a field as numbers: field %zu does not exist; the layer %s has %zu, from 0", field,
                          layer->name, layer->field_count);
    mintu_field_type type = layer->fields[field].type;
    if (layer->typed || (type != MINTU_FIELD_TYPE_TEXT && type != MINTU_FIELD_TYPE_ANY))
        return MINTU_STATUS_OK;
    const mintu_table_lines where = {layer->source ? layer->source : layer->name, NULL, 0};
    mintu_table_missing(context, layer, field, &where);
    type_column(context, layer, field, &where, true);
    return MINTU_STATUS_OK;
}
