#include "cli/cli.h"

#include <libsmartcols.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static mintu_status fail_table(mintu_error *error)
{
    *error = (mintu_error){.status = MINTU_STATUS_MEMORY, .text = "memory ran out while printing a table; use --format csv"};
    return MINTU_STATUS_MEMORY;
}

/* Positions with five decimals (1 m), everything else as it is. */
static int set_cell(struct libscols_line *line, size_t column, const mintu_layer *layer, size_t row, size_t field)
{
    char text[64];
    if (mintu_layer_is_null(layer, row, field))
        return scols_line_set_data(line, column, "");
    if (mintu_layer_field_type(layer, field) != MINTU_FIELD_TYPE_REAL)
        return scols_line_set_data(line, column, mintu_layer_text(layer, row, field));
    snprintf(text, sizeof text, "%.5f", mintu_layer_number(layer, row, field));
    return scols_line_set_data(line, column, text);
}

static bool has_columns(const cli_command *command, const mintu_layer *layer)
{
    for (size_t i = 0; i < CLI_OPTIONS && command->columns[i]; i++)
        if (mintu_layer_field_find(layer, command->columns[i]) < 0)
            return false;
    return command->columns[0];
}

/* Field that stands in a column of the table, or -1 past the last one. A layer without the command's columns has all its fields in
 * the table. */
static int field_of(const cli_command *command, const mintu_layer *layer, size_t column)
{
    if (has_columns(command, layer))
        return column < CLI_OPTIONS && command->columns[column] ? mintu_layer_field_find(layer, command->columns[column]) : -1;
    return column < mintu_layer_field_count(layer) ? (int)column : -1;
}

static int fill_table(struct libscols_table *table, const cli_command *command, const mintu_layer *layer)
{
    int field;
    for (size_t column = 0; (field = field_of(command, layer, column)) >= 0; column++) {
        bool number = mintu_layer_field_type(layer, (size_t)field) != MINTU_FIELD_TYPE_TEXT;
        if (!scols_table_new_column(table, mintu_layer_field_name(layer, (size_t)field), 0, number ? SCOLS_FL_RIGHT : 0))
            return -1;
    }
    for (size_t row = 0; row < mintu_layer_count(layer); row++) {
        struct libscols_line *line = scols_table_new_line(table, NULL);
        if (!line)
            return -1;
        for (size_t column = 0; (field = field_of(command, layer, column)) >= 0; column++)
            if (set_cell(line, column, layer, row, (size_t)field) != 0)
                return -1;
    }
    return 0;
}

mintu_status cli_table_print(const cli_command *command, const mintu_layer *layer, mintu_error *error)
{
    struct libscols_table *table = scols_new_table();
    if (!table)
        return fail_table(error);
    bool good = fill_table(table, command, layer) == 0 && (mintu_layer_count(layer) == 0 || scols_print_table(table) == 0);
    scols_unref_table(table);
    return good ? MINTU_STATUS_OK : fail_table(error);
}

mintu_status cli_layer_print(mintu_context *context, const cli_arguments *arguments, const mintu_layer *layer,
                             mintu_error *error)
{
    static const char *const formats[] = {"table", "csv", "json", "geojson", "gpkg", "xlsx", "fgb", NULL};
    const char *path = cli_option_value(arguments, "output");
    int format = 0;
    mintu_status status =
        cli_option_choice(arguments, "format", formats, cli_option_value(arguments, "json") ? 2 : -1, error, &format);
    if (status != MINTU_STATUS_OK)
        return status;
    bool to_stdout = !path || strcmp(path, "-") == 0;
    if (format <= 0 && to_stdout)
        return cli_table_print(arguments->command, layer, error);
    mintu_write_options options = {.format = format > 0 ? formats[format] : NULL};
    return mintu_layer_write(context, layer, to_stdout ? "-" : path, &options, error);
}
