#include "format/csv_field.h"

#include <string.h>

void mintu_csv_field(const char *text, mintu_buffer *line)
{
    if (!strpbrk(text, ",\"\r\n")) {
        mintu_buffer_text(line, text);
        return;
    }
    mintu_buffer_text(line, "\"");
    for (const char *quote; (quote = strchr(text, '"')); text = quote + 1) {
        mintu_buffer_add(line, text, (size_t)(quote - text));
        mintu_buffer_text(line, "\"\"");
    }
    mintu_buffer_text(line, text);
    mintu_buffer_text(line, "\"");
}

void mintu_csv_cell(size_t index, const char *text, mintu_buffer *line)
{
    mintu_buffer_text(line, index ? "," : "");
    mintu_csv_field(text, line);
}
