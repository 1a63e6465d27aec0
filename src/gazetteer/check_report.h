/* The report of a check: one row per gate, with the first problem found and how many there are. */
#ifndef GAZETTEER_CHECK_REPORT_H
#define GAZETTEER_CHECK_REPORT_H

#include "base/array.h"
#include "base/error.h"

#include <mintu/layer.h>

typedef struct mintu_report {
    mintu_layer *layer;
    size_t findings;
} mintu_report;

/* What is being checked of a resource. Zero-initialise with the texts; free with mintu_gate_free() or by reporting it. */
typedef struct mintu_gate {
    const char *resource, *what; /* "places", "header equals the schema" */
    mintu_buffer problem;        /* the first */
    size_t problems;
    double count, stated; /* NaN: does not apply */
    bool note;            /* a problem that was expected, and no finding */
} mintu_gate;

mintu_gate mintu_gate_new(const char *resource, const char *what);
void mintu_gate_problem(mintu_gate *gate, mintu_where where, const char *format, ...) MINTU_PRINTF(3, 4);
void mintu_gate_free(mintu_gate *gate);

/* Opens the report's layer. */
mintu_status mintu_report_new(mintu_context *context, mintu_error *error, mintu_report *out);

/* Adds the gate's row and frees the gate. */
mintu_status mintu_report_gate(mintu_report *report, mintu_gate *gate, mintu_error *error);

#endif
