#include "base/argument.h"
#include "base/context.h"
#include "base/message.h"
#include "base/output.h"
#include "format/csv.h"
#include "format/csv_field.h"
#include "geocode/batch_data.h"
#include "geocode/result.h"
#include "layer/layer_end.h"
#include "table/name_beside.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

static const char WRITING[] = N_("writing names");

static bool is_taken(const void *sheet, const char *name)
{
    return mintu_sheet_find(sheet, name) != SIZE_MAX;
}

static void add_result_name(const mintu_sheet *sheet, size_t index, mintu_buffer *out)
{
    mintu_name_beside(sheet, is_taken, mintu_result_fields[index].name, out);
}

static mintu_status add_row(const mintu_batch *batch, size_t row, mintu_error *error, mintu_buffer *text)
{
    mintu_match match;
    for (size_t column = 0; column < batch->sheet.columns; column++)
        mintu_csv_cell(column, mintu_sheet_text(&batch->sheet, row, column), text);
    mintu_batch_match(batch, row, &match);
    mintu_status status = mintu_result_write(batch->geocoder, mintu_batch_query(batch, row), &match, error, text);
    mintu_buffer_text(text, "\n");
    return status;
}

static mintu_status write_all(const mintu_batch *batch, mintu_output *output, mintu_error *error, mintu_buffer *text)
{
    mintu_status status = MINTU_STATUS_OK;
    mintu_buffer_text(text, mintu_context_csv_begin(batch->context));
    for (size_t column = 0; column < batch->sheet.columns; column++)
        mintu_csv_cell(column, mintu_sheet_name(&batch->sheet, column), text);
    for (size_t i = 0; i < mintu_result_count(batch->geocoder); i++) {
        mintu_buffer_text(text, ",");
        add_result_name(&batch->sheet, i, text);
    }
    mintu_buffer_text(text, "\n");
    for (size_t row = 0; row < batch->sheet.count && status == MINTU_STATUS_OK; row++) {
        status = mintu_context_steps(batch->context, row, (double)NAN, WRITING, error);
        if (status == MINTU_STATUS_OK)
            status = add_row(batch, row, error, text);
        if (status == MINTU_STATUS_OK)
            status = mintu_output_text(output, text, false, WRITING, error);
    }
    return status == MINTU_STATUS_OK ? mintu_output_text(output, text, true, WRITING, error) : status;
}

mintu_status mintu_batch_write(const mintu_batch *batch, const char *path, mintu_error *error)
{
    if (MINTU_GIVEN(error, batch, path))
        return MINTU_STATUS_USAGE;
    mintu_output *output = NULL;
    mintu_buffer text = {0};
    mintu_status status = mintu_output_open(path, error, &output);
    if (status != MINTU_STATUS_OK)
        return status;
    status = write_all(batch, output, error, &text);
    mintu_buffer_free(&text);
    return mintu_output_end(output, status, error);
}

/* Takes the name, which it frees. */
static mintu_status add_named(mintu_layer *layer, mintu_buffer *name, mintu_field_type type, mintu_error *error)
{
    mintu_status status =
        name->failed ? mintu_fail_memory(error, "listing names") : mintu_layer_field_add(layer, name->data, type, error);
    mintu_buffer_free(name);
    return status;
}

/* A column of the file, under a name that a layer can have. */
static mintu_status add_field(mintu_layer *layer, const mintu_sheet *sheet, size_t column, mintu_error *error)
{
    const char *name = mintu_sheet_name(sheet, column);
    mintu_buffer own = {0};
    mintu_field_type type = sheet->layer ? mintu_layer_field_type(sheet->layer, column) : MINTU_FIELD_TYPE_TEXT;
    if (name[0])
        mintu_buffer_text(&own, name);
    else
        mintu_buffer_format(&own, "column_%zu", column + 1);
    for (int again = 2; !own.failed && mintu_layer_field_find(layer, own.data) >= 0; again++) {
        mintu_buffer_clear(&own);
        mintu_buffer_format(&own, "%s_%d", name[0] ? name : "column", again);
    }
    return add_named(layer, &own, type, error);
}

static mintu_status add_fields(const mintu_batch *batch, mintu_layer *layer, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t column = 0; column < batch->sheet.columns && status == MINTU_STATUS_OK; column++)
        status = add_field(layer, &batch->sheet, column, error);
    for (size_t i = 0; i < mintu_result_count(batch->geocoder) && status == MINTU_STATUS_OK; i++) {
        mintu_buffer name = {0};
        add_result_name(&batch->sheet, i, &name);
        status = add_named(layer, &name, mintu_result_fields[i].type, error);
    }
    return status;
}

static mintu_status fill_row(const mintu_batch *batch, size_t row_index, mintu_layer *layer, mintu_error *error)
{
    const mintu_sheet *sheet = &batch->sheet;
    mintu_match match;
    mintu_row row = mintu_row_append(layer, error);
    for (size_t column = 0; column < sheet->columns; column++) {
        bool number = mintu_layer_field_type(layer, column) != MINTU_FIELD_TYPE_TEXT;
        if (sheet->layer && mintu_layer_is_null(sheet->layer, row_index, column))
            row.field++;
        else if (number)
            mintu_row_number(&row, mintu_layer_number(sheet->layer, row_index, column));
        else
            mintu_row_text(&row, mintu_sheet_text(sheet, row_index, column));
    }
    mintu_batch_match(batch, row_index, &match);
    return mintu_result_fill(batch->geocoder, mintu_batch_query(batch, row_index), &match, &row);
}

mintu_status mintu_batch_layer(mintu_context *context, const mintu_batch *batch, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, batch))
        return MINTU_STATUS_USAGE;
    if (batch->sheet.columns > MINTU_BATCH_COLUMNS)
        return mintu_fail(
            error, MINTU_STATUS_INPUT,
            "listing names: the file has %zu columns, of which a layer can have %d; write CSV, or name the columns "
            "that are needed in a smaller file",
            batch->sheet.columns, MINTU_BATCH_COLUMNS);
    mintu_status status = mintu_layer_new(context, "geocoded", error, out);
    if (status == MINTU_STATUS_OK)
        status = add_fields(batch, *out, error);
    for (size_t row = 0; row < batch->sheet.count && status == MINTU_STATUS_OK; row++)
        if ((status = mintu_context_steps(batch->context, row, (double)NAN, WRITING, error)) == MINTU_STATUS_OK)
            status = fill_row(batch, row, *out, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_result_note(batch->geocoder, &(mintu_buffer){0}, *out, error);
    return mintu_layer_end(status, out);
}
