#include "notice/notice_unread.h"

#include "base/utf8.h"
#include "notice/notice_agency.h"
#include "notice/notice_clause_is.h"
#include "notice/notice_label.h"
#include "notice/notice_marks.h"
#include "notice/notice_number.h"
#include "notice/notice_reading.h"
#include "notice/notice_time.h"
#include "scan/scan_words.h"

#include <string.h>

/* A sentence that is looked through. */
typedef struct seeker {
    mintu_notice *notice;
    const mintu_sentence *sentence;
    const char *text;
    size_t size;
} seeker;

static mintu_notice_reading reading_at(const seeker *s, size_t at)
{
    return (mintu_notice_reading)s->notice->read[s->sentence->text + at];
}

static void find(const seeker *s, const char *kind, size_t at, size_t size, const char *what)
{
    mintu_notice *notice = s->notice;
    int item = reading_at(s, at) == MINTU_READING_NONE ? 0 : s->sentence->item;
    size_t shown = size > 60 ? mintu_utf8_cut(s->text + at, 60) : size;
    const char *written = mintu_notice_written(notice, s->text + at);
    if (item > 0) {
        mintu_notice_find(notice, mintu_finding_at(notice, kind, s->text + at), "item %d: \"%.*s\" %s", item, (int)shown,
                          written, what);
        notice->items[item].unread = true;
    } else {
        mintu_notice_find(notice, mintu_finding_at(notice, kind, s->text + at), "\"%.*s\" %s, and belongs to no item",
                          (int)shown, written, what);
    }
    mintu_notice_read_as(notice, s->text + at, size, MINTU_READING_UNREAD);
}

/* Bytes of 《…》 and 〔…〕 with a number behind it, of which nothing counts. */
static size_t document(const seeker *s, size_t at)
{
    static const char *const pairs[][2] = {{"《", "》"}, {"〔", "〕"}, {"［", "］"}, {"[", "]"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t length = strlen(pairs[i][0]);
        if (s->size - at < length || memcmp(s->text + at, pairs[i][0], length) != 0)
            continue;
        for (size_t end = at + length; end + length <= s->size && end < at + 400; end++)
            if (memcmp(s->text + end, pairs[i][1], length) == 0)
                return end + length - at;
    }
    return 0;
}

static bool is_figure(const char *text, size_t size)
{
    return size > 0 &&
           ((text[0] >= '0' && text[0] <= '9') || (size >= 3 && memcmp(text, "\xEF\xBC", 2) == 0 &&
                                                   (unsigned char)text[2] >= 0x90 && (unsigned char)text[2] <= 0x99));
}

/* A figure that was not taken: its bytes. In no item only one with a unit is told. */
static size_t read_figure(const seeker *s, size_t at)
{
    double value;
    const mintu_notice_words *words = &s->notice->words;
    size_t used = mintu_notice_number(s->text + at, s->size - at, &value), end = at + used;
    if (used == 0)
        return 1;
    mintu_time time = mintu_time_at(s->notice, s->text + at, s->size - at);
    bool inside = reading_at(s, at) == MINTU_READING_TEXT;
    if (reading_at(s, at) > MINTU_READING_TEXT)
        return used;
    if (time.size > 0 && (!inside || time.past))
        return time.size;
    const mintu_notice_word *unit =
        end < s->size ? mintu_notice_word_at(words, MINTU_NOTICE_WORD_UNIT, s->text + end, s->size - end) : NULL;
    const mintu_notice_word *other =
        end < s->size ? mintu_notice_word_at(words, MINTU_NOTICE_WORD_NOTUNIT, s->text + end, s->size - end) : NULL;
    int before = at > 0 ? s->text[at - 1] : ' ', behind = end < s->size ? s->text[end] : ' ';
    bool ordinal = at >= 3 && memcmp(s->text + at - 3, "第", 3) == 0;
    bool name = ordinal || (before >= 'A' && before <= 'z') || (behind >= 'A' && behind <= 'z') || strchr("-.:/@#+", before);
    if (name || (other && (!unit || other->size >= unit->size)) || (!inside && !unit))
        return used;
    find(s, "number", at, used + (unit ? unit->size : 0), "looks like a target and was not taken");
    return used;
}

/* True when a body's name ends right before the role: …厅负责. */
static bool charged_before(const seeker *s, size_t at)
{
    size_t start = at;
    static const char *const stops[] = {"，", "。", "；", "：", "\n", NULL};
    while (start > 0 && at - start < 90 && reading_at(s, start - 1) <= MINTU_READING_TEXT &&
           mintu_scan_word_before(stops, s->text, start) == 0)
        start--;
    const mintu_notice_word *body =
        mintu_notice_word_before(&s->notice->words, MINTU_NOTICE_WORD_BODY, s->text + start, at - start);
    return body && mintu_agency_is_official(s->notice, s->text + start, at - start);
}

/* A word of responsibility that was not taken: its bytes, 0 when none is here. */
static size_t read_role(const seeker *s, size_t at)
{
    static const char *const strong[] = {"牵头", "主办", "协办", "分工负责", NULL};
    const mintu_notice_words *words = &s->notice->words;
    size_t end;
    if (reading_at(s, at) > MINTU_READING_TEXT)
        return 0;
    const mintu_notice_word *label = mintu_notice_label_at(s->notice, s->text + at, s->size - at, &end);
    if (label && mintu_notice_label_charges(label)) {
        find(s, "clause", at, s->size - at, "looks like responsibility and was not taken");
        return s->size - at;
    }
    if (label) /* 牵头领导：张某 */
        return end;
    const mintu_notice_word *role = mintu_notice_word_at(words, MINTU_NOTICE_WORD_ROLE, s->text + at, s->size - at);
    if (!role)
        return 0;
    size_t behind = at + role->size;
    if (at >= 3 && memcmp(s->text + at - 3, "政", 3) == 0) /* 政协|办公室 */
        return role->size;
    bool closes = behind < s->size &&
                  mintu_scan_word_at((const char *const[]){"）", ")", "】", "〕", NULL}, s->text, s->size, behind) > 0;
    bool firm = closes || mintu_scan_word_at(strong, s->text, s->size, at) > 0;
    bool name = mintu_scan_word_at((const char *const[]){"人", "的", "机制", "制", "单位", "部门", NULL}, s->text, s->size,
                                   at + role->size < s->size ? at + role->size : s->size) > 0 &&
                at + role->size < s->size;
    if (!name && (firm || charged_before(s, at))) {
        size_t start = at, stop = at + role->size;
        while (start > 0 && at - start < 60 && (s->text[start - 1] & 0x80) && reading_at(s, start - 1) <= MINTU_READING_TEXT &&
               mintu_scan_word_before((const char *const[]){"，", "。", "；", "：", NULL}, s->text, start) == 0)
            start--;
        while (start < at && ((unsigned char)s->text[start] & 0xC0) == 0x80)
            start++;
        find(s, "clause", start, stop - start, "looks like responsibility and was not taken");
    }
    return role->size;
}

/* Bytes of a body's name that the text begins with, whatever stands behind it: 市公安局|保障; 0 when none is there. */
static size_t body_at(const seeker *s, size_t at)
{
    enum { MOST = 60 };
    mintu_agency agency = mintu_agency_at(s->notice, s->text + at, s->size - at, "");
    if (agency.form >= MINTU_AGENCY_BODY)
        return agency.size;
    size_t end = agency.size < MOST ? agency.size : mintu_utf8_cut(s->text + at, MOST);
    for (; end >= 9; end -= 3) {
        const mintu_notice_word *body =
            mintu_notice_word_before(&s->notice->words, MINTU_NOTICE_WORD_OFFICE, s->text + at, end);
        if (body && body->size < end && strcmp(body->meaning, "list") != 0)
            return end;
    }
    return 0;
}

/* A name behind a clause, which has no role of its own: …牵头，省财政厅、省水利厅. Its bytes, 0 when none is here. */
static size_t read_name(const seeker *s, size_t at)
{
    static const char *const commas[] = {"，", "、", "；", NULL};
    size_t comma = mintu_scan_word_before(commas, s->text, at);
    bool behind =
        comma > 0 && at > comma && reading_at(s, at) <= MINTU_READING_TEXT &&
        (reading_at(s, at - comma - 1) >= MINTU_READING_CLAUSE || reading_at(s, at - comma - 1) == MINTU_READING_UNREAD);
    size_t size = behind ? body_at(s, at) : 0;
    if (size == 0 || !mintu_agency_is_official(s->notice, s->text + at, size))
        return 0;
    find(s, "clause", at, size, "looks like an agency of the clause before it and was not taken");
    return size;
}

/* （市总工会、团市委）: bodies alone in a bracket that was not taken as a clause. Its bytes, 0 when none is here. */
static size_t read_bracket(const seeker *s, size_t at)
{
    mintu_stretch inside;
    size_t used = reading_at(s, at) == MINTU_READING_TEXT ? mintu_marks_any_bracket(s->text + at, s->size - at, &inside) : 0;
    if (used == 0 || !mintu_clause_is(s->notice, s->text + at + inside.start, inside.size) ||
        !mintu_agency_is_official(s->notice, s->text + at + inside.start,
                                  mintu_agency_at(s->notice, s->text + at + inside.start, inside.size, "").size))
        return 0;
    find(s, "clause", at, used, "looks like responsibility and was not taken");
    return used;
}

/* 春节前: a time of an item that no calendar here has; its bytes, 0 when none is here. */
static size_t read_undated(const seeker *s, size_t at)
{
    const mintu_notice_word *word =
        mintu_notice_word_at(&s->notice->words, MINTU_NOTICE_WORD_UNDATED, s->text + at, s->size - at);
    if (!word || reading_at(s, at) != MINTU_READING_TEXT)
        return 0;
    find(s, "time", at, word->size, "is a time that is not known as a day; write the day");
    return word->size;
}

/* In a damaged text what is of no item was told as such, or stands where its like was lost. */
static bool is_told(const seeker *s)
{
    mintu_notice_reading least;
    return s->notice->damaged && mintu_notice_reading_of(s->notice, s->text, s->size, &least) == MINTU_READING_NONE;
}

static void read_sentence(const seeker *s)
{
    if (is_told(s))
        return;
    for (size_t at = 0, used; at < s->size && !s->notice->failed; at += used) {
        unsigned char byte = (unsigned char)s->text[at];
        used = byte == '[' || (byte == 0xE3 || byte == 0xEF) ? document(s, at) : 0;
        if (used == 0 && (byte == '(' || byte == 0xEF || byte == 0xE3))
            used = read_bracket(s, at);
        if (used == 0 && is_figure(s->text + at, s->size - at))
            used = read_figure(s, at);
        if (used == 0 && byte >= 0xE4 && (used = read_name(s, at)) == 0 && (used = read_undated(s, at)) == 0)
            used = read_role(s, at);
        if (used == 0)
            used = mintu_notice_step(s->text + at, s->size - at);
    }
}

void mintu_notice_unread(mintu_notice *notice)
{
    for (size_t i = 0; i < notice->sentence_count && !notice->failed; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        if (s->copies == 0)
            read_sentence(&(seeker){notice, s, notice->texts.data + s->text, s->size});
    }
    for (int no = 1; no <= notice->item_count; no++)
        if (notice->items[no].unread && notice->items[no].status == MINTU_TASK_STATUS_COMPLETE)
            notice->items[no].status = MINTU_TASK_STATUS_TRUNCATED;
}
