/* Targets: number, unit, what, per, from, until; sentence by sentence, clause by clause. */
#include "notice/notice_targets.h"

#include "notice/notice_data.h"
#include "scan/scan_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct target_reader {
    mintu_notice *notice;
    int item;
    const char *text; /* a clause, between commas */
    size_t size;
    int from, until; /* of the sentence so far */
    size_t subject;  /* where what is counted may begin: behind dates, 每年, a verb */
    const char *per;
} target_reader;

/* What a target amounts to; the texts are "" for none. */
typedef struct amount {
    double value;
    const char *unit, *bound, *per;
} amount;

static bool starts(const target_reader *r, size_t at, const char *word)
{
    return strlen(word) <= r->size - at && memcmp(r->text + at, word, strlen(word)) == 0;
}

static bool ends(const target_reader *r, size_t end, const char *word)
{
    return strlen(word) <= end && memcmp(r->text + end - strlen(word), word, strlen(word)) == 0;
}

static const mintu_notice_word *word_at(const target_reader *r, mintu_notice_word_kind kind, size_t at)
{
    return mintu_notice_word_at(&r->notice->words, kind, r->text + at, r->size - at);
}

static size_t number_at(const target_reader *r, size_t at, double *out)
{
    return mintu_notice_number(r->text + at, r->size - at, out);
}

static mintu_stretch trim(const char *text, mintu_stretch what)
{
    static const char *const marks[] = {"、", "和", "及", "，", "实行", "确保", "的", "“", "”", "各", NULL};
    size_t mark;
    while ((mark = mintu_scan_word_at(marks, text + what.start, what.size, 0)) > 0) {
        what.start += mark;
        what.size -= mark;
    }
    while ((mark = mintu_scan_word_before(marks, text + what.start, what.size)) > 0)
        what.size -= mark;
    return what;
}

void mintu_notice_target_add(mintu_notice *notice, const char *what, size_t size, mintu_task_target target)
{
    if (!mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->targets, notice->target_room, notice->target_count + 1)))
        return;
    target.what = mintu_text_copy_n(what, size);
    if (mintu_notice_holds(notice, target.what != NULL))
        notice->targets[notice->target_count++] = target;
}

static void add(const target_reader *r, mintu_stretch what, amount a)
{
    what = trim(r->text, what);
    if (what.size == 0)
        what = (mintu_stretch){0, r->size};
    mintu_notice_target_add(r->notice, r->text + what.start, what.size,
                            (mintu_task_target){r->item, NULL, a.value, a.unit, a.bound, a.per, r->from, r->until});
}

/* 2018年前, 2018年, 至2018年, 2015年起: the length of what was read, 0 when there is no year. */
static size_t read_year(target_reader *r, size_t at)
{
    static const char *const terms[] = {"底前", "年底前", "前", "底", "末", "之前", "以前", NULL};
    double value;
    size_t used = number_at(r, at, &value), end = at + used;
    if (used < 4 || value < 1900 || value > 2200 || !starts(r, end, "年"))
        return 0;
    end += 3;
    if (starts(r, end, "起")) {
        r->from = (int)value;
        return end + 3 - at;
    }
    r->until = (int)value;
    end += mintu_scan_word_at(terms, r->text, r->size, end);
    if (at > 3 && end == r->size && (ends(r, at, "至") || ends(r, at, "到"))) { /* something goes on until then: the target */
        size_t to = at - strlen("至"), size = to > r->subject ? to - r->subject : 0; /* 到 may end a verb: 达到2018年 */
        add(r, (mintu_stretch){r->subject, size}, (amount){NAN, "", "", ""});
    }
    return end - at;
}

/* The items of a list, each with the same target: 城市道路、供水、污水…各1000公里. */
static void add_each(const target_reader *r, mintu_stretch list, amount a)
{
    size_t end = list.start + list.size;
    for (size_t at = list.start; at < end; at += mintu_notice_step(r->text + at, end - at)) {
        if (end - at < 3 || (!starts(r, at, "、") && !starts(r, at, "和")))
            continue;
        add(r, (mintu_stretch){list.start, at - list.start}, a);
        list.start = at + 3;
    }
    add(r, (mintu_stretch){list.start, end - list.start}, a);
}

/* Bytes of the classes of places that a text begins with, joined by 和: 县城和重点镇|生活垃圾转运站. */
static size_t classes_before(const target_reader *r, mintu_stretch what)
{
    const char *text = r->text + what.start;
    size_t at = 0;
    const mintu_notice_word *word;
    while ((word = mintu_notice_word_at(&r->notice->words, MINTU_NOTICE_WORD_CLASS, text + at, what.size - at))) {
        at += word->size;
        at += MINTU_STARTS(text + at, what.size - at, "和") || MINTU_STARTS(text + at, what.size - at, "、") ? 3 : 0;
    }
    return at;
}

/* A number with its unit. */
typedef struct counted {
    size_t start, end; /* with the unit, and a bound behind it */
    const mintu_notice_word *unit;
    bool bounded; /* a bound stands behind it */
    amount amount;
} counted;

/* What stands before a number, without the bound and the verbs between. */
static mintu_stretch before_number(const target_reader *r, const counted *c, bool each, bool *bounded)
{
    const mintu_notice_words *words = &r->notice->words;
    mintu_stretch what = {r->subject, c->start > r->subject ? c->start - r->subject : 0};
    const char *text = r->text + what.start;
    const mintu_notice_word *verb, *bound = mintu_notice_word_before(words, MINTU_NOTICE_WORD_BOUND, text, what.size);
    *bounded = bound != NULL;
    what.size -= bound ? bound->size : 0;
    while (what.size > 0 && (verb = mintu_notice_word_before(words, MINTU_NOTICE_WORD_VERB, text, what.size)))
        what.size -= verb->size;
    what.size -= each && what.size >= 3 ? 3 : 0;
    return what;
}

/* What is counted stands behind the unit, or, when nothing does, before the number. */
static void add_counted(const target_reader *r, const counted *c)
{
    bool each = ends(r, c->start, "各"), ratio = c->amount.per[0] && c->amount.per != r->per, bounded;
    mintu_stretch what = before_number(r, c, each, &bounded);
    size_t after = c->end + (starts(r, c->end, "时间") ? strlen("时间") : 0);
    if (after < r->size && !ratio && !bounded && !c->bounded) { /* a class may begin with the unit: 个|中心镇 */
        const mintu_notice_word *class = word_at(r, MINTU_NOTICE_WORD_CLASS, c->end - c->unit->size);
        bool longer = class && class->size > c->unit->size;
        add(r, (mintu_stretch){after, longer ? class->size - c->unit->size : r->size - after}, c->amount);
        return;
    }
    size_t skip = ratio ? classes_before(r, what) : 0;
    what = (mintu_stretch){what.start + skip, what.size - skip};
    if (each || ratio)
        add_each(r, what, c->amount);
    else
        add(r, what, c->amount);
}

static bool arabic(const char *text)
{
    return (text[0] >= '0' && text[0] <= '9') || memcmp(text, "\xEF\xBC", 2) == 0;
}

/* A figure and a character that may be its unit, but is none that is known. */
static void find_unit(const target_reader *r, size_t at, size_t end)
{
    if (end + 3 > r->size || (unsigned char)r->text[end] < 0xE4 || (unsigned char)r->text[end] > 0xE9 ||
        !arabic(r->text + at) || word_at(r, MINTU_NOTICE_WORD_NOTUNIT, end))
        return;
    mintu_notice_find(r->notice, mintu_finding_in_item(r->notice, "unit", r->item),
                      "item %d: \"%.*s\" has no unit that notice_words.csv knows", r->item, (int)(end + 3 - at), r->text + at);
}

/* A number with its unit: the length of both, or of the number alone. */
static size_t read_number(target_reader *r, size_t at)
{
    static const char *const slashes[] = {"／", "/", NULL}, *const vague[] = {"多", "余", NULL};
    double value;
    size_t used = number_at(r, at, &value), end = at + used;
    if (used == 0)
        return 0;
    end += mintu_scan_word_at(vague, r->text, r->size, end);
    const mintu_notice_word *unit = word_at(r, MINTU_NOTICE_WORD_UNIT, end);
    if (ends(r, at, "第") || ends(r, at, "一"))
        return used;
    if (!unit) {
        find_unit(r, at, end);
        return used;
    }
    end += unit->size;
    size_t slash = mintu_scan_word_at(slashes, r->text, r->size, end);
    const mintu_notice_word *over = slash ? word_at(r, MINTU_NOTICE_WORD_UNIT, end + slash) : NULL;
    end += over ? slash + over->size : 0;
    const mintu_notice_word *before = mintu_notice_word_before(&r->notice->words, MINTU_NOTICE_WORD_BOUND, r->text, at);
    const mintu_notice_word *behind = word_at(r, MINTU_NOTICE_WORD_BOUND, end);
    const char *bound = behind ? behind->meaning : before ? before->meaning : "exactly";
    end += behind ? behind->size : 0;
    add_counted(r, &(counted){at, end, unit, behind != NULL, {value, unit->meaning, bound, over ? over->text : r->per}});
    return end - at;
}

/* 全留, 零增长: a value in words; what it is of stands before it. */
static size_t read_amount(const target_reader *r, size_t at)
{
    const mintu_notice_word *word = word_at(r, MINTU_NOTICE_WORD_AMOUNT, at);
    double value;
    if (!word)
        return 0;
    size_t used = mintu_notice_number(word->meaning, strlen(word->meaning), &value);
    const char *unit = word->meaning + used + (word->meaning[used] == ' ');
    add(r, (mintu_stretch){r->subject, at - r->subject}, (amount){value, unit, "exactly", ""});
    return word->size;
}

/* 所有县城使用天然气: all of a class. */
static size_t read_all(const target_reader *r, size_t at)
{
    const mintu_notice_word *all = word_at(r, MINTU_NOTICE_WORD_ALL, at);
    size_t next = at + (all ? all->size : 0);
    if (!all || !word_at(r, MINTU_NOTICE_WORD_CLASS, next))
        return 0;
    add(r, (mintu_stretch){next, r->size - next}, (amount){100, "%", "exactly", ""});
    return r->size - at;
}

/* “四线”: the names of a list, counted. */
static size_t read_quoted(const target_reader *r, size_t at)
{
    double value;
    if (!starts(r, at, "“"))
        return 0;
    size_t used = number_at(r, at + 3, &value), end = at + 3 + used;
    const mintu_notice_word *word = used ? word_at(r, MINTU_NOTICE_WORD_QUOTED, end) : NULL;
    if (!word || !starts(r, end + word->size, "”"))
        return 0;
    add(r, (mintu_stretch){at + 3, used + word->size}, (amount){value, word->meaning, "exactly", ""});
    return 6 + used + word->size;
}

static void read_clause(target_reader *r)
{
    r->subject = 0;
    r->per = "";
    for (size_t at = 0, used; at < r->size && !r->notice->failed; at += used) {
        const mintu_notice_word *per = word_at(r, MINTU_NOTICE_WORD_PER, at), *verb = word_at(r, MINTU_NOTICE_WORD_VERB, at);
        if (per)
            r->per = per->meaning;
        if ((used = per ? per->size : verb ? verb->size : 0) > 0) {
            bool list = memchr(r->text, '\xE3', at) != NULL && !per;
            r->subject = at == 0 || per || !list ? at + used : r->subject;
            if (verb && !per && at > 0 && strcmp(verb->text, "达到") == 0)
                r->subject = 0;
            continue;
        }
        if ((used = read_year(r, at)) > 0) {
            r->subject = at + used;
            continue;
        }
        if ((used = read_amount(r, at)) == 0 && (used = read_all(r, at)) == 0 && (used = read_quoted(r, at)) == 0 &&
            (used = read_number(r, at)) == 0)
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

static void read_body(mintu_notice *notice, const mintu_item *item)
{
    const char *text = notice->bodies.data + item->body;
    target_reader r = {.notice = notice, .item = item->no};
    bool sentence;
    for (size_t at = 0, start = 0, size = item->body_size; at <= size && !notice->failed;) {
        size_t end = clause_end(text + at, size - at, &sentence);
        if (at == size || end > 0) {
            r.text = text + start;
            r.size = at - start;
            read_clause(&r);
            start = at + end;
        }
        if (sentence)
            r.from = r.until = 0;
        at += at == size ? 1 : end > 0 ? end : mintu_notice_step(text + at, size - at);
    }
}

void mintu_notice_targets(mintu_notice *notice)
{
    for (int no = 1; no <= notice->item_count && !notice->failed; no++)
        if (notice->items[no].body_size > 0)
            read_body(notice, &notice->items[no]);
}
