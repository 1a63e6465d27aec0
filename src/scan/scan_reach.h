/* How closely two words of a text belong together, by what stands between them. */
#ifndef SCAN_SCAN_REACH_H
#define SCAN_SCAN_REACH_H

#include <stdbool.h>
#include <stddef.h>

typedef enum mintu_scan_reach {
    MINTU_SCAN_REACH_JOINED = 0, /* nothing, 的, a separator of lists, a colon, a bracket */
    MINTU_SCAN_REACH_CLAUSE,     /* no comma, and no end of a sentence */
    MINTU_SCAN_REACH_SENTENCE,   /* no end of a sentence, or one behind which 该市 goes on, or a colon that ends the line */
    MINTU_SCAN_REACH_BLOCK,      /* no blank line */
    MINTU_SCAN_REACH_FAR
} mintu_scan_reach;

/* What stands from @p from up to @p to. */
mintu_scan_reach mintu_scan_reach_read(const char *text, size_t from, size_t to);

/* True when what begins at @p start and ends at @p end is a heading: alone in its line but for a number and a colon. */
bool mintu_scan_reach_heads(const char *text, size_t size, size_t start, size_t end);

/* True when it is in a line of its own that is a title, which may have more words: 附件：浙江省建德市试点乡镇名单. */
bool mintu_scan_reach_titles(const char *text, size_t size, size_t start, size_t end);

/* True when it begins a line but for numbers, brackets and words like 近日. */
bool mintu_scan_reach_begins(const char *text, size_t start);

/* True when the clause goes on as one that tells where news are from: 从建德市了解到. */
bool mintu_scan_reach_learns(const char *text, size_t size, size_t end);

#endif
