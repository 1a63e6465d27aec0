/* What a cell of a table says: a number, a day, a word that stands for no value. Numbers are read as people write them: full-width digits,
 * groups of three with commas, per cent, 万 and 亿. */
#ifndef TABLE_CELL_VALUE_H
#define TABLE_CELL_VALUE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum mintu_cell_sense {
    MINTU_SENSE_EMPTY = 0,
    MINTU_SENSE_MISSING, /* a word for no value, where numbers or days are expected */
    MINTU_SENSE_INTEGER,
    MINTU_SENSE_REAL,
    MINTU_SENSE_CODE, /* digits that a number would lose: leading zeros, more than 15 of them */
    MINTU_SENSE_DATE,
    MINTU_SENSE_DATETIME,
    MINTU_SENSE_BOOLEAN,
    MINTU_SENSE_TEXT,
    MINTU_SENSE_END
} mintu_cell_sense;

/* The text without full-width forms, as numbers are compared. False when it is too long for one, or has other letters. */
enum { MINTU_FOLDED = 72 };
bool mintu_cell_fold(const char *text, char out[MINTU_FOLDED]);

/* What the text says; *number is set for numbers and booleans, *percent for numbers in per cent. */
mintu_cell_sense mintu_cell_read(const char *text, double *number, bool *percent);

/* A day or a day and a time as ISO 8601 has them (2014-11-01, 2014-11-01T08:00:00), of a text that is one. */
enum { MINTU_CELL_TIME = 48 };
mintu_cell_sense mintu_cell_time(const char *text, char out[MINTU_CELL_TIME]);

/* True when the text, without blanks around it, is one of the words with commas between them; a word that is a number also in another
 * writing of it. */
bool mintu_cell_listed(const char *text, const char *words);

/* Bytes of the text that a message shows: of its first line at most 40, at a whole character. */
int mintu_cell_shown(const char *text);

#endif
