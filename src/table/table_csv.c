#include "table/table_csv.h"

#include "base/ascii.h"
#include "base/message.h"
#include "table/head_find.h"

static const char doing[] = N_("reading a layer");

static bool has_wkt(const mintu_record *header)
{
    for (size_t i = 0; i < header->count; i++)
        if (mintu_ascii_compare(mintu_record_text(header, i), "wkt") == 0)
            return true;
    return false;
}

mintu_status mintu_csv_layer(mintu_context *context, const mintu_table_names *names, const mintu_buffer *content,
                             mintu_error *error, bool *wkt, mintu_layer **out)
{
    mintu_records *records = NULL;
    mintu_headed *rows = NULL;
    *out = NULL;
    mintu_status status = content ? mintu_records_open_text(names->path, content, doing, error, &records)
                                  : mintu_records_open(names->path, doing, error, &records);
    if (status == MINTU_STATUS_OK)
        status = mintu_headed_open(context, mintu_records_source(records, names->path, doing), error, &rows);
    *wkt = status == MINTU_STATUS_OK && has_wkt(mintu_headed_names(rows));
    if (status == MINTU_STATUS_OK && !*wkt)
        status = mintu_table_layer(context, rows, names, error, out);
    mintu_told told = records ? mintu_records_told(records) : (mintu_told){0};
    if (status == MINTU_STATUS_OK && told.encoding && !*wkt)
        mintu_context_notice(context, MINTU_TOLD, names->path, told.line, told.encoding);
    mintu_headed_close(rows);
    mintu_records_close(records);
    return status;
}
