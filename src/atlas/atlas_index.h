/* The places that the maps label, each with its page and cell, and the lists at the end of the book. */
#ifndef ATLAS_ATLAS_INDEX_H
#define ATLAS_ATLAS_INDEX_H

#include "furniture/furniture.h"

#include <mintu/gazetteer.h>

typedef struct mintu_atlas_entry {
    char *name;
    size_t page;
    char cell[16];
} mintu_atlas_entry;

typedef struct mintu_atlas_index {
    mintu_atlas_entry *entries;
    size_t count, room;
} mintu_atlas_index;

/* Adds the labelled places of a page that lie in what the map is about, not the units that it lies in. */
void mintu_atlas_index_add(mintu_atlas_index *index, const mintu_furniture *furniture, const mintu_gazetteer *gazetteer,
                           size_t page);

typedef enum mintu_atlas_order { MINTU_ATLAS_PINYIN = 0, MINTU_ATLAS_STROKES, MINTU_ATLAS_LETTERS } mintu_atlas_order;

/* Sorts the entries, and those of one name by page. */
mintu_status mintu_atlas_index_sort(mintu_atlas_index *index, mintu_atlas_order order, mintu_error *error);

/* What a name comes under: a letter, or a number of strokes; "" where there is none. */
typedef struct mintu_atlas_group {
    char text[24];
} mintu_atlas_group;
mintu_status mintu_atlas_index_groups(const mintu_atlas_index *index, mintu_atlas_order order, mintu_error *error,
                                      mintu_atlas_group *out);

void mintu_atlas_index_free(mintu_atlas_index *index);

#endif
