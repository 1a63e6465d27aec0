#include "table/cell_format.h"

#include "base/ascii.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ECMA-376, part 1, 18.8.30, with those of Chinese workbooks. */
mintu_cell_format mintu_cell_format_known(int number)
{
    if ((number >= 14 && number <= 17) || (number >= 27 && number <= 31) || number == 36 || (number >= 50 && number <= 54) ||
        number == 57 || number == 58)
        return MINTU_FORMAT_DATE;
    if ((number >= 18 && number <= 21) || number == 45 || number == 47 || (number >= 32 && number <= 35) || number == 55 ||
        number == 56)
        return MINTU_FORMAT_TIME;
    if (number == 46)
        return MINTU_FORMAT_ELAPSED;
    return number == 22 ? MINTU_FORMAT_DATETIME : MINTU_FORMAT_NUMBER;
}

/* Behind what is no sign of the code: texts in quotes, single letters behind \, _ and *, and brackets but for [h]. */
static const char *pass(const char *at, bool *elapsed)
{
    if (*at == '"') {
        const char *end = strchr(at + 1, '"');
        return end ? end + 1 : at + strlen(at);
    }
    if (*at == '[') {
        const char *end = strchr(at, ']');
        char first = mintu_ascii_lower(at[1]);
        *elapsed = *elapsed || ((first == 'h' || first == 'm' || first == 's') && end && (end[-1] == at[1]));
        return end ? end + 1 : at + strlen(at);
    }
    return (*at == '\\' || *at == '_' || *at == '*') && at[1] ? at + 2 : NULL;
}

mintu_cell_format mintu_cell_format_code(const char *code)
{
    bool day = false, time = false, month = false, elapsed = false;
    if (mintu_ascii_compare_n(code, "general", 7) == 0)
        return MINTU_FORMAT_NUMBER;
    for (const char *at = code, *behind; *at && *at != ';'; at = behind ? behind : at + 1) {
        behind = pass(at, &elapsed);
        char letter = behind ? ' ' : mintu_ascii_lower(*at);
        day = day || letter == 'y' || letter == 'd';
        time = time || letter == 'h' || letter == 's';
        month = month || letter == 'm';
        if (letter == '0' || letter == '#' || letter == '?')
            return time || day ? (day ? MINTU_FORMAT_DATETIME : MINTU_FORMAT_TIME) : MINTU_FORMAT_NUMBER;
    }
    if (day)
        return time ? MINTU_FORMAT_DATETIME : MINTU_FORMAT_DATE;
    if (elapsed)
        return MINTU_FORMAT_ELAPSED;
    return time ? MINTU_FORMAT_TIME : month ? MINTU_FORMAT_DATE : MINTU_FORMAT_NUMBER;
}

/* The civil calendar of a number of days since 1970-01-01 (H. Hinnant, chrono-compatible low-level date algorithms). */
static void civil(int64_t days, int *year, int *month, int *day)
{
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t of_era = days - era * 146097;
    int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * years + years / 4 - years / 100);
    int64_t shifted = (5 * of_year + 2) / 153;
    *day = (int)(of_year - (153 * shifted + 2) / 5 + 1);
    *month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    *year = (int)(years + era * 400 + (*month <= 2));
}

static void write_clock(int64_t milliseconds, char *out, size_t room)
{
    int64_t seconds = milliseconds / 1000;
    int size = snprintf(out, room, "%02lld:%02lld:%02lld", (long long)(seconds / 3600), (long long)(seconds / 60 % 60),
                        (long long)(seconds % 60));
    if (milliseconds % 1000)
        snprintf(out + size, room - (size_t)size, ".%03lld", (long long)(milliseconds % 1000));
}

bool mintu_cell_format_write(double days, mintu_cell_format format, bool since_1904, char out[MINTU_CELL_TIME])
{
    if (!(days >= 0 && days < 2958466)) /* 10000-01-01 */
        return false;
    int64_t milliseconds = llround(days * 86400000.0), second = 1000;
    if (llabs(milliseconds % second) <= 1 || second - milliseconds % second <= 1) /* what is left of a binary fraction */
        milliseconds = (milliseconds + second / 2) / second * second;
    int64_t whole = milliseconds / 86400000, rest = milliseconds % 86400000;
    if (format == MINTU_FORMAT_ELAPSED || (format == MINTU_FORMAT_TIME && whole == 0)) {
        write_clock(milliseconds, out, MINTU_CELL_TIME);
        return true;
    }
    int year, month, day;
    /* 1900 has a day too many there, 29 February. */
    int64_t from_1970 = since_1904 ? whole - 24107 : whole - 25569 + (whole < 60);
    civil(from_1970, &year, &month, &day);
    int size = snprintf(out, MINTU_CELL_TIME, "%04d-%02d-%02d", year, month, day);
    if (rest == 0 && format == MINTU_FORMAT_DATE)
        return true;
    out[size++] = 'T';
    write_clock(rest, out + size, MINTU_CELL_TIME - (size_t)size);
    return true;
}
