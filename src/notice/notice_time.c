#include "notice/notice_time.h"

#include "notice/notice_reading.h"
#include "notice/notice_target.h"
#include "scan/scan_words.h"

#include <math.h>
#include <string.h>

/* Stands for the last day of a month until its year is known. */
enum { LAST_DAY = 99 };

/* The end of a month, quarter or half of a year, as MMDD. */
static int month_end(int month)
{
    return month * 100 + LAST_DAY;
}

static int last_day(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

typedef struct timer {
    const char *text;
    size_t size, at;
} timer;

static bool take(timer *t, const char *word)
{
    size_t length = strlen(word);
    if (t->size - t->at < length || memcmp(t->text + t->at, word, length) != 0)
        return false;
    t->at += length;
    return true;
}

static bool take_any(timer *t, const char *const *words)
{
    size_t used = t->at < t->size ? mintu_scan_word_at(words, t->text, t->size, t->at) : 0;
    t->at += used;
    return used > 0;
}

/* A whole number with a word behind it; nothing is taken otherwise. */
static int take_number(timer *t, const char *word, int most)
{
    double value;
    size_t start = t->at, used = t->at < t->size ? mintu_notice_number(t->text + t->at, t->size - t->at, &value) : 0;
    t->at += used;
    if (used > 0 && value >= 1 && value <= most && value == (int)value && take(t, word))
        return (int)value;
    t->at = start;
    return 0;
}

/* 2017, ２０１７: four figures. */
static int take_year(timer *t)
{
    double value;
    size_t used = t->at < t->size ? mintu_notice_number(t->text + t->at, t->size - t->at, &value) : 0;
    bool characters = used == 12 && (unsigned char)t->text[t->at] == 0xE4; /* 二〇一八 */
    if ((used != 4 && used != 12) || value < (characters ? 2000 : 1900) || value > 2200 || value != (int)value)
        return 0;
    t->at += used;
    return (int)value;
}

/* What follows a year: 6月30日, 6月底, 上半年, 三季度; as MMDD, 0 when nothing does. */
static int take_day(timer *t)
{
    static const char *const quarters[] = {"一季度", "二季度", "三季度", "四季度"};
    int month = take_number(t, "月", 12), day;
    if (month > 0) {
        day = take_number(t, "日", 31);
        day = day ? day : take_number(t, "号", 31);
        if (day == 0 && take(t, "上旬"))
            day = 10;
        if (day == 0 && take(t, "中旬"))
            day = 20;
        take(t, "下旬");
        take(t, "份");
        return day ? month * 100 + day : month_end(month);
    }
    if (take(t, "上半年"))
        return month_end(6);
    if (take_any(t, (const char *const[]){"前三季度", "前3季度", NULL}))
        return month_end(9);
    size_t start = t->at;
    take(t, "第");
    for (int i = 0; i < 4; i++)
        if (take(t, quarters[i]))
            return month_end(3 * (i + 1));
    int quarter = take_number(t, "季度", 4);
    t->at = quarter ? t->at : start;
    return quarter ? month_end(3 * quarter) : 0;
}

/* 前, 底, 末: that something is due then. */
static bool take_term(timer *t)
{
    static const char *const terms[] = {"年底之前", "年底以前", "年底前", "年年底前", "年底", "年末", "底之前", "底以前",
                                        "底前",     "末前",     "底",     "末",       "之前", "以前", "前",     "年内",
                                        "内完成",   "内",       "下半年", "全年",     "期间", "时期", NULL};
    bool found = take_any(t, terms);
    while (found && take_any(t, terms))
        continue;
    return found;
}

static int join(int year, int day)
{
    bool last = day % 100 == LAST_DAY;
    return day == 0 ? year : year * 10000 + (last ? day / 100 * 100 + last_day(year, day / 100) : day);
}

/* The begin of a span that its first day or month says. */
static int join_first(int year, int day)
{
    return day % 100 == LAST_DAY ? year * 10000 + day / 100 * 100 + 1 : join(year, day);
}

static int year_of(int time)
{
    return time > 9999 ? time / 10000 : time;
}

static bool take_span(timer *t)
{
    static const char *const spans[] = {"年—", "年-", "年–", "年－", "年至", "年到", "年～", "年~", "——", "—",
                                        "-",   "–",   "－",  "～",   "~",    "至",   "到",   "一",  NULL};
    return take_any(t, spans);
}

/* 2016—2018年, 2016年3月至2018年: the end of a span that begins in @p year. */
static int span_end(timer *t, int year, bool named)
{
    size_t start = t->at;
    if (!(named ? take_any(t, (const char *const[]){"—", "-", "–", "－", "至", "到", "～", "~", NULL}) : take_span(t)))
        return 0;
    int end = take_year(t), day;
    if (end >= year && take(t, "年"))
        return join(end, take_day(t));
    if (named && end == 0 && (day = take_day(t)) > 0)
        return join(year, day);
    t->at = start;
    return 0;
}

/* Figures with nothing between them, at most two. */
static int take_figures(timer *t)
{
    size_t start = t->at;
    int value = 0;
    while (t->at < t->size && t->at - start < 3 && t->text[t->at] >= '0' && t->text[t->at] <= '9')
        value = value * 10 + t->text[t->at++] - '0';
    return t->at - start > 2 ? 0 : value;
}

/* 2018-09-30, 2018/9/30, 2018.9; a month alone only where nothing follows that a number would have. */
static mintu_time numeric(timer *t)
{
    static const char *const behind[] = {"前", "底", "末", "，", "；", "、", "）", ")", " ", "。", "\n", "完成", NULL};
    int year = t->size - t->at > 6 && t->text[t->at] == '2' ? 0 : -1, month, day = 0;
    for (size_t i = 0; i < 4 && year >= 0; i++, t->at++)
        year = t->text[t->at] >= '0' && t->text[t->at] <= '9' ? year * 10 + t->text[t->at] - '0' : -1;
    char mark = year > 1900 && year < 2200 ? t->text[t->at] : ' ';
    if ((mark != '.' && mark != '-' && mark != '/') || (t->at++, month = take_figures(t)) < 1 || month > 12)
        return (mintu_time){0};
    if (t->at < t->size && t->text[t->at] == mark) {
        t->at++;
        day = take_figures(t);
        if (day < 1 || day > 31)
            return (mintu_time){0};
    } else if (t->at < t->size && mintu_scan_word_at(behind, t->text, t->size, t->at) == 0) {
        return (mintu_time){0};
    }
    return (mintu_time){.until = join(year, day ? month * 100 + day : month_end(month)), .bound = take_term(t)};
}

/* 2017年…, 2016—2018年. */
static mintu_time dated(timer *t)
{
    mintu_time out = {0};
    int year = take_year(t);
    if (year == 0)
        return out;
    int end = span_end(t, year, false), day = 0;
    if (end == 0) {
        if (!take(t, "年"))
            return (mintu_time){0};
        take(t, "度");
        day = take_day(t);
        end = span_end(t, year, true);
    }
    out.bound = end > 0;
    if (end > 0) {
        out.from = day > 0 && end / 10000 == year ? join_first(year, day) : year;
        out.until = end;
        take_term(t);
        return out;
    }
    if (take_any(t, (const char *const[]){"起", "开始", "以来", "以后", NULL})) {
        out.from = join(year, day && day % 100 < 28 ? day : 0);
        out.bound = true;
        return out;
    }
    out.bound = take_term(t);
    out.until = join(year, day);
    return out;
}

/* “十三五”期间: five years. 十三五规划 is the name of a plan. */
static mintu_time planned(timer *t)
{
    static const char *const plans[] = {"十一五", "十二五", "十三五", "十四五", "十五五", "十六五"};
    size_t start = t->at;
    int number = 0;
    bool quoted = take(t, "“");
    for (int i = 0; i < 6 && number == 0; i++)
        number = take(t, plans[i]) ? 11 + i : 0;
    if (number > 0 && quoted)
        take(t, "”");
    if (number > 0 && take_any(t, (const char *const[]){"期间", "时期", "期末", "末期", "末", NULL}))
        return (mintu_time){.from = 1951 + 5 * number, .until = 1955 + 5 * number, .bound = true};
    t->at = start;
    return (mintu_time){0};
}

/* What is done by a time that has no word of a term. */
static const char *const done[] = {"完成", "实施", "启动", "落实", "到位", "建成", "开工", "动工", "竣工",
                                   "完工", "办结", "办完", "投用", "投产", "投入", "通车", "通水", "出台",
                                   "印发", "启用", "验收", "上线", "全面", "前",   NULL};

/* 今年底前, 明年, 6月底前, 5月1日至6月30日: of the year of the notice. */
static mintu_time relative(const mintu_notice *notice, timer *t)
{
    size_t start = t->at;
    int year = notice->year, more = 0;
    bool named = take_any(t, (const char *const[]){"今年", "本年度", "本年", "当年", NULL});
    if (!named && take(t, "明年")) {
        named = true;
        more = 1;
    }
    int day = take_day(t);
    int end = day > 0 ? span_end(t, year + more, true) : 0;
    bool term = take_term(t), since = take_any(t, (const char *const[]){"以来", "初", "起", NULL});
    bool verb = day > 0 && t->at < t->size && mintu_scan_word_at(done, t->text, t->size, t->at) > 0;
    if (since || (!named && !term && !end && !verb) ||
        (!named && day == 0 &&
         mintu_scan_word_at((const char *const[]){"年底", "年内", "年末", NULL}, t->text, t->size, start) == 0)) {
        t->at = start;
        return (mintu_time){0};
    }
    mintu_time out = {.bound = true, .lost = year == 0};
    out.weak = named && !term && day == 0 && more == 0;
    out.until = year == 0 || out.weak ? year : end ? end : join(year + more, day);
    out.from = year && end ? join_first(year + more, day) : 0;
    out.lost = out.lost && !out.weak;
    return out;
}

/* 第三季度, 10月15日: a day that what stands around it makes a term. */
static mintu_time bare(const mintu_notice *notice, const char *text, size_t size)
{
    static const char whole[] = "全年";
    timer t = {text, size, 0};
    if (size == strlen(whole) && take(&t, whole)) /* as long as the year of the notice lasts */
        return (mintu_time){.bound = true, .lost = notice->year == 0, .until = notice->year, .size = t.at};
    int day = take_day(&t), end = day > 0 ? span_end(&t, notice->year, true) : 0;
    mintu_time found = {.bound = true, .lost = day > 0 && notice->year == 0};
    found.until = day > 0 && notice->year > 0 ? (end ? end : join(notice->year, day)) : 0;
    found.from = found.until && end ? join_first(notice->year, day) : 0;
    found.size = day > 0 ? t.at : 0;
    return found;
}

mintu_time mintu_time_at(const mintu_notice *notice, const char *text, size_t size)
{
    timer t = {text, size, 0};
    mintu_time found = numeric(&t);
    if (!found.until) {
        t.at = 0;
        found = dated(&t);
    }
    if (!found.from && !found.until) {
        t.at = 0;
        found = planned(&t);
    }
    if (!found.from && !found.until) {
        t.at = 0;
        found = relative(notice, &t);
    }
    found.size = found.from || found.until || found.lost ? t.at : 0;
    size_t now =
        mintu_scan_word_at((const char *const[]){"即日起至", "自即日起至", "从即日起至", "即日至", NULL}, text, size, 0);
    if (now > 0 && now < size) { /* the day of the notice is its begin */
        found = mintu_time_at(notice, text + now, size - now);
        found = found.size > 0 ? found : bare(notice, text + now, size - now);
        found.size += found.size > 0 ? now : 0;
        found.from = found.until ? notice->date : 0;
    }
    const mintu_notice_word *feast =
        found.size > 0 && found.size < size
            ? mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_UNDATED, text + found.size, size - found.size)
            : NULL;
    if (feast) { /* 2016年春节前 */
        found = (mintu_time){.size = found.size + feast->size, .lost = true};
    }
    int year = notice->year;
    found.past = year > 0 && found.until > 0 && year_of(found.until) < year;
    return found;
}

mintu_time mintu_time_said(const mintu_notice *notice, const char *text, size_t size, size_t *start)
{
    static const char *const by[] = {"到", "至",   "于",   "截至", "截止", "限于", "限",
                                     "在", "要求", "确保", "力争", "计划", "拟于", NULL};
    *start = size > 0 ? mintu_scan_word_at(by, text, size, 0) : 0;
    if (*start >= size)
        return (mintu_time){0};
    const mintu_notice_word *always =
        mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ALWAYS, text + *start, size - *start);
    if (always)
        return (mintu_time){.size = always->size};
    mintu_time time = mintu_time_at(notice, text + *start, size - *start);
    return time.size > 0 ? time : bare(notice, text + *start, size - *start);
}

size_t mintu_time_listed(const mintu_notice *notice, const char *text, size_t size)
{
    static const char *const commas[] = {"，", "；", "、", ",", ";", "。", "）", ")", " ", "　", "\n", NULL};
    size_t start, end;
    mintu_time time = mintu_time_said(notice, text, size, &start);
    if (time.size == 0)
        return 0;
    for (end = start + time.size; end < size && mintu_scan_word_at(commas, text, size, end) == 0;)
        end += mintu_notice_step(text + end, size - end);
    bool alone = end == start + time.size || mintu_scan_word_at(done, text, size, start + time.size) > 0;
    return alone ? end : 0;
}

void mintu_time_lost(mintu_notice *notice, int item, const char *text, size_t size)
{
    mintu_notice_find(notice, mintu_finding_at(notice, "time", text),
                      "item %d: \"%.*s\" is no day that is known: of no year, or a feast's; write the day; it is left out",
                      item, (int)size, mintu_notice_written(notice, text));
    notice->items[item].unread = true;
    mintu_notice_read_as(notice, text, size, MINTU_READING_UNREAD);
}

void mintu_time_read_label(mintu_notice *notice, const mintu_notice_word *label, const mintu_clause *content)
{
    const char *text = content->text;
    for (size_t i = 0; i < content->size;) {
        mintu_time time = mintu_time_at(notice, text + i, content->size - i);
        time = time.size > 0 || i > 0 ? time : bare(notice, text, content->size);
        if (time.from || time.until) {
            mintu_notice_target_add(notice, label->text, label->size,
                                    (mintu_task_target){content->item, NULL, NAN, "", "", "", time.from, time.until});
            mintu_notice_read_as(notice, text, content->size, MINTU_READING_TIME);
        } else if (time.lost) {
            mintu_time_lost(notice, content->item, text, content->size);
        }
        i += time.size > 0 ? time.size : mintu_notice_step(text + i, content->size - i);
    }
    double value;
    bool figures = false;
    for (size_t i = 0; i < content->size; i++)
        figures |= text[i] >= '0' && text[i] <= '9' && mintu_notice_number(text + i, content->size - i, &value) > 0;
    if (!figures)
        mintu_notice_read_as(notice, text, content->size, MINTU_READING_TIME);
}
