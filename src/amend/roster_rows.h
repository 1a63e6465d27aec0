/* The table of a roster with the places of a file in it. */
#ifndef AMEND_ROSTER_ROWS_H
#define AMEND_ROSTER_ROWS_H

#include "amend/roster_file.h"

/* How the rows of a roster come to be. */
typedef struct mintu_roster_merge {
    const mintu_gazetteer *gazetteer;
    const mintu_roster_file *file;
    const mintu_table *table; /* as it is; NULL: a new one */
    const json_t *schema;     /* its fields */
    const char *source;       /* of the file */
    const char *id;           /* of the roster */
    size_t stated;
    bool whole; /* the file has as many places as are stated, so that it is the list */
    size_t rows, added, changed, removed;
} mintu_roster_merge;

/* Decides whether the file is the whole list, and counts. MINTU_STATUS_INPUT when more places come together than are stated. What is
 * kept and what is dropped is told. */
mintu_status mintu_roster_merge_plan(mintu_roster_merge *merge, const char *path, mintu_amend_told *told);

/* The table as CSV. What a column cannot hold is told and left as it was. */
void mintu_roster_merge_text(mintu_roster_merge *merge, mintu_amend_told *told, mintu_buffer *out);

/* Columns of a new roster's table. */
enum { MINTU_ROSTER_COLUMNS = 7 };
extern const char *const mintu_roster_columns[MINTU_ROSTER_COLUMNS];

#endif
