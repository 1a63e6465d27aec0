#include "notice/notice_share.h"

#include "notice/notice_clause_is.h"
#include "notice/notice_reading.h"
#include "scan/scan_words.h"

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

/* 第1、3—5项, 第（一）、（三）项: bytes, 0 when no item is named. */
static size_t read_numbers(const char *text, size_t size, share *out)
{
    static const char *const between[] = {"第", "、", "，", ",", "和", "及", "与", "（", "）", "(", ")", " ", NULL},
                             *const spans[] = {"—", "－", "-", "–", "～", "~", "至", "到", NULL},
                             *const items[] = {"项任务", "项工作", "项", "条", NULL};
    double value;
    size_t used, last = 0;
    bool span = false;
    out->count = 0;
    for (size_t at = 0; at < size; at += used) {
        if ((used = mintu_notice_number(text + at, size - at, &value)) > 0) {
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

bool mintu_notice_shares(mintu_notice *notice, size_t sentence, mintu_events *out)
{
    static const mintu_notice_word charge = {"", "responsible", 0, false};
    static const char *const stops[] = {"。", "；", "，", ";", ",", "、", " ", "　", "并", NULL};
    const char *text = notice->texts.data + notice->sentences[sentence].text;
    size_t size = notice->sentences[sentence].size, names = 0, colon = 0, used;
    share items;
    while (names < size && names < NAMES && (colon = mintu_scan_word_at(colons, text, size, names)) == 0)
        names += mintu_notice_step(text + names, size - names);
    if (names == 0 || colon == 0 || out->count > EVENTS || !mintu_clause_is(notice, text, names))
        return false;
    mintu_event clause = {
        .kind = MINTU_EVENT_CLAUSE, .text = text, .size = names, .sentence = sentence, .line = true, .label = &charge};
    size_t read = 0;
    for (size_t at = names + colon; at < size; at += used) {
        if ((used = mintu_scan_word_at(stops, text, size, at)) > 0)
            continue;
        const mintu_notice_word *role = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, text + at, size - at);
        size_t begin = at + (role ? role->size : 0);
        used = begin < size ? read_numbers(text + begin, size - begin, &items) : 0;
        if (used == 0)
            break;
        clause.role = role ? role->meaning : "responsible";
        add_share(notice, &clause, &items, out);
        used += begin - at;
        read = at + used;
    }
    mintu_notice_read_as(notice, text + names, read > names ? read - names : 0, MINTU_READING_CLAUSE);
    return read > 0;
}
