/* The report of a check: one row per gate, with the first problem found and how many there are. */
#ifndef GAZETTEER_CHECK_REPORT_H
#define GAZETTEER_CHECK_REPORT_H

#include "base/array.h"
#include "base/error.h"

#include <mintu/layer.h>

/* Keeps its first failure, after which it takes no more gates: status is asked once at the end. */
typedef struct mintu_report {
    mintu_layer *layer;
    size_t findings;
    mintu_status status;
    mintu_error *error; /* may be NULL */
} mintu_report;

/* What is being checked of a resource. Freed by reporting it. */
typedef struct mintu_gate {
    const char *resource, *what; /* "places", "header equals the schema" */
    mintu_buffer problem;        /* the first */
    size_t problems;
    double count, stated; /* NaN: does not apply */
    bool note;            /* a problem that was expected, and no finding */
    bool failed;          /* memory ran out */
} mintu_gate;

mintu_gate mintu_gate_new(const char *resource, const char *what);
void mintu_gate_problem(mintu_gate *gate, mintu_where where, const char *format, ...) MINTU_PRINTF(3, 4);

/* Forgets the problems. */
void mintu_gate_clear(mintu_gate *gate);

/* Opens the report's layer. */
mintu_report mintu_report_new(mintu_context *context, mintu_error *error);

/* Adds the gate's row and frees the gate. */
void mintu_report_gate(mintu_report *report, mintu_gate *gate);

/* What came of reading a part of the package: input that is wrong is a problem of the gate, any other failure one of the report. */
void mintu_report_reading(mintu_report *report, mintu_status status, const mintu_error *problem, mintu_gate *gate);

/* Memory ran out. */
void mintu_report_fail_memory(mintu_report *report);

#endif
