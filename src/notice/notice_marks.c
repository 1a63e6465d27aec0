#include "notice/notice_marks.h"

#include "notice/notice_clause_is.h"
#include "scan/scan_words.h"

#include <string.h>

size_t mintu_marks_bracket(const char *text, size_t size, mintu_stretch *inside)
{
    size_t open = MINTU_STARTS(text, size, "（") ? 3 : MINTU_STARTS(text, size, "(") ? 1 : 0, depth = 0;
    for (size_t at = 0; open > 0 && at < size;) {
        bool wide = size - at >= 3 && memcmp(text + at, "\xEF\xBC", 2) == 0;
        bool opens = text[at] == '(' || (wide && text[at + 2] == '\x88'),
             closes = text[at] == ')' || (wide && text[at + 2] == '\x89');
        size_t step = wide ? 3 : 1;
        depth += opens;
        if (closes && --depth == 0) {
            *inside = (mintu_stretch){open, at - open};
            return at + step;
        }
        at += step;
    }
    return 0;
}

bool mintu_marks_opens(const char *text, size_t size)
{
    return text[0] == '(' || text[0] == '[' || MINTU_STARTS(text, size, "（") || MINTU_STARTS(text, size, "〔") ||
           MINTU_STARTS(text, size, "【") || MINTU_STARTS(text, size, "［");
}

size_t mintu_marks_any_bracket(const char *text, size_t size, mintu_stretch *inside)
{
    static const char *const pairs[][2] = {{"〔", "〕"}, {"【", "】"}, {"［", "］"}, {"[", "]"}};
    if (!mintu_marks_opens(text, size))
        return 0;
    size_t used = mintu_marks_bracket(text, size < 1600 ? size : 1600, inside); /* what is longer is no clause */
    for (size_t i = 0; used == 0 && i < sizeof pairs / sizeof *pairs; i++) {
        size_t open = strlen(pairs[i][0]);
        if (size < open || memcmp(text, pairs[i][0], open) != 0)
            continue;
        for (size_t at = open; at + open <= size && at < 1500; at++)
            if (memcmp(text + at, pairs[i][1], open) == 0) {
                *inside = (mintu_stretch){open, at - open};
                return at + open;
            }
    }
    return used;
}

static int whole_number(const char *text, size_t size, size_t *length)
{
    double value;
    *length = mintu_notice_number(text, size, &value);
    return *length > 0 && value >= 1 && value < 10000 && value == (int)value ? (int)value : 0;
}

/* （十五）, (15): the number and its length. */
static int bracket_number(const char *text, size_t size, size_t *length)
{
    mintu_stretch inside;
    size_t used;
    *length = mintu_marks_bracket(text, size < 60 ? size : 60, &inside);
    int number = *length > 0 ? whole_number(text + inside.start, inside.size, &used) : 0;
    return number > 0 && used == inside.size ? number : 0;
}

/* 15. 15、 １５． at the begin of a line. */
static int figure_number(const char *text, size_t size, size_t *length)
{
    static const char *const marks[] = {"、", "．", "）", ".", ")", NULL};
    size_t used;
    double value;
    if (size == 0 || !((text[0] >= '0' && text[0] <= '9') || MINTU_STARTS(text, size, "\xEF\xBC")))
        return 0;
    int number = whole_number(text, size, &used);
    size_t mark = mintu_scan_word_at(marks, text, size, used);
    *length = used + mark;
    return number > 0 && mark > 0 && mintu_notice_number(text + *length, size - *length, &value) == 0 ? number : 0;
}

/* 一、 : the number and its length. */
static int heading_number(const char *text, size_t size, size_t *length)
{
    size_t used;
    if (size < 6 || (unsigned char)text[0] < 0xE4 || (unsigned char)text[0] > 0xE9)
        return 0;
    int number = whole_number(text, size, &used);
    *length = used + 3;
    return number > 0 && number < 100 && MINTU_STARTS(text + used, size - used, "、") ? number : 0;
}

static bool has_punctuation(const char *text, size_t size)
{
    static const char *const marks[] = {"，", "。", "；", "、", "：", "（", NULL};
    for (size_t at = 0; at < size; at++)
        if (mintu_scan_word_at(marks, text, size, at) > 0)
            return true;
    return false;
}

enum { TITLE = 120 };

/* A heading at the text's begin that runs to a number in brackets or, when it begins a line, to the end. */
static bool heading_at(const char *text, size_t size, bool line, mintu_marks *out)
{
    size_t length, used, end = size;
    int number = heading_number(text, size, &length);
    if (number == 0)
        return false;
    for (size_t at = length; at < end && at < length + TITLE; at++)
        if (bracket_number(text + at, size - at, &used) > 0 && !has_punctuation(text + length, at - length))
            end = at;
    if (end == size && (!line || size - length > TITLE || has_punctuation(text + length, size - length)))
        return false;
    out->section = number;
    out->title = (mintu_stretch){length, end - length};
    return true;
}

/* A heading with an item's number behind it may stand inside the last sentence of the opening, when lines were joined. */
static void heading_inside(const char *text, size_t size, mintu_marks *out)
{
    for (size_t i = 3; i + 9 < size; i++) {
        if ((unsigned char)text[i] < 0xE4 || (text[i] & 0xC0) == 0x80 || !heading_at(text + i, size - i, false, out))
            continue;
        out->title.start += i;
        out->before = i;
        return;
    }
}

static bool begins_line(const mintu_notice *notice, size_t sentence)
{
    return sentence == 0 || notice->sentences[sentence].line > notice->sentences[sentence - 1].line;
}

/* A clause in brackets that ends the sentence, a stop behind it or not. */
static void read_last(const mintu_notice *notice, const char *text, size_t size, mintu_marks *out)
{
    size_t end = size >= 3 && memcmp(text + size - 3, "。", 3) == 0 ? size - 3 : size, depth = 0;
    mintu_stretch inside = {0};
    for (size_t at = end; at > out->body.start; at--) {
        bool wide = at >= 3 && memcmp(text + at - 3, "\xEF\xBC", 2) == 0;
        bool closes = text[at - 1] == ')' || (wide && text[at - 1] == '\x89');
        bool opens = text[at - 1] == '(' || (wide && text[at - 1] == '\x88');
        if (at == end && !closes)
            return;
        depth += closes;
        if (!opens || --depth > 0)
            continue;
        size_t start = at - (text[at - 1] == '(' ? 1 : 3);
        if (mintu_marks_bracket(text + start, end - start, &inside) == end - start &&
            mintu_clause_is(notice, text + start + inside.start, inside.size)) {
            out->last = (mintu_stretch){start + inside.start, inside.size};
            out->body.size = start - out->body.start;
        }
        return;
    }
}

static bool is_lost(const mintu_notice *notice, const char *text, size_t size)
{
    if (!MINTU_STARTS(text, size, "〔") && !MINTU_STARTS(text, size, "（") && !MINTU_STARTS(text, size, "["))
        return false;
    for (size_t at = 0; at < size && at < 90; at++)
        if (mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_LOST, text + at, size - at))
            return true;
    return false;
}

bool mintu_marks_lost(const mintu_notice *notice, size_t sentence)
{
    return is_lost(notice, notice->texts.data + notice->sentences[sentence].text, notice->sentences[sentence].size);
}

void mintu_marks_read(const mintu_notice *notice, mintu_numbering numbering, size_t sentence, mintu_marks *out)
{
    const mintu_sentence *s = &notice->sentences[sentence];
    const char *text = notice->texts.data + s->text;
    size_t size = s->size, at = 0, length;
    mintu_stretch inside;
    *out = (mintu_marks){.body.start = size, .lost = is_lost(notice, text, size)};
    if (out->lost)
        return;
    length = mintu_marks_bracket(text, size, &inside);
    if (length > 0 && mintu_clause_is(notice, text + inside.start, inside.size)) {
        out->clause = inside;
        at = length;
        at += MINTU_STARTS(text + at, size - at, "。") ? 3 : 0;
    }
    bool brackets = numbering == MINTU_NUMBERING_BRACKETS;
    if (heading_at(text + at, size - at, begins_line(notice, sentence) || at > 0, out))
        out->title.start += at;
    else if (at == 0 && brackets)
        heading_inside(text, size, out);
    at = out->section > 0 ? out->title.start + out->title.size : at;
    out->number = brackets                                  ? bracket_number(text + at, size - at, &length)
                  : begins_line(notice, sentence) || at > 0 ? figure_number(text + at, size - at, &length)
                                                            : 0;
    at += out->number > 0 ? length : 0;
    out->body = (mintu_stretch){at, size - at};
    read_last(notice, text, size, out);
}

static size_t count_numbers(const mintu_notice *notice, mintu_numbering numbering, size_t most)
{
    size_t found = 0;
    mintu_marks marks;
    for (size_t i = 0; i < notice->sentence_count && found < most; i++) {
        if (notice->sentences[i].copies > 0)
            continue;
        mintu_marks_read(notice, numbering, i, &marks);
        found += marks.number > 0;
    }
    return found;
}

/* Figures at the begin of lines below numbers in brackets are parts of an item. */
mintu_numbering mintu_marks_numbering(const mintu_notice *notice)
{
    if (count_numbers(notice, MINTU_NUMBERING_BRACKETS, 2) == 2 || count_numbers(notice, MINTU_NUMBERING_FIGURES, 1) == 0)
        return MINTU_NUMBERING_BRACKETS;
    return MINTU_NUMBERING_FIGURES;
}
