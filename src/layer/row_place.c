#include "layer/row_place.h"

#include "base/array.h"
#include "base/message.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

mintu_status mintu_layer_source_set(mintu_layer *layer, const char *path, mintu_error *error)
{
    char *copy = mintu_text_copy(path);
    if (!copy)
        return mintu_fail_memory(error, "reading a layer");
    free(layer->source);
    layer->source = copy;
    return MINTU_STATUS_OK;
}

/* What a person knows a row by: its name, or else the first text in it. */
static const char *title_of(const mintu_layer *layer, size_t row)
{
    static const char *const names[] = {"name", "名称", "NAME", "Name"};
    static const char *const others[] = {"id", "fid", "gml_id", "Folder", "Description", NULL};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        int field = mintu_layer_field_find(layer, names[i]);
        if (field >= 0 && mintu_layer_text(layer, row, (size_t)field)[0])
            return mintu_layer_text(layer, row, (size_t)field);
    }
    for (size_t field = 0; row < layer->count && field < layer->field_count; field++) {
        const mintu_cell *cell = &layer->fields[field].cells[row];
        if (cell->kind == MINTU_CELL_TEXT && cell->text[0] && !mintu_text_listed(layer->fields[field].name, others))
            return cell->text;
    }
    return "";
}

void mintu_layer_row_place(const mintu_layer *layer, size_t row, char *text, size_t size)
{
    enum { SHOWN = 40 };
    if (!text || !size)
        return;
    text[0] = '\0';
    if (!layer)
        return;
    const char *title = title_of(layer, row);
    size_t shown = strcspn(title, "\r\n");
    shown = shown > SHOWN ? mintu_utf8_cut(title, SHOWN) : shown;
    int used = row < layer->line_count && layer->lines ? snprintf(text, size, mintu_message("line %d"), layer->lines[row])
                                                       : snprintf(text, size, mintu_message("row %zu"), row + 1);
    if (shown && used > 0 && (size_t)used + shown + 3 < size)
        snprintf(text + used, size - (size_t)used, ": %.*s", (int)shown, title);
}
