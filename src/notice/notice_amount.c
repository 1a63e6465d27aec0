#include "notice/notice_amount.h"

#include "base/utf8.h"
#include "notice/notice_figure.h"
#include "notice/notice_reading.h"
#include "notice/notice_target.h"
#include "notice/notice_time.h"
#include "scan/scan_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a target amounts to; the texts are "" for none. */
typedef struct amount {
    double value;
    const char *unit, *bound, *per;
} amount;

/* A number with its unit. */
typedef struct counted {
    size_t start, end; /* with the unit, and a bound behind it */
    const mintu_notice_word *unit;
    bool bounded; /* a bound stands behind it */
    amount amount;
    double most; /* the end of a range; NaN: none */
} counted;

static bool starts(const mintu_target_reader *r, size_t at, const char *word)
{
    return strlen(word) <= r->size - at && memcmp(r->text + at, word, strlen(word)) == 0;
}

static bool ends(const mintu_target_reader *r, size_t end, const char *word)
{
    return strlen(word) <= end && memcmp(r->text + end - strlen(word), word, strlen(word)) == 0;
}

static size_t any_at(const mintu_target_reader *r, const char *const *words, size_t at)
{
    return at < r->size ? mintu_scan_word_at(words, r->text, r->size, at) : 0;
}

static const mintu_notice_word *word_at(const mintu_target_reader *r, mintu_notice_word_kind kind, size_t at)
{
    return at < r->size ? mintu_notice_word_at(&r->notice->words, kind, r->text + at, r->size - at) : NULL;
}

static void add(mintu_target_reader *r, mintu_stretch what, amount a)
{
    what = mintu_target_trim(r->text, what);
    if (what.size == 0)
        what = (mintu_stretch){0, r->size};
    mintu_notice_target_add(r->notice, r->text + what.start, what.size,
                            (mintu_task_target){r->item, NULL, a.value, a.unit, a.bound, a.per, r->from, r->until});
    r->added++;
}

/* The amount, or both ends of a range. */
static void add_amounts(mintu_target_reader *r, mintu_stretch what, const counted *c)
{
    amount a = c->amount;
    mintu_stretch said = mintu_target_trim(r->text, what);
    if (said.size > 0)
        r->said = (mintu_said){r->text + said.start, said.size, c->unit};
    if (!isnan(c->most))
        a.bound = "at-least";
    add(r, what, a);
    if (isnan(c->most))
        return;
    a.value = c->most;
    a.bound = "at-most";
    add(r, what, a);
}

/* The items of a list, each with the same target: 城市道路、供水、污水…各1000公里. */
static void add_each(mintu_target_reader *r, mintu_stretch list, const counted *c)
{
    size_t end = list.start + list.size;
    for (size_t at = list.start; at < end; at += mintu_notice_step(r->text + at, end - at)) {
        if (end - at < 3 || (!starts(r, at, "、") && !starts(r, at, "和")))
            continue;
        add_amounts(r, (mintu_stretch){list.start, at - list.start}, c);
        list.start = at + 3;
    }
    add_amounts(r, (mintu_stretch){list.start, end - list.start}, c);
}

/* Bytes of the classes of places that a text begins with, joined by 和: 县城和重点镇|生活垃圾转运站. */
static size_t classes_before(const mintu_target_reader *r, mintu_stretch what)
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

/* Bytes of a text without the verbs that end it: 达到, 提高到; with @p acts those, too, that may be a part of what is counted: 改造. */
static size_t strip(const mintu_target_reader *r, const char *text, size_t size, bool acts)
{
    const mintu_notice_words *words = &r->notice->words;
    for (bool more = true; more && size > 0;) {
        const mintu_notice_word *verb = mintu_notice_word_before(words, MINTU_NOTICE_WORD_VERB, text, size);
        const mintu_notice_word *word = mintu_notice_word_before(words, MINTU_NOTICE_WORD_STRIP, text, size);
        word = word && (acts || strcmp(word->meaning, "act") != 0) ? word : NULL;
        more = verb || word;
        size -= verb ? verb->size : word ? word->size : 0;
    }
    return size;
}

/* What stands before a number, without the bound and the verbs between. */
static mintu_stretch before_number(const mintu_target_reader *r, const counted *c, size_t from, bool *bounded)
{
    const mintu_notice_words *words = &r->notice->words;
    mintu_stretch what = {from, c->start > from ? c->start - from : 0};
    const char *text = r->text + what.start;
    const mintu_notice_word *bound = mintu_notice_word_before(words, MINTU_NOTICE_WORD_BOUND, text, what.size);
    *bounded = bound != NULL;
    what.size = strip(r, text, what.size - (bound ? bound->size : 0), false);
    if (mintu_target_trim(text, (mintu_stretch){0, strip(r, text, what.size, true)}).size == 0)
        what.size = 0; /* 培育 alone; but 危桥改造 is what is counted */
    return what;
}

/* What stands behind a number: until a part that has a number of its own. */
static mintu_stretch behind_number(const mintu_target_reader *r, const counted *c)
{
    static const char *const joins[] = {"、", "和", "及", "与", "以及", NULL}, *const days[] = {"于", "在", NULL};
    size_t after = c->end + (starts(r, c->end, "时间") ? strlen("时间") : 0);
    double value;
    size_t end = r->size > after + MINTU_TARGET_WHAT ? after + mintu_utf8_cut(r->text + after, MINTU_TARGET_WHAT) : r->size;
    for (size_t at = after, join; at < end; at += mintu_notice_step(r->text + at, r->size - at)) {
        if ((join = any_at(r, days, at)) > 0 && mintu_time_at(r->notice, r->text + at + join, r->size - at - join).size > 0)
            return (mintu_stretch){after, at - after};
        if ((join = any_at(r, joins, at)) == 0)
            continue;
        for (size_t next = at + join; next < end; next += mintu_notice_step(r->text + next, r->size - next)) {
            size_t used = mintu_figure_number(r, next, &value);
            if (used > 0 && word_at(r, MINTU_NOTICE_WORD_UNIT, next + used))
                return (mintu_stretch){after, at - after};
        }
        break;
    }
    return (mintu_stretch){after, end - after};
}

static bool is_ratio(const counted *c)
{
    static const char *const units[] = {"%", "％", "倍", "个百分点", "百分点", "成", NULL};
    return mintu_text_listed(c->unit->text, units);
}

/* Adds what grows with how it does: the clause before this one says what. */
static void add_change(mintu_target_reader *r, mintu_stretch what, const counted *c)
{
    static const char *const commas[] = {"，", ",", NULL};
    size_t before = (size_t)(r->text - r->sentence), start = before - mintu_scan_word_before(commas, r->sentence, before);
    while (start > 0 && start < before && mintu_scan_word_before(commas, r->sentence, start) == 0)
        start--;
    mintu_target_reader wide = *r;
    bool first = start >= before; /* nothing stands before: 用3年时间，… is about what follows */
    wide.text = first ? r->text + r->base : r->sentence + start;
    wide.size = first ? what.size - (r->base < what.size ? r->base : what.size) : before - start + what.start + what.size;
    const char *times[] = {"年", "个月", "月", "天", NULL};
    if (first && mintu_text_listed(c->unit->text, times)) {
        static const char *const stops[] = {"。", "；", "\n", NULL};
        wide.text = r->text + r->size + mintu_scan_word_at(commas, r->text, r->size + 3, r->size);
        for (wide.size = 0; wide.size < 120 && !mintu_scan_word_at(stops, wide.text, wide.size + 3, wide.size);)
            wide.size += mintu_notice_step(wide.text + wide.size, 3);
    }
    add_amounts(&wide, (mintu_stretch){0, wide.size}, c);
    r->added = wide.added;
    r->said = wide.said;
}

/* True when nothing beside the number says what it is of, but something before in the sentence does: a number of the same measure,
 * or text that a time parted from it: 处理率2018年|达60%，2020年|达100%. */
static bool was_said(const mintu_target_reader *r, const counted *c)
{
    const mintu_notice_word *unit = r->said.unit;
    bool share = unit && strcmp(unit->text, "%") == 0 && is_ratio(c);
    return r->said.size > 0 && (!unit || strcmp(unit->text, c->unit->text) == 0 || share);
}

static void add_said(mintu_target_reader *r, const counted *c)
{
    mintu_target_reader before = *r;
    before.text = r->said.text;
    before.size = r->said.size;
    add_amounts(&before, (mintu_stretch){0, before.size}, c);
    r->added = before.added;
    r->said.unit = c->unit;
}

/* What is counted stands before the number where it is a share, or a measure of what was named; behind it where nothing stands
 * before, and where the unit counts things: 个, 座. */
static void add_counted(mintu_target_reader *r, const counted *c)
{
    static const char *const counting[] = {"万",   "亿", "个", "条", "座", "处", "所", "家", "户", "套", "项", "年",
                                           "个月", "天", "人", "名", "辆", "次", "批", "场", "张", "亩", NULL};
    static const char *const apart[] = {"、", "和", "及", "与", "并", "且",   "以",   "等",
                                        "（", "(",  "）", ")",  "来", "用于", "左右", NULL};
    bool each = ends(r, c->start, "各"), ratio = c->amount.per[0] && c->amount.per != r->per, bounded;
    mintu_stretch what = before_number(r, c, is_ratio(c) ? r->base : r->subject, &bounded), behind = behind_number(r, c);
    mintu_stretch left = mintu_target_trim(r->text, what), right = mintu_target_trim(r->text, behind);
    bool none = right.size == 0 || any_at(r, apart, behind.start) > 0 || behind.size == 0;
    bool counts = mintu_text_listed(c->unit->text, counting) && !bounded && !c->bounded;
    bool use_right = !none && !ratio && !each && (left.size == 0 || (!is_ratio(c) && counts));
    if (use_right) { /* a class may begin with the unit: 个|中心镇 */
        const mintu_notice_word *class = word_at(r, MINTU_NOTICE_WORD_CLASS, c->end - c->unit->size);
        bool longer = class && class->size > c->unit->size && !c->bounded;
        add_amounts(r, longer ? (mintu_stretch){c->end, class->size - c->unit->size} : behind, c);
        return;
    }
    if (left.size == 0 && none && !each && !ratio && was_said(r, c)) {
        add_said(r, c);
        return;
    }
    bool change = !each && !ratio && left.size > 0 ? mintu_target_is_change(r->text, left) : left.size == 0 && none;
    if (change) { /* 投资5亿元, 年均增长8%: a verb is all that there is */
        const mintu_notice_word *bound =
            mintu_notice_word_before(&r->notice->words, MINTU_NOTICE_WORD_BOUND, r->text, c->start);
        add_change(r, (mintu_stretch){0, c->start - (bound ? bound->size : 0)}, c);
        return;
    }
    size_t skip = ratio ? classes_before(r, what) : 0;
    what = (mintu_stretch){what.start + skip, what.size - skip};
    if (each || ratio)
        add_each(r, what, c);
    else
        add_amounts(r, what, c);
}

/* True for 第3, 一3, A3, 3G, 3+1: figures that count nothing. */
static bool counts_nothing(const mintu_target_reader *r, size_t at, size_t end)
{
    int before = at > 0 ? r->text[at - 1] : ' ', behind = end < r->size ? r->text[end] : ' ';
    bool letter = (before >= 'A' && before <= 'z') || before == '+' || before == '#' || before == '.' ||
                  (behind >= 'A' && behind <= 'z' && behind != 'k' && behind != 'm') || behind == '+';
    return letter || ends(r, at, "第") || ends(r, at, "一") || mintu_figure_counts_nothing(r, at, end);
}

/* One of something is a target only where it is counted: 建成一个, 每县一个, 至少一个. */
static bool is_article(const mintu_target_reader *r, size_t at, double value)
{
    const mintu_notice_words *words = &r->notice->words;
    if (value < 1 || value > 1 || mintu_figure_is_arabic(r->text + at, r->size - at))
        return false;
    return !r->per[0] && !mintu_notice_word_before(words, MINTU_NOTICE_WORD_BOUND, r->text, at) &&
           !mintu_notice_word_before(words, MINTU_NOTICE_WORD_VERB, r->text, at);
}

/* The bound of an amount, on either side; one behind it is read. */
static const char *bound_of(const mintu_target_reader *r, size_t at, size_t *end, bool *bounded)
{
    const mintu_notice_word *before = mintu_notice_word_before(&r->notice->words, MINTU_NOTICE_WORD_BOUND, r->text, at);
    const mintu_notice_word *behind = word_at(r, MINTU_NOTICE_WORD_BOUND, *end);
    *bounded = behind != NULL;
    *end += behind ? behind->size : 0;
    return behind ? behind->meaning : before ? before->meaning : "exactly";
}

/* A number with its unit: the length of both, or of the number alone. */
static size_t read_number(mintu_target_reader *r, size_t at)
{
    static const char *const slashes[] = {"／", "/", NULL}, *const vague[] = {"多", "余", NULL};
    counted c = {.start = at, .most = NAN};
    size_t percent = starts(r, at, "百分之") ? strlen("百分之") : 0,
           used = mintu_figure_number(r, at + percent, &c.amount.value), end = at + percent + used;
    if (used == 0)
        return 0;
    if (percent == 0 && (used = mintu_figure_find_ratio(r, at, end)) > 0)
        return used;
    size_t more = mintu_figure_range_end(r, end, &c.most);
    const mintu_notice_word *unit = word_at(r, MINTU_NOTICE_WORD_UNIT, end);
    if (more == 0 && unit && (more = mintu_figure_range_end(r, end + unit->size, &c.most)) > 0)
        end += unit->size;
    end += more;
    c.most = more > 0 && c.most > c.amount.value ? c.most : NAN;
    end += mintu_scan_word_at(vague, r->text, r->size, end < r->size ? end : r->size);
    static const mintu_notice_word share = {"%", "%", 0, false};
    c.unit = percent > 0 ? &share : word_at(r, MINTU_NOTICE_WORD_UNIT, end);
    const mintu_notice_word *other = word_at(r, MINTU_NOTICE_WORD_NOTUNIT, end);
    if (counts_nothing(r, at, end) || (c.unit && other && other->size > c.unit->size) ||
        (c.unit && is_article(r, at, c.amount.value))) {
        mintu_notice_read_as(r->notice, r->text + at, end - at + (other ? other->size : 0), MINTU_READING_OTHER);
        return end - at;
    }
    if (!c.unit) {
        mintu_figure_find_unit(r, at, end);
        if (other)
            mintu_notice_read_as(r->notice, r->text + at, end - at + other->size, MINTU_READING_OTHER);
        return end - at;
    }
    end += c.unit->size;
    if (mintu_figure_is_base(r, at, end)) {
        mintu_notice_read_as(r->notice, r->text + at, end - at, MINTU_READING_OTHER);
        r->subject = r->base = end;
        return end - at;
    }
    size_t slash = any_at(r, slashes, end);
    const mintu_notice_word *over = slash ? word_at(r, MINTU_NOTICE_WORD_UNIT, end + slash) : NULL;
    end += over ? slash + over->size : 0;
    c.amount.unit = c.unit->meaning;
    c.amount.per = over ? over->text : r->per;
    c.amount.bound = bound_of(r, at, &end, &c.bounded);
    c.end = end;
    add_counted(r, &c);
    mintu_notice_read_as(r->notice, r->text + at, end - at, MINTU_READING_TARGET);
    r->subject = r->base = end;
    return end - at;
}

/* 全留, 零增长: a value in words; what it is of stands before it. */
static size_t read_amount(mintu_target_reader *r, size_t at)
{
    const mintu_notice_word *word = word_at(r, MINTU_NOTICE_WORD_AMOUNT, at);
    double value;
    if (!word)
        return 0;
    size_t used = mintu_notice_number(word->meaning, strlen(word->meaning), &value);
    const char *unit = word->meaning + used + (word->meaning[used] == ' ');
    add(r, (mintu_stretch){r->subject, at > r->subject ? at - r->subject : 0}, (amount){value, unit, "exactly", ""});
    mintu_notice_read_as(r->notice, r->text + at, word->size, MINTU_READING_TARGET);
    return word->size;
}

/* 所有县城使用天然气: all of a class. */
static size_t read_all(mintu_target_reader *r, size_t at)
{
    const mintu_notice_word *all = word_at(r, MINTU_NOTICE_WORD_ALL, at);
    size_t next = at + (all ? all->size : 0);
    if (!all || !word_at(r, MINTU_NOTICE_WORD_CLASS, next))
        return 0;
    add(r, (mintu_stretch){next, r->size - next}, (amount){100, "%", "exactly", ""});
    mintu_notice_read_as(r->notice, r->text + at, all->size, MINTU_READING_TARGET);
    return r->size - at;
}

/* “四线”: the names of a list, counted. */
static size_t read_quoted(mintu_target_reader *r, size_t at)
{
    double value;
    if (!starts(r, at, "“"))
        return 0;
    size_t used = mintu_figure_number(r, at + 3, &value), end = at + 3 + used;
    const mintu_notice_word *word = used ? word_at(r, MINTU_NOTICE_WORD_QUOTED, end) : NULL;
    if (!word || !starts(r, end + word->size, "”"))
        return 0;
    add(r, (mintu_stretch){at + 3, used + word->size}, (amount){value, word->meaning, "exactly", ""});
    mintu_notice_read_as(r->notice, r->text + at, 6 + used + word->size, MINTU_READING_TARGET);
    return 6 + used + word->size;
}

size_t mintu_amount_at(mintu_target_reader *r, size_t at)
{
    size_t used = read_amount(r, at);
    used = used ? used : read_all(r, at);
    used = used ? used : read_quoted(r, at);
    return used ? used : read_number(r, at);
}
