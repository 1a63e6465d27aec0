/* Whether a name begins where a word of the text does, or is the rest of a longer name: 廿八都镇, 小龙门镇. */
#ifndef SCAN_SCAN_BOUNDS_H
#define SCAN_SCAN_BOUNDS_H

#include <stdbool.h>
#include <stddef.h>
#include <unicode/ubrk.h>

/* True when a name that begins at @p at is none that goes on from the character before. */
bool mintu_scan_begins(const char *text, size_t at);

/* A name in a text. */
typedef struct mintu_scan_text_part {
    const char *text;
    size_t size, start, end;
} mintu_scan_text_part;

/* True when the name is a word of its own, as ICU's dictionary parts the text around it. *kept is NULL at first, and to be closed. */
bool mintu_scan_parts(UBreakIterator **kept, const mintu_scan_text_part *part);

/* True when a name that begins at part->start follows a word, and not the begin of a longer name: 尧|龙山镇. */
bool mintu_scan_follows_word(UBreakIterator **kept, const mintu_scan_text_part *part);

#endif
