/* Names taken apart for fuzzy lookups: the characters and sounds of the name without its type, and the type. */
#ifndef GEOCODE_FUZZY_FORMS_H
#define GEOCODE_FUZZY_FORMS_H

#include "geocode/name_index.h"
#include "geocode/pinyin.h"

enum { MINTU_FUZZY_SYMBOLS = 24 }; /* characters of a name, or letters of a Latin one; longer names are left out */

/* One name of one place. */
typedef struct mintu_form {
    size_t place, symbols; /* where its symbols begin */
    unsigned char count;
    bool latin;
    const char *type; /* "" without one */
} mintu_form;

typedef struct mintu_forms {
    mintu_form *items;
    size_t count, room;
    char32_t *characters;      /* of all forms */
    mintu_syllable *syllables; /* likewise; 0 in a Latin form or when unknown */
    size_t symbol_count, character_room, syllable_room;
    mintu_pinyin pinyin;
} mintu_forms;

/* Zero-initialised *out must be freed, also after a failure. */
mintu_status mintu_forms_build(const mintu_index *index, mintu_error *error, mintu_forms *out);
void mintu_forms_free(mintu_forms *forms);

/* Characters of the first @p size bytes; 0 when there are none, or too many. */
size_t mintu_forms_characters(const char *text, size_t size, char32_t out[MINTU_FUZZY_SYMBOLS]);

#endif
