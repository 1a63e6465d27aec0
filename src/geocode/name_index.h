/* All names of all places, by normal form. */
#ifndef GEOCODE_NAME_INDEX_H
#define GEOCODE_NAME_INDEX_H

#include "base/text_store.h"
#include "base/textmap.h"
#include "gazetteer/gazetteer_data.h"
#include "geocode/normalise.h"

#include <mintu/geocode.h>

/* One name of one place. Names with the same normal form are chained. */
typedef struct mintu_index_entry {
    size_t place, next; /* SIZE_MAX ends the chain */
    mintu_match_kind kind;
    bool loose; /* leaves out the nationality that the official name has before its type: 穆云乡 for 穆云畲族乡 */
    bool bound; /* only behind a unit: the short name of a unit that is gone, 大练 for 大练乡, is an ordinary word without it */
    bool alive; /* a name with a period of its own, which holds on the date: a unit that went into this one later */
} mintu_index_entry;

typedef struct mintu_index {
    const mintu_gazetteer *gazetteer;
    int date;
    mintu_textmap first; /* normal form to its first entry */
    mintu_index_entry *entries;
    size_t count, room;
    mintu_text_store keys; /* the normal forms, which the map borrows */
} mintu_index;

/* Indexes the names as of @p date. *out must be freed, also after a failure. */
mintu_status mintu_index_build(const mintu_gazetteer *gazetteer, int date, mintu_error *error, mintu_index *out);
void mintu_index_free(mintu_index *index);

/* First entry of a normal form, or NULL; the next of a chain, or NULL. */
const mintu_index_entry *mintu_index_find(const mintu_index *index, const char *key, size_t size);
const mintu_index_entry *mintu_index_next(const mintu_index *index, const mintu_index_entry *entry);

/* The entry of a normal form that is a name of the place, or NULL. */
const mintu_index_entry *mintu_index_find_place(const mintu_index *index, const char *key, size_t size, size_t place);

#endif
