#include "table/table_end.h"

#include "base/ascii.h"
#include "table/cell_value.h"

#include <stdio.h>
#include <string.h>

/* The only cell of a row that holds something; NULL when there are more, or none. */
static const char *only_text(const mintu_layer *layer, size_t row)
{
    const char *found = NULL;
    for (size_t field = 0; field < layer->field_count; field++) {
        const mintu_cell *cell = &layer->fields[field].cells[row];
        if (cell->kind <= MINTU_CELL_NULL)
            continue;
        if (found || cell->kind != MINTU_CELL_TEXT)
            return NULL;
        found = cell->text;
    }
    return found;
}

/* With a colon behind the word, of either width, or a number and one: 注1：… */
static bool is_remark(const char *text)
{
    static const char *const words[] = {"注",       "备注",     "附注",   "说明",   "资料来源", "数据来源", "来源",
                                        "填表说明", "填报单位", "填报人", "填表人", "制表",     "制表人",   "制表单位",
                                        "审核人",   "统计口径", "Note",   "Notes",  "Source",   "Sources",  "Remarks"};
    text += strspn(text, " \t*");
    while (strncmp(text, "※", 3) == 0 || strncmp(text, "　", 3) == 0)
        text += 3;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i]);
        if (mintu_ascii_compare_n(text, words[i], size) != 0)
            continue;
        const char *behind = text + size + strspn(text + size, "0123456789 ");
        if (*behind == ':' || strncmp(behind, "：", 3) == 0)
            return true;
    }
    return false;
}

void mintu_table_end(mintu_context *context, mintu_layer *layer, const mintu_table_lines *where)
{
    size_t before = layer->count;
    const char *text = NULL;
    while (layer->field_count > 1 && layer->count > 1) {
        const char *only = only_text(layer, layer->count - 1);
        if (!only || !is_remark(only))
            break;
        text = only;
        for (size_t field = 0; field < layer->field_count; field++)
            layer->fields[field].cells[layer->count - 1] = (mintu_cell){0};
        layer->count--;
    }
    char mark[MINTU_TABLE_MARK];
    if (text)
        mintu_context_notice(context, "%s%s: %zu row%s below the table (\"%.*s\") %s no part of it", where->path,
                             mintu_table_mark(where, layer->count + 1, mark), before - layer->count,
                             before - layer->count > 1 ? "s" : "", mintu_cell_shown(text), text,
                             before - layer->count > 1 ? "are" : "is");
}

static bool is_total(const char *text)
{
    static const char *const words[] = {"合计", "总计", "小计",  "共计",     "总和", "合計",
                                        "總計", "小計", "Total", "Subtotal", "Sum"};
    char plain[32];
    size_t size = 0;
    for (; *text && size + 1 < sizeof plain; text++) {
        bool wide = strncmp(text, "　", 3) == 0;
        text += wide ? 2 : 0;
        if (!wide && !strchr(" \t:", *text))
            plain[size++] = *text;
    }
    plain[size] = '\0';
    for (size_t i = 0; !*text && i < sizeof words / sizeof *words; i++)
        if (mintu_ascii_compare(plain, words[i]) == 0)
            return true;
    return false;
}

/* One of the first cells with a text says so. */
static const char *total_of(const mintu_layer *layer, size_t row)
{
    enum { FIRST = 3 };
    for (size_t field = 0; field < layer->field_count && field < FIRST; field++) {
        const mintu_cell *cell = &layer->fields[field].cells[row];
        bool digit = cell->kind == MINTU_CELL_TEXT && mintu_ascii_is_digit(cell->text[0]); /* most cells of a large table */
        if (cell->kind == MINTU_CELL_TEXT && !digit && is_total(cell->text))
            return cell->text;
    }
    return NULL;
}

void mintu_table_totals(mintu_context *context, const mintu_layer *layer, const mintu_table_lines *where)
{
    size_t count = 0, first = 0;
    const char *text = NULL;
    for (size_t row = 0; row < layer->count; row++) {
        const char *found = total_of(layer, row);
        if (found && count++ == 0) {
            first = row + 1;
            text = found;
        }
    }
    char mark[MINTU_TABLE_MARK], others[40] = "";
    if (count > 1)
        snprintf(others, sizeof others, ", as %zu more may", count - 1);
    if (count)
        mintu_context_notice(
            context,
            "%s%s: \"%.*s\" may be the total of other rows%s; it counts as they do: remove it where it is not to "
            "count",
            where->path, mintu_table_mark(where, first, mark), mintu_cell_shown(text), text, others);
}
