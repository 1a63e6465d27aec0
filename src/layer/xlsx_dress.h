/* How a workbook's sheets look: the parts of its XML that say so, put into what the driver wrote. */
#ifndef LAYER_XLSX_DRESS_H
#define LAYER_XLSX_DRESS_H

#include "base/array.h"

#include <mintu/layer.h>

/* The begin of a sheet, to the end of its first row, with widths of columns, a first row that stays in view, and bold names. @p layer
 * gives the widths; NULL: two columns of notes. */
void mintu_xlsx_dress_head(const char *head, const mintu_layer *layer, bool position, mintu_buffer *out);

/* What stands between the end of the rows and that of the sheet: a filter over @p columns, 0: none. */
void mintu_xlsx_dress_filter(size_t columns, size_t rows, mintu_buffer *out);

/* The styles with a bold one, lines broken in all. */
void mintu_xlsx_dress_styles(const char *styles, mintu_buffer *out);

/* The list of sheets with a view for what stays in it. */
void mintu_xlsx_dress_book(const char *book, mintu_buffer *out);

#endif
