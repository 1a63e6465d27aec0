#include "notice/notice_paragraph.h"

#include "notice/notice_clause.h"
#include "notice/notice_clause_is.h"
#include "notice/notice_label.h"
#include "notice/notice_reading.h"
#include "scan/scan_words.h"

#include <string.h>

/* True when a clause may begin at a byte of the text: behind a comma, a blank, a bracket; and at 由. */
static bool may_begin(const mintu_notice *notice, const char *text, size_t size, size_t at)
{
    static const char *const before[] = {"。", "；", "，", "：", "\n", " ", "　", "、", ",", ";", ":", "）", ")", "”", NULL};
    const mintu_notice_word_list *labels = &notice->words.kinds[MINTU_NOTICE_WORD_LABEL];
    if (at == 0 || MINTU_STARTS(text + at, size - at, "由"))
        return true;
    return mintu_scan_word_before(before, text, at) > 0 || mintu_notice_word_may(labels, text + at, size - at);
}

/* The next clause at or behind *at, which comes to stand at its begin: its bytes; 0 when there is none. */
static size_t next_clause(const mintu_notice *notice, const char *text, size_t size, size_t *at)
{
    size_t used = 0, end;
    for (; *at < size; *at += mintu_notice_step(text + *at, size - *at)) {
        if (!may_begin(notice, text, size, *at))
            continue;
        bool label = mintu_notice_label_at(notice, text + *at, size - *at, &end) != NULL;
        bool begins =
            *at == 0 || MINTU_STARTS(text + *at, size - *at, "由") || label ||
            mintu_scan_word_before((const char *const[]){"。", "；", "，", "：", "\n", ",", ";", ":", "）", ")", " ", NULL},
                                   text, *at) > 0;
        if (begins && (used = mintu_clause_running(notice, text + *at, size - *at)) > 0)
            return used;
    }
    return 0;
}

bool mintu_paragraph_charges(const mintu_notice *notice, const char *text, size_t size)
{
    size_t at = 0;
    return next_clause(notice, text, size, &at) > 0;
}

static void read_body(mintu_notice *notice, mintu_item *item)
{
    const char *text = notice->bodies.data + item->body;
    for (size_t at = 0, used; (used = next_clause(notice, text, item->body_size, &at)) > 0 && !notice->failed; at += used) {
        mintu_clause_read(notice, &(mintu_clause){text + at, used, item->no, NULL});
        item->clause = true;
    }
}

void mintu_notice_paragraphs(mintu_notice *notice)
{
    for (int no = 1; no <= notice->item_count && !notice->failed; no++)
        if (notice->items[no].body_size > 0)
            read_body(notice, &notice->items[no]);
}
