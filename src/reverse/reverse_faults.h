/* Rows of a run that have no position, or were repaired, gathered by the reason: one finding for each kind. */
#ifndef REVERSE_REVERSE_FAULTS_H
#define REVERSE_REVERSE_FAULTS_H

#include "format/records.h"
#include "reverse/reverse.h"
#include "table/position_fault.h"
#include "table/row_groups.h"

/* Kinds beside those of positions; a row has all that hold of it. */
enum { MINTU_FAULT_FIELDS = 0, MINTU_FAULT_DAMAGE = MINTU_FAULT_END, MINTU_FAULT_REPAIRED };

typedef struct mintu_reverse_faults {
    mintu_row_groups groups;
    char texts[MINTU_ROW_GROUPS][512]; /* what the first row of each is told with, its place before it */
} mintu_reverse_faults;

/* One row's fault: its kind and, of words, the word; where it stands, with the column or 0, and what is said of it. */
typedef struct mintu_row_fault {
    int kind;
    const char *word, *path;
    int line, column;
    const char *text;
} mintu_row_fault;

void mintu_reverse_faults_add(mintu_reverse_faults *faults, const mintu_row_fault *fault);

/* Tells a finding for each kind, with the rows that are of it. */
void mintu_reverse_faults_tell(const mintu_reverse_faults *faults, mintu_context *context,
                               const mintu_reverse_options *options);

#endif
