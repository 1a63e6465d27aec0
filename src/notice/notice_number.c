#include "notice/notice_number.h"

#include "notice/notice_words.h"
#include "scan/scan_words.h"

#include <string.h>

enum { MOST = 9999, ITEM_MOST = 1899 }; /* above it a number that a line begins with is a year */

static bool starts(const char *text, size_t size, const char *word)
{
    return size >= strlen(word) && memcmp(text, word, strlen(word)) == 0;
}

/* A whole number from 1 on: in figures of either width, or in characters. */
static int whole(const char *text, size_t size, size_t *used)
{
    double value;
    *used = mintu_notice_number(text, size, &value);
    return *used > 0 && value >= 1 && value <= MOST && value == (int)value ? (int)value : 0;
}

static bool is_figure(const char *text, size_t size)
{
    return size > 0 &&
           ((text[0] >= '0' && text[0] <= '9') ||
            (starts(text, size, "\xEF\xBC") && size >= 3 && (unsigned char)text[2] >= 0x90 && (unsigned char)text[2] <= 0x99));
}

bool mintu_number_is_year(const char *text, size_t size)
{
    static const char *const behind[] = {"年", "—", "-", "–", "－", "～", "~", "至", NULL};
    size_t used;
    int year = whole(text, size, &used);
    return is_figure(text, size) && year >= 1900 && year <= 2100 && mintu_scan_word_at(behind, text, size, used) > 0;
}

/* ① ⑴ ⒈ ㈠: one character for the whole mark. */
static mintu_number_mark single(const char *text, size_t size)
{
    mintu_number_mark none = {0};
    if (size < 3 || ((unsigned char)text[0] != 0xE2 && (unsigned char)text[0] != 0xE3))
        return none;
    int c = ((unsigned char)text[0] & 0x0F) << 12 | ((unsigned char)text[1] & 0x3F) << 6 | ((unsigned char)text[2] & 0x3F);
    static const struct {
        int first, last;
        mintu_number_kind kind;
    } blocks[] = {{0x2460, 0x2473, MINTU_NUMBER_CIRCLE},
                  {0x2474, 0x2487, MINTU_NUMBER_PAREN},
                  {0x2488, 0x249B, MINTU_NUMBER_FIGURE},
                  {0x2776, 0x277F, MINTU_NUMBER_CIRCLE},
                  {0x3220, 0x3229, MINTU_NUMBER_BRACKET}};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (c >= blocks[i].first && c <= blocks[i].last)
            return (mintu_number_mark){blocks[i].kind, c - blocks[i].first + 1, 0, 3};
    return none;
}

/* （一）, (1), and 1） without the first half. */
static mintu_number_mark bracketed(const char *text, size_t size)
{
    static const char *const closing[] = {"）", ")", "〕", NULL}, *const opening[] = {"（", "(", "〔", NULL},
                             *const blanks[] = {" ", "　", NULL};
    size_t at = mintu_scan_word_at(opening, text, size, 0), used, blank;
    bool open = at > 0;
    while (open && (blank = mintu_scan_word_at(blanks, text, size, at)) > 0)
        at += blank;
    bool figure = is_figure(text + at, size - at);
    int number = at < size ? whole(text + at, size - at, &used) : 0;
    if (number == 0 || number > ITEM_MOST || (!open && !figure))
        return (mintu_number_mark){0};
    at += used;
    while (open && (blank = mintu_scan_word_at(blanks, text, size, at)) > 0)
        at += blank;
    size_t close = mintu_scan_word_at(closing, text, size, at);
    if (close == 0)
        return (mintu_number_mark){0};
    return (mintu_number_mark){figure ? MINTU_NUMBER_PAREN : MINTU_NUMBER_BRACKET, number, 0, at + close};
}

/* 第一条, 第二部分, 任务三： */
static mintu_number_mark worded(const char *text, size_t size)
{
    static const char *const parts[] = {"章", "节", "部分", "编", NULL}, *const articles[] = {"条", "项", NULL};
    static const char *const tasks[] = {"任务", "专项", "行动", NULL}, *const ends[] = {"：", ":", "、", "．",
                                                                                        ".",  " ", "　", NULL};
    bool ordinal = starts(text, size, "第");
    size_t at = ordinal ? 3 : mintu_scan_word_at(tasks, text, size, 0), used;
    int number = at > 0 && at < size ? whole(text + at, size - at, &used) : 0;
    if (number == 0)
        return (mintu_number_mark){0};
    at += used;
    size_t part = ordinal ? mintu_scan_word_at(parts, text, size, at) : 0;
    size_t end = ordinal ? mintu_scan_word_at(articles, text, size, at) : mintu_scan_word_at(ends, text, size, at);
    if (part == 0 && end == 0)
        return (mintu_number_mark){0};
    at += part > 0 ? part : end;
    size_t behind = mintu_scan_word_at(ends, text, size, at);
    return (mintu_number_mark){part > 0 ? MINTU_NUMBER_PART : MINTU_NUMBER_ARTICLE, number, 0, at + behind};
}

/* 一、 but not 一、二、三产业. */
static mintu_number_mark heading(const char *text, size_t size)
{
    static const char *const marks[] = {"、", "．", ".", NULL};
    size_t used, next;
    if (size < 4 || (unsigned char)text[0] < 0xE3 || (unsigned char)text[0] > 0xE9)
        return (mintu_number_mark){0};
    int number = whole(text, size, &used);
    size_t mark = number > 0 && number < 100 && !starts(text, size, "半") ? mintu_scan_word_at(marks, text, size, used) : 0;
    if (mark == 0)
        return (mintu_number_mark){0};
    size_t end = used + mark;
    if (end < size && !is_figure(text + end, size - end) && whole(text + end, size - end, &next) > 0 &&
        mintu_scan_word_at(marks, text, size, end + next) > 0)
        return (mintu_number_mark){0};
    return (mintu_number_mark){MINTU_NUMBER_HEAD, number, 0, end};
}

static size_t digits_of(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && is_figure(text + at, size - at))
        at += text[at] >= '0' && text[at] <= '9' ? 1 : 3;
    return at;
}

/* 1. 1、 １． and 1.2; a year may follow: 2.2017年. */
static mintu_number_mark figure(const char *text, size_t size)
{
    static const char *const marks[] = {"、", "．", ".", "。", NULL}, *const points[] = {".", "．", NULL};
    size_t used, first = digits_of(text, size);
    int number = first > 0 ? whole(text, first, &used) : 0;
    size_t mark = number > 0 && used == first ? mintu_scan_word_at(marks, text, size, first) : 0, end = first + mark;
    if (mark == 0 || number > ITEM_MOST)
        return (mintu_number_mark){0};
    if (!is_figure(text + end, size - end) || mintu_number_is_year(text + end, size - end))
        return (mintu_number_mark){MINTU_NUMBER_FIGURE, number, 0, end};
    size_t second = digits_of(text + end, size - end);
    int under = whole(text + end, second, &used);
    if (mintu_scan_word_at(points, text, first + mark, first) == 0 || under == 0 || under > 99 || used != second)
        return (mintu_number_mark){0};
    return (mintu_number_mark){MINTU_NUMBER_DECIMAL, under, number,
                               end + second + mintu_scan_word_at(marks, text, size, end + second)};
}

mintu_number_mark mintu_number_mark_at(const char *text, size_t size)
{
    static mintu_number_mark (*const forms[])(const char *, size_t) = {single, bracketed, worded, heading, figure};
    mintu_number_mark found = {0};
    for (size_t i = 0; i < sizeof forms / sizeof *forms && found.kind == MINTU_NUMBER_NONE && size > 0; i++)
        found = forms[i](text, size);
    return found;
}
