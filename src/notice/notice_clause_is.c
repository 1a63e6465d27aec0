/* Whether a text is a clause: what stands in brackets, and where one begins in running text. */
#define _GNU_SOURCE
#include "notice/notice_clause_is.h"

#include "notice/notice_agency.h"
#include "notice/notice_label.h"
#include "notice/notice_time.h"
#include "scan/scan_words.h"

#include <string.h>

enum { LONGEST = 1500 };

/* What a list of names was found to be. */
typedef struct listed {
    size_t size;                 /* bytes until it ends */
    size_t known, bodies, texts; /* names of agencies.csv, those by form, what is neither */
    bool official;               /* each name is that of an office, in any text */
    bool institution;            /* one name is that of an institution */
    const char *role;            /* that ends it, NULL: none */
    bool roles;                  /* one name has a role of its own: （牵头） */
    bool with, firm;             /* 会同 is in it; its role is one that only agencies have: 牵头 */
} listed;

static size_t skip_others(const char *text, size_t size)
{
    static const char *const others[] = {"有关部门和单位", "相关部门和单位", "有关部门", "有关单位", "相关部门", "相关单位",
                                         "部门和单位",     "部门单位",       "部门",     "单位",     NULL};
    return MINTU_STARTS(text, size, "等") && !MINTU_STARTS(text, size, "等级") ? 3 + mintu_scan_word_at(others, text, size, 3)
                                                                               : 0;
}

static const char *const by[] = {"由", "请", "拟由", "建议由", NULL};

/* Reads names until a role ends them, or until something stands there that is none; with @p offices until a name is none of one. */
static listed read_list(const mintu_notice *notice, const char *text, size_t size, bool offices)
{
    static const char *const firm[] = {"牵头", "主办", "协办", "为牵头", "为责任", "为配合", "按职", "分工", NULL};
    static const char *const commas[] = {"、", "和", "及", "与", "以及", "，", ",", " ", "/", NULL};
    static const char *const stops[] = {"、", "和", "及", "与", "以及", "，", ",", " ", "/", "；", ";", NULL};
    listed found = {.official = true};
    char full[160] = "";
    const char *own;
    size_t at = mintu_scan_word_at(by, text, size, 0), used;
    while (at < size) {
        const mintu_notice_word *role = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, text + at, size - at);
        const mintu_notice_word *with = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_WITH, text + at, size - at);
        if (role) {
            found.role = role->meaning;
            found.firm = strcmp(role->meaning, "lead") == 0 || mintu_scan_word_at(firm, text, size, at) > 0;
            at += role->size;
            break;
        }
        if (with || (used = skip_others(text + at, size - at)) > 0 ||
            (used = mintu_scan_word_at(offices ? commas : stops, text, size, at)) > 0) {
            found.with = found.with || with;
            at += with ? with->size : used;
            continue;
        }
        if (!offices && (used = mintu_time_listed(notice, text + at, size - at)) > 0) {
            at += used;
            continue;
        }
        mintu_agency agency = mintu_agency_at(notice, text + at, size - at, full);
        if (agency.form == MINTU_AGENCY_NONE)
            break;
        if (offices && found.size > 0 && memmem(text + at, agency.size, "由", strlen("由")))
            break; /* 由 begins a clause of its own */
        if (offices && agency.form == MINTU_AGENCY_OTHER && at == found.size && at > 0)
            break; /* …街道办事处|选址建设 */
        found.known += agency.form == MINTU_AGENCY_KNOWN;
        found.bodies += agency.form == MINTU_AGENCY_BODY;
        found.texts += agency.form == MINTU_AGENCY_OTHER;
        found.official &=
            agency.form == MINTU_AGENCY_KNOWN || mintu_agency_is_official(notice, text + at, agency.size) || found.size > 0;
        found.institution = found.institution || agency.form == MINTU_AGENCY_KNOWN ||
                            mintu_agency_is_institution(notice, text + at, agency.size);
        if (agency.form >= MINTU_AGENCY_BODY && agency.name_size < sizeof full) {
            memcpy(full, agency.name, agency.name_size);
            full[agency.name_size] = '\0';
        }
        at += agency.size;
        size_t bracket = at < size ? mintu_agency_role(notice, text + at, size - at, &own) : 0;
        found.roles = found.roles || bracket > 0;
        at += bracket;
        found.size = at;
        if (offices && (agency.form == MINTU_AGENCY_OTHER || !found.official))
            break;
    }
    found.size = at;
    return found;
}

/* What a text is that stands in brackets: nothing, a list of names alone, or one that says who does what. */
typedef enum form { FORM_NONE, FORM_NAMES, FORM_CHARGE } form;

static form form_of(const mintu_notice *notice, const char *text, size_t size)
{
    static const char *const others[] = {"含", "包括", "包含", "如",   "其中", "例如", "即", "不含", "原",
                                         "现", "下称", "以下", "简称", "除",   "暂名", "与", "以",   NULL};
    size_t end;
    const mintu_notice_word *label = mintu_notice_label_at(notice, text, size, &end);
    if (label)
        return mintu_notice_label_charges(label) || strcmp(label->meaning, "until") == 0 ? FORM_CHARGE : FORM_NONE;
    if (size == 0 || size > LONGEST || mintu_notice_label_is(notice, text, size))
        return FORM_NONE;
    const mintu_notice_word *role = mintu_notice_word_before(&notice->words, MINTU_NOTICE_WORD_ROLE, text, size);
    listed list = read_list(notice, text, size, false);
    size_t names = list.known + list.bodies;
    if (names == 0)
        return role && list.role && list.firm && list.size <= 120 && list.texts > 0 && list.texts <= 3 ? FORM_CHARGE
                                                                                                       : FORM_NONE;
    /* A list with its role, whatever stands behind, or one of bodies alone. */
    bool prose = list.texts > 0 && list.known == 0 && !list.firm;
    if (list.role)
        return prose ? FORM_NONE : FORM_CHARGE;
    bool alone = list.size == size && list.texts == 0 && list.institution && mintu_scan_word_at(others, text, size, 0) == 0;
    return !alone ? FORM_NONE : list.roles ? FORM_CHARGE : FORM_NAMES;
}

bool mintu_clause_is(const mintu_notice *notice, const char *text, size_t size)
{
    return form_of(notice, text, size) != FORM_NONE;
}

bool mintu_clause_in_bracket(const mintu_notice *notice, const char *text, size_t size, bool closes)
{
    form found = form_of(notice, text, size);
    return found == FORM_CHARGE || (found == FORM_NAMES && closes);
}

/* 负责的, 负责人: the role is part of another word. */
static bool goes_on(const char *text, size_t size)
{
    static const char *const words[] = {"的", "人", "制", "任", "性", "者", "机制", "力", "同志", "主体", NULL};
    static const char *const verbs[] = {"制定", "制订", "制作", "制发", "任命", NULL};
    return mintu_scan_word_at(words, text, size, 0) > 0 && mintu_scan_word_at(verbs, text, size, 0) == 0;
}

/* A list of offices with a role, in running text: its bytes, 0 when it is none. Behind one with a firm role others may be weak:
 * …牵头，…支持. */
static size_t running_list(const mintu_notice *notice, const char *text, size_t size, bool behind)
{
    listed list = read_list(notice, text, size, true);
    bool asked = mintu_scan_word_at(by, text, size, 0) > 0;
    bool names = list.known + list.bodies > 0 && list.texts == 0 && list.official;
    bool general = list.role && (strcmp(list.role, "responsible") == 0 || strcmp(list.role, "joint") == 0);
    bool last =
        list.size >= size || mintu_agency_comma(text + list.size, size - list.size) > 0; /* nothing stands behind the role */
    bool act = list.known + list.bodies > 1 && !last; /* 省住建厅会同省文物局|编制名录 */
    bool answers = list.role ? list.firm || behind || asked || general || last : list.with && (behind || asked || act);
    if (!names || !answers || (list.role && goes_on(text + list.size, size - list.size)))
        return 0;
    return list.size;
}

/* True when a role, or 会同, stands before the next comma: without one no name is looked for. */
static bool may_charge(const mintu_notice *notice, const char *text, size_t size)
{
    static const char *const stops[] = {"，", "；", "。", "\n", NULL};
    for (size_t at = 0; at < size && at < LONGEST; at += mintu_notice_step(text + at, size - at)) {
        if (mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, text + at, size - at) ||
            mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_WITH, text + at, size - at))
            return true;
        if (mintu_scan_word_at(stops, text, size, at) > 0)
            return false;
    }
    return false;
}

size_t mintu_clause_running(const mintu_notice *notice, const char *text, size_t size)
{
    size_t end, stop = 0;
    const mintu_notice_word *label = mintu_notice_label_at(notice, text, size, &end);
    if (!label && mintu_scan_word_at(by, text, size, 0) == 0 && !may_charge(notice, text, size))
        return 0;
    while (stop < size && stop < LONGEST && !MINTU_STARTS(text + stop, size - stop, "。") && text[stop] != '\n')
        stop += mintu_notice_step(text + stop, size - stop);
    if (label)
        return mintu_notice_label_charges(label) || strcmp(label->meaning, "until") == 0 ? stop : 0;
    size_t used = 0, one;
    while (used < stop) {
        size_t comma = used > 0 ? mintu_scan_word_at((const char *const[]){"，", "；", ",", "、", NULL}, text, stop, used) : 0;
        if ((used > 0 && comma == 0) || (one = running_list(notice, text + used + comma, stop - used - comma, used > 0)) == 0)
            break;
        used += comma + one;
    }
    return used;
}
