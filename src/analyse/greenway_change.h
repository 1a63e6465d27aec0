/* The lines after a change, which what-if questions are asked of. */
#ifndef ANALYSE_GREENWAY_CHANGE_H
#define ANALYSE_GREENWAY_CHANGE_H

#include <mintu/greenway.h>

enum { MINTU_LINES_ADDED = 4 }; /* the field added of the lines after */

#endif
