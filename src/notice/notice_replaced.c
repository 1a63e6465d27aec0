/* Sentences whose place a repeat took. Repeats go through the text from its begin, each sentence once, and stand in place of as
 * many others. So a repeat at the place of h sentences means: between the two repeats that lead up to that place and on from it,
 * h sentences stand that are not repeats. Where just h can be meant, they are those. */
#include "notice/notice_replaced.h"

#include "notice/notice_data.h"

#include <stdlib.h>
#include <string.h>

/* The next run at or behind @p at. */
static size_t next_run(const mintu_notice *notice, size_t at)
{
    while (at < notice->sentence_count && notice->sentences[at].copies == 0)
        at++;
    return at;
}

/* Sentences between the parts of the text that two runs repeat, when all of them were replaced; 0 otherwise. */
static size_t count_replaced(const mintu_notice *notice, const mintu_sentence *run, const mintu_sentence *next)
{
    size_t count = 0;
    for (size_t i = run->copy + run->copies; i < next->copy; i++) {
        if (notice->sentences[i].copies == 0)
            return 0;
        count += notice->sentences[i].copies;
    }
    return count;
}

/* The item that goes on between two runs; 0 when a number may be among what was replaced. */
static int item_between(const mintu_notice *notice, const mintu_sentence *run, const mintu_sentence *next)
{
    const mintu_sentence *last = &notice->sentences[run->copy + run->copies - 1], *first = &notice->sentences[next->copy];
    bool same = first->head > 0 ? first->head == last->item + 1 : first->item == last->item;
    return same ? last->item : 0;
}

/* Which sentences are repeated later, and so stand at their own place; to be freed, NULL when memory ran out. */
static bool *mark_repeated(const mintu_notice *notice)
{
    bool *repeated = calloc(notice->sentence_count + 1, sizeof *repeated);
    for (size_t at = next_run(notice, 0); repeated && at < notice->sentence_count; at = next_run(notice, at + 1))
        memset(repeated + notice->sentences[at].copy, true, notice->sentences[at].copies);
    return repeated;
}

/* Sentences between two runs, and which sentences stand at their own place. */
typedef struct between {
    const bool *repeated;
    size_t from, to;
} between;

static size_t count_candidates(const mintu_notice *notice, const between *b, size_t most)
{
    size_t count = 0;
    for (size_t i = b->from; i < b->to && count <= most; i++)
        count += notice->sentences[i].head == 0 && !b->repeated[i];
    return count;
}

static void assign(mintu_notice *notice, const between *b, int item)
{
    for (size_t i = 0; i < notice->piece_count; i++) {
        mintu_notice_piece *piece = &notice->pieces[i];
        mintu_sentence *s = &notice->sentences[piece->sentence];
        if (piece->decided || piece->sentence < b->from || piece->sentence >= b->to || s->head > 0 ||
            b->repeated[piece->sentence])
            continue;
        piece->item = s->item = item;
        piece->other = 0;
        piece->decided = true;
    }
}

void mintu_notice_replaced(mintu_notice *notice)
{
    enum { MOST = 64, RUNS = 1000 }; /* beyond, nothing is decided: the time stays linear in the text */
    size_t runs = 0;
    for (size_t i = 0; i < notice->sentence_count; i++)
        runs += notice->sentences[i].copies > 0;
    if (runs > RUNS)
        return;
    bool *repeated = mark_repeated(notice);
    notice->failed |= !repeated;
    size_t at = repeated ? next_run(notice, 0) : notice->sentence_count, to;
    for (; at < notice->sentence_count && (to = next_run(notice, at + 1)) < notice->sentence_count; at = to) {
        const mintu_sentence *run = &notice->sentences[at], *next = &notice->sentences[to];
        size_t count = count_replaced(notice, run, next);
        int item = item_between(notice, run, next);
        const between b = {repeated, at + 1, to};
        if (count > 0 && count <= MOST && item > 0 && count_candidates(notice, &b, count) == count)
            assign(notice, &b, item);
    }
    free(repeated);
}
