#include "notice/notice_figure.h"

#include "scan/scan_words.h"

enum { REACH = 120 };

static size_t any_at(const mintu_target_reader *r, const char *const *words, size_t at)
{
    return at < r->size ? mintu_scan_word_at(words, r->text, r->size, at) : 0;
}

static bool starts(const mintu_target_reader *r, size_t at, const char *word)
{
    return any_at(r, (const char *const[]){word, NULL}, at) > 0;
}

static const mintu_notice_word *word_at(const mintu_target_reader *r, mintu_notice_word_kind kind, size_t at)
{
    return at < r->size ? mintu_notice_word_at(&r->notice->words, kind, r->text + at, r->size - at) : NULL;
}

/* 1|、2号线: the first numbers of names. */
static bool listed_names(const mintu_target_reader *r, size_t end)
{
    static const char *const joins[] = {"、", "和", "及", "与", NULL};
    double value;
    size_t at = end, join, used;
    while ((join = any_at(r, joins, at)) > 0 && at + join < r->size &&
           (used = mintu_notice_number(r->text + at + join, r->size - at - join, &value)) > 0)
        at += join + used;
    return at > end && !word_at(r, MINTU_NOTICE_WORD_UNIT, end) && word_at(r, MINTU_NOTICE_WORD_NOTUNIT, at);
}

/* 除…的4项保证金外: what is left out is counted. */
static bool is_excepted(const mintu_target_reader *r, size_t at, size_t end)
{
    bool except = false, out = false;
    for (size_t i = at > REACH ? at - REACH : 0; i < at && !except; i += mintu_notice_step(r->text + i, r->size - i))
        except = starts(r, i, "除") && !starts(r, i, "除险") && !starts(r, i, "除尘");
    for (size_t i = end; i < r->size && i < end + REACH && except && !out; i += mintu_notice_step(r->text + i, r->size - i))
        out = starts(r, i, "外");
    return except && out;
}

/* 12345热线, 电话8222333: a number that one calls. */
static bool is_called(const mintu_target_reader *r, size_t at, size_t end)
{
    static const char *const before[] = {"电话", "热线", "电话：", "热线：", "传真：", "邮编：", "话", "邮编", "传真", NULL};
    static const char *const behind[] = {"热线", "服务热线", "平台", "便民", "政务", "市民", "投诉", "举报", "电话", NULL};
    return end - at >= 5 && (mintu_scan_word_before(before, r->text, at) > 0 || any_at(r, behind, end) > 0);
}

bool mintu_figure_counts_nothing(const mintu_target_reader *r, size_t at, size_t end)
{
    return listed_names(r, end) || is_excepted(r, at, end) || is_called(r, at, end);
}
