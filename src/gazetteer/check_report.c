#include "gazetteer/check_report.h"

#include "base/message.h"
#include "gazetteer/place_rows.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

mintu_gate mintu_gate_new(const char *resource, const char *what)
{
    return (mintu_gate){.resource = resource, .what = what, .count = (double)NAN, .stated = (double)NAN};
}

/* FILE:LINE:COLUMN, the folder left out: a report is the same wherever the package lies. */
static void add_where(mintu_buffer *text, mintu_where where)
{
    if (!where.source || !where.source[0])
        return;
    const char *slash = strrchr(where.source, '/');
    mintu_buffer_text(text, slash ? slash + 1 : where.source);
    if (where.line)
        mintu_buffer_format(text, ":%d", where.line);
    if (where.line && where.column)
        mintu_buffer_format(text, ":%d", where.column);
    mintu_buffer_text(text, ": ");
}

void mintu_gate_problem(mintu_gate *gate, mintu_where where, const char *format, ...)
{
    if (gate->problems++)
        return;
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, mintu_answer_message(format), arguments);
    va_end(arguments);
    add_where(&gate->problem, where);
    mintu_buffer_text(&gate->problem, text);
}

void mintu_gate_clear(mintu_gate *gate)
{
    mintu_buffer_free(&gate->problem);
    gate->problems = 0;
}

mintu_report mintu_report_new(mintu_context *context, mintu_error *error)
{
    static const mintu_field fields[] = {{"resource", MINTU_FIELD_TYPE_TEXT},
                                         {"status", MINTU_FIELD_TYPE_TEXT},
                                         {"count", MINTU_FIELD_TYPE_INTEGER},
                                         {"stated", MINTU_FIELD_TYPE_INTEGER},
                                         {"text", MINTU_FIELD_TYPE_TEXT}};
    mintu_report report = {.error = error};
    report.status = mintu_rows_new(context, "check", fields, sizeof fields / sizeof fields[0], error, &report.layer);
    return report;
}

void mintu_report_fail_memory(mintu_report *report)
{
    if (report->status == MINTU_STATUS_OK)
        report->status = mintu_fail_memory(report->error, "checking the data package");
}

void mintu_report_reading(mintu_report *report, mintu_status status, const mintu_error *problem, mintu_gate *gate)
{
    if (status == MINTU_STATUS_INPUT)
        mintu_gate_problem(gate, (mintu_where){problem->source, problem->line, problem->column}, "%s", problem->text);
    else if (status != MINTU_STATUS_OK && report->status == MINTU_STATUS_OK) {
        report->status = status;
        if (report->error)
            *report->error = *problem;
    }
}

void mintu_report_gate(mintu_report *report, mintu_gate *gate)
{
    static const char *const texts[] = {"ok", "note", "finding"};
    int kind = gate->problems == 0 ? 0 : gate->note ? 1 : 2;
    mintu_buffer text = {0};
    mintu_buffer_text(&text, mintu_message(gate->what));
    if (gate->problems)
        mintu_buffer_format(&text, ": %s", gate->problem.data ? gate->problem.data : "");
    if (gate->problems > 1)
        mintu_buffer_format(&text, mintu_message(" (and %zu more)"), gate->problems - 1);
    if (text.failed || gate->problem.failed || gate->failed)
        mintu_report_fail_memory(report);
    if (report->status == MINTU_STATUS_OK) {
        mintu_row row = mintu_row_append(report->layer, report->error);
        mintu_row_text(&row, gate->resource);
        mintu_row_text(&row, texts[kind]);
        mintu_row_number(&row, gate->count);
        mintu_row_number(&row, gate->stated);
        mintu_row_text(&row, text.data);
        report->status = row.status;
    }
    report->findings += kind == 2;
    mintu_buffer_free(&text);
    mintu_gate_clear(gate);
}
