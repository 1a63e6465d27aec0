#include "notice/notice_label.h"

#include "scan/scan_words.h"

#include <string.h>

static size_t blanks_at(const char *text, size_t size, size_t at)
{
    static const char *const blanks[] = {" ", "　", "\xC2\xA0", NULL};
    size_t used, start = at;
    while (at < size && (used = mintu_scan_word_at(blanks, text, size, at)) > 0)
        at += used;
    return at - start;
}

/* Bytes of a text that are a word with blanks anywhere in it; 0 when they are not. */
static size_t spaced(const mintu_notice_word *word, const char *text, size_t size)
{
    size_t at = 0;
    for (size_t i = 0; i < word->size;) {
        size_t step = mintu_notice_step(word->text + i, word->size - i);
        if (size - at < step || memcmp(text + at, word->text + i, step) != 0)
            return 0;
        at += step;
        i += step;
        if (i < word->size)
            at += blanks_at(text, size, at);
    }
    return at;
}

static const mintu_notice_word *longest(const mintu_notice *notice, const char *text, size_t size, size_t *used)
{
    const mintu_notice_word_list *labels = &notice->words.kinds[MINTU_NOTICE_WORD_LABEL];
    const mintu_notice_word *best = NULL;
    size_t count;
    const unsigned short *like = mintu_notice_words_like(labels, text, size, &count);
    *used = 0;
    for (size_t i = 0; i < count; i++) {
        const mintu_notice_word *label = &labels->items[like[i]];
        size_t length = spaced(label, text, size);
        if (length > *used) {
            *used = length;
            best = label;
        }
    }
    return best;
}

const mintu_notice_word *mintu_notice_label_at(const mintu_notice *notice, const char *text, size_t size, size_t *end)
{
    static const char *const colons[] = {"：", ":", "﹕", "︰", "为：", "为:", "是：", NULL};
    size_t used, colon;
    const mintu_notice_word *label = longest(notice, text, size, &used);
    if (!label)
        return NULL;
    used += blanks_at(text, size, used);
    colon = used < size ? mintu_scan_word_at(colons, text, size, used) : 0;
    *end = used + colon;
    *end += colon > 0 ? blanks_at(text, size, *end) : 0;
    return colon > 0 ? label : NULL;
}

const mintu_notice_word *mintu_notice_label_is(const mintu_notice *notice, const char *text, size_t size)
{
    size_t used;
    const mintu_notice_word *label = longest(notice, text, size, &used);
    return label && used == size ? label : NULL;
}

bool mintu_notice_label_charges(const mintu_notice_word *label)
{
    static const char *const roles[] = {"lead", "support", "responsible", "joint"};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcmp(label->meaning, roles[i]) == 0)
            return true;
    return false;
}
