#include "table/cell_value.h"

#include "base/ascii.h"
#include "format/number.h"

#include <mintu/date.h>

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unicode/utf8.h>

/* Of the letters beyond ASCII only these belong to numbers and days; each gets a byte that no text has. */
enum { WAN = 1, YI = 2, YEAR = 3, MONTH = 4, DAY = 5 };

static char fold_letter(UChar32 letter)
{
    if (letter < ' ' && letter != '\t')
        return '\0';
    if (letter < 0x80)
        return (char)letter;
    if (letter >= 0xFF01 && letter <= 0xFF5E)
        return (char)(letter - 0xFEE0);
    switch (letter) {
    case 0x3000: /* blanks: ideographic, no-break, thin, narrow no-break, figure; and the mark of a text's beginning */
    case 0xA0:
    case 0x2009:
    case 0x202F:
    case 0x2007:
    case 0xFEFF:
        return ' ';
    case 0x2212: /* minus */
        return '-';
    case 0x4E07:
    case 0x842C:
        return WAN;
    case 0x4EBF:
    case 0x5104:
        return YI;
    case 0x5E74:
        return YEAR;
    case 0x6708:
        return MONTH;
    case 0x65E5:
        return DAY;
    default:
        return '\0';
    }
}

bool mintu_cell_fold(const char *text, char out[MINTU_FOLDED])
{
    size_t size = 0, first = 0;
    int32_t at = 0;
    while (text[at] && size + 1 < MINTU_FOLDED) {
        UChar32 letter;
        U8_NEXT((const uint8_t *)text, at, -1, letter);
        char folded = '\0';
        if (letter > 0)
            folded = fold_letter(letter);
        if (!folded)
            return false;
        out[size++] = folded;
    }
    if (text[at])
        return false;
    while (size && mintu_ascii_is_space(out[size - 1]))
        size--;
    while (first < size && mintu_ascii_is_space(out[first]))
        first++;
    memmove(out, out + first, size - first);
    out[size - first] = '\0';
    return true;
}

/* Words for no value that tables have in columns of numbers; what a spreadsheet writes for a formula that fails, and what is no
 * number that can be counted with, among them. */
static bool is_missing(const char *text)
{
    static const char *const words[] = {
        "na",       "n/a",       "n.a.", "n.a", "#n/a",   "null",    "none",  "nan",     "nil",    "inf",  "-inf", "+inf",
        "infinity", "-infinity", "∞",    "-",   "--",     "---",     "/",     "\\",      ".",      "..",   "...",  "—",
        "——",       "–",         "―",    "…",   "……",     "无",      "無",    "缺",      "暂无",   "不详", "不詳", "未知",
        "无数据",   "无资料",    "缺失", "空",  "#null!", "#div/0!", "#ref!", "#value!", "#name?", "#num!"};
    enum { LONGEST = 9 };
    char folded[MINTU_FOLDED];
    const char *plain = mintu_cell_fold(text, folded) ? folded : text;
    char first = mintu_ascii_lower(*plain);
    bool found = false;
    for (size_t i = 0; !found && strlen(plain) <= LONGEST && i < sizeof words / sizeof *words; i++)
        found = words[i][0] == first && mintu_ascii_compare(plain, words[i]) == 0;
    return found;
}

/* A number being taken apart into what mintu_number_scan_decimal() knows. */
typedef struct writing {
    const char *at;
    char digits[MINTU_FOLDED + 16];
    size_t size, count; /* bytes, and digits among them */
    int exponent;
    bool fraction, zero_first;
} writing;

static void take_digits(writing *w)
{
    for (; mintu_ascii_is_digit(*w->at); w->at++, w->count++)
        w->digits[w->size++] = *w->at;
}

static size_t count_digits(const char *text)
{
    size_t count = 0;
    while (mintu_ascii_is_digit(text[count]))
        count++;
    return count;
}

/* 1,234,567 or 1 234 567: one to three digits, then groups of three. */
static bool take_groups(writing *w)
{
    size_t first = count_digits(w->at);
    bool zero = first == 1 && *w->at == '0'; /* 0,123 has no thousands */
    w->zero_first = first > 1 && *w->at == '0';
    take_digits(w);
    if (first < 1 || first > 3)
        return true;
    for (char mark = *w->at; (mark == ',' || mark == ' ') && *w->at == mark; take_digits(w)) {
        if (zero || count_digits(w->at + 1) != 3)
            return mark == ' ';
        w->at++;
    }
    return true;
}

static void take_exponent(writing *w)
{
    const char *at = w->at;
    if (*at != 'e' && *at != 'E')
        return;
    bool minus = *++at == '-';
    at += *at == '-' || *at == '+';
    size_t count = count_digits(at);
    if (count < 1 || count > 3)
        return;
    int exponent = 0;
    for (; count > 0; count--, at++)
        exponent = exponent * 10 + (*at - '0');
    w->exponent += minus ? -exponent : exponent;
    w->fraction = true;
    w->at = at;
}

/* 万, 亿, and per cent. */
static bool take_unit(writing *w)
{
    bool percent = false;
    while (*w->at == ' ')
        w->at++;
    for (; *w->at == WAN || *w->at == YI; w->at++)
        w->exponent += *w->at == WAN ? 4 : 8;
    while (*w->at == ' ')
        w->at++;
    if (*w->at == '%') {
        w->exponent -= 2;
        w->fraction = percent = true;
        w->at++;
    }
    return percent;
}

static mintu_cell_sense read_number(const char *text, double *number, bool *percent)
{
    writing w = {.at = text};
    if (*w.at == '-' || *w.at == '+')
        w.digits[w.size] = *w.at == '-' ? '-' : '0', w.size += *w.at++ == '-';
    if (!take_groups(&w))
        return MINTU_SENSE_TEXT;
    if (*w.at == '.') {
        w.fraction = true;
        w.digits[w.size++] = '.';
        w.at++;
        take_digits(&w);
    }
    take_exponent(&w);
    *percent = take_unit(&w);
    if (*w.at || w.count == 0)
        return MINTU_SENSE_TEXT;
    if (w.zero_first || (!w.fraction && w.exponent == 0 && w.count > 15))
        return MINTU_SENSE_CODE;
    int size = w.exponent ? snprintf(w.digits + w.size, 16, "e%d", w.exponent) : 0;
    if (!mintu_number_scan_decimal(w.digits, w.size + (size_t)size, number) || !isfinite(*number))
        return MINTU_SENSE_TEXT;
    bool whole = !w.fraction || (w.exponent > 0 && *number == floor(*number) && fabs(*number) < 1e15);
    return whole ? MINTU_SENSE_INTEGER : MINTU_SENSE_REAL;
}

static int take_number(const char **at, int least, int most)
{
    int value = 0, count = 0;
    for (; count < most && mintu_ascii_is_digit(**at); count++, ++*at)
        value = value * 10 + (**at - '0');
    return count < least ? -1 : value;
}

/* HH:MM, HH:MM:SS, with a fraction and a zone behind; what stands behind the seconds is kept as it is. */
static bool read_clock(const char *at, char *out, size_t room)
{
    int hour = take_number(&at, 1, 2), minute = -1, second = 0;
    if (*at == ':') {
        at++;
        minute = take_number(&at, 2, 2);
    }
    if (*at == ':') {
        at++;
        second = take_number(&at, 2, 2);
    }
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 60)
        return false;
    size_t fraction = *at == '.' ? 1 + count_digits(at + 1) : 0, zone = strlen(at + fraction);
    const char *sign = at + fraction;
    bool known = zone == 0 || (zone == 1 && *sign == 'Z') ||
                 ((*sign == '+' || *sign == '-') && zone <= 6 && strspn(sign + 1, "0123456789:") == zone - 1);
    if (!known || fraction == 1 || fraction > 10)
        return false;
    snprintf(out, room, "T%02d:%02d:%02d%s", hour, minute, second, at);
    return true;
}

static mintu_cell_sense read_time(const char *text, char out[MINTU_CELL_TIME])
{
    const char *at = text;
    int year = take_number(&at, 4, 4);
    char mark = *at;
    if (year < 1 || !mark || !strchr("-/.\3", mark))
        return MINTU_SENSE_TEXT;
    at++;
    int month = take_number(&at, 1, 2);
    if (month < 1 || *at++ != (mark == YEAR ? MONTH : mark))
        return MINTU_SENSE_TEXT;
    int day = take_number(&at, 1, 2);
    if (mark == YEAR && *at++ != DAY)
        return MINTU_SENSE_TEXT;
    if (day < 1 || !mintu_date_valid(year * 10000 + month * 100 + day))
        return MINTU_SENSE_TEXT;
    int size = snprintf(out, MINTU_CELL_TIME, "%04d-%02d-%02d", year, month, day);
    if (!*at)
        return MINTU_SENSE_DATE;
    if (mark == YEAR && mintu_ascii_is_digit(*at)) /* 2014年11月1日8:30 */
        at--;
    else if (*at != 'T' && *at != ' ')
        return MINTU_SENSE_TEXT;
    return read_clock(at + 1, out + size, MINTU_CELL_TIME - (size_t)size) ? MINTU_SENSE_DATETIME : MINTU_SENSE_TEXT;
}

mintu_cell_sense mintu_cell_time(const char *text, char out[MINTU_CELL_TIME])
{
    char folded[MINTU_FOLDED];
    return mintu_cell_fold(text, folded) && strlen(folded) < 40 ? read_time(folded, out) : MINTU_SENSE_TEXT;
}

/* What most cells of a large table are: digits, perhaps with a point. */
static mintu_cell_sense read_plain(const char *text, double *number)
{
    size_t size = strlen(text), first = *text == '-';
    bool point = false;
    if (size == first || size > 15 || (text[first] == '0' && size > first + 1 && text[first + 1] != '.'))
        return MINTU_SENSE_END;
    for (size_t i = first; i < size; i++) {
        if (text[i] == '.' && !point && i > first)
            point = true;
        else if (text[i] < '0' || text[i] > '9')
            return MINTU_SENSE_END;
    }
    if (!mintu_number_scan_decimal(text, size, number))
        return MINTU_SENSE_END;
    return point ? MINTU_SENSE_REAL : MINTU_SENSE_INTEGER;
}

mintu_cell_sense mintu_cell_read(const char *text, double *number, bool *percent)
{
    char folded[MINTU_FOLDED], time[MINTU_CELL_TIME];
    *percent = false;
    *number = (double)NAN;
    mintu_cell_sense sense = read_plain(text, number);
    if (sense != MINTU_SENSE_END)
        return sense;
    if (!mintu_cell_fold(text, folded))
        return is_missing(text) ? MINTU_SENSE_MISSING : MINTU_SENSE_TEXT;
    if (!folded[0])
        return MINTU_SENSE_EMPTY;
    sense = strchr("0123456789+-.", folded[0]) ? read_number(folded, number, percent) : MINTU_SENSE_TEXT;
    if (sense == MINTU_SENSE_TEXT && mintu_ascii_is_digit(folded[0]) && strlen(folded) < 40)
        sense = read_time(folded, time);
    if (sense != MINTU_SENSE_TEXT)
        return sense;
    bool is_true = mintu_ascii_compare(folded, "true") == 0;
    if (is_true || mintu_ascii_compare(folded, "false") == 0) {
        *number = is_true;
        return MINTU_SENSE_BOOLEAN;
    }
    return is_missing(text) ? MINTU_SENSE_MISSING : MINTU_SENSE_TEXT;
}

static bool same(const char *text, size_t size, const char *word, size_t length)
{
    double one, other;
    bool percent;
    if (size == length && memcmp(text, word, size) == 0)
        return true;
    char copy[MINTU_FOLDED];
    if (length == 0 || length >= sizeof copy)
        return false;
    memcpy(copy, word, length);
    copy[length] = '\0';
    mintu_cell_sense first = mintu_cell_read(copy, &other, &percent);
    if (first != MINTU_SENSE_INTEGER && first != MINTU_SENSE_REAL)
        return false;
    mintu_cell_sense second = mintu_cell_read(text, &one, &percent);
    return (second == MINTU_SENSE_INTEGER || second == MINTU_SENSE_REAL) && one == other;
}

bool mintu_cell_listed(const char *text, const char *words)
{
    while (mintu_ascii_is_space(*text))
        text++;
    size_t size = strlen(text);
    while (size && mintu_ascii_is_space(text[size - 1]))
        size--;
    for (; words && *words; words += strspn(words, ",")) {
        size_t length = strcspn(words, ","), first = 0, last = length;
        while (first < last && words[first] == ' ')
            first++;
        while (last > first && words[last - 1] == ' ')
            last--;
        if (last > first && same(text, size, words + first, last - first))
            return true;
        words += length;
    }
    return false;
}

int mintu_cell_shown(const char *text)
{
    enum { SHOWN = 40 };
    size_t size = 0;
    while (text[size] && text[size] != '\n' && text[size] != '\r' && size < SHOWN)
        size++;
    while (size && ((unsigned char)text[size] & 0xC0) == 0x80)
        size--;
    return (int)size;
}
