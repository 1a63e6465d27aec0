#include "base/ascii.h"

#include <mintu/date.h>

#include <stdio.h>

/* @p digits decimal digits at *text, which moves past them; -1 when there are fewer. */
static int number(const char **text, int digits)
{
    int value = 0;
    for (int i = 0; i < digits; i++, (*text)++) {
        if (!mintu_ascii_is_digit(**text))
            return -1;
        value = 10 * value + (**text - '0');
    }
    return value;
}

/* One more "-NN" at *text; 1 when the text ends here. */
static int part(const char **text)
{
    if (**text == '\0')
        return 1;
    if (**text != '-')
        return -1;
    (*text)++;
    return number(text, 2);
}

bool mintu_date_valid(int date)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = date / 10000, month = date / 100 % 100, day = date % 100;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return date > 0 && year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month - 1] + (month == 2 && leap);
}

bool mintu_date_parse(const char *text, int *date)
{
    if (!text || !date)
        return false;
    int year = number(&text, 4);
    if (year <= 0)
        return false;
    int month = part(&text);
    if (month < 1 || month > 12)
        return false;
    int day = part(&text);
    int read = 10000 * year + 100 * month + day;
    if (day < 1 || *text != '\0' || !mintu_date_valid(read))
        return false;
    *date = read;
    return true;
}

void mintu_date_format(int date, char text[11])
{
    if (!text)
        return;
    if (!mintu_date_valid(date))
        date = 0;
    char long_text[48];
    snprintf(long_text, sizeof long_text, "%04d-%02d-%02d", date / 10000, date / 100 % 100, date % 100);
    snprintf(text, 11, "%.10s", long_text);
}
