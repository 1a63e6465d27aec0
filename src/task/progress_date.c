#include "task/progress_date.h"

#include "base/ascii.h"
#include "table/cell_value.h"

#include <mintu/date.h>
#include <string.h>

/* Digits at *at, as many as there are; -1 for none. */
static int take(const char **at, int most)
{
    int value = 0, count = 0;
    for (; count < most && mintu_ascii_is_digit(**at); count++, ++*at)
        value = value * 10 + (**at - '0');
    return count ? value : -1;
}

/* Passes over one of the marks that stand between the numbers of a day. */
static bool pass(const char **at, const char *const marks[4])
{
    for (int i = 0; i < 4; i++) {
        size_t size = strlen(marks[i]);
        if (size && strncmp(*at, marks[i], size) == 0) {
            *at += size;
            return true;
        }
    }
    return false;
}

static bool read_parts(const char *at, int *out)
{
    static const char *const behind_year[] = {"年", "-", "/", "."}, *const behind_month[] = {"月", "-", "/", "."};
    static const char *const behind_day[] = {"日", "号", "", ""};
    bool plain = strlen(at) == 8 && strspn(at, "0123456789") == 8;
    int year = take(&at, 4), month = 1, day = 1;
    if (!pass(&at, behind_year) && !plain && *at)
        return false;
    if (*at && (month = take(&at, 2)) < 0)
        return false;
    if (!pass(&at, behind_month) && !plain && *at)
        return false;
    if (*at && (day = take(&at, 2)) < 0)
        return false;
    pass(&at, behind_day);
    int date = year * 10000 + month * 100 + day;
    if (*at || year < 1000 || !mintu_date_valid(date))
        return false;
    *out = date;
    return true;
}

bool mintu_progress_date_read(const mintu_progress_words *words, const char *cell, int *out)
{
    char text[MINTU_CELL_TIME];
    mintu_buffer compact = {0};
    mintu_cell_sense sense = mintu_cell_time(cell, text);
    if (sense == MINTU_SENSE_DATE || sense == MINTU_SENSE_DATETIME) {
        text[10] = '\0'; /* without the time */
        return mintu_date_parse(text, out);
    }
    mintu_progress_compact(words, cell, &compact);
    bool good = !compact.failed && read_parts(compact.data, out);
    mintu_buffer_free(&compact);
    return good;
}
