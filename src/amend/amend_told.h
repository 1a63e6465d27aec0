/* What an import tells of single rows. */
#ifndef AMEND_AMEND_TOLD_H
#define AMEND_AMEND_TOLD_H

#include "base/error.h"

#include <mintu/layer.h>

typedef struct mintu_amend_told {
    mintu_layer *layer;
    const char *file;
    size_t findings;
    mintu_status status; /* the first failure */
    mintu_error *error;
} mintu_amend_told;

/* Where a row stands in its file: its line, or where there are no lines its number from 1; both 0: nowhere. */
typedef struct mintu_amend_spot {
    size_t line, number;
} mintu_amend_spot;

mintu_amend_told mintu_amend_told_new(mintu_context *context, const char *path, mintu_error *error);

void mintu_amend_tell(mintu_amend_told *told, mintu_amend_spot spot, const char *name, const char *format, ...)
    MINTU_PRINTF(4, 5);
void mintu_amend_note(mintu_amend_told *told, mintu_amend_spot spot, const char *name, const char *format, ...)
    MINTU_PRINTF(4, 5);

/* MINTU_STATUS_USAGE for a text (NULL: none) that cannot stand in a table's cell and on maps: longer than 200 bytes, with line feeds or
 * control characters, or no UTF-8. @p what names it. */
mintu_status mintu_amend_text_check(const char *text, const char *what, mintu_error *error);

/* MINTU_STATUS_USAGE for a pipe, a folder or a device: files are read twice, and their checksum goes into the log. */
mintu_status mintu_amend_file_check(const char *path, mintu_error *error);

/* How the import ends: hands the layer to *findings or frees it, and turns success into MINTU_STATUS_FINDINGS where there are any. */
mintu_status mintu_amend_told_end(mintu_amend_told *told, mintu_status status, mintu_layer **findings);

#endif
