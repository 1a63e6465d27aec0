/* A table that was pasted with a cell on each line: its lines are rows again. */
#ifndef NOTICE_NOTICE_CELLS_H
#define NOTICE_NOTICE_CELLS_H

#include "notice/notice_data.h"

/* How a sentence goes on from the one before it: LISTED is another name in its cell; MINTU_CELLS_JOINED and more say how many bars
 * stand between the two. */
enum { MINTU_CELLS_NONE = 0, MINTU_CELLS_ROW, MINTU_CELLS_LISTED, MINTU_CELLS_JOINED };

/* For each sentence of the text, repeats in their places; NULL when no such table is in it, or memory ran out. To be freed. */
unsigned char *mintu_notice_cells(mintu_notice *notice);

#endif
