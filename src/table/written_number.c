#include "table/written_number.h"

#include "base/ascii.h"
#include "table/cell_value.h"

#include <math.h>
#include <string.h>

/* Names of one unit, the first of them standing for all. What may as well number things (号, 楼, 月, 级) is none. */
enum { NAMES = 7 };
static const char *const units[][NAMES] = {{"公顷", "ha", "hm²", "hm2"},
                                           {"亩", "畝"},
                                           {"平方公里", "平方千米", "km²", "km2", "㎢", "sq km"},
                                           {"平方米", "平米", "m²", "m2", "㎡"},
                                           {"立方米", "m³", "m3"},
                                           {"公里", "千米", "km", "㎞"},
                                           {"厘米", "cm", "㎝"},
                                           {"毫米", "mm", "㎜"},
                                           {"米", "m"},
                                           {"千克", "公斤", "kg", "㎏"},
                                           {"吨", "噸", "t"},
                                           {"克", "g"},
                                           {"千瓦", "kW"},
                                           {"小时", "h"},
                                           {"分钟", "min"},
                                           {"美元", "US$", "USD", "U.S.$"},
                                           {"港元", "HK$", "HKD"},
                                           {"欧元", "€", "EUR"},
                                           {"元", "¥", "￥", "RMB", "CNY", "圆", "块"},
                                           {"英镑", "£", "GBP"},
                                           {"$"},
                                           {"人"},
                                           {"户"},
                                           {"个"},
                                           {"家"},
                                           {"处"},
                                           {"座"},
                                           {"辆"},
                                           {"株"},
                                           {"头"},
                                           {"只"},
                                           {"天"}};
/* These may stand before the number, too. */
static const char *const currencies[] = {"¥",   "￥",  "RMB", "CNY", "US$", "U.S.$", "USD",
                                         "HK$", "HKD", "€",   "EUR", "£",   "GBP",   "$"};

/* What is left of a text from both ends. */
typedef struct piece {
    const char *from, *to;
} piece;

static bool take_front(piece *p, const char *word)
{
    size_t size = strlen(word);
    if ((size_t)(p->to - p->from) < size || mintu_ascii_compare_n(p->from, word, size) != 0)
        return false;
    p->from += size;
    return true;
}

static bool take_back(piece *p, const char *word)
{
    size_t size = strlen(word);
    if ((size_t)(p->to - p->from) < size ||
        (size == 1 ? p->to[-1] != *word : mintu_ascii_compare_n(p->to - size, word, size) != 0)) /* 5M are no metres */
        return false;
    p->to -= size;
    return true;
}

/* Blanks of every width. */
static void strip(piece *p)
{
    static const char *const blanks[] = {" ", "\t", "\r", "\n", "\u3000", "\u00A0", "\u2009", "\u202F", "\u2007"};
    enum { BLANKS = sizeof blanks / sizeof *blanks };
    for (size_t i = 0; i < BLANKS; i++)
        if (take_front(p, blanks[i]) || take_back(p, blanks[i]))
            i = (size_t)-1;
}

static const char *unit_named(const char *name)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        for (size_t j = 0; j < NAMES && units[i][j]; j++)
            if (mintu_ascii_compare(units[i][j], name) == 0)
                return units[i][0];
    return NULL;
}

static const char *take_currency(piece *p)
{
    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
        if (take_front(p, currencies[i]))
            return unit_named(currencies[i]);
    return NULL;
}

/* The longest name at the end: that of square kilometres ends as that of metres does. */
static const char *take_unit(piece *p)
{
    const char *best = NULL, *unit = NULL;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        for (size_t j = 0; j < NAMES && units[i][j]; j++) {
            piece rest = *p;
            if (take_back(&rest, units[i][j]) && (!best || strlen(units[i][j]) > strlen(best))) {
                best = units[i][j];
                unit = units[i][0];
            }
        }
    if (best)
        take_back(p, best);
    return unit;
}

static bool take_sign(piece *p)
{
    return take_front(p, "-") || take_front(p, "−") || take_front(p, "－");
}

bool mintu_written_begins(const char *text)
{
    enum { BEFORE = 16 };
    /* a digit, a sign, a bracket, a blank, a currency; full-width forms and the signs beyond ASCII */
    if (!*text || !strchr("0123456789+-.( \t$RrCcUuHhEeGg\xC2\xE2\xE3\xEF", *text))
        return false;
    for (size_t i = 0; i < BEFORE && text[i]; i++)
        if (mintu_ascii_is_digit(text[i]) || strncmp(text + i, "\xEF\xBC", 2) == 0)
            return true;
    return false;
}

static bool read_core(const piece *p, double *number)
{
    char text[MINTU_FOLDED];
    bool percent;
    size_t size = (size_t)(p->to - p->from);
    if (size == 0 || size >= sizeof text)
        return false;
    memcpy(text, p->from, size);
    text[size] = '\0';
    mintu_cell_sense sense = mintu_cell_read(text, number, &percent);
    return (sense == MINTU_SENSE_INTEGER || sense == MINTU_SENSE_REAL) && !percent;
}

bool mintu_written_read(const char *text, mintu_written *out)
{
    piece p = {text, text + strlen(text)};
    *out = (mintu_written){.number = (double)NAN};
    if (!mintu_written_begins(text))
        return false;
    strip(&p);
    if (take_front(&p, "(") || take_front(&p, "（")) {
        out->bracketed = take_back(&p, ")") || take_back(&p, "）");
        if (!out->bracketed)
            return false;
    }
    bool minus = take_sign(&p);
    out->unit = take_currency(&p);
    minus = (out->unit && take_sign(&p)) || minus;
    strip(&p);
    const char *behind = take_unit(&p);
    strip(&p);
    if (!minus && !out->bracketed && !behind && (take_back(&p, "-") || take_back(&p, "−") || take_back(&p, "－")))
        out->bracketed = true;
    bool clash = behind && out->unit && strcmp(behind, out->unit) != 0;
    out->unit = out->unit ? out->unit : behind;
    if (clash || (minus && out->bracketed) || !(out->unit || out->bracketed) || !read_core(&p, &out->number) ||
        (out->number < 0 && (minus || out->bracketed)))
        return false;
    if (minus || out->bracketed)
        out->number = -out->number;
    return true;
}

/* Groups of three with points between them, or digits alone, before the comma. */
static bool take_whole(const char **at, char *out, size_t *size)
{
    size_t first = strspn(*at, "0123456789"), groups = 0;
    memcpy(out + *size, *at, first);
    *size += first;
    *at += first;
    for (; **at == '.'; groups++) {
        if (first > 3 || strspn(*at + 1, "0123456789") != 3)
            return false;
        memcpy(out + *size, *at + 1, 3);
        *size += 3;
        *at += 4;
    }
    return first > 0;
}

bool mintu_written_comma(const char *text, double *number, bool *certain)
{
    char folded[MINTU_FOLDED], plain[MINTU_FOLDED + 1];
    size_t size = 0;
    bool percent;
    if (!mintu_cell_fold(text, folded))
        return false;
    const char *at = folded;
    if (*at == '-')
        plain[size++] = *at++;
    const char *digits = at;
    if (!take_whole(&at, plain, &size) || *at != ',')
        return false;
    size_t before = (size_t)(at - digits), behind = strspn(at + 1, "0123456789");
    if (behind == 0 || at[1 + behind])
        return false;
    plain[size++] = '.';
    memcpy(plain + size, at + 1, behind + 1);
    *certain = behind != 3 || before > 3 || digits[0] == '0';
    mintu_cell_sense sense = mintu_cell_read(plain, number, &percent);
    return sense == MINTU_SENSE_INTEGER || sense == MINTU_SENSE_REAL;
}

bool mintu_written_groups(const char *text, double *number)
{
    char folded[MINTU_FOLDED], plain[MINTU_FOLDED + 1];
    size_t size = 0;
    bool percent;
    if (!strchr(text, '.') || !mintu_cell_fold(text, folded))
        return false;
    const char *at = folded;
    if (*at == '-')
        plain[size++] = *at++;
    if (*at == '0' || !take_whole(&at, plain, &size) || *at)
        return false;
    plain[size] = '\0';
    return mintu_cell_read(plain, number, &percent) == MINTU_SENSE_INTEGER;
}
