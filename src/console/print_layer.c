#include "console/print_layer.h"

#include "console/arguments.h"
#include "console/command.h"
#include "console/layer_get.h"
#include "console/progress_line.h"
#include "console/say.h"

#include <libsmartcols.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static mintu_status fail_table(mintu_error *error)
{
    return cli_fail_memory(error, "printing a table; use --format csv");
}

/* Decimals of a real number without the zeros at its end, at most @p most. */
static int decimals_of(double value, int most)
{
    char text[400];
    int length = snprintf(text, sizeof text, "%.*f", most, value);
    while (most > 0 && length > 0 && text[length - 1] == '0') {
        length--;
        most--;
    }
    return most;
}

/* Positions have five decimals (1 m); other numbers three or, where the whole column needs no more, fewer. */
static int column_decimals(const mintu_layer *layer, size_t field)
{
    const char *name = mintu_layer_field_name(layer, field), *last = strrchr(name, '_');
    last = last ? last + 1 : name;
    if (mintu_layer_field_type(layer, field) != MINTU_FIELD_TYPE_REAL)
        return 0;
    if (strcmp(last, "lon") == 0 || strcmp(last, "lat") == 0)
        return 5;
    int needed = 0;
    for (size_t row = 0; row < mintu_layer_count(layer) && needed < 3; row++)
        if (!mintu_layer_is_null(layer, row, field)) {
            int more = decimals_of(mintu_layer_number(layer, row, field), 3);
            needed = more > needed ? more : needed;
        }
    return needed;
}

typedef struct table_column {
    size_t field;
    int decimals; /* of real numbers */
} table_column;

typedef struct table_columns {
    table_column *items;
    size_t count;
} table_columns;

/* libsmartcols lets signs through that turn the direction of writing. */
static int set_text(struct libscols_line *line, size_t at, const char *text)
{
    char *shown = cli_visible(text);
    int result = shown ? scols_line_refer_data(line, at, shown) : -1;
    if (result != 0)
        free(shown);
    return result;
}

static int set_cell(struct libscols_line *line, size_t at, const table_column *column, const mintu_layer *layer, size_t row)
{
    char text[400];
    size_t field = column->field;
    if (mintu_layer_is_null(layer, row, field))
        return scols_line_set_data(line, at, "");
    if (mintu_layer_field_type(layer, field) != MINTU_FIELD_TYPE_REAL)
        return set_text(line, at, mintu_layer_text(layer, row, field));
    snprintf(text, sizeof text, "%.*f", column->decimals, mintu_layer_number(layer, row, field));
    return scols_line_set_data(line, at, text);
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

static int add_column(struct libscols_table *table, const mintu_layer *layer, size_t field, table_columns *columns)
{
    bool number = mintu_layer_field_type(layer, field) != MINTU_FIELD_TYPE_TEXT;
    columns->items[columns->count++] = (table_column){field, column_decimals(layer, field)};
    char *name = cli_visible(mintu_layer_field_name(layer, field));
    bool added = name && scols_table_new_column(table, name, 0, number ? SCOLS_FL_RIGHT : 0);
    free(name);
    return added ? 0 : -1;
}

static int add_row(struct libscols_table *table, const mintu_layer *layer, size_t row, const table_columns *columns)
{
    struct libscols_line *line = scols_table_new_line(table, NULL);
    for (size_t i = 0; line && i < columns->count; i++)
        if (set_cell(line, i, &columns->items[i], layer, row) != 0)
            return -1;
    return line ? 0 : -1;
}

static int fill_table(struct libscols_table *table, const cli_command *command, const mintu_layer *layer)
{
    table_columns columns = {calloc(mintu_layer_field_count(layer) + CLI_OPTIONS, sizeof *columns.items), 0};
    int field, result = columns.items ? 0 : -1;
    for (size_t i = 0; result == 0 && (field = field_of(command, layer, i)) >= 0; i++)
        result = add_column(table, layer, (size_t)field, &columns);
    for (size_t row = 0; result == 0 && row < mintu_layer_count(layer); row++)
        result = add_row(table, layer, row, &columns);
    free(columns.items);
    return result;
}

mintu_status cli_table_print(const cli_command *command, const mintu_layer *layer, mintu_error *error)
{
    cli_progress_clear();
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
    error->status = MINTU_STATUS_OK;
    int format = cli_option_choice(arguments, "format", formats, cli_option_value(arguments, "json") ? 2 : -1, error);
    if (error->status != MINTU_STATUS_OK)
        return error->status;
    bool to_stdout = !path || strcmp(path, "-") == 0;
    if (format <= 0 && to_stdout)
        return cli_table_print(arguments->command, layer, error);
    mintu_write_options options = {.format = format > 0 ? formats[format] : NULL};
    return cli_layer_write(context, layer, to_stdout ? "-" : path, &options, error);
}

mintu_status cli_layer_answer(mintu_context *context, const cli_arguments *arguments, const mintu_layer *layer,
                              mintu_status status, mintu_error *error)
{
    mintu_status printed =
        status <= MINTU_STATUS_FINDINGS ? cli_layer_print(context, arguments, layer, error) : MINTU_STATUS_OK;
    return printed == MINTU_STATUS_OK ? status : printed;
}
