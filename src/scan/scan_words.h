/* The vocabulary by which the scan tells a name of a place from an ordinary word: Chinese administrative language, no names.
 * All tables stand in scan_words.c. */
#ifndef SCAN_SCAN_WORDS_H
#define SCAN_SCAN_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* What stands on one side of a name, the weakest first. */
typedef enum mintu_scan_cue {
    MINTU_SCAN_CUE_NONE = 0,
    MINTU_SCAN_CUE_CLAUSE,      /* punctuation, a figure, a Latin letter */
    MINTU_SCAN_CUE_LINE,        /* begin or end of a line */
    MINTU_SCAN_CUE_SEPARATOR,   /* 、 or a word like 和 */
    MINTU_SCAN_CUE_WORD,        /* a word that goes with names of places: 指导, 保障房 */
    MINTU_SCAN_CUE_STRONG,      /* a word that goes with hardly anything else: 位于, 现场会 */
    MINTU_SCAN_CUE_ORGANISATION /* after a name: an authority: 人民政府 */
} mintu_scan_cue;

/* What stands before the byte @p at, and what stands at it. */
mintu_scan_cue mintu_scan_left(const char *text, size_t at);
mintu_scan_cue mintu_scan_right(const char *text, size_t size, size_t at);

/* True when the name that ends at @p at goes on into another word: with its type, 乡|镇, 市|场; without, 路, 村, a type. */
bool mintu_scan_full_breaks(const char *text, size_t size, size_t at);
bool mintu_scan_short_breaks(const char *text, size_t size, size_t at);

/* True for a word that is no name without more: 建设, 城关. */
bool mintu_scan_is_ordinary(const char *word, size_t size);

/* True when what stands at @p at makes a short name before it one of a river, a mountain, an airport or a sight. */
bool mintu_scan_is_thing(const char *text, size_t size, size_t at);

/* True for a word that with the type of a unit may still be none: 新城区. */
bool mintu_scan_is_vague(const char *word, size_t size);

/* True when the name ends with a type of unit. */
bool mintu_scan_has_type(const char *name, size_t size);

/* True when what is around the name makes it where a report comes from: 本报建德讯, 建德3月1日电. */
bool mintu_scan_is_dateline(const char *text, size_t size, size_t start, size_t end);

/* True when a name may begin behind the one character before @p at: 到, 的, 该. */
bool mintu_scan_is_function(const char *text, size_t at);

/* True when a unit's name, which the package does not have, seems to end just before @p at: 平阳县|水头镇. */
bool mintu_scan_foreign_before(const char *text, size_t at);

/* False for most bytes that end no sentence and begin nothing that does. */
static inline bool mintu_scan_may_stop(char byte)
{
    return byte == '\n' || byte == '\0' || byte == '!' || byte == '?' || byte == '\xE3' || byte == '\xEF';
}

/* Length of what ends a sentence at @p at, 0 when nothing does. */
size_t mintu_scan_stop(const char *text, size_t size, size_t at);

/* Length of a list separator at @p at, 0 when there is none; of a bracket, opening or closing, of either width. */
size_t mintu_scan_separator(const char *text, size_t size, size_t at);
size_t mintu_scan_opening(const char *text, size_t size, size_t at);
size_t mintu_scan_closing(const char *text, size_t size, size_t at);

/* Length of the longest word of the list that the text has at, or that ends just before, @p at; 0 when there is none. Lists end
 * with NULL. */
size_t mintu_scan_word_at(const char *const *words, const char *text, size_t size, size_t at);
size_t mintu_scan_word_before(const char *const *words, const char *text, size_t at);

#endif
