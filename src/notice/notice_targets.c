/* Targets: number, unit, what, per, from, until; sentence by sentence, clause by clause. A time without a number is a deadline. */
#include "notice/notice_targets.h"

#include "base/utf8.h"
#include "notice/notice_amount.h"
#include "notice/notice_data.h"
#include "notice/notice_marks.h"
#include "notice/notice_reading.h"
#include "notice/notice_target.h"
#include "notice/notice_time.h"
#include "scan/scan_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A time that waits for a number of its sentence: without one it is a deadline of what follows. */
typedef struct waiting {
    const char *before; /* where what stands before it begins */
    size_t before_size;
    const char *behind;
    size_t added; /* targets when it was read */
    bool open;
} waiting;

/* The reading of a byte of the item's body. */
static mintu_notice_reading reading_at(const mintu_target_reader *r, const char *byte)
{
    mintu_notice_reading least;
    return mintu_notice_reading_of(r->notice, byte, 1, &least);
}

/* 比2015年增长, 2015年基础上: a year that another is compared with. */
static bool is_compared(const mintu_target_reader *r, size_t at, size_t end)
{
    static const char *const before[] = {"比", "较", "与", "从", "由", "自", "依据", "根据", "按照", "对照", "以", NULL};
    static const char *const behind[] = {"基础上", "以来", "的基础", "水平", "同期", "相比", "为基数", "为基准", "底数",
                                         "实际",   "印发", "出台",   "发布", "版",   "修订", "的",     NULL};
    return mintu_scan_word_before(before, r->text, at) > 0 ||
           (end < r->size && mintu_scan_word_at(behind, r->text, r->size, end) > 0);
}

/* Where the text of the sentence begins that stands before a byte, behind the clause that may stand there. */
static const char *own_begin(const mintu_target_reader *r, const char *end)
{
    const char *begin = end;
    while (begin > r->sentence && reading_at(r, begin - 1) < MINTU_READING_CLAUSE && end - begin < 240)
        begin--;
    while (begin < end && ((unsigned char)*begin & 0xC0) == 0x80)
        begin++;
    return begin;
}

/* The waiting time is a deadline of what stands behind it until @p end, or else of what stands before it. */
static void settle(mintu_target_reader *r, waiting *w, const char *end)
{
    static const char *const leads[] = {"，", ",", "、", "：", " ", "要", NULL}, *const tails[] = {
                                                                                     "于",   "在", "到",   "至",   "截至",
                                                                                     "，",   "、", "力争", "争取", "确保",
                                                                                     "计划", "（", "(",    NULL};
    bool open = w->open && r->added == w->added;
    w->open = false;
    if (!open)
        return;
    const char *what = w->behind;
    size_t size = end > what ? (size_t)(end - what) : 0, used;
    size = size > MINTU_TARGET_WHAT ? mintu_utf8_cut(what, MINTU_TARGET_WHAT) : size;
    while (size > 0 && (used = mintu_scan_word_at(leads, what, size, 0)) > 0) {
        what += used;
        size -= used;
    }
    for (size_t i = 0; i < size; i++) /* not the clause that follows */
        if (reading_at(r, what + i) >= MINTU_READING_CLAUSE)
            size = i;
    while (size > 0 && (used = mintu_scan_word_before(leads, what, size)) > 0)
        size -= used;
    if (size <= 6) { /* …于2017年底前完成; 编制规划，2017年底前完成 */
        const char *begin = w->before_size > 3 ? w->before : own_begin(r, w->before);
        bool better = w->before + w->before_size > begin + 6;
        what = better ? begin : what;
        size = better ? (size_t)(w->before + w->before_size - begin) : size;
        while (size > 0 && (used = mintu_scan_word_before(tails, what, size)) > 0)
            size -= used;
    }
    if (size == 0) {
        what = r->text;
        size = r->size;
    }
    mintu_notice_target_add(r->notice, what, size, (mintu_task_target){r->item, NULL, NAN, "", "", "", r->from, r->until});
    r->added++;
}

/* 2018年前, 2015年起, 2016—2018年: the length of what was read, 0 when there is no time. */
static size_t read_time(mintu_target_reader *r, waiting *w, size_t at)
{
    mintu_time time = mintu_time_at(r->notice, r->text + at, r->size - at);
    if (time.size == 0)
        return 0;
    if (time.lost) {
        mintu_time_lost(r->notice, r->item, r->text + at, time.size);
        return time.size;
    }
    if (time.past || is_compared(r, at, time.bound && time.until ? r->size : at + time.size)) {
        mintu_notice_read_as(r->notice, r->text + at, time.size, MINTU_READING_OTHER);
        return time.size;
    }
    settle(r, w, r->text + at - mintu_scan_word_before((const char *const[]){"于", "在", "到", NULL}, r->text, at));
    r->from = time.from ? time.from : time.bound && time.until ? 0 : r->from;
    r->until = time.until ? time.until : r->until;
    mintu_notice_read_as(r->notice, r->text + at, time.size, MINTU_READING_TIME);
    const char *begin = r->text + r->subject;
    *w = (waiting){begin, at > r->subject ? at - r->subject : 0, r->text + at + time.size, r->added,
                   time.until > 0 && !time.weak};
    return time.size;
}

/* 《…》, 〔2014〕20号: names of documents, whose numbers count nothing. Bytes, 0 when none is here. */
static size_t read_document(const mintu_target_reader *r, size_t at)
{
    static const struct {
        const char *open, *close;
    } pairs[] = {{"《", "》"}, {"〔", "〕"}, {"［", "］"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (!MINTU_STARTS(r->text + at, r->size - at, "《") && !MINTU_STARTS(r->text + at, r->size - at, "〔") &&
            !MINTU_STARTS(r->text + at, r->size - at, "［"))
            return 0;
        if (memcmp(r->text + at, pairs[i].open, 3) != 0)
            continue;
        for (size_t end = at + 3; end + 3 <= r->size; end += mintu_notice_step(r->text + end, r->size - end))
            if (memcmp(r->text + end, pairs[i].close, 3) == 0) {
                double value;
                end += 3;
                size_t used = i > 0 && end < r->size ? mintu_notice_number(r->text + end, r->size - end, &value) : 0;
                mintu_notice_read_as(r->notice, r->text + at, end + used - at, MINTU_READING_OTHER);
                return end + used - at;
            }
    }
    return 0;
}

/* 每年, 建成: what is counted begins behind these. */
static size_t read_word(mintu_target_reader *r, size_t at)
{
    const mintu_notice_words *words = &r->notice->words;
    const mintu_notice_word *per = mintu_notice_word_at(words, MINTU_NOTICE_WORD_PER, r->text + at, r->size - at);
    const mintu_notice_word *verb = mintu_notice_word_at(words, MINTU_NOTICE_WORD_VERB, r->text + at, r->size - at);
    mintu_stretch inside;
    size_t used;
    if (!per && !verb)
        return 0;
    r->per = per ? per->meaning : r->per;
    size_t size = (per ? per : verb)->size, kind = at + size;
    if (per && kind < r->size && (used = mintu_marks_any_bracket(r->text + kind, r->size - kind, &inside)) > 0 &&
        inside.size <= 36)
        size += used; /* 每个镇|（街、场） */
    bool list = memchr(r->text, '\xE3', at) != NULL && !per;
    r->subject = at == 0 || per || !list ? at + size : r->subject;
    if (verb && !per && at > 0 && strcmp(verb->text, "达到") == 0)
        r->subject = 0;
    return size;
}

/* 处理率|2018年达60%: what stands before a time is what the number behind it is of. */
static void keep_said(mintu_target_reader *r, size_t at)
{
    static const char *const tails[] = {"到", "至", "于", "在", "力争", "确保", "，", "、", "：", "（", "(", NULL};
    mintu_stretch said = {r->subject, at > r->subject ? at - r->subject : 0};
    size_t used;
    while (said.size > 0 && (used = mintu_scan_word_before(tails, r->text + said.start, said.size)) > 0)
        said.size -= used;
    said = mintu_target_trim(r->text, said);
    if (said.size > 6)
        r->said = (mintu_said){r->text + said.start, said.size, NULL};
}

static void read_clause(mintu_target_reader *r, waiting *w)
{
    r->subject = r->base = 0;
    r->per = "";
    for (size_t at = 0, used; at < r->size && !r->notice->failed; at += used) {
        if (reading_at(r, r->text + at) >= MINTU_READING_CLAUSE) { /* responsibility, which was read */
            for (used = 0; at + used < r->size && reading_at(r, r->text + at + used) >= MINTU_READING_CLAUSE;)
                used++;
            r->subject = r->base = at + used;
            continue;
        }
        if (reading_at(r, r->text + at) == MINTU_READING_MARK) { /* the number of a part of the item */
            for (used = 0; at + used < r->size && reading_at(r, r->text + at + used) == MINTU_READING_MARK;)
                used++;
            r->subject = r->base = at + used;
            continue;
        }
        size_t subject = r->subject;
        if ((used = read_document(r, at)) > 0 || (used = read_word(r, at)) > 0)
            continue;
        if ((used = read_time(r, w, at)) > 0) {
            keep_said(r, at);
            r->subject = at + used;
            r->base = at <= r->base + 6 || at == 0 ? at + used : r->base;
            r->base = subject == r->base ? at + used : r->base;
            continue;
        }
        if ((used = mintu_amount_at(r, at)) == 0)
            used = mintu_notice_step(r->text + at, r->size - at);
    }
}

/* Bytes of what ends a clause, 0 when nothing does; those of the first list end the sentence, too. */
static size_t clause_end(const char *text, size_t size, bool *sentence)
{
    static const char *const stops[] = {"。", "；", "\n", NULL}, *const commas[] = {"，", ",", ";", NULL};
    size_t stop = mintu_scan_word_at(stops, text, size, 0);
    *sentence = stop > 0;
    return stop > 0 ? stop : mintu_scan_word_at(commas, text, size, 0);
}

/* 12,000 is one number. */
static bool is_thousands(const char *text, size_t size, size_t at)
{
    if (text[at] != ',' || at == 0 || at + 3 >= size)
        return false;
    bool figures = text[at - 1] >= '0' && text[at - 1] <= '9';
    for (size_t i = 1; i <= 3; i++)
        figures = figures && text[at + i] >= '0' && text[at + i] <= '9';
    return figures;
}

static void read_body(mintu_notice *notice, const mintu_item *item)
{
    const char *text = notice->bodies.data + item->body;
    mintu_target_reader r = {.notice = notice, .item = item->no, .sentence = text};
    waiting w = {0};
    bool sentence = false;
    for (size_t at = 0, start = 0, size = item->body_size; at <= size && !notice->failed;) {
        size_t end = at < size && !is_thousands(text, size, at) ? clause_end(text + at, size - at, &sentence) : 0;
        if (at == size || end > 0) {
            r.text = text + start;
            r.size = at - start;
            read_clause(&r, &w);
            start = at + end;
        }
        if (at == size || (sentence && end > 0)) {
            settle(&r, &w, text + at);
            r.from = r.until = 0;
            r.said.size = 0;
            r.sentence = text + start;
        }
        at += at == size ? 1 : end > 0 ? end : mintu_notice_step(text + at, size - at);
    }
}

void mintu_notice_targets(mintu_notice *notice)
{
    for (int no = 1; no <= notice->item_count && !notice->failed; no++)
        if (notice->items[no].body_size > 0)
            read_body(notice, &notice->items[no]);
}
