#include "table/degrees.h"

#include "base/ascii.h"
#include "format/number.h"
#include "table/cell_value.h"

#include <math.h>
#include <stddef.h>
#include <string.h>
#include <unicode/utf8.h>

/* The text with one letter for each sign: d, m and s behind degrees, minutes and seconds, E W N S for the sides. */
enum { WRITING = 96 };

static const struct {
    const char *word;
    char letter;
} words[] = {
    {"东经", 'E'}, {"東經", 'E'}, {"西经", 'W'}, {"西經", 'W'}, {"北纬", 'N'}, {"北緯", 'N'}, {"南纬", 'S'}, {"南緯", 'S'},
    {"经度", ' '}, {"纬度", ' '}, {"度", 'd'},   {"分", 'm'},   {"秒", 's'},   {"°", 'd'},    {"º", 'd'},    {"˚", 'd'},
    {"′′", 's'},   {"''", 's'},   {"’’", 's'},   {"″", 's'},    {"”", 's'},    {"“", 's'},    {"\"", 's'},   {"＂", 's'},
    {"′", 'm'},    {"’", 'm'},    {"‘", 'm'},    {"'", 'm'},    {"＇", 'm'},   {"´", 'm'},    {"：", ':'},   {"℃", 'd'},
};

static bool take_word(const char **at, char *letter)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(*at, words[i].word, strlen(words[i].word)) == 0) {
            *at += strlen(words[i].word);
            *letter = words[i].letter;
            return true;
        }
    return false;
}

/* One letter as a number would have it, or a side in Latin letters. */
static bool take_letter(const char **at, char *letter)
{
    char one[U8_MAX_LENGTH + 1] = "", folded[MINTU_FOLDED];
    size_t size = U8_IS_LEAD(**at) ? 1 + (size_t)U8_COUNT_TRAIL_BYTES((unsigned char)**at) : 1;
    for (size_t i = 0; i < size && i < U8_MAX_LENGTH && (*at)[i]; i++)
        one[i] = (*at)[i];
    if (!mintu_cell_fold(one, folded))
        return false;
    *at += strlen(one);
    *letter = folded[0];
    if (!folded[0])
        *letter = ' ';
    if (strchr("eEwWnNsS", *letter))
        *letter = (char)(mintu_ascii_lower(*letter) - 'a' + 'A');
    return strchr("EWNS0123456789.+-: ", *letter) != NULL;
}

/* 118d5m30s: an s behind the minutes is no side. */
static bool take_sign(const char **at, const char *before, size_t size, char *letter)
{
    bool minutes = memchr(before, 'm', size) != NULL;
    *letter = mintu_ascii_lower(**at);
    if (*letter != 'd' && *letter != 'm' && !(**at == 's' && minutes))
        return false;
    ++*at;
    return true;
}

static bool simplify(const char *text, char out[WRITING])
{
    size_t size = 0;
    while (*text && size + 1 < WRITING) {
        char letter;
        if (!take_word(&text, &letter) && !take_sign(&text, out, size, &letter) && !take_letter(&text, &letter))
            return false;
        if (letter != ' ' || (size && out[size - 1] != ' '))
            out[size++] = letter;
    }
    while (size && out[size - 1] == ' ')
        size--;
    out[size] = '\0';
    return !*text;
}

/* One of degrees, minutes and seconds; behind it its sign, or a blank or a colon where the text has no signs. */
static bool take_part(const char **at, char sign, double *part)
{
    size_t size = strspn(*at, "0123456789.");
    if (!mintu_number_scan_decimal(*at, size, part))
        return false;
    *at += size;
    while (**at == ' ' && ((*at)[1] == sign || !strchr("0123456789", (*at)[1])))
        ++*at;
    if (**at == sign || **at == ':' || **at == ' ' || (**at == '-' && mintu_ascii_is_digit((*at)[1]))) /* 118-05-30 */
        ++*at;
    else if (**at && !strchr("EWNS", **at))
        return false;
    while (**at == ' ')
        ++*at;
    return true;
}

/* E, W, N or S, NUL where none stands. */
static char take_side(const char **at)
{
    char side = **at;
    if (!side || !strchr("EWNS", side))
        return '\0';
    ++*at;
    while (**at == ' ' || **at == ':')
        ++*at;
    return side;
}

bool mintu_degrees_read(const char *text, bool longitude, double *degrees)
{
    char writing[WRITING];
    const char *at = writing;
    double parts[3] = {0};
    if (!simplify(text, writing))
        return false;
    char side = take_side(&at);
    bool minus = *at == '-';
    at += *at == '-' || *at == '+';
    for (size_t i = 0; i < 3 && *at && !strchr("EWNS", *at); i++)
        if (!take_part(&at, "dms"[i], &parts[i]) || (i && parts[i] >= 60) || (i && parts[i - 1] != floor(parts[i - 1])))
            return false;
    char behind = take_side(&at);
    if (*at || at == writing || (side && behind) || !strpbrk(writing, "0123456789"))
        return false;
    if (!side)
        side = behind;
    if (side && ((strchr("EW", side) != NULL) != longitude || minus))
        return false;
    *degrees = parts[0] + parts[1] / 60 + parts[2] / 3600;
    if (minus || side == 'W' || side == 'S')
        *degrees = -*degrees;
    return true;
}
