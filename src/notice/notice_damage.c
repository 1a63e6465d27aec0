#include "notice/notice_damage.h"

#include "notice/notice_marks.h"

#include <string.h>

enum { HEADINGS = 64 };

/* Headings met so far: a text that goes on below a new one may number anew, and say the same again. */
typedef struct headings {
    mintu_stretch titles[HEADINGS]; /* in the texts */
    size_t count, last;             /* last: sentence of the last new one */
} headings;

static void meet(const mintu_notice *notice, headings *h, size_t sentence, const mintu_marks *marks)
{
    const char *texts = notice->texts.data;
    mintu_stretch title = {notice->sentences[sentence].text + marks->title.start, marks->title.size};
    for (size_t i = 0; i < h->count; i++)
        if (h->titles[i].size == title.size && memcmp(texts + h->titles[i].start, texts + title.start, title.size) == 0)
            return;
    if (h->count < HEADINGS)
        h->titles[h->count++] = title;
    h->last = sentence;
}

/* A sentence of a run that bears a number, and has no new heading between the two places where it stands. */
static bool replaces(const mintu_notice *notice, mintu_numbering numbering, const headings *h, const mintu_sentence *run)
{
    for (size_t i = run->copy; i < run->copy + run->copies; i++) {
        mintu_marks marks;
        mintu_marks_read(notice, numbering, i, &marks);
        if ((marks.number > 0 || marks.before > 0) && (h->count == 0 || h->last <= i))
            return true;
    }
    return false;
}

bool mintu_notice_is_damaged(const mintu_notice *notice)
{
    headings h = {0};
    bool runs = false, damaged = notice->folded_count > MINTU_NOTICE_FOLDED;
    for (size_t i = 0; i < notice->sentence_count; i++)
        runs |= notice->sentences[i].copies > 0;
    mintu_numbering numbering = runs ? mintu_marks_numbering(notice) : MINTU_NUMBERING_BRACKETS;
    for (size_t i = 0; i < notice->sentence_count && !damaged; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        if (s->copies > 0) {
            damaged = replaces(notice, numbering, &h, s);
            continue;
        }
        mintu_marks marks;
        damaged = mintu_marks_lost(notice, i);
        if (!runs || damaged)
            continue;
        mintu_marks_read(notice, numbering, i, &marks);
        if (marks.section > 0)
            meet(notice, &h, i, &marks);
    }
    return damaged;
}
