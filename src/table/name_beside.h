/* Names of columns of results beside those of a user's table. */
#ifndef TABLE_NAME_BESIDE_H
#define TABLE_NAME_BESIDE_H

#include "base/array.h"

/* Adds @p name; mintu_NAME, or mintu_NAME_2 and so on, where the table has a column of that name already. @p taken says so. */
void mintu_name_beside(const void *table, bool (*taken)(const void *table, const char *name), const char *name,
                       mintu_buffer *out);

#endif
