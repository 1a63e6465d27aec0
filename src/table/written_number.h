/* A number with what people write about it: a unit, the sign of a currency, brackets for a negative one, a decimal comma. Whether it is one
 * is for the whole column to say (column_forms.h). */
#ifndef TABLE_WRITTEN_NUMBER_H
#define TABLE_WRITTEN_NUMBER_H

#include <stdbool.h>

typedef struct mintu_written {
    double number;
    const char *unit; /* one of its names, the same for all that mean it; NULL: none */
    bool bracketed;   /* negative by brackets around it, or by a minus behind it */
} mintu_written;

/* False for what can be none by how it begins, as most texts cannot. */
bool mintu_written_begins(const char *text);

/* False for what is no such number, and for one that has nothing about it. */
bool mintu_written_read(const char *text, mintu_written *out);

/* A number whose comma is its decimal point; *certain is false when it may as well part thousands, as in 1,234. */
bool mintu_written_comma(const char *text, double *number, bool *certain);

/* A number whose points part thousands where the comma is the decimal point: 1.234, 1.234.567. */
bool mintu_written_groups(const char *text, double *number);

#endif
