#include "format/number.h"

#include "base/ascii.h"
#include "base/locale.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

double mintu_number_read(const char *text, const char **end)
{
    char *behind;
    if (!text) {
        if (end)
            *end = NULL;
        return 0;
    }
    mintu_locale before = mintu_locale_begin();
    double number = strtod(text, &behind);
    mintu_locale_end(before);
    if (end)
        *end = behind;
    return number;
}

/* The shortest digits that read back, as d.ddde±xx without point: digits and decimal exponent. */
static int shortest_digits(double number, char digits[24])
{
    char text[40];
    mintu_locale before = mintu_locale_begin();
    int precision = 15;
    do
        snprintf(text, sizeof text, "%.*e", precision - 1, number);
    while (strtod(text, NULL) != number && precision++ < 17);
    mintu_locale_end(before);
    char *mark = strchr(text, 'e');
    int exponent = mark ? (int)strtol(mark + 1, NULL, 10) : 0;
    size_t count = 0;
    for (const char *at = text; *at && at != mark && count < 23; at++)
        if (*at != '.')
            digits[count++] = *at;
    while (count > 1 && digits[count - 1] == '0')
        count--;
    digits[count] = '\0';
    return exponent;
}

/* Number::toString of ECMAScript for a positive finite number. */
static void write_positive(double number, char *text, size_t room)
{
    char digits[24];
    int point = shortest_digits(number, digits) + 1; /* digits before the decimal point */
    int count = (int)strlen(digits);
    if (point > 21 || point <= -6)
        snprintf(text, room, "%c%s%se%+d", digits[0], count > 1 ? "." : "", digits + 1, point - 1);
    else if (point <= 0)
        snprintf(text, room, "0.%.*s%s", -point, "000000", digits);
    else if (count <= point)
        snprintf(text, room, "%s%.*s", digits, point - count, "000000000000000000000");
    else
        snprintf(text, room, "%.*s.%s", point, digits, digits + point);
}

void mintu_number_shortest(double number, char text[48])
{
    if (!text)
        return;
    if (isnan(number)) {
        memcpy(text, "NaN", sizeof "NaN");
    } else if (number == 0) {
        memcpy(text, "0", sizeof "0");
    } else {
        char *at = text;
        if (number < 0)
            *at++ = '-';
        if (isinf(number))
            memcpy(at, "Infinity", sizeof "Infinity");
        else
            write_positive(fabs(number), at, 47);
    }
}

void mintu_number_text(double number, char text[MINTU_NUMBER_TEXT])
{
    mintu_locale before = mintu_locale_begin();
    snprintf(text, MINTU_NUMBER_TEXT, "%.15g", number);
    if (strtod(text, NULL) != number)
        snprintf(text, MINTU_NUMBER_TEXT, "%.17g", number);
    mintu_locale_end(before);
}

/* Numbers of up to 15 digits whose power of ten is a double itself, as coordinates are, come out right by one rounding (W. D.
 * Clinger, How to read floating point numbers accurately, 1990); false for all others. */
static bool scan_short(const char *text, size_t size, double *number)
{
    static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    size_t at = *text == '-', digits = 0, behind = 0;
    int64_t value = 0;
    bool point = false;
    for (; at < size; at++) {
        if (text[at] == '.' && !point && digits > 0) {
            point = true;
            continue;
        }
        if (text[at] < '0' || text[at] > '9' || ++digits > 15)
            return false;
        value = value * 10 + (text[at] - '0');
        behind += point;
    }
    *number = (double)value / powers[behind];
    if (*text == '-')
        *number = -*number;
    return digits > 0 && text[size - 1] != '.';
}

bool mintu_number_scan_decimal(const char *text, size_t size, double *number)
{
    char copy[257]; /* strtod() would read on, and takes blanks and words */
    const char *end;
    if (size > 0 && scan_short(text, size, number))
        return true;
    if (size == 0 || size >= sizeof copy || strspn(text, "0123456789eE.+-") < size)
        return false;
    memcpy(copy, text, size);
    copy[size] = '\0';
    *number = mintu_number_read(copy, &end);
    return end == copy + size;
}

static bool scan_hexadecimal(const char *text, size_t size, double *number)
{
    *number = 0;
    for (size_t i = 2; i < size; i++) {
        const char *digits = "0123456789abcdef";
        char lower = mintu_ascii_lower(text[i]);
        const char *at = strchr(digits, lower);
        if (!at || !lower)
            return false;
        *number = *number * 16 + (double)(at - digits);
    }
    return size > 2;
}

bool mintu_number_scan(const char *text, double *number)
{
    const char *blanks = " \t\n\v\f\r";
    text += strspn(text, blanks);
    size_t size = strlen(text);
    while (size && strchr(blanks, text[size - 1]))
        size--;
    *number = 0;
    if (size == 0)
        return true;
    if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
        return scan_hexadecimal(text, size, number);
    size_t sign = text[0] == '-' || text[0] == '+';
    if (size - sign == 8 && memcmp(text + sign, "Infinity", 8) == 0) {
        *number = text[0] == '-' ? -INFINITY : INFINITY;
        return true;
    }
    return mintu_number_scan_decimal(text, size, number);
}
