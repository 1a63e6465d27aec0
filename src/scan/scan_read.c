/* The pass over all bytes. Nearly every character is turned away by the bitmap of first characters or of pairs. */
#include "scan/scan_read.h"

#include "scan/scan_parts.h"
#include "scan/scan_step.h"

#include <string.h>
#include <unicode/utf8.h>

enum { OPEN_BRACKETS = 64 };

typedef struct reader {
    mintu_scan_work *work;
    size_t open[OPEN_BRACKETS]; /* where brackets without a partner so far stand */
    size_t depth;               /* may exceed OPEN_BRACKETS */
    bool failed;
} reader;

static void report(mintu_scan *scan, mintu_scan_problem_kind kind, size_t start, size_t end)
{
    mintu_scan_problem *last = scan->problem_count ? &scan->problems[scan->problem_count - 1] : NULL;
    if (kind == MINTU_SCAN_PROBLEM_UTF8)
        scan->invalid += end - start;
    if (last && last->kind == kind && last->byte_end == start && kind != MINTU_SCAN_PROBLEM_BRACKET) {
        last->byte_end = end;
        return;
    }
    scan->totals[kind]++;
    if (scan->problem_count < MINTU_SCAN_PROBLEMS)
        scan->problems[scan->problem_count++] = (mintu_scan_problem){.kind = kind, .byte_start = start, .byte_end = end};
}

static size_t bracket_size(const char *text, size_t at)
{
    return (unsigned char)text[at] < 0x80 ? 1 : 3;
}

/* A paragraph ends: brackets still open have no partner. */
static void close_paragraph(reader *r)
{
    size_t kept = r->depth < OPEN_BRACKETS ? r->depth : OPEN_BRACKETS;
    for (size_t i = 0; i < kept; i++)
        report(r->work->scan, MINTU_SCAN_PROBLEM_BRACKET, r->open[i], r->open[i] + bracket_size(r->work->text, r->open[i]));
    r->work->scan->totals[MINTU_SCAN_PROBLEM_BRACKET] += r->depth - kept;
    r->depth = 0;
}

/* `1)` and `一）` number a paragraph; such a bracket has no partner by custom. */
static bool is_numbering(const char *text, size_t at)
{
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", NULL};
    unsigned char before = at > 0 ? (unsigned char)text[at - 1] : 0;
    return (before >= '0' && before <= '9') || (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') ||
           mintu_scan_word_before(numerals, text, at) > 0;
}

static void bracket(reader *r, size_t at, bool opens)
{
    if (opens) {
        if (r->depth < OPEN_BRACKETS)
            r->open[r->depth] = at;
        r->depth++;
    } else if (r->depth > 0) {
        r->depth--;
    } else if (!is_numbering(r->work->text, at)) {
        report(r->work->scan, MINTU_SCAN_PROBLEM_BRACKET, at, at + bracket_size(r->work->text, at));
    }
}

/* The short name of a county elsewhere, which may be any word: 和平. */
static bool is_weak(const mintu_scan_hit *hit)
{
    return !hit->levels && !hit->full && hit->elsewhere == 1U << MINTU_LEVEL_COUNTY;
}

/* True when the new one is the better of two that overlap. */
static bool is_better(const mintu_scan_hit *next, const mintu_scan_hit *last)
{
    if (is_weak(next) != is_weak(last))
        return is_weak(last);
    if (next->full != last->full)
        return next->full;
    return next->end - next->start > last->end - last->start;
}

/* A short name with nothing on either side that goes with one, and no name beside it, is an ordinary word; one that is a word of
 * every notice needs both sides. */
enum { GREAT = 1 << MINTU_LEVEL_PROVINCE | 1 << MINTU_LEVEL_PREFECTURE };

static bool is_idle(const mintu_scan_work *work, size_t i, size_t next_start)
{
    const mintu_scan_hit *hit = &work->hits[i];
    bool beside = hit->end == next_start || (i > 0 && work->hits[i - 1].end == hit->start);
    if (!hit->levels)
        return is_weak(hit) && !beside && !mintu_scan_is_dateline(work->text, work->size, hit->start, hit->end) &&
               mintu_scan_word_at((const char *const[]){"的", NULL}, work->text, work->size, hit->end) == 0;
    if (hit->ordinary && !hit->full)
        return !hit->left || !hit->right;
    return !(hit->full || hit->left || hit->right || beside || (hit->levels & GREAT));
}

/* True for a town without a type that has the name of a bay, which the bay is called more often. */
static bool is_bay(const mintu_scan_work *work, const mintu_scan_hit *hit)
{
    return hit->levels == 1U << MINTU_LEVEL_TOWNSHIP &&
           mintu_scan_word_before((const char *const[]){"湾", NULL}, work->text, hit->end) > 0;
}

static void push(reader *r, const mintu_scan_key *key, size_t start)
{
    mintu_scan_work *work = r->work;
    mintu_scan_hit hit = {
        .start = start, .end = start + key->size, .name = start, .read = start, .list = SIZE_MAX, .levels = key->levels};
    hit.elsewhere = key->elsewhere;
    hit.full = (key->levels ? key->full : key->full_elsewhere) && !is_bay(work, &hit);
    hit.full_elsewhere = key->full_elsewhere;
    hit.ordinary = key->ordinary;
    mintu_scan_hit *last = work->hit_count ? &work->hits[work->hit_count - 1] : NULL;
    if (last && start < last->end) {
        if (key->longer || !is_better(&hit, last))
            return;
        work->hit_count--;
    } else if (last && is_idle(work, work->hit_count - 1, start)) {
        work->hit_count--;
    }
    r->failed = r->failed || !MINTU_ARRAY_RESERVE(work->hits, work->hit_room, work->hit_count + 1);
    if (r->failed)
        return;
    if (hit.levels) { /* marks have no use for it */
        hit.left = (unsigned char)mintu_scan_left(work->text, hit.start);
        hit.right = (unsigned char)mintu_scan_right(work->text, work->size, hit.end);
    }
    work->hits[work->hit_count++] = hit;
}

static inline bool is_han(const uint8_t *bytes)
{
    return bytes[0] >= 0xE3 && bytes[0] <= 0xE9 && (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80;
}

static inline uint32_t character_at(const uint8_t *bytes)
{
    return (uint32_t)(bytes[0] & 0x0F) << 12 | (uint32_t)(bytes[1] & 0x3F) << 6 | (uint32_t)(bytes[2] & 0x3F);
}

/* True when a name of the table may begin at @p at. */
static bool begins_name(const mintu_scan_work *work, size_t at)
{
    const uint8_t *bytes = (const uint8_t *)work->text + at;
    if (work->size - at < 6 || !is_han(bytes) || !is_han(bytes + 3))
        return false;
    return mintu_scan_bit(work->table->pairs, mintu_scan_pair(character_at(bytes), character_at(bytes + 3)));
}

/* True when a short name of a town is the begin of a longer one, with one character more: 西溪|坪街道, but not 龙门|古镇. */
static bool is_begin(const mintu_scan_work *work, const mintu_scan_key *key, size_t end)
{
    static const char *const types[] = {"街道", "镇", "乡", NULL};
    static const char *const others[] = {"古", "老", "新", "名", "小", "重", "大", "强", "街", "水",
                                         "侨", "茶", "家", "故", "两", "二", "三", "四", "五", "六",
                                         "七", "八", "九", "十", "多", "诸", "数", "几", NULL};
    return mintu_scan_word_at(others, work->text, work->size, end) == 0 && key->levels == 1U << MINTU_LEVEL_TOWNSHIP &&
           end + 6 <= work->size && (unsigned char)work->text[end] >= 0xE4 && (unsigned char)work->text[end] <= 0xE9 &&
           mintu_scan_word_at(types, work->text, work->size, end + 3) > 0 &&
           !mintu_scan_full_breaks(work->text, work->size, end + 6) && !mintu_scan_is_function(work->text, end + 3) &&
           mintu_scan_separator(work->text, work->size, end) == 0 && !begins_name(work, end);
}

/* True where a list goes on to its end that says what its names are: 武夷山、太姥山等景区. */
static bool lists_things(const mintu_scan_work *work, size_t at)
{
    enum { FAR = 120, WORD = 18 }; /* bytes */
    static const char *const others[] = {"等等", "等", NULL};
    size_t limit = work->size - at < FAR ? work->size : at + FAR, separator, end;
    while (at < limit && (separator = mintu_scan_separator(work->text, work->size, at)) > 0) {
        for (at += separator, end = at + WORD; at + 3 <= limit && at < end && (unsigned char)work->text[at] >= 0xE4; at += 3)
            if (mintu_scan_word_at(others, work->text, work->size, at) > 0)
                break;
    }
    size_t other = mintu_scan_word_at(others, work->text, work->size, at);
    return other > 0 && mintu_scan_is_thing(work->text, work->size, at + other);
}

/* True when the name runs on into another word. */
static bool breaks(const mintu_scan_work *work, const mintu_scan_key *key, size_t at)
{
    size_t end = at + key->size;
    if (key->levels ? key->full : key->full_elsewhere)
        return mintu_scan_full_breaks(work->text, work->size, end);
    if (!key->levels && begins_name(work, end)) /* 新余|寨里镇 */
        return false;
    return is_begin(work, key, end) || mintu_scan_short_breaks(work->text, work->size, end) ||
           mintu_scan_is_thing(work->text, work->size, end) || lists_things(work, end) ||
           mintu_scan_phrases_hold(&work->table->phrases, key->phrase, work->text, work->size, at, end);
}

/* The longest name at @p at whose type, or lack of one, does not run into the next word. */
static void probe(reader *r, size_t at, unsigned lengths)
{
    const mintu_scan_work *work = r->work;
    for (size_t n = 16; n >= 2; n--) {
        size_t size = 3 * n;
        if (!(lengths >> (n - 1) & 1) || size > work->size - at)
            continue;
        const mintu_scan_key *key = mintu_scan_table_find(work->table, work->text + at, size);
        if (!key)
            continue;
        if (breaks(work, key, at))
            continue;
        push(r, key, at);
        return;
    }
}

/* Everything that is neither ASCII nor a plain Han character. */
static size_t read_other(reader *r, size_t at)
{
    const mintu_scan_work *work = r->work;
    const uint8_t *bytes = (const uint8_t *)work->text;
    size_t start = at;
    UChar32 character;
    U8_NEXT(bytes, at, work->size, character);
    if (character < 0)
        report(work->scan, MINTU_SCAN_PROBLEM_UTF8, start, at);
    else if (character == 0)
        report(work->scan, MINTU_SCAN_PROBLEM_NUL, start, at);
    else if (character == '(' || character == 0xFF08)
        bracket(r, start, true);
    else if (character == ')' || character == 0xFF09)
        bracket(r, start, false);
    else if (character == '\n' && at < work->size && bytes[at] == '\n')
        close_paragraph(r);
    return at;
}

enum { POLL_BYTES = 4096 };

bool mintu_scan_read(mintu_scan_work *work)
{
    reader r = {.work = work};
    const uint8_t *bytes = (const uint8_t *)work->text;
    const mintu_scan_table *table = work->table;
    size_t at = 0, size = work->size;
    size_t poll = 0;
    while (at < size && !r.failed) {
        if (at >= poll && !mintu_scan_goes_on(work))
            return false;
        poll = at >= poll ? at + POLL_BYTES : poll;
        uint8_t byte = bytes[at];
        if (size - at >= 3 && is_han(bytes + at)) {
            uint32_t a = character_at(bytes + at);
            if (mintu_scan_bit(table->first, a) && size - at >= 6 && is_han(bytes + at + 3)) {
                uint32_t pair = mintu_scan_pair(a, character_at(bytes + at + 3));
                if (mintu_scan_bit(table->pairs, pair))
                    probe(&r, at, table->lengths[pair & 4095]);
            }
            at += 3;
        } else if (byte >= 0x20 && byte < 0x80 && byte != '(' && byte != ')') {
            at++;
        } else {
            at = read_other(&r, at);
        }
    }
    close_paragraph(&r);
    return !r.failed;
}
