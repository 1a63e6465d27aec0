/* The words by which a notice is read: notice_words.csv and agencies.csv of the data package; and numbers in figures and words. */
#ifndef NOTICE_NOTICE_WORDS_H
#define NOTICE_NOTICE_WORDS_H

#include "gazetteer/gazetteer_data.h"

typedef enum mintu_notice_word_kind {
    MINTU_NOTICE_WORD_ROLE,
    MINTU_NOTICE_WORD_WITH,
    MINTU_NOTICE_WORD_LABEL,
    MINTU_NOTICE_WORD_CLASS,
    MINTU_NOTICE_WORD_UNIT,
    MINTU_NOTICE_WORD_NOTUNIT,
    MINTU_NOTICE_WORD_PER,
    MINTU_NOTICE_WORD_BOUND,
    MINTU_NOTICE_WORD_AMOUNT,
    MINTU_NOTICE_WORD_ALL,
    MINTU_NOTICE_WORD_QUOTED,
    MINTU_NOTICE_WORD_VERB,
    MINTU_NOTICE_WORD_STRIP, /* may stand between what is counted and its number */
    MINTU_NOTICE_WORD_LOST,
    MINTU_NOTICE_WORD_BODY,   /* what names of bodies end with: 厅, 人民政府 */
    MINTU_NOTICE_WORD_ALWAYS, /* a time that is no date: 长期坚持 */
    MINTU_NOTICE_WORD_OFFICE, /* what names of offices end with in any text: 街道办事处, 财政局, which "alone" is one */
    MINTU_NOTICE_WORD_UNDATED, /* a time of which the day is not known: 春节前 */
    MINTU_NOTICE_WORD_AGENCY,  /* meaning: the name that is the key of agencies.csv */
    MINTU_NOTICE_WORD_END
} mintu_notice_word_kind;

typedef struct mintu_notice_word {
    const char *text, *meaning;
    size_t size;
    bool group; /* an agency without a full name of its own: 各市、县（区）政府 */
} mintu_notice_word;

enum { MINTU_NOTICE_WORD_SIGNS = 1024 }; /* what characters are folded to */

/* The words of a list by their first, or their last, character: those of a folded one begin at its entry. */
typedef struct mintu_notice_word_order {
    unsigned short *items, begin[MINTU_NOTICE_WORD_SIGNS + 1];
} mintu_notice_word_order;

typedef struct mintu_notice_word_list {
    mintu_notice_word *items;
    size_t count, room;
    mintu_notice_word_order first, last;
} mintu_notice_word_list;

/* Texts are borrowed from the tables, or live in `aliases`. Zero-initialise. */
typedef struct mintu_notice_words {
    mintu_table *words, *agencies;
    mintu_notice_word_list kinds[MINTU_NOTICE_WORD_END];
    const char *place; /* class of a place that is named, as place_classes.csv has it */
    char **aliases;
    size_t alias_count, alias_room;
} mintu_notice_words;

/* *out must be freed, also after a failure. */
mintu_status mintu_notice_words_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_notice_words *out);
void mintu_notice_words_free(mintu_notice_words *words);

/* The longest word of a kind that the text begins with, or ends with; NULL when there is none. */
const mintu_notice_word *mintu_notice_word_at(const mintu_notice_words *words, mintu_notice_word_kind kind, const char *text,
                                              size_t size);
const mintu_notice_word *mintu_notice_word_before(const mintu_notice_words *words, mintu_notice_word_kind kind,
                                                  const char *text, size_t size);

/* False when no word of the list can begin with the first character of the text. */
bool mintu_notice_word_may(const mintu_notice_word_list *list, const char *text, size_t size);

/* The words that may begin as the text does: their numbers, and how many. */
const unsigned short *mintu_notice_words_like(const mintu_notice_word_list *list, const char *text, size_t size, size_t *count);

/* Bytes of the first character of a text, which is not empty: 3 for Han characters and their punctuation, else 1. */
size_t mintu_notice_step(const char *text, size_t size);

/* Length of a number at the begin of the text (15, １５, 1.5, 十五, 二百, 半), 0 when there is none. */
size_t mintu_notice_number(const char *text, size_t size, double *out);

#endif
