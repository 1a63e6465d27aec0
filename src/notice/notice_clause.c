/* Responsibility: agencies and roles, in clauses and in running text; names in lists completed. */
#include "notice/notice_clause.h"

#include "base/utf8.h"
#include "notice/notice_agency.h"
#include "notice/notice_data.h"
#include "notice/notice_label.h"
#include "notice/notice_reading.h"
#include "notice/notice_target.h"
#include "notice/notice_time.h"
#include "scan/scan_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const colons[] = {"：", ":", NULL};
/* What may stand behind 等, before a role. */
static const char *const others[] = {
    "有关部门和单位", "相关部门和单位", "有关部门单位", "相关部门单位", "有关部门", "有关单位",
    "相关部门",       "相关单位",       "部门和单位",   "部门单位",     "省直部门", "省直有关部门",
    "市直部门",       "市直有关部门",   "部门",         "单位",         "机构",     NULL};

typedef struct clause_reader {
    mintu_notice *notice;
    const mintu_clause *clause;
    size_t at;
    const char *role;  /* of the agencies to come, NULL while it is not known */
    const char *label; /* the role that a label gave: one of its own goes before 责任单位 */
    size_t first;      /* first part of the item that waits for its role */
    size_t with;       /* first part that stands behind 会同, and supports; SIZE_MAX: none */
    const char *full;  /* last name that was found, whose first characters a short one may share */
    size_t full_size;
} clause_reader;

static void add_part(clause_reader *c, const mintu_agency *agency)
{
    mintu_notice *notice = c->notice;
    const char *text = c->clause->text + c->at, *name = agency->name;
    size_t size = agency->name_size;
    bool known = agency->form == MINTU_AGENCY_KNOWN;
    name = known ? name : mintu_notice_written(notice, name);
    for (size_t i = notice->part_count; i > 0 && notice->parts[i - 1].item == c->clause->item; i--)
        if (strlen(notice->parts[i - 1].name) == size && memcmp(notice->parts[i - 1].name, name, size) == 0) {
            mintu_notice_read_as(notice, text, agency->size, MINTU_READING_CLAUSE);
            return;
        }
    if (!mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->parts, notice->part_room, notice->part_count + 1)))
        return;
    char *copy = mintu_text_copy_n(name, size);
    if (mintu_notice_holds(notice, copy != NULL))
        notice->parts[notice->part_count++] =
            (mintu_part){.item = c->clause->item, .name = copy, .known = known, .text = text, .size = agency->size};
}

static void give_roles(clause_reader *c, const char *role)
{
    static const struct {
        const char *role;
        mintu_notice_reading reading;
    } readings[] = {{"lead", MINTU_READING_LEAD},
                    {"support", MINTU_READING_SUPPORT},
                    {"responsible", MINTU_READING_RESPONSIBLE},
                    {"joint", MINTU_READING_JOINT}};
    for (; c->first < c->notice->part_count; c->first++) {
        mintu_part *part = &c->notice->parts[c->first];
        bool joins = role && c->first >= c->with && strcmp(role, "joint") != 0;
        part->role = part->role ? part->role : joins ? "support" : role;
        for (size_t i = 0; role && i < sizeof readings / sizeof *readings; i++)
            if (strcmp(readings[i].role, part->role) == 0)
                mintu_notice_read_as(c->notice, part->text, part->size, readings[i].reading);
    }
    c->with = SIZE_MAX;
}

/* A cell of a table in which no agency stands: a dash, 无. */
static bool names_nobody(const char *text, size_t size)
{
    static const char *const nobody[] = {"无", "没有", "暂无", "空", NULL};
    size_t at = 0, used;
    while (at < size && (used = mintu_scan_word_at((const char *const[]){"—", "－", "–", "-", "―", "─", "/", "／", NULL}, text,
                                                   size, at)) > 0)
        at += used;
    return size > 0 && (at == size || mintu_scan_word_at(nobody, text, size, 0) == size);
}

/* 市旅游局|（牵头）: the role of the name before it alone. Bytes read. */
static size_t read_own_role(clause_reader *c, size_t at, size_t parts)
{
    const char *role, *text = c->clause->text + at;
    size_t used = at < c->clause->size ? mintu_agency_role(c->notice, text, c->clause->size - at, &role) : 0;
    if (used > 0 && c->notice->part_count > parts)
        c->notice->parts[c->notice->part_count - 1].role = role;
    mintu_notice_read_as(c->notice, text, used, MINTU_READING_CLAUSE);
    return used;
}

/* A name, or a text that is none and is told. */
static void read_name(clause_reader *c)
{
    mintu_notice *notice = c->notice;
    const char *text = c->clause->text + c->at;
    char full[160] = "";
    memcpy(full, c->full ? c->full : "", c->full && c->full_size < sizeof full ? c->full_size : 0);
    mintu_agency agency = mintu_agency_at(notice, text, c->clause->size - c->at, full);
    size_t length = agency.size, parts = notice->part_count;
    if (agency.form >= MINTU_AGENCY_BODY) {
        c->full = agency.name;
        c->full_size = agency.name_size;
        add_part(c, &agency);
    } else if (names_nobody(text, length)) {
        mintu_notice_read_as(notice, text, length, MINTU_READING_CLAUSE);
    } else if (length > 0) {
        mintu_notice_find(
            notice, mintu_finding_at(notice, "agency", text),
            "item %d: \"%.*s\" is no agency of agencies.csv, and not the name of a body; add it, or mend the name",
            c->clause->item, (int)(length < 120 ? length : mintu_utf8_cut(text, 120)), mintu_notice_written(notice, text));
        bool number = text[0] >= '0' && text[0] <= '9'; /* of a page, or of a row */
        if (length <= 48 && !number)
            add_part(c, &agency);
        else
            notice->items[c->clause->item].unread = true;
    }
    c->at += length > 0 ? length : mintu_notice_step(text, c->clause->size - c->at);
    if (length > 0)
        c->at += read_own_role(c, c->at, parts);
}

/* 2017年底前完成, 长期坚持: when, for the whole item. */
static size_t read_time(const clause_reader *c, const char *text, size_t size)
{
    mintu_notice *notice = c->notice;
    size_t start;
    mintu_time time = mintu_time_said(notice, text, size, &start);
    size_t end = time.size > 0 ? start + time.size : 0, begin = end;
    if (time.size == 0 || (!time.from && !time.until && !time.lost)) { /* 长期坚持 */
        mintu_notice_read_as(notice, text, end, MINTU_READING_TIME);
        return end;
    }
    while (end < size && mintu_agency_comma(text + end, size - end) == 0)
        end += mintu_notice_step(text + end, size - end);
    if (time.lost) {
        mintu_time_lost(notice, c->clause->item, text, end);
        return end;
    }
    const char *what = end > begin ? text + begin : text;
    mintu_notice_target_add(notice, what, end > begin ? end - begin : begin,
                            (mintu_task_target){c->clause->item, NULL, NAN, "", "", "", time.from, time.until});
    mintu_notice_read_as(notice, text, end, MINTU_READING_TIME);
    return end;
}

/* 完成时限：2017年底; a label whose content names no agency. */
static size_t read_label_content(const clause_reader *c, const mintu_notice_word *label, const char *text, size_t size)
{
    size_t end = 0, next;
    while (end < size && !MINTU_STARTS(text + end, size - end, "；") && text[end] != ';' && text[end] != '\n' &&
           !MINTU_STARTS(text + end, size - end, "。") &&
           !(end > 0 && mintu_notice_label_at(c->notice, text + end, size - end, &next)))
        end += mintu_notice_step(text + end, size - end);
    if (strcmp(label->meaning, "until") == 0)
        mintu_time_read_label(c->notice, label, &(mintu_clause){text, end, c->clause->item, NULL});
    else
        mintu_notice_read_as(c->notice, text, end, MINTU_READING_OTHER);
    return end;
}

/* A label and its colon: the role of what follows, or what is no agency. Bytes read, 0 when none is here. */
static size_t read_label(clause_reader *c, const char *text, size_t size)
{
    size_t end;
    const mintu_notice_word *label = mintu_notice_label_at(c->notice, text, size, &end);
    if (label && !mintu_notice_label_charges(label)) {
        give_roles(c, c->role ? c->role : "responsible");
        return end + read_label_content(c, label, text + end, size - end);
    }
    const mintu_notice_word *role = label ? NULL : mintu_notice_word_at(&c->notice->words, MINTU_NOTICE_WORD_ROLE, text, size);
    size_t colon = role ? mintu_scan_word_at(colons, text, size, role->size) : 0;
    if (!label && colon == 0)
        return 0;
    if (c->first < c->notice->part_count)
        give_roles(c, c->role ? c->role : "responsible");
    c->role = c->label = label ? label->meaning : role->meaning;
    return label ? end : role->size + colon;
}

/* 会同: those behind it support those before it, unless all share the work: 按职责分工会同. */
static size_t read_with(clause_reader *c, const char *text, size_t size)
{
    const mintu_notice_word *with = mintu_notice_word_at(&c->notice->words, MINTU_NOTICE_WORD_WITH, text, size);
    if (!with)
        return 0;
    if (with->size > 6 && !MINTU_STARTS(with->text, with->size, "会同"))
        c->role = "joint";
    else
        c->with = c->notice->part_count;
    return with->size;
}

static size_t read_role(clause_reader *c, const char *text, size_t size)
{
    const mintu_notice_word *word = mintu_notice_word_at(&c->notice->words, MINTU_NOTICE_WORD_ROLE, text, size);
    if (!word)
        return 0;
    bool general = c->role && c->role == c->label && strcmp(c->label, "lead") != 0 && strcmp(c->label, "support") != 0;
    give_roles(c, c->role && !(general && strcmp(word->meaning, "responsible") != 0) ? c->role : word->meaning);
    return word->size;
}

/* What is no name: commas, 等, labels, roles, times. False when a name stands here. */
static bool read_other(clause_reader *c)
{
    mintu_notice *notice = c->notice;
    const char *text = c->clause->text + c->at;
    size_t size = c->clause->size - c->at, used = mintu_agency_comma(text, size);
    if (used == 0 && MINTU_STARTS(text, size, "等") && !MINTU_STARTS(text, size, "等级")) {
        notice->items[c->clause->item].open = true;
        used = 3 + mintu_scan_word_at(others, text, size, 3);
    }
    used = used ? used : read_label(c, text, size);
    used = used ? used : read_with(c, text, size);
    used = used ? used : read_role(c, text, size);
    used = used ? used
                : mintu_scan_word_at((const char *const[]){"由", "请", "拟由", "建议由", "（", "）", "(", ")", "“", "”", "【",
                                                           "】", "〔", "〕", "*", NULL},
                                     text, size, 0);
    used = used ? used : read_time(c, text, size);
    if (used == 0)
        return false;
    mintu_notice_read_as(notice, text, used, MINTU_READING_CLAUSE);
    c->at += used;
    return true;
}

void mintu_clause_read(mintu_notice *notice, const mintu_clause *clause)
{
    clause_reader c = {.notice = notice,
                       .clause = clause,
                       .role = clause->role,
                       .label = clause->role,
                       .first = notice->part_count,
                       .with = SIZE_MAX};
    while (c.at < clause->size && !notice->failed)
        if (!read_other(&c))
            read_name(&c);
    give_roles(&c, c.role ? c.role : "responsible");
}
