/* Targets: number, unit, what, per, from, until; sentence by sentence, clause by clause. */
#include "notice/notice_targets.h"

#include "notice/notice_data.h"

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
    const char *bound;
} target_reader;

static size_t step(const char *text, size_t size)
{
    return (unsigned char)text[0] >= 0xE0 && size >= 3 ? 3 : 1;
}

static void trim(const char **text, size_t *size)
{
    static const char *const marks[] = {"、", "和", "及", "，", "实行", "确保", "的", "“", "”", "各"};
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            size_t length = strlen(marks[i]);
            if (length <= *size && memcmp(*text, marks[i], length) == 0) {
                *text += length;
                *size -= length;
                again = true;
            }
            if (length <= *size && memcmp(*text + *size - length, marks[i], length) == 0) {
                *size -= length;
                again = true;
            }
        }
    }
}

static void add(target_reader *r, const char *what, size_t what_size, double value, const char *unit, const char *per)
{
    mintu_notice *notice = r->notice;
    if (!mintu_notice_room(notice, &notice->targets, &notice->target_room, notice->target_count, sizeof *notice->targets))
        return;
    trim(&what, &what_size);
    what = what_size > 0 ? what : r->text;
    what_size = what_size > 0 ? what_size : r->size;
    char *copy = mintu_text_copy_n(what, what_size), *copy_per = mintu_text_copy(per);
    notice->failed |= !copy || !copy_per;
    notice->targets[notice->target_count++] = (mintu_target){.item = r->item,
                                                             .what = copy,
                                                             .value = value,
                                                             .unit = unit,
                                                             .bound = r->bound,
                                                             .per = copy_per,
                                                             .from = r->from,
                                                             .until = r->until};
}

/* 2018年前, 2018年, 至2018年, 2015年起: the length of what was read, 0 when there is no year. */
static size_t read_year(target_reader *r, size_t at)
{
    static const char *const ends[] = {"底前", "年底前", "前", "底", "末", "之前", "以前"};
    double value;
    size_t used = mintu_notice_number(r->text + at, r->size - at, &value), end = at + used;
    if (used < 4 || value < 1900 || value > 2200 || !MINTU_STARTS(r->text + end, r->size - end, "年"))
        return 0;
    end += 3;
    if (MINTU_STARTS(r->text + end, r->size - end, "起")) {
        r->from = (int)value;
        return end + 3 - at;
    }
    r->until = (int)value;
    size_t longest = 0;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = strlen(ends[i]);
        if (length > longest && length <= r->size - end && memcmp(r->text + end, ends[i], length) == 0)
            longest = length;
    }
    end += longest;
    bool to = at >= 3 && (memcmp(r->text + at - 3, "至", 3) == 0 || memcmp(r->text + at - 3, "到", 3) == 0);
    if (to && at > 3 && end == r->size) /* something goes on until then: that is the target */
        add(r, r->text + r->subject, at - 3 - r->subject, NAN, "", "");
    return end - at;
}

/* The items of a list, each with the same target: 城市道路、供水、污水…各1000公里. */
static void add_each(target_reader *r, const char *what, size_t size, double value, const char *unit, const char *per)
{
    size_t start = 0;
    for (size_t at = 0; at < size; at += step(what + at, size - at)) {
        if (!MINTU_STARTS(what + at, size - at, "、") && !MINTU_STARTS(what + at, size - at, "和"))
            continue;
        add(r, what + start, at - start, value, unit, per);
        start = at + 3;
    }
    add(r, what + start, size - start, value, unit, per);
}

/* Classes of places at the begin, joined by 和: 县城和重点镇|生活垃圾转运站. */
static size_t classes_before(const target_reader *r, const char *text, size_t size)
{
    size_t at = 0;
    const mintu_word *word;
    while ((word = mintu_notice_word_at(&r->notice->words, MINTU_WORD_CLASS, text + at, size - at))) {
        at += word->size;
        at += MINTU_STARTS(text + at, size - at, "和") || MINTU_STARTS(text + at, size - at, "、") ? 3 : 0;
    }
    return at;
}

static const char *bound_behind(const target_reader *r, size_t *at)
{
    const mintu_word *word = mintu_notice_word_at(&r->notice->words, MINTU_WORD_BOUND, r->text + *at, r->size - *at);
    *at += word ? word->size : 0;
    return word ? word->meaning : r->bound;
}

/* What is counted stands behind the unit, or, when nothing does, before the number. */
static void add_counted(target_reader *r, size_t start, size_t end, double value, const mintu_word *unit, const char *per)
{
    bool each = start >= 3 && memcmp(r->text + start - 3, "各", 3) == 0;
    bool ratio = per[0] && per != r->per;
    size_t before = r->subject, length = start > before ? start - before : 0, after = end;
    const mintu_word *verb, *bound = mintu_notice_word_before(&r->notice->words, MINTU_WORD_BOUND, r->text + before, length);
    length -= bound ? bound->size : 0;
    while (length > 0 && (verb = mintu_notice_word_before(&r->notice->words, MINTU_WORD_VERB, r->text + before, length)))
        length -= verb->size;
    if (each && length >= 3)
        length -= 3;
    after += MINTU_STARTS(r->text + after, r->size - after, "时间") ? 6 : 0;
    if (after < r->size && !ratio && !bound && r->bound == NULL) {
        const mintu_word *class =
            mintu_notice_word_at(&r->notice->words, MINTU_WORD_CLASS, r->text + end - unit->size, r->size - end + unit->size);
        size_t size = class && class->size > unit->size ? class->size - unit->size : r->size - after;
        add(r, r->text + after, size, value, unit->meaning, per);
        return;
    }
    size_t skip = ratio ? classes_before(r, r->text + before, length) : 0;
    if (each || ratio)
        add_each(r, r->text + before + skip, length - skip, value, unit->meaning, per);
    else
        add(r, r->text + before, length, value, unit->meaning, per);
}

static bool arabic(const char *text)
{
    return (text[0] >= '0' && text[0] <= '9') || memcmp(text, "\xEF\xBC", 2) == 0;
}

static void find_unit(target_reader *r, size_t at, size_t end)
{
    if (end + 3 > r->size || (unsigned char)r->text[end] < 0xE4 || (unsigned char)r->text[end] > 0xE9 ||
        !arabic(r->text + at) || mintu_notice_word_at(&r->notice->words, MINTU_WORD_NOTUNIT, r->text + end, r->size - end))
        return;
    mintu_notice_find(r->notice, "unit", SIZE_MAX, (size_t)r->item, "item %d: \"%.*s\" has no unit that notice_words.csv knows",
                      r->item, (int)(end + 3 - at), r->text + at);
}

/* A number with its unit: the length of both, or of the number alone. */
static size_t read_number(target_reader *r, size_t at)
{
    double value;
    size_t used = mintu_notice_number(r->text + at, r->size - at, &value), end = at + used;
    if (used == 0)
        return 0;
    end += MINTU_STARTS(r->text + end, r->size - end, "多") || MINTU_STARTS(r->text + end, r->size - end, "余") ? 3 : 0;
    const mintu_word *unit = mintu_notice_word_at(&r->notice->words, MINTU_WORD_UNIT, r->text + end, r->size - end);
    if (at >= 3 && (memcmp(r->text + at - 3, "第", 3) == 0 || memcmp(r->text + at - 3, "一", 3) == 0))
        return used;
    if (!unit) {
        find_unit(r, at, end);
        return used;
    }
    end += unit->size;
    const char *per = r->per, *old = r->bound;
    size_t slash = MINTU_STARTS(r->text + end, r->size - end, "／")  ? 3
                   : MINTU_STARTS(r->text + end, r->size - end, "/") ? 1
                                                                     : 0;
    const mintu_word *over =
        slash ? mintu_notice_word_at(&r->notice->words, MINTU_WORD_UNIT, r->text + end + slash, r->size - end - slash) : NULL;
    if (over) {
        per = over->text;
        end += slash + over->size;
    }
    const mintu_word *before = mintu_notice_word_before(&r->notice->words, MINTU_WORD_BOUND, r->text, at);
    size_t behind = end;
    r->bound = before ? before->meaning : NULL;
    r->bound = bound_behind(r, &behind);
    bool bounded = behind > end;
    const char *bound = r->bound;
    if (!bounded)
        r->bound = NULL;
    const char *keep = bound ? bound : "exactly";
    size_t first = r->notice->target_count;
    add_counted(r, at, behind, value, unit, per);
    for (size_t i = first; i < r->notice->target_count; i++)
        r->notice->targets[i].bound = keep;
    r->bound = old;
    return behind - at;
}

/* 全留, 零增长: a value in words; what it is of stands before it. */
static size_t read_amount(target_reader *r, size_t at)
{
    const mintu_word *word = mintu_notice_word_at(&r->notice->words, MINTU_WORD_AMOUNT, r->text + at, r->size - at);
    double value;
    if (!word)
        return 0;
    size_t used = mintu_notice_number(word->meaning, strlen(word->meaning), &value);
    const char *unit = word->meaning + used + (word->meaning[used] == ' ');
    r->bound = "exactly";
    add(r, r->text + r->subject, at - r->subject, value, unit, "");
    r->bound = NULL;
    return word->size;
}

/* 所有县城使用天然气: all of a class. */
static size_t read_all(target_reader *r, size_t at)
{
    const mintu_word *all = mintu_notice_word_at(&r->notice->words, MINTU_WORD_ALL, r->text + at, r->size - at);
    size_t next = at + (all ? all->size : 0);
    if (!all || !mintu_notice_word_at(&r->notice->words, MINTU_WORD_CLASS, r->text + next, r->size - next))
        return 0;
    r->bound = "exactly";
    add(r, r->text + next, r->size - next, 100, "%", "");
    r->bound = NULL;
    return r->size - at;
}

/* “四线”: the names of a list, counted. */
static size_t read_quoted(target_reader *r, size_t at)
{
    double value;
    if (!MINTU_STARTS(r->text + at, r->size - at, "“"))
        return 0;
    size_t used = mintu_notice_number(r->text + at + 3, r->size - at - 3, &value), end = at + 3 + used;
    const mintu_word *word =
        used ? mintu_notice_word_at(&r->notice->words, MINTU_WORD_QUOTED, r->text + end, r->size - end) : NULL;
    if (!word || !MINTU_STARTS(r->text + end + word->size, r->size - end - word->size, "”"))
        return 0;
    r->bound = "exactly";
    add(r, r->text + at + 3, used + word->size, value, word->meaning, "");
    r->bound = NULL;
    return 6 + used + word->size;
}

static void read_clause(target_reader *r)
{
    r->subject = 0;
    r->per = "";
    for (size_t at = 0, used; at < r->size && !r->notice->failed; at += used) {
        const mintu_word *per = mintu_notice_word_at(&r->notice->words, MINTU_WORD_PER, r->text + at, r->size - at);
        const mintu_word *verb = mintu_notice_word_at(&r->notice->words, MINTU_WORD_VERB, r->text + at, r->size - at);
        if (per)
            r->per = per->meaning;
        if ((used = per ? per->size : verb ? verb->size : 0) > 0) {
            bool list = memchr(r->text, '\xE3', at) != NULL && !per;
            r->subject = at == 0 || per || !list ? at + used : r->subject;
            if (verb && !per && at > 0 && strstr("达到", verb->text) && verb->size == 6)
                r->subject = 0;
            continue;
        }
        if ((used = read_year(r, at)) > 0) {
            r->subject = at + used;
            continue;
        }
        if ((used = read_amount(r, at)) == 0 && (used = read_all(r, at)) == 0 && (used = read_quoted(r, at)) == 0 &&
            (used = read_number(r, at)) == 0)
            used = step(r->text + at, r->size - at);
    }
}

static bool ends_clause(const char *text, size_t size, bool *sentence)
{
    *sentence = MINTU_STARTS(text, size, "。") || MINTU_STARTS(text, size, "；") || text[0] == '\n';
    return *sentence || MINTU_STARTS(text, size, "，") || text[0] == ',' || text[0] == ';';
}

static void read_body(mintu_notice *notice, const mintu_item *item)
{
    const char *text = notice->bodies.data + item->body;
    target_reader r = {.notice = notice, .item = item->no};
    size_t start = 0;
    bool sentence;
    for (size_t at = 0; at <= item->body_size && !notice->failed;
         at += at < item->body_size ? step(text + at, item->body_size - at) : 1) {
        if (at < item->body_size && !ends_clause(text + at, item->body_size - at, &sentence))
            continue;
        r.text = text + start;
        r.size = at - start;
        read_clause(&r);
        if (at < item->body_size && sentence)
            r.from = r.until = 0;
        start = at + (at < item->body_size ? step(text + at, item->body_size - at) : 0);
    }
}

void mintu_notice_targets(mintu_notice *notice)
{
    for (int no = 1; no <= notice->item_count && !notice->failed; no++)
        if (notice->items[no].body_size > 0)
            read_body(notice, &notice->items[no]);
}
