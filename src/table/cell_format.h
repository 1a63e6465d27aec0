/* Which numbers of a workbook are days and times, and these as ISO 8601 has them. */
#ifndef TABLE_CELL_FORMAT_H
#define TABLE_CELL_FORMAT_H

#include "table/cell_value.h"

typedef enum mintu_cell_format {
    MINTU_FORMAT_NUMBER = 0,
    MINTU_FORMAT_DATE,
    MINTU_FORMAT_DATETIME,
    MINTU_FORMAT_TIME,
    MINTU_FORMAT_ELAPSED /* hours that go on beyond 24 */
} mintu_cell_format;

/* Of a number of a format that needs no code in the file, and of a code such as yyyy-mm-dd hh:mm. */
mintu_cell_format mintu_cell_format_known(int number);
mintu_cell_format mintu_cell_format_code(const char *code);

/* A number of days as text: a day whose format shows no time keeps the time that it has. @p since_1904: counted from 1904-01-01. False
 * when it is none that a calendar has. */
bool mintu_cell_format_write(double days, mintu_cell_format format, bool since_1904, char out[MINTU_CELL_TIME]);

#endif
