/* A query taken apart where its writer did: at commas, and in Latin script at spaces. */
#ifndef GEOCODE_NAME_WORDS_H
#define GEOCODE_NAME_WORDS_H

#include "geocode/parse.h"

enum { MINTU_SEGMENTS = 8 };

/* The normal forms of the segments between commas, one after the other. */
typedef struct mintu_words {
    char text[MINTU_NAME_SIZE];
    bool starts[MINTU_NAME_SIZE];              /* Latin: where a word begins; of a single word every letter counts */
    size_t size, segments[MINTU_SEGMENTS + 1]; /* where segments begin, and the end */
    size_t count;
    bool latin;  /* without a character beyond ASCII */
    bool failed; /* too long, or too many segments */
} mintu_words;

/* Takes the query apart. size is 0 when it is no name, or has too many segments. The name of the country is left out. */
mintu_status mintu_words_read(const char *query, mintu_error *error, mintu_words *out);

/* The segments in reverse: the smaller unit may stand first, Shuitou, Nan'an. False when there is only one. */
bool mintu_words_reverse(const mintu_words *words, mintu_words *out);

/* The text as a path of names. Borrows from @p words. */
mintu_reading mintu_words_reading(const mintu_words *words);

#endif
