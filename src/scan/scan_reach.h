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

#endif
