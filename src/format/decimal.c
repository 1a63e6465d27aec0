#include "format/decimal.h"

#include "format/number.h"

#include <math.h>
#include <stdint.h>

/* Above this a double has no 7 decimals, and the scaled value no room in 64 bits. */
static const double LARGE = 1e11;

bool mintu_decimal_same(double a, double b)
{
    return llround(a * MINTU_DECIMALS) == llround(b * MINTU_DECIMALS);
}

/* In whole numbers, which are the same in every locale and several times faster than printf. */
void mintu_decimal_add(mintu_buffer *buffer, double value)
{
    char text[MINTU_NUMBER_TEXT];
    if (!(fabs(value) < LARGE)) {
        mintu_number_text(value, text);
        mintu_buffer_text(buffer, text);
        return;
    }
    int64_t scaled = llround(value * MINTU_DECIMALS);
    uint64_t whole = (uint64_t)(scaled < 0 ? -scaled : scaled), part = whole % MINTU_DECIMALS;
    char *at = text + sizeof text;
    bool significant = false;
    for (int digit = 0; digit < 7; digit++, part /= 10) {
        significant = significant || part % 10;
        if (significant)
            *--at = (char)('0' + part % 10);
    }
    if (significant)
        *--at = '.';
    whole /= MINTU_DECIMALS;
    do {
        *--at = (char)('0' + whole % 10);
    } while (whole /= 10);
    if (scaled < 0)
        *--at = '-';
    mintu_buffer_add(buffer, at, (size_t)(text + sizeof text - at));
}
