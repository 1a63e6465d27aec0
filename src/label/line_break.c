#include "label/line_break.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>
#include <unicode/uchar.h>

/* The best way to a break: the length of all before it, the break before it, and how bad all lines so far are. */
typedef struct way {
    size_t end, prior; /* prior: index of a way, and one; 0: the text's beginning */
    double x, badness;
} way;

enum { MOST_BACK = 1000 }; /* breaks that are looked at for the beginning of a line */

typedef struct range {
    int32_t first, last;
} range;

static bool is_in(const range *ranges, size_t count, int32_t code)
{
    for (size_t i = 0; i < count; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

/* After these a line may end: scripts whose every sign is a word's part. */
static bool is_ideograph(int32_t code)
{
    static const range RANGES[] = {
        {0x2EA, 0x2EB},     {0x2E80, 0x2FDF},   {0x2FF0, 0x303F},   {0x3041, 0x3096}, {0x309D, 0x309F},   {0x30A1, 0x30FA},
        {0x30FD, 0x30FF},   {0x3105, 0x312F},   {0x31A0, 0x4DBF},   {0x4E00, 0xA48C}, {0xA490, 0xA4C6},   {0xF900, 0xFA6D},
        {0xFA70, 0xFAD9},   {0xFE10, 0xFE1F},   {0xFE30, 0xFE4F},   {0xFF00, 0xFFEF}, {0x16FE0, 0x18CD5}, {0x18CFF, 0x18DF2},
        {0x1AFF0, 0x1B2FB}, {0x1F200, 0x1F2FF}, {0x20000, 0x33479},
    };
    return is_in(RANGES, sizeof RANGES / sizeof *RANGES, code);
}

/* Thai and others, between whose words nothing stands. */
static bool is_written_without_spaces(int32_t code)
{
    static const range RANGES[] = {
        {0xE01, 0xE3A},   {0xE40, 0xE4E},   {0xE81, 0xEC8},   {0xEDC, 0xEDF},   {0xF00, 0xFD9},   {0x1000, 0x103F},
        {0x1050, 0x108F}, {0x1780, 0x17DD}, {0x1950, 0x19DF}, {0x1A20, 0x1AAD}, {0x1B00, 0x1B4C}, {0xA980, 0xAADF},
    };
    return is_in(RANGES, sizeof RANGES / sizeof *RANGES, code);
}

static bool may_end_a_line(int32_t code)
{
    static const int32_t CODES[] = {'\n', '\r', ' ', '&', ')', '+', '-', '/', 0xAD, 0xB7, 0x200B, 0x2010, 0x2013, 0x2027};
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++)
        if (CODES[i] == code)
            return true;
    return false;
}

/* Whether a line may end before the unit at @p i, which is not the first. */
static bool may_break(const mintu_break_unit *units, size_t count, size_t i)
{
    int32_t before = units[i - 1].code, code = units[i].code;
    return may_end_a_line(before) || is_ideograph(before) || (code == '(' && i + 1 < count) ||
           (units[i].begins_word && is_written_without_spaces(before) && is_written_without_spaces(code));
}

/* Below 0 where the text itself ends a line, above it where a bracket would be torn off. */
static double penalty_of(int32_t before, int32_t code, bool hinted)
{
    double penalty = before == '\n' || before == '\r' ? -10000 : 0;
    penalty += hinted && is_ideograph(before) ? 150 : 0;
    penalty += before == '(' || before == 0xFF08 ? 50 : 0;
    return penalty + (code == ')' || code == 0xFF09 ? 50 : 0);
}

static double badness_of(double width, double target, double penalty, bool last)
{
    double ragged = (width - target) * (width - target);
    if (last)
        return width < target ? ragged / 2 : ragged * 2;
    return ragged + fabs(penalty) * penalty;
}

/* The best way to a new break over those before it. */
static way best_way(const way *ways, size_t count, way next, double target, const double penalty[2])
{
    const bool last = penalty[1] > 0;
    next.badness = badness_of(next.x, target, penalty[0], last);
    for (size_t i = count > MOST_BACK ? count - MOST_BACK : 0; i < count; i++) {
        double badness = badness_of(next.x - ways[i].x, target, penalty[0], last) + ways[i].badness;
        if (badness <= next.badness) {
            next.badness = badness;
            next.prior = i + 1;
        }
    }
    return next;
}

static bool has(const mintu_break_unit *units, size_t count, int32_t code)
{
    for (size_t i = 0; i < count; i++)
        if (units[i].code == code)
            return true;
    return false;
}

static size_t find_ways(const mintu_break_unit *units, size_t count, double target, way *ways)
{
    size_t found = 0;
    double x = 0;
    bool hinted = has(units, count, 0x200B);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && may_break(units, count, i)) {
            const double penalty[2] = {penalty_of(units[i - 1].code, units[i].code, hinted), 0};
            ways[found] = best_way(ways, found, (way){.end = i, .x = x}, target, penalty);
            found++;
        }
        x += u_isUWhiteSpace(units[i].code) ? 0 : units[i].width;
    }
    ways[found] = best_way(ways, found, (way){.end = count, .x = x}, target, (const double[]){0, 1});
    return found + 1;
}

size_t mintu_line_breaks(const mintu_break_unit *units, size_t count, double most, size_t *ends)
{
    double total = 0;
    size_t lines = 0;
    for (size_t i = 0; i < count; i++)
        total += units[i].width;
    ends[0] = count;
    if (total > 0 && total <= most && !has(units, count, '\n') && !has(units, count, '\r'))
        return 1;
    way *ways = calloc(count + 1, sizeof *ways);
    size_t found =
        !mintu_memory_good(ways) ? 0 : find_ways(units, count, most > 0 ? total / fmax(ceil(total / most), 1) : 0, ways);
    for (size_t i = found; i; i = ways[i - 1].prior)
        lines++;
    for (size_t i = found, line = lines; i; i = ways[i - 1].prior)
        ends[--line] = ways[i - 1].end;
    free(ways);
    return lines;
}
