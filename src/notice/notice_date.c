#define _GNU_SOURCE
#include "notice/notice_date.h"

#include "notice/notice_number.h"
#include "scan/scan_words.h"

#include <mintu/date.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Figures and the word behind them, 11月; *text moves past both. */
static bool read_figures(const char **text, const char *word, int *out)
{
    char *end;
    if (**text < '0' || **text > '9')
        return false;
    *out = (int)strtol(*text, &end, 10);
    if (strncmp(end, word, strlen(word)) != 0)
        return false;
    *text = end + strlen(word);
    return true;
}

void mintu_notice_date(mintu_notice *notice, size_t sentence)
{
    const mintu_sentence *s = &notice->sentences[sentence];
    int year, month, day;
    for (size_t at = 0; at + 13 <= s->size && notice->date == 0; at++) {
        char copy[32] = "", date[48];
        memcpy(copy, notice->texts.data + s->text + at, s->size - at < 31 ? s->size - at : 31);
        const char *rest = copy;
        if (copy[0] != '2' || !read_figures(&rest, "年", &year) || !read_figures(&rest, "月", &month) ||
            !read_figures(&rest, "日", &day) || year <= 1900 || year >= 2200)
            continue;
        snprintf(date, sizeof date, "%04d-%02d-%02d", year, month, day);
        mintu_date_parse(date, &notice->date);
    }
}

bool mintu_notice_is_day(const char *text, size_t size)
{
    static const char *const signs[] = {"年", "月", "日", " ", "　", "〇", NULL};
    double value;
    bool days = size >= 13 && size <= 48 && mintu_scan_word_before(signs, text, size) > 0;
    for (size_t at = 0, used; at < size && days; at += used) {
        used = mintu_scan_word_at(signs, text, size, at);
        used = used ? used : mintu_notice_number(text + at, size - at, &value);
        days = used > 0;
    }
    return days && (memmem(text, size, "日", 3) != NULL);
}

/* 〔2019〕 in the number of a document, or 2019年 in a title: the year, 0 when neither is in the text. */
static int year_in(const char *text, size_t size, bool numbered)
{
    static const char *const opening[] = {"〔", "［", "[", "（", "(", NULL}, *const closing[] = {"〕", "］", "]",
                                                                                                 "）", ")",  NULL};
    static const char *const year[] = {"年", NULL};
    static const char *const spans[] = {"0", "1", "2",  "3", "4",  "5", "6",  "7",  "8", "9",
                                        "—", "-", "－", "–", "～", "~", "至", "到", NULL};
    double value;
    for (size_t at = 0, used; at < size; at += mintu_notice_step(text + at, size - at)) {
        size_t open = numbered ? mintu_scan_word_at(opening, text, size, at) : 0, begin = at + open;
        if ((numbered && open == 0) || begin >= size || (at > 0 && !numbered && mintu_scan_word_before(spans, text, at) > 0))
            continue;
        used = mintu_notice_number(text + begin, size - begin, &value);
        bool figures = used == 4 || used == 12;
        if (figures && value >= 1900 && value <= 2200 && begin + used < size &&
            mintu_scan_word_at(numbered ? closing : year, text, size, begin + used) > 0)
            return (int)value;
    }
    return 0;
}

void mintu_notice_year(mintu_notice *notice, size_t first)
{
    notice->year = notice->date / 10000;
    for (int numbered = 1; numbered >= 0; numbered--)
        for (size_t i = 0; i < notice->sentence_count && i <= first && i < 12 && notice->year == 0; i++) {
            const mintu_sentence *s = &notice->sentences[i];
            const char *text = notice->texts.data + s->text;
            bool title = s->fresh && s->size <= 240 && (i < first || numbered);
            notice->year = title ? year_in(text, s->size, numbered) : 0;
        }
}
