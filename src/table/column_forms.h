/* Columns whose numbers have something about them: units, currencies, brackets, decimal commas. */
#ifndef TABLE_COLUMN_FORMS_H
#define TABLE_COLUMN_FORMS_H

#include "base/context.h"
#include "layer/layer_data.h"

#include <stdbool.h>

typedef struct mintu_table_lines {
    const char *path;
    const int *lines; /* of each row, in the file or the sheet; NULL: rows have but numbers */
    char delimiter;   /* of a text file; 0 elsewhere */
} mintu_table_lines;

/* What stands behind the path in a message: ":12", or ": row 11". Rows count from 1. */
enum { MINTU_TABLE_MARK = 32 };
const char *mintu_table_mark(const mintu_table_lines *where, size_t row, char out[MINTU_TABLE_MARK]);

/* Makes the texts of a column plain where all of it says that they are numbers of one kind; what was done is told. False, and told with
 * the row, when it is doubtful which numbers are meant: the column stays as it is. */
bool mintu_column_forms(mintu_context *context, mintu_layer *layer, size_t field, const mintu_table_lines *where);

#endif
