#include "notice/notice_figure.h"

#include "notice/notice_reading.h"
#include "notice/notice_target.h"
#include "scan/scan_words.h"

#include <string.h>

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

bool mintu_figure_is_arabic(const char *text, size_t size)
{
    return size > 0 &&
           ((text[0] >= '0' && text[0] <= '9') || (size >= 3 && memcmp(text, "\xEF\xBC", 2) == 0 &&
                                                   (unsigned char)text[2] >= 0x90 && (unsigned char)text[2] <= 0x99));
}

size_t mintu_figure_number(const mintu_target_reader *r, size_t at, double *out)
{
    static const char *const many[] = {"百", "千", "万", NULL}, *const scales[] = {"十", "百", "千", "万", NULL};
    size_t used = at < r->size ? mintu_notice_number(r->text + at, r->size - at, out) : 0;
    if (used == 0 || mintu_figure_is_arabic(r->text + at, r->size - at))
        return used;
    bool scaled = false;
    for (size_t i = at; i < at + used; i += 3)
        scaled |= any_at(r, scales, i) > 0;
    return any_at(r, many, at) > 0 || (used > 3 && !scaled) ? 0 : used;
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

/* 第1、|3项: an ordinal that others stand before. */
static bool is_ordinal(const mintu_target_reader *r, size_t at)
{
    static const char *const joins[] = {"、", "和", "至", "—", "-", "～", "及", "，第", NULL};
    for (size_t join; (join = mintu_scan_word_before(joins, r->text, at)) > 0;) {
        at -= join;
        while (at > 0 && r->text[at - 1] >= '0' && r->text[at - 1] <= '9')
            at--;
        if (at >= 3 && memcmp(r->text + at - 3, "第", 3) == 0)
            return true;
    }
    return false;
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
    return is_ordinal(r, at) || listed_names(r, end) || is_excepted(r, at, end) || is_called(r, at, end);
}

void mintu_figure_find_unit(const mintu_target_reader *r, size_t at, size_t end)
{
    if (end + 3 > r->size || (unsigned char)r->text[end] < 0xE4 || (unsigned char)r->text[end] > 0xE9 ||
        !mintu_figure_is_arabic(r->text + at, r->size - at) || word_at(r, MINTU_NOTICE_WORD_NOTUNIT, end))
        return;
    mintu_notice_find(r->notice, mintu_finding_at(r->notice, "unit", r->text + at),
                      "item %d: \"%.*s\" has no unit that notice_words.csv knows", r->item, (int)(end + 3 - at),
                      mintu_notice_written(r->notice, r->text + at));
    r->notice->items[r->item].unread = true;
    mintu_notice_read_as(r->notice, r->text + at, end + 3 - at, MINTU_READING_UNREAD);
}

size_t mintu_figure_range_end(const mintu_target_reader *r, size_t at, double *most)
{
    static const char *const spans[] = {"至", "到", "—", "–", "-", "－", "～", "~", "——", NULL};
    size_t span = any_at(r, spans, at), used = span > 0 ? mintu_figure_number(r, at + span, most) : 0;
    return used > 0 ? span + used : 0;
}

size_t mintu_figure_find_ratio(const mintu_target_reader *r, size_t at, size_t end)
{
    static const char *const colons[] = {"∶", ":", "：", NULL};
    double value;
    size_t colon = any_at(r, colons, end), used = colon > 0 ? mintu_figure_number(r, end + colon, &value) : 0;
    if (used == 0)
        return 0;
    size_t size = end + colon + used - at;
    mintu_notice_find(r->notice, mintu_finding_at(r->notice, "number", r->text + at),
                      "item %d: \"%.*s\" looks like a target and was not taken", r->item, (int)size, r->text + at);
    r->notice->items[r->item].unread = true;
    mintu_notice_read_as(r->notice, r->text + at, size, MINTU_READING_UNREAD);
    return size;
}

bool mintu_figure_is_base(mintu_target_reader *r, size_t at, size_t end)
{
    static const char *const changes[] = {"提高", "提升", "增加", "增长", "扩大", "上升", "上调", "增至", "升至",
                                          "降",   "减",   "压",   "缩",   "下降", "下调", "调整", "改为", NULL};
    static const char *const from[] = {"由", "从", NULL};
    size_t begin = at;
    if (any_at(r, changes, end) == 0)
        return false;
    while (begin > r->base && at - begin < REACH && mintu_scan_word_before(from, r->text, begin) == 0)
        begin--;
    size_t word = mintu_scan_word_before(from, r->text, begin);
    if (word == 0 || begin < r->base + word)
        return false;
    mintu_stretch said = mintu_target_trim(r->text, (mintu_stretch){r->base, begin - word - r->base});
    if (said.size > 0)
        r->said = (mintu_said){r->text + said.start, said.size, NULL};
    return true;
}
