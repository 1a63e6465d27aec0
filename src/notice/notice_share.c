#include "notice/notice_share.h"

#include "notice/notice_clause_is.h"
#include "notice/notice_label.h"
#include "notice/notice_number.h"
#include "notice/notice_reading.h"
#include "notice/notice_time.h"
#include "scan/scan_words.h"

#include <string.h>

enum { NAMES = 400, MOST = 200, EVENTS = 200000 }; /* of a line, and of a text */

static const char *const colons[] = {"：", ":", NULL};

/* The items of a share. */
typedef struct share {
    int numbers[MOST];
    size_t count;
} share;

static void add_numbers(share *out, int from, int to)
{
    for (int no = from; no <= to && out->count < MOST; no++)
        out->numbers[out->count++] = no;
}

/* A number, or one that is a mark of its own: ①, which needs no 项 behind it. */
static size_t read_number(const char *text, size_t size, double *value, bool *single)
{
    mintu_number_mark mark = {0};
    *single = false;
    if ((unsigned char)text[0] == 0xE2 || (unsigned char)text[0] == 0xE3)
        mark = mintu_number_mark_at(text, size);
    if (mark.size != 3 || mark.kind == MINTU_NUMBER_HEAD)
        return mintu_notice_number(text, size, value);
    *value = mark.number;
    *single = true;
    return mark.size;
}

/* 第1、3—5项, 第（一）、（三）项: bytes, 0 when no item is named. */
static size_t read_numbers(const char *text, size_t size, share *out)
{
    static const char *const between[] = {"第", "任务", "、", "，", ",", "和", "及", "与", "（", "）", "(", ")", " ", NULL},
                             *const spans[] = {"—", "－", "-", "–", "～", "~", "至", "到", NULL},
                             *const items[] = {"项任务", "项工作", "项", "条", "号任务", NULL};
    double value;
    size_t used, last = 0;
    bool span = false;
    out->count = 0;
    for (size_t at = 0; at < size; at += used) {
        bool single;
        if ((used = read_number(text + at, size - at, &value, &single)) > 0) {
            last = single ? at + used : last;
            if (value < 1 || value > MINTU_NOTICE_ITEMS)
                break;
            add_numbers(out, span ? out->numbers[out->count - 1] + 1 : (int)value, (int)value);
            span = false;
        } else if (out->count > 0 && !span && (used = mintu_scan_word_at(spans, text, size, at)) > 0) {
            span = true;
        } else if (out->count > 0 && (used = mintu_scan_word_at(items, text, size, at)) > 0) {
            last = at + used;
        } else if ((used = mintu_scan_word_at(between, text, size, at)) == 0) {
            break;
        }
    }
    return last;
}

static void add_share(mintu_notice *notice, const mintu_event *clause, const share *items, mintu_events *out)
{
    for (size_t i = 0; i < items->count; i++) {
        mintu_event row = *clause;
        row.kind = MINTU_EVENT_ROW;
        row.mark = (mintu_number_mark){MINTU_NUMBER_ROW, items->numbers[i], 0, 0};
        row.number = items->numbers[i];
        row.label = NULL;
        if (!mintu_event_add(notice, out, row) || !mintu_event_add(notice, out, *clause))
            return;
    }
}

/* Bytes of the names that a share begins with, until a colon, or a role with items behind it; 0 when it begins with none. *colon
 * is the colon's length. */
static size_t read_names(const mintu_notice *notice, const char *text, size_t size, size_t *colon)
{
    static const char *const stops[] = {"。", "；", ";", "\n", NULL};
    share items;
    *colon = 0;
    for (size_t at = 0; at < size && at < NAMES; at += mintu_notice_step(text + at, size - at)) {
        *colon = mintu_scan_word_at(colons, text, size, at);
        const mintu_notice_word *role =
            *colon == 0 ? mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, text + at, size - at) : NULL;
        size_t behind = at + (role ? role->size : 0);
        bool charged = role && behind < size && read_numbers(text + behind, size - behind, &items) > 0;
        if (*colon > 0 || charged)
            return mintu_clause_is(notice, text, at) ? at : 0;
        if (mintu_scan_word_at(stops, text, size, at) > 0)
            break;
    }
    return 0;
}

/* Roles with their items: 牵头第1、2项，配合第3项. Bytes read, 0 when none stands here. */
static size_t read_items(mintu_notice *notice, mintu_event *clause, const char *text, size_t size, mintu_events *out)
{
    static const char *const stops[] = {"，", "；", ";", ",", "、", " ", "　", "并", NULL};
    size_t read = 0, used;
    share items;
    for (size_t at = 0; at < size; at += used) {
        if ((used = mintu_scan_word_at(stops, text, size, at)) > 0)
            continue;
        const mintu_notice_word *role = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, text + at, size - at);
        size_t begin = at + (role ? role->size : 0);
        used = begin < size ? read_numbers(text + begin, size - begin, &items) : 0;
        if (used == 0)
            break;
        clause->role = role ? role->meaning : "responsible";
        add_share(notice, clause, &items, out);
        used += begin - at;
        read = at + used;
    }
    return read;
}

/* A schedule: 第1项：2018年6月底前；第2、3项：9月底前. Bytes read; 0 when the text is anything else, or none stands before it. */
static size_t read_schedule(mintu_notice *notice, size_t sentence, const char *text, size_t size, mintu_events *out)
{
    static const mintu_notice_word until = {"完成时限", "until", sizeof "完成时限" - 1, false};
    static const char *const stops[] = {"。", "；", "，", ";", ",", " ", "　", NULL};
    const size_t count = out->count;
    share items;
    for (size_t at = 0, used, stop; at < size && count > 0 && count <= EVENTS; at += used) {
        if ((used = mintu_scan_word_at(stops, text, size, at)) > 0)
            continue;
        size_t numbers = MINTU_STARTS(text + at, size - at, "第") ? read_numbers(text + at, size - at, &items) : 0;
        size_t colon = numbers > 0 && at + numbers < size ? mintu_scan_word_at(colons, text, size, at + numbers) : 0;
        size_t begin = at + numbers + colon, time = colon > 0 ? mintu_time_listed(notice, text + begin, size - begin) : 0;
        stop = time > 0 && begin + time < size ? mintu_scan_word_at(stops, text, size, begin + time) : 1;
        if (time == 0 || stop == 0) {
            out->count = count;
            return 0;
        }
        const mintu_event clause = {.kind = MINTU_EVENT_CLAUSE,
                                    .text = text + begin,
                                    .size = time,
                                    .sentence = sentence,
                                    .line = true,
                                    .label = &until};
        add_share(notice, &clause, &items, out);
        used = begin + time - at;
    }
    return out->count > count ? size : 0;
}

bool mintu_notice_shares(mintu_notice *notice, size_t sentence, mintu_stretch part, mintu_events *out)
{
    static const mintu_notice_word charge = {"", "responsible", 0, false};
    static const char *const stops[] = {"。", "；", "，", ";", ",", " ", "　", NULL};
    const char *text = notice->texts.data + notice->sentences[sentence].text + part.start;
    size_t names, colon, used, read = 0;
    const mintu_notice_word *label = mintu_notice_label_at(notice, text, part.size, &used);
    size_t at = label && strcmp(label->meaning, "joint") == 0 ? used : 0;
    if ((used = read_schedule(notice, sentence, text, part.size, out)) > 0) {
        mintu_notice_read_as(notice, text, used, MINTU_READING_TIME);
        return true;
    }
    if (part.start == 0 && mintu_number_mark_at(text, part.size).kind != MINTU_NUMBER_NONE)
        return false; /* it comes first */
    while (at < part.size && out->count <= EVENTS) {
        if (read > 0 && (used = mintu_scan_word_at(stops, text, part.size, at)) > 0) {
            at += used;
            continue;
        }
        if ((names = read_names(notice, text + at, part.size - at, &colon)) == 0)
            break;
        mintu_event clause = {
            .kind = MINTU_EVENT_CLAUSE, .text = text + at, .size = names, .sentence = sentence, .line = true, .label = &charge};
        size_t begin = at + names + colon;
        if ((used = read_items(notice, &clause, text + begin, part.size - begin, out)) == 0)
            break;
        mintu_notice_read_as(notice, text, read == 0 ? at : 0, MINTU_READING_CLAUSE);
        mintu_notice_read_as(notice, text + at + names, begin + used - at - names, MINTU_READING_CLAUSE);
        read = at = begin + used;
    }
    return read > 0;
}
