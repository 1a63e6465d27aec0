/* A map as a part of a larger page, whose rest is another's: a panel beside or below it, and pages before and after it in one file. */
#ifndef MAP_MAP_SHEET_H
#define MAP_MAP_SHEET_H

#include "furniture/furniture.h"

typedef struct mintu_map_sheet {
    double beside, below; /* mm of the page that the map leaves free at the right, and at the bottom */
    bool usual;           /* the scale is one of those that series of maps have */
    mintu_canvas *book;   /* whose next page the map is, without being written; NULL: it is a file of its own */
    const char *bookmark; /* of the page in a book; NULL: the map's title */
    /* Draws what is on the page besides the map, when that is drawn. */
    mintu_status (*paint)(void *of, mintu_furniture *furniture, mintu_error *error);
    void *of;
} mintu_map_sheet;

#endif
