#include "notice/notice_date.h"

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
