#include "notice/notice_lines.h"

#include "notice/notice_cells.h"
#include "notice/notice_date.h"
#include "notice/notice_label.h"
#include "notice/notice_number.h"
#include "notice/notice_reading.h"
#include "scan/scan_words.h"

#include <stdlib.h>
#include <string.h>

/* Lines of a page that are full have one width; a text with lines this wide in so many lines was broken by a page. */
enum { NARROW = 12, WIDE = 80, WIDTHS = WIDE + 2 };

typedef struct liner {
    mintu_notice *notice;
    mintu_buffer texts; /* the new ones */
    notice_breaks breaks;
    mintu_sentence *sentences;
    size_t count, room;
    size_t width;                 /* of a full line, in characters; 0: lines are not broken */
    size_t last_width, last_line; /* of the line that the last sentence ends */
    bool page;                    /* a page ended behind it */
    const unsigned char *cells;   /* of each sentence, from the next one on: how it goes on from the one before; NULL: none */
    bool failed;
} liner;

/* How wide a text is on a page, in Chinese characters: figures and Latin letters are half as wide. */
static size_t characters(const char *text, size_t size)
{
    size_t halves = 0;
    for (size_t i = 0; i < size; i++)
        halves += (unsigned char)text[i] < 0x80 ? 1 : ((unsigned char)text[i] & 0xC0) != 0x80 ? 2 : 0;
    return (halves + 1) / 2;
}

static bool ends_with(const char *text, size_t size, const char *const *words)
{
    return mintu_scan_word_before(words, text, size) > 0;
}

static bool stops(const char *text, size_t size)
{
    static const char *const marks[] = {"。", "！", "？", "；", "：", ";", ":", "!", "?", "）", ")", "】", "〕", NULL};
    return ends_with(text, size, marks);
}

static bool goes_on(const char *text, size_t size)
{
    static const char *const marks[] = {"，", "、", ",", "（", "(", "《", "和", "与", NULL};
    return ends_with(text, size, marks);
}

bool mintu_notice_is_page(const char *text, size_t size)
{
    static const char *const parts[] = {" ",  "　", "-", "—",    "–",    "－", "―", "·", "第",
                                        "页", "共", "/", "Page", "page", "of", "(", ")", NULL};
    size_t figures = 0, used;
    double value;
    while (size > 0 && (unsigned char)text[size - 1] <= ' ')
        size--;
    bool dressed = false;
    for (size_t at = 0; at < size; at += used) {
        used = mintu_scan_word_at(parts, text, size, at);
        dressed |= used > 0 && text[at] != ' ';
        if (used > 0)
            continue;
        bool figure = (text[at] >= '0' && text[at] <= '9') || MINTU_STARTS(text + at, size - at, "\xEF\xBC");
        used = figure ? mintu_notice_number(text + at, size - at, &value) : 0;
        if (used == 0 || value > 5000)
            return false;
        figures++;
    }
    return figures > 0 && figures <= 2 && size <= 48 && (dressed || size <= 3);
}

/* True for a line whose blanks part columns: 1   新建标准厂房   市经信局. */
static bool is_spaced(const char *text, size_t size)
{
    static const char *const gaps[] = {"   ", "　　", NULL};
    for (size_t at = 3; at + 3 < size; at++)
        if ((text[at] == ' ' || text[at] == '\xE3') && mintu_scan_word_at(gaps, text, size, at) > 0)
            return true;
    return false;
}

/* True when a line begins something of its own. */
static bool begins_own(const liner *l, const char *text, size_t size)
{
    static const char *const opening[] = {"附件", "附：", "附:", "|", "（", "(", "【", "〔", NULL};
    mintu_number_mark mark = mintu_number_mark_at(text, size);
    size_t colon;
    return mark.kind != MINTU_NUMBER_NONE || is_spaced(text, size) || mintu_notice_is_day(text, size) ||
           mintu_scan_word_at(opening, text, size, 0) > 0 || memchr(text, '\t', size) ||
           mintu_notice_label_at(l->notice, text, size, &colon) != NULL;
}

/* Width of the whole line that a sentence of the old list ends. */
static size_t line_width(const mintu_notice *notice, size_t i)
{
    const mintu_sentence *s = &notice->sentences[i];
    size_t width = characters(notice->texts.data + s->text, s->size);
    for (; i > 0 && !notice->sentences[i].fresh && notice->sentences[i - 1].copies == 0; i--) {
        const mintu_sentence *before = &notice->sentences[i - 1];
        width += characters(notice->texts.data + before->text, before->size);
    }
    return width;
}

static bool ends_line(const mintu_notice *notice, size_t i)
{
    return i + 1 == notice->sentence_count || notice->sentences[i + 1].fresh;
}

/* The width of full lines: that of most lines which end inside a sentence, when there are several such lines. */
static size_t full_width(const mintu_notice *notice)
{
    size_t counts[WIDTHS] = {0}, lines = 0, broken = 0, best = 0;
    for (size_t i = 0; i < notice->sentence_count; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        if (s->copies > 0 || !ends_line(notice, i))
            continue;
        size_t width = line_width(notice, i);
        lines++;
        if (width >= NARROW && width <= WIDE && !stops(notice->texts.data + s->text, s->size)) {
            counts[width]++;
            broken++;
        }
    }
    for (size_t width = NARROW; width < WIDE; width++)
        if (counts[width] + counts[width + 1] > (best ? counts[best] + counts[best + 1] : 0))
            best = width;
    size_t most = best ? counts[best] + counts[best + 1] : 0;
    return most >= 2 && most * 3 >= broken && most * 8 >= lines ? best : 0;
}

/* True when the sentence that begins a line goes on with the last one, which its page's edge broke. */
static bool joins(const liner *l, const mintu_sentence *s, const char *text, size_t size)
{
    if (l->count == 0 || !s->fresh || l->last_width == 0)
        return false;
    const mintu_sentence *last = &l->sentences[l->count - 1];
    const char *before = l->texts.data + last->text;
    if (s->line > l->last_line + (l->page ? 6 : 1) || begins_own(l, text, size) || memchr(before, '|', last->size) ||
        memchr(before, '\t', last->size))
        return false;
    if (goes_on(before, last->size) || l->page)
        return goes_on(before, last->size) || !stops(before, last->size);
    bool figure = before[last->size - 1] >= '0' && before[last->size - 1] <= '9' && text[0] >= '0' && text[0] <= '9';
    if (figure && l->last_width >= NARROW) /* 12|0家 */
        return true;
    bool full = l->width > 0 && l->last_width + 2 >= l->width && l->last_width <= l->width + 3;
    return full && !stops(before, last->size);
}

static bool is_figure(const char *text, size_t size, size_t at)
{
    return at < size && text[at] >= '0' && text[at] <= '9';
}

/* True for a blank inside of a number and its unit, or of a day: 15.8 公里, 2018 年 6 月; the number does not begin the line. */
static bool parts_number(const mintu_notice *notice, const char *text, size_t size, size_t at)
{
    static const char *const signs[] = {"年", "月", "日", "季度", "时", NULL}, *const before[] = {"年", "月", NULL};
    size_t start = at, next = at + 1;
    while (start > 0 && (is_figure(text, size, start - 1) || text[start - 1] == '.'))
        start--;
    if (start == at)
        return is_figure(text, size, next) && mintu_scan_word_before(before, text, at) > 0;
    bool inside = start > 2 && (text[start - 1] & 0x80 || text[start - 1] == ' ' || text[start - 1] == '*');
    return inside && next < size &&
           (mintu_scan_word_at(signs, text, size, next) > 0 ||
            mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_UNIT, text + next, size - next) != NULL);
}

/* Marks of Markdown, entities of HTML and blanks at a byte: how many bytes are left out; *with stands in their place. */
static size_t left_out(const mintu_notice *notice, const char *text, size_t size, size_t at, const char **with)
{
    static const struct {
        const char *from, *to;
    } words[] = {{"**", ""},           {"__", ""},       {"&nbsp;", ""},    {"&ensp;", ""},   {"&emsp;", ""},
                 {"&#12288;", ""},     {"&amp;", "&"},   {"&lt;", "<"},     {"&gt;", ">"},    {"&quot;", "\""},
                 {"&ldquo;", "“"},     {"&rdquo;", "”"}, {"&middot;", "·"}, {"&mdash;", "—"}, {"\xE2\x80\x8B", ""},
                 {"\xEF\xBB\xBF", ""}, {"\\.", "."},     {"\\-", "-"},      {"\\(", "("},     {"\\)", ")"}};
    if (text[at] == ' ' && at > 0 && parts_number(notice, text, size, at)) {
        *with = "";
        return 1;
    }
    if (!strchr("*_&\\\xE2\xEF", text[at]))
        return 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i].from);
        if (text[at] == words[i].from[0] && size - at >= length && memcmp(text + at, words[i].from, length) == 0) {
            *with = words[i].to;
            return length;
        }
    }
    return 0;
}

/* Bytes before a line's text: # and > of Markdown, bullets. */
static size_t line_marks(const char *text, size_t size)
{
    static const char *const marks[] = {"#", ">", " ", "　", "\t", "* ", "- ", "+ ",           "•",        "●",
                                        "○", "◆", "◇", "■",  "□",  "▪",  "➢",  "\xEF\x81\xAC", "\xC2\xA0", NULL};
    size_t at = 0, used;
    while (at < size && (used = mintu_scan_word_at(marks, text, size, at)) > 0)
        at += used;
    return at;
}

/* True when a cell of the row @p before is quoted, and the quotes are still open at its end: \t"市财政局. */
static bool is_quoted(const char *before, size_t size)
{
    bool open = false, cell = false;
    for (size_t i = 0; i < size; i++) {
        cell |= before[i] == '\t';
        open = before[i] == '"' ? open || (i > 0 && before[i - 1] == '\t') ? !open : open : open;
    }
    return cell && open;
}

/* True when the sentence that begins a line is in a cell that quotes hold together: they end on this line or on one soon below. */
static bool goes_on_quoted(const liner *l, size_t i)
{
    enum { SOON = 12 };
    const mintu_notice *notice = l->notice;
    const mintu_sentence *last = l->count ? &l->sentences[l->count - 1] : NULL;
    if (!last || !is_quoted(l->texts.data + last->text, last->size))
        return false;
    for (size_t end = i + SOON; i < notice->sentence_count && i < end && notice->sentences[i].copies == 0; i++) {
        const char *text = notice->texts.data + notice->sentences[i].text;
        size_t size = notice->sentences[i].size, at = 0;
        while (at < size && text[at] != '"' && text[at] != '\t')
            at++;
        if (at < size)
            return text[at] == '"' && (at + 1 == size || text[at + 1] == '\t');
    }
    return false;
}

/* The place of a byte of the old texts, where those that are added go on. */
static void add_break(liner *l, size_t old)
{
    mintu_break here = mintu_notice_input(l->notice, old);
    here.text = l->texts.size;
    mintu_notice_break(&l->breaks, here);
}

/* Adds a sentence's bytes from @p from on, without those that are left out; it stands at @p old in the old texts. */
static void add_bytes(liner *l, const char *text, mintu_stretch part, size_t old)
{
    const notice_breaks *breaks = &l->notice->breaks;
    size_t next = mintu_notice_break_behind(breaks, old + part.start), out, run = part.start, end = part.start + part.size;
    const char *with = "";
    add_break(l, old + run);
    for (size_t at = run; at <= end; at += out > 0 ? out : 1) {
        out = at < end ? left_out(l->notice, text, end, at, &with) : 0;
        bool jump = next < breaks->count && breaks->items[next].text == old + at && at > run;
        if (out == 0 && !jump && at < end)
            continue;
        mintu_buffer_add(&l->texts, text + run, at - run);
        mintu_buffer_text(&l->texts, out > 0 ? with : "");
        run = at + out;
        next += jump;
        if (run < end)
            add_break(l, old + run);
    }
    l->failed |= l->breaks.failed || l->texts.failed;
}

static unsigned next_cells(liner *l)
{
    return l->cells ? *l->cells++ : MINTU_CELLS_NONE;
}

/* A mark that is not in the input, behind the last sentence. */
static void add_sign(liner *l, const char *sign, size_t old)
{
    add_break(l, old);
    mintu_buffer_text(&l->texts, sign);
    l->sentences[l->count - 1].size += strlen(sign);
}

static void put(liner *l, mintu_sentence s, size_t width, unsigned cells)
{
    const char *text = l->notice->texts.data + s.text;
    size_t from = s.fresh ? line_marks(text, s.size) : 0, old = s.text, size = s.size;
    if (from >= size)
        return;
    bool join =
        cells == MINTU_CELLS_NONE ? joins(l, &s, text + from, size - from) : cells >= MINTU_CELLS_LISTED && l->count > 0;
    for (unsigned bars = cells; bars > MINTU_CELLS_JOINED && join; bars--)
        add_sign(l, "|", old);
    if (cells == MINTU_CELLS_LISTED && join)
        add_sign(l, "、", old);
    if (!join && !mintu_notice_holds(l->notice, MINTU_ARRAY_RESERVE(l->sentences, l->room, l->count + 1)))
        return;
    s.text = l->texts.size;
    s.start += from;
    s.column += from;
    add_bytes(l, text, (mintu_stretch){from, size - from}, old);
    s.size = l->texts.size - s.text;
    s.copies = 0;
    if (join) {
        mintu_sentence *last = &l->sentences[l->count - 1];
        last->size += s.size;
        last->end = s.end;
    } else if (s.size > 0) {
        l->sentences[l->count++] = s;
    }
    l->last_width = width;
    l->last_line = s.line;
    l->page = false;
}

/* The repeats of a run in their own places. */
static void put_run(liner *l, size_t run, size_t *next)
{
    const mintu_notice *notice = l->notice;
    for (; *next < notice->folded_count && notice->folded[*next].run <= run; (*next)++) {
        const mintu_folded *f = &notice->folded[*next];
        mintu_sentence s = notice->sentences[f->copy];
        size_t begin = l->breaks.count;
        s.start = f->start;
        s.end = f->end;
        s.line = f->line;
        s.column = f->column;
        s.fresh = f->fresh;
        put(l, s, 0, next_cells(l));
        if (begin < l->breaks.count) { /* the copy stands elsewhere in the input */
            l->breaks.count = begin + 1;
            l->breaks.items[begin] = (mintu_break){l->breaks.items[begin].text, f->start, f->line, f->column};
        }
    }
}

static void take(liner *l)
{
    mintu_notice *notice = l->notice;
    free(notice->sentences);
    free(notice->breaks.items);
    mintu_buffer_free(&notice->texts);
    notice->sentences = l->sentences;
    notice->sentence_count = l->count;
    notice->sentence_room = l->room;
    notice->texts = l->texts;
    notice->breaks = l->breaks;
    notice->failed |= l->failed;
}

void mintu_notice_lines(mintu_notice *notice)
{
    unsigned char *plan = mintu_notice_cells(notice);
    liner l = {.notice = notice, .width = full_width(notice), .cells = plan};
    size_t next = 0;
    for (size_t i = 0; i < notice->sentence_count && !notice->failed && !l.failed; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        const char *text = notice->texts.data + s->text;
        unsigned cells = s->copies > 0 ? MINTU_CELLS_NONE : next_cells(&l);
        if (cells == MINTU_CELLS_NONE && s->copies == 0 && s->fresh && goes_on_quoted(&l, i))
            cells = MINTU_CELLS_LISTED;
        if (s->copies > 0)
            put_run(&l, i, &next);
        else if (cells == MINTU_CELLS_NONE && s->fresh && ends_line(notice, i) && mintu_notice_is_page(text, s->size)) {
            notice->pages++;
            l.page = true;
        } else
            put(&l, *s, ends_line(notice, i) ? line_width(notice, i) : 0, cells);
    }
    free(plan);
    take(&l);
    if (notice->pages > 0)
        mintu_notice_find(notice, (mintu_finding_place){"pages", 0, 0},
                          "lines that hold the number of a page alone were left out: %zu", notice->pages);
}
