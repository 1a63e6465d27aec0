#include "amend/table_edit.h"

#include "format/csv_field.h"

#include <string.h>

void mintu_edit_head(const mintu_table *table, mintu_buffer *out)
{
    for (size_t i = 0; i < mintu_table_column_count(table); i++)
        mintu_csv_cell(i, mintu_table_column_name(table, i), out);
    mintu_buffer_text(out, "\n");
}

void mintu_edit_row(const mintu_table *table, size_t row, const char *const *values, mintu_buffer *out)
{
    for (size_t i = 0; i < mintu_table_column_count(table); i++)
        mintu_csv_cell(i, values && values[i] ? values[i] : mintu_table_text(table, row, i), out);
    mintu_buffer_text(out, "\n");
}

void mintu_edit_new(const mintu_table *table, const char *const *names, const char *const *values, mintu_buffer *out)
{
    for (size_t i = 0; i < mintu_table_column_count(table); i++) {
        const char *text = "";
        for (size_t j = 0; names[j]; j++)
            if (strcmp(names[j], mintu_table_column_name(table, i)) == 0)
                text = values[j];
        mintu_csv_cell(i, text, out);
    }
    mintu_buffer_text(out, "\n");
}
